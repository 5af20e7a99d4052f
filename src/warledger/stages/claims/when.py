"""When a claim's words say it happened: the time expression that belongs to its clause."""

from __future__ import annotations

from spacy.tokens import Token

from warledger.stages.claims import syntax
from warledger.stages.claims.moments import head_of
from warledger.stages.claims.scene import Moment, Scene


def moment_of(anchor: Token, scene: Scene) -> Moment | None:
    """The sentence's time expression nearest to the anchor in the parse; those in other clauses only when none is nearer."""
    if not scene.moments:
        return None
    inside = [m for m in scene.moments if not _elsewhere(anchor, _token_at(scene, m))]
    ranked = [(_distance(anchor, _token_at(scene, m)), abs(m.span.start - scene.offset - anchor.idx), i, m) for i, m in enumerate(inside)]
    return min(ranked, key=lambda r: r[:3])[3] if ranked else None


def _elsewhere(anchor: Token, token: Token) -> bool:
    """Whether the time words date a relative clause that the anchor is no part of."""
    for above in (token, *syntax.ancestors(token)):
        if above.dep_ == "relcl":
            return not syntax.under(anchor, above)
    return False


def _token_at(scene: Scene, moment: Moment) -> Token:
    return head_of(scene.sentence, moment.span.shifted(-scene.offset))


def _distance(anchor: Token, token: Token) -> int:
    """Steps up and down the parse between the anchor and the time words, subordinate clauses of the time counting extra."""
    up = [token, *syntax.ancestors(token)]
    clause = syntax.clause_verb(anchor)
    goal = {anchor.i: 0, clause.i: 0}
    for steps, above in enumerate(syntax.ancestors(clause), 1):
        goal.setdefault(above.i, steps)
    for steps, at in enumerate(up):
        if at.i in goal:
            barrier = sum(1 for t in up[:steps] if t.dep_ in {"relcl", "ccomp", "advcl", "acl"} and t.pos_ in {"VERB", "AUX"})
            return steps + goal[at.i] * 2 + barrier * 4
    return 99
