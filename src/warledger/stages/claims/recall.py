"""Who did it, when the sentence does not say: the doers told before in the same passage."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

import msgspec
from spacy.tokens import Token

from warledger.records.claim import Event
from warledger.records.vocab import Nouns
from warledger.stages.claims.draft import Draft, explain, texts
from warledger.stages.claims.memory import Name

#: How many sentences a passage keeps who does what.
_REACH = 4


#: Blows that come from afar: a report seldom says twice whose they are.
_STRIKES = frozenset({"Air/drone strike", "Shelling/artillery/missile attack", "Chemical weapon"})


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

    def paragraph(self) -> None:
        """A new paragraph: what was told before is far away."""
        self.sentence += 2

    def read(self, drafts: list[Draft]) -> None:
        """Gives the doers told before to happenings that name none, and remembers the others."""
        self.sentence += 1
        for draft in sorted(drafts, key=lambda d: d.anchor.i):
            event = draft.content
            if not isinstance(event, Event):
                continue
            if not event.actors1:
                self._complete(draft, event)
            elif draft.names.get("actors1"):
                self.deeds.append(Deed(event.type, draft.names["actors1"], draft.names.get("actors2", ()), self.sentence))

    def _complete(self, draft: Draft, event: Event) -> None:
        if event.type in _GATHERINGS and self.gathered and self.gathered not in event.actors2:
            self._give(draft, event, (Name(self.gathered, None, "the document's word for those who protest"),))
            return
        deed = self._meant(event) if event.type in _STRIKES and _goes_on(draft.anchor) else None
        if deed is None:
            return
        self._give(draft, event, tuple(Name(n.text, None, "told before", n.affiliation) for n in deed.doers))

    def _give(self, draft: Draft, event: Event, doers: tuple[Name, ...]) -> None:
        draft.content = msgspec.structs.replace(event, actors1=texts(doers))
        draft.names["actors1"] = doers
        draft.why["actors1"] = explain("told before", doers, "the last such happening of the passage")

    def _meant(self, event: Event) -> Deed | None:
        for deed in reversed(self.deeds):
            if self.sentence - deed.sentence > _REACH:
                return None
            if deed.type == event.type and not set(texts(deed.doers)) & set(event.actors2):
                return deed
        return None


def _goes_on(anchor: Token) -> bool:
    """Whether the words go on with what was told: "the strikes", "another strike", "strikes also hit"; "a strike" is a new one."""
    if anchor.pos_ not in {"NOUN", "PROPN"}:
        return True
    return not any(c.lower_ in {"a", "an"} for c in anchor.lefts)


def gathered(text: str, nouns: Nouns) -> str:
    """The plural the document uses most for people who protest ("anti-government protesters"), or nothing."""
    words = "|".join(sorted(f"{w}s" for w in nouns.crowd if w != "crowd"))
    found = Counter(m.group().lower() for m in re.finditer(rf"\b(?:{words})\b", text, re.IGNORECASE))
    return found.most_common(1)[0][0] if found else ""
