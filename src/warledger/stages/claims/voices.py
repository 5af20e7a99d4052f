"""Where the speakers of a text speak: the place of a statement, which holds for what they say next."""

from __future__ import annotations

from warledger.records.claim import Statement
from warledger.stages.claims.draft import Draft, explain
from warledger.stages.claims.memory import Name
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.where import where_meant, where_told

#: For so many sentences a speaker is still where he was heard last.
_HOLDS = 12


class Voices:
    """Speakers of one text with the place they were last heard at. Mutable, fed in reading order."""

    def __init__(self) -> None:
        self._at: dict[str, tuple[int, tuple[Name, ...]]] = {}

    def place(self, draft: Draft, namer: Namer) -> None:
        """Gives a statement the place where it was made, or which it is about."""
        if not isinstance(draft.content, Statement) or draft.places:
            return
        speaker = draft.content.speaker
        quoted = draft.rule == "statement.quoted"
        told = () if quoted else tuple(where_told(draft.anchor, namer))
        if told:
            self._at[speaker] = namer.memory.turn, tuple(n for n in told if not namer.classifier.is_country(n.text))
            draft.places, link = told, "where it was said"
        elif before := self._still_at(speaker, namer):
            draft.places, link = tuple(Name(n.text, n.span, "where the speaker was") for n in before), "said before in the text"
        else:
            draft.places, link = () if quoted else tuple(where_meant(draft.anchor, namer)), "where it is about"
        if draft.places:
            draft.why["places"] = explain("statement", draft.places, link)

    def _still_at(self, speaker: str, namer: Namer) -> tuple[Name, ...]:
        """Where the speaker was heard a short while ago. A country that speaks is at no place."""
        turn, places = self._at.get(speaker, (0, ()))
        return places if namer.memory.turn - turn <= _HOLDS and not namer.classifier.is_country(speaker) else ()
