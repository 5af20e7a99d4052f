"""When a claim's words say it happened: the time expression that belongs to its clause, not the one that stands nearest."""

from __future__ import annotations

from spacy.tokens import Token

from warledger.stages.claims import syntax
from warledger.stages.claims.moments import head_of
from warledger.stages.claims.scene import BEHIND, COUNTED, Moment, Scene

_OPEN = frozenset({"since", "before", "until"})
#: Inside a name or before a noun: "Friday's attack", "the March vote", "the 2016 offensive".
_WITHIN = frozenset({"poss", "compound", "nmod", "amod", "nummod"})
#: What stands behind these prepositions dates itself, not the deed: "condemned X after / over / for the raid of 5 May".
_ASIDE = frozenset({"after", "following", "since", "before", "despite", "over", "for", "about", "until"})
#: Clauses opened by these are told of another time than the clause above them.
_EARLIER = frozenset({"after", "before", "since", "until", "till", "because", "although", "though", "if", "once"})
_VERBS = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"pobj", "compound", "nmod", "poss", "det", "case", "amod", "aux", "auxpass"})
#: Cost of a step from the clause both stand in down to the time words, by the kind of clause; others are out of reach.
_DOWN = {"advcl": 4, "conj": 3, "xcomp": 1, "pcomp": 3, "parataxis": 4, "dep": 3, "csubj": 3}
_BEYOND = 99
#: "Since ..." in the clause itself counts before the time of a clause above it ("said on Monday that ... since ...").
_SINCE, _AS_NEAR = 2, 1
#: Two halves of a sentence, joined by a semicolon, are told apart.
_APART = 10
#: In a story "after the raid of 5 May" gives the clause its day where nothing else does.
_LAST_RESORT, _BEHIND = 20, frozenset({"after", "following"})


def moment_of(anchor: Token, scene: Scene, *, says: bool = False) -> Moment | None:
    """The time that dates the anchor's clause: its own first, then that of clauses above and beside it.

    `says`: the claim is a statement, which is not dated by what it speaks of."""
    best: tuple[int, int, int] = (_BEYOND, 0, 0)
    chosen = None
    for number, moment in enumerate(scene.moments):
        token = head_of(scene.sentence, moment.span.shifted(-scene.offset))
        cost, meant = _reading(anchor, token, moment, says=says, tells=scene.tells)
        key = (cost, abs(moment.span.start - scene.offset - anchor.idx), number)
        if cost < _BEYOND and (chosen is None or _better(key, best, meant, chosen)):
            best, chosen = key, meant
    return chosen


def _better(key: tuple[int, int, int], best: tuple[int, int, int], moment: Moment, chosen: Moment) -> bool:
    """Of two times about as near the finer counts when it lies in the other ("in May ..., on 5 May"), else the nearer."""
    if abs(key[0] - best[0]) <= _AS_NEAR and not {moment.relation, chosen.relation} & _OPEN:
        if _lies_in(moment, chosen):
            return True
        if _lies_in(chosen, moment):
            return False
    return key < best


def _lies_in(moment: Moment, other: Moment) -> bool:
    inner, outer = moment.interval, other.interval
    if inner.start is None or inner.end is None or outer.start is None or outer.end is None or inner.days == outer.days:
        return False
    return outer.start <= inner.start and inner.end <= outer.end


def _reading(anchor: Token, token: Token, moment: Moment, *, says: bool, tells: bool) -> tuple[int, Moment]:
    """The cost of the moment for the anchor, and the moment as it is then meant."""
    if moment.relation in {COUNTED, BEHIND}:
        inner, outer = _event_behind(token)
        if any(syntax.under(anchor, t) for t in inner):
            return (0 if moment.relation == BEHIND else _BEYOND), moment
        return (_BEYOND if moment.relation == BEHIND else 3 + _cost(anchor, outer, moment, says=says, tells=tells)), moment
    cost = _cost(anchor, token, moment, says=says, tells=tells)
    if cost == _BEYOND and moment.since is not None and not says and _is_since(anchor, token):
        return _SINCE, Moment(moment.span, moment.since, "since")
    return cost, moment


def _event_behind(token: Token) -> tuple[list[Token], Token]:
    """What stands behind "two days after": the tokens over it, and the token over the whole."""
    mark = next((t for t in (token, *token.children, *token.head.children, token.head) if t.lower_ in {"after", "before"}), token)
    if mark.dep_ == "mark":
        return [mark.head], mark.head.head
    return [c for c in mark.children if c.dep_ in {"pobj", "pcomp"}], mark.head


def _is_since(anchor: Token, token: Token) -> bool:
    """Whether the words date a "since ..." below the anchor's clause ("202 have died since protests began last week")."""
    clause = syntax.clause_verb(anchor)
    for above in (token, *syntax.ancestors(token)):
        if _opens_since(above) and above != anchor and not syntax.under(anchor, above):
            return above.head == clause or syntax.clause_verb(above.head) == clause
    return False


