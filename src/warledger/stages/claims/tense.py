"""When a verb's form puts its clause: told in the past, before it, up to now, now, or to come."""

from __future__ import annotations

from enum import StrEnum

from spacy.tokens import Token

from warledger.stages.claims import syntax

_FUTURE = frozenset({"will", "'ll", "shall", "wo"})
_HAVE, _BE = frozenset({"have", "'ve"}), frozenset({"be", "'s", "'re"})


class Tense(StrEnum):
    """The tenses that matter for dates. `PAST` is the tense of telling; `PERFECT` and `BEFORE` (had done) are background."""

    PAST = "past"
    BEFORE = "before"
    PERFECT = "perfect"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"


def tense_of(token: Token) -> Tense:
    """The tense of the clause the token stands in; participles, infinitives and verbs joined by "and" take that of the verb above."""
    verb = syntax.clause_verb(token)
    for at in (verb, *syntax.ancestors(verb)):
        if at.pos_ not in {"VERB", "AUX"}:
            continue
        found = _own(at)
        if found is not Tense.NONE:
            return found
    return Tense.NONE


def _own(verb: Token) -> Tense:
    """What the verb and its auxiliaries say themselves."""
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if any(h.lower_ in _FUTURE for h in helpers):
        return Tense.FUTURE
    have = next((h for h in helpers if h.lemma_ in _HAVE and h.lower_ != "having"), None)
    if have is not None and not any(h.tag_ == "MD" for h in helpers):
        return Tense.BEFORE if have.lower_ in {"had", "'d"} else Tense.PERFECT
    finite = [h for h in helpers if h.tag_ in {"VBD", "VBZ", "VBP"}] or [verb]
    if any(f.tag_ == "VBD" for f in finite):
        return Tense.PAST
    return Tense.PRESENT if any(f.tag_ in {"VBZ", "VBP"} for f in finite) else Tense.NONE
