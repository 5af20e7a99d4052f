"""Who did it, when the sentence does not say: the doers told before in the same passage."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec
from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from warledger.records.claim import Event
from warledger.records.provenance import Why
from warledger.records.vocab import Nouns
from warledger.stages.claims import syntax
from warledger.stages.claims.draft import Draft, explain, texts
from warledger.stages.claims.memory import Name
from warledger.stages.claims.naming import Namer

#: How many sentences a passage keeps who does what.
_REACH = 4


#: Blows that come from afar: a report seldom says twice whose they are.
_STRIKES = frozenset({"Air/drone strike", "Shelling/artillery/missile attack", "Chemical weapon"})


_BLOWS = frozenset({"strike", "attack", "raid", "bombardment", "bombing", "assault", "airstrike", "barrage", "shelling", "blast"})
_NONE = frozenset({"no", "none", "nobody", "neither"})
_GATHERINGS = frozenset({"Peaceful protest", "Violent demonstration", "Protest with intervention"})


@dataclass(frozen=True)
class Deed:
    """A happening told before: its type, who did it to whom, and in which sentence."""

    type: str
    doers: tuple[Name, ...]
    sufferers: tuple[Name, ...]
    sentence: int


@dataclass
class Recall:
    """The happenings of the running passage. `gathered` is the document's own word for those who protest, if it has one."""

    gathered: str = ""
    deeds: list[Deed] = field(default_factory=list)
    sentence: int = 0
    unclaimed: tuple[Draft, int] | None = None

    def paragraph(self) -> None:
        """A new paragraph: what was told before is far away."""
        self.sentence += 2

    def read(self, drafts: list[Draft], claimants: Sequence[Name] = ()) -> None:
        """Gives the doers told before to happenings that name none, and remembers the others.

        `claimants` are who claims responsibility in the sentence: the last happening without a doer is theirs."""
        self.sentence += 1
        if claimants and self.unclaimed is not None and self.sentence - self.unclaimed[1] <= _REACH:
            draft = self.unclaimed[0]
            if isinstance(draft.content, Event):
                self._give(draft, draft.content, tuple(claimants), "claims responsibility")
            self.unclaimed = None
        for draft in sorted(drafts, key=lambda d: d.anchor.i):
            event = draft.content
            if not isinstance(event, Event):
                continue
            if not event.actors1:
                self._complete(draft, event)
                self.unclaimed = self.unclaimed if draft.names.get("actors1") else (draft, self.sentence)
            if draft.names.get("actors1"):
                self.deeds.append(Deed(event.type, draft.names["actors1"], draft.names.get("actors2", ()), self.sentence))

    def _complete(self, draft: Draft, event: Event) -> None:
        if event.type in _GATHERINGS and self.gathered and self.gathered not in event.actors2:
            self._give(draft, event, (Name(self.gathered, None, "the document's word for those who protest"),))
            return
        if _is_the_strike(draft.anchor) and self.deeds and self.sentence - self.deeds[-1].sentence <= 1:
            if event.type in {"Attack", "Armed clash"} and self.deeds[-1].type in _STRIKES:
                event = msgspec.structs.replace(event, type=self.deeds[-1].type)
                draft.why["type"] = Why("told before", self.deeds[-1].type)
            self._give(draft, event, self.deeds[-1].doers)
            return
        deed = self._meant(event) if event.type in _STRIKES and _goes_on(draft.anchor) else None
        if deed is None:
            return
        self._give(draft, event, tuple(Name(n.text, None, "told before", n.affiliation) for n in deed.doers))

    def _give(self, draft: Draft, event: Event, doers: tuple[Name, ...], how: str = "told before") -> None:
        draft.content = msgspec.structs.replace(event, actors1=texts(doers))
        draft.names["actors1"] = doers
        draft.why["actors1"] = explain(how, doers, "the last such happening of the passage")

    def _meant(self, event: Event) -> Deed | None:
        for deed in reversed(self.deeds):
            if self.sentence - deed.sentence > _REACH:
                return None
            if deed.type == event.type and not set(texts(deed.doers)) & set(event.actors2):
                return deed
        return None


def _is_the_strike(verb: Token) -> bool:
    """Whether "the strike(s)" or "the attack(s)" told before are what the verb is about: "The strikes killed nine"."""
    about = [c for c in verb.children if c.dep_ == "nsubj"] if verb.pos_ == "VERB" else [verb]
    return any(t.lemma_.lower() in _BLOWS and any(c.lower_ in {"the", "these", "those"} for c in t.lefts) for t in about)


def _goes_on(anchor: Token) -> bool:
    """Whether the words go on with what was told: "the strikes", "another strike", "strikes also hit"; "a strike" is a new one."""
    if anchor.pos_ not in {"NOUN", "PROPN"}:
        return True
    return not any(c.lower_ in {"a", "an"} for c in anchor.lefts)


def claimants(sentence: Sentence, namer: Namer) -> list[Name]:
    """Who claims responsibility in the sentence."""
    for token in sentence:
        if token.lower_ == "responsibility" and token.dep_ == "dobj" and token.head.lemma_ == "claim" and not syntax.negated(token.head):
            return namer.actors([a for a in syntax.agents(token.head) if not _nobody(a)])
    return []


def _nobody(head: Token) -> bool:
    """ "no group", "none of them", "nobody"."""
    return head.lower_ in _NONE or any(c.lower_ in _NONE for c in head.lefts)


def gathered(text: str, nouns: Nouns) -> str:
    """The plural the document uses most for people who protest ("anti-government protesters"), or nothing."""
    words = "|".join(sorted(f"{w}s" for w in nouns.crowd if w != "crowd"))
    found = Counter(m.group().lower() for m in re.finditer(rf"\b(?:{words})\b", text, re.IGNORECASE))
    return found.most_common(1)[0][0] if found else ""