def _opens_since(token: Token) -> bool:
    """Whether the token is a "since" over a noun, or the verb of a clause that "since" opens; "the first time since" is neither."""
    if token.lower_ == "since":
        return token.head.pos_ in _VERBS
    return token.pos_ in _VERBS and any(c.dep_ == "mark" and c.lower_ == "since" for c in token.children)


def _cost(anchor: Token, token: Token, moment: Moment, *, says: bool, tells: bool) -> int:
    """How far the time words stand from the anchor in the parse; `_BEYOND` when they date something else."""
    extra = 3 if moment.relation in _OPEN else 0
    if syntax.under(token, anchor) and anchor.pos_ not in _VERBS:
        return extra if _own(anchor, token) else _BEYOND
    aside = _aside(anchor, token, says)
    if aside == _BEYOND:
        return _LAST_RESORT if tells and _behind(anchor, token) else _BEYOND
    up, down = _clauses(anchor), _clauses(token)
    common = next((c for c in up if c in down), None)
    if common is None:
        return _BEYOND
    steps = _down(down[: down.index(common)], token, anchor, says)
    apart = _APART if any(t.lower_ == ";" for t in token.doc[min(token.i, anchor.i) : max(token.i, anchor.i)]) else 0
    return min(_BEYOND, 1 + extra + aside + steps + apart + _up(up[: up.index(common)]))


def _behind(anchor: Token, token: Token) -> bool:
    """Whether the time words stand in an "after the ..." of the anchor's clause or one above it."""
    clauses = _clauses(anchor)
    return any(t.lower_ in _BEHIND and t.head in clauses for t in syntax.ancestors(token))


def _own(anchor: Token, token: Token) -> bool:
    """Whether words below a noun date the noun itself, not a clause about another noun below it."""
    for above in syntax.ancestors(token):
        if above == anchor:
            return True
        if above.dep_ in {"relcl", "acl"} and above.head != anchor:
            return False
    return False


def _clauses(token: Token) -> list[Token]:
    """The verbs of the clauses the token stands in, innermost first."""
    above = [t for t in (token, *syntax.ancestors(token)) if _opens_clause(t)]
    return above or [token.sent.root]


def _opens_clause(token: Token) -> bool:
    """Whether the token is the verb of a clause; a name taken for a verb in the place of a noun is none."""
    return token.pos_ in _VERBS and token.dep_ not in _NOMINAL


def _up(between: list[Token]) -> int:
    """The cost of the clauses from the anchor up to the one that holds the time."""
    cost = 0
    for clause in between:
        if clause.dep_ == "advcl" and _marks(clause) & _EARLIER:
            return _BEYOND
        if clause.dep_ == "relcl" and any(c.dep_ == "aux" and c.lower_ in {"had", "have", "has"} for c in clause.children):
            return _BEYOND
        cost += 2
    return cost


def _down(between: list[Token], token: Token, anchor: Token, says: bool) -> int:
    """The cost of the clauses from the shared one down to the one that holds the time."""
    cost = 0
    for clause in between:
        reduced = clause.dep_ == "acl" and clause.tag_ in {"VBN", "VBG"} and (not says or _in_something(clause))
        if clause.dep_ not in _DOWN and not reduced:
            return _BEYOND
        if clause.dep_ == "advcl" and _marks(clause) & _EARLIER:
            return _BEYOND
        if clause.dep_ == "conj" and (token.i < clause.i or syntax.own_subjects(clause)):
            return _BEYOND
        cost += _DOWN.get(clause.dep_, 5)
    return cost


def _in_something(clause: Token) -> bool:
    """ "In a statement issued on Tuesday, ... said": the words were spoken when what holds them was issued."""
    holder = clause.head
    return clause.tag_ == "VBN" and holder.dep_ == "pobj" and holder.head.lower_ == "in" and holder.head.head.pos_ in _VERBS


def _marks(clause: Token) -> set[str]:
    """The words that open the clause ("after", "when")."""
    return {c.lower_ for c in clause.children if c.dep_ in {"mark", "prep", "advmod"} and c.i < clause.i}


def _aside(anchor: Token, token: Token, says: bool) -> int:
    """What stands between the time words and their verb: nouns they date instead of it."""
    cost, below, above = 0, token, token.head
    while not _opens_clause(above) and above != below:
        if above.pos_ in {"NOUN", "PROPN"} and above != anchor:
            named = below.dep_ in _WITHIN
            if (says and named and above.dep_ in {"dobj", "pobj"}) or (named and above.dep_ in {"poss", "compound"}):
                return _BEYOND
            cost += 1
        if above.lower_ in _ASIDE and below != token and above.pos_ in {"ADP", "SCONJ"}:
            return _BEYOND
        below, above = above, above.head
    if above.lower_ in _ASIDE and below != token:
        return _BEYOND
    return cost
