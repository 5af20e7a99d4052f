"""Counts that run over a period: told apart from those of one incident, and read where a toll is named ("the death toll rose to 56")."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from warledger.base.times import Precision
from warledger.stages.claims import syntax
from warledger.stages.claims.counts import amount_of
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.quantities import Amount, AmountKind
from warledger.stages.claims.scene import Scene
from warledger.stages.claims.triggers import Trigger

_CLAUSES = frozenset({"relcl", "ccomp", "advcl", "acl"})
_SPANS = frozenset({"day", "week", "month", "year", "hour", "decade", "night"})
_PASSED = frozenset({"past", "last", "recent", "previous", "preceding", "coming"})
#: From so many days on a stretch of time is longer than one incident.
_LONG = 5
#: So many dead or hurt are no single incident's, but for the rarest.
_MANY = 1000
#: Where a named toll's number stands, likeliest first: "rose to 56", "at 56", "reached 56", "is 56", "of 56".
_TOLL_SLOTS = ("to", "at", "of", "dobj", "attr")


def is_running_total(trigger: Trigger, scene: Scene) -> bool:
    """Whether a count of dead or hurt runs over a period ("since", "in total", "have been killed in the war"), not one incident."""
    if trigger.frame.kind != "effect":
        return False
    if any(_of_a_war(amount_of(h, scene)) for h in trigger.fill("group")):
        return True
    known, near = syntax.grammar(trigger.token), _clause(_first(trigger.verb))
    counted = trigger.noun and trigger.token.tag_ == "NNS" and bool(syntax.children(trigger.token, "nummod"))
    if counted and trigger.verb.lemma_ not in known.causing:
        return True  # "reports spoke of 1,000 deaths"
    words = {t.lower_ for t in near if not _compares(t)}
    if words & known.incident and not words & {"since", "total"}:
        return False
    if words & known.period or any(_past_span(t) for t in near) or _over_days(near, scene):
        return True
    return (_perfect(trigger.verb) and any(_many(t, known.repeated) for t in near)) or trigger.words == "be dead"


def _compares(token: Token) -> bool:
    """Whether "since" only belongs to a comparison ("the heaviest attack since the war began")."""
    if token.lower_ != "since":
        return False
    if token.dep_ != "mark" and not list(token.children):
        return True  # "has not been seen since"
    top = token.head if token.dep_ == "mark" else token
    best = token.i > token.sent.start and any(c.tag_ == "JJS" or c.lower_ == "first" for c in token.nbor(-1).lefts)
    return best or top.head.pos_ in {"NOUN", "PROPN", "ADJ"}


def _of_a_war(amount: Amount | None) -> bool:
    return amount is not None and (amount.quantity.low or amount.quantity.high or 0) >= _MANY


def _first(verb: Token) -> Token:
    """The verb before one that shares its "were": "40 people were killed and 81 injured"."""
    joined = verb.head if verb.dep_ == "acl" else verb  # the parser may join the people, not the verbs
    shares = joined.dep_ == "conj" and joined.head.pos_ == "VERB" and verb.tag_ in {"VBN", "VBD"}
    return joined.head if shares and not any(c.dep_ in {"aux", "auxpass", "dobj"} for c in verb.children) else verb


def _clause(verb: Token) -> list[Token]:
    """The words of the verb's clause, without those of the clauses under it but for "since"."""
    found = [verb]
    for child in verb.children:
        if child.dep_ not in _CLAUSES or any(c.lower_ == "since" and not _compares(c) for c in child.children):
            found += _clause(child)
    if verb.dep_ == "relcl":
        found.append(verb.head)  # "protests that have left 20 dead"
    return found


def _over_days(near: Sequence[Token], scene: Scene) -> bool:
    """ "between 10 May and 11 June": from one day to another, some time later; or "as of 10 May"."""
    starts = {scene.place_of(t).start for t in near}
    spans = [m.interval for m in scene.moments if any(m.span.start <= at < m.span.end for at in starts)]
    days = [(i.end - i.start).days for i in spans if i.start and i.end and i.precision is Precision.DAYS]
    return any(d >= _LONG for d in days) or any(t.lower_ == "of" and t.i > t.sent.start and t.nbor(-1).lower_ == "as" for t in near)


def _past_span(token: Token) -> bool:
    """ "over the past two weeks", "in recent months"."""
    return token.lemma_.lower() in _SPANS and token.dep_ == "pobj" and any(c.lower_ in _PASSED for c in token.lefts)


def _perfect(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)


def _many(token: Token, repeated: frozenset[str]) -> bool:
    """Whether the token is a plural or mass noun for violence that goes on ("clashes", "unrest")."""
    return token.lemma_.lower() in repeated and token.tag_ in {"NNS", "NN"} and (token.tag_ == "NNS" or not syntax.children(token, "det"))


def sets_the_scene(trigger: Trigger, totals: Sequence[Trigger]) -> bool:
    """Whether the happening is only where a running total comes from ("killed in protests since Tuesday")."""
    if not trigger.noun:
        return False
    return any(trigger.token in _clause(t.verb) for t in totals)


def toll_amount(trigger: Trigger, scene: Scene) -> tuple[Amount, Token] | None:
    """The number of a named toll and the word it counts; none where the toll has none of its own."""
    own = amount_of(trigger.token, scene)
    if own is not None:
        return own, trigger.token
    for source in (trigger.end, trigger.token, trigger.verb):
        heads = _slots(source)
        for slot in _TOLL_SLOTS:
            for head in heads.get(slot, []):
                found = amount_of(head, scene) or _spelled_by(head, scene)
                if found is not None:
                    return found, head
    return None


def _slots(token: Token) -> dict[str, list[Token]]:
    heads = syntax.obliques(token)
    for dep in ("dobj", "attr"):
        heads.setdefault(dep, []).extend(t for c in syntax.children(token, dep) for t in syntax.conjuncts(c))
    return heads


def _spelled_by(head: Token, scene: Scene) -> Amount | None:
    """The amount that the head itself writes ("rose to 56")."""
    at = head.idx + scene.offset
    return next((a for a in scene.amounts if a.kind is AmountKind.COUNT and a.number_span.start <= at < a.number_span.end), None)


def counted_group(head: Token, trigger: Trigger, namer: Namer) -> str:
    """Whom a named toll counts: the word behind its number, those it is "among", else people."""
    if head != trigger.token and head.pos_ in {"NOUN", "PROPN"} and not head.like_num:
        return namer.name(namer.meant(head)).text
    behind = [h for p in ("among", "of") for h in syntax.obliques(trigger.token).get(p, [])]
    among = [h for h in behind if h not in (head, trigger.end) and not h.like_num]
    return namer.name(namer.meant(among[0])).text if among else "people"
