"""Where the speakers of a text speak: the place of a statement, which holds for what they say next."""

from __future__ import annotations

from warledger.records.claim import Statement
from warledger.stages.claims.draft import Draft, explain
from warledger.stages.claims.memory import Name
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.where import where_meant, where_told


class Voices:
    """Speakers of one text with the place they were last heard at. Mutable, fed in reading order."""

    def __init__(self) -> None:
        self._at: dict[str, tuple[Name, ...]] = {}

    def place(self, draft: Draft, namer: Namer) -> None:
        """Gives a statement the place where it was made, or which it is about."""
        if not isinstance(draft.content, Statement) or draft.places:
            return
        speaker = draft.content.speaker
        quoted = draft.rule == "statement.quoted"
        told = () if quoted else tuple(where_told(draft.anchor, namer))
        if told:
            self._at[speaker] = tuple(n for n in told if not namer.classifier.is_country(n.text))
            draft.places, link = told, "where it was said"
        elif self._at.get(speaker):
            draft.places, link = tuple(Name(n.text, n.span, "where the speaker was") for n in self._at[speaker]), "said before in the text"
        else:
            draft.places, link = () if quoted else tuple(where_meant(draft.anchor, namer)), "where it is about"
        if draft.places:
            draft.why["places"] = explain("statement", draft.places, link)
