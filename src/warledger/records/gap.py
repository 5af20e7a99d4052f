"""Gaps: words of war that gave no record, and why."""

from __future__ import annotations

import msgspec

from warledger.base.spans import Span
from warledger.records.reason import GapReason

#: What each reason means, for those who mend the vocabulary.
MEANING = {
    GapReason.UNFILLED: "nothing in the clause stands where the frame looks for a field it needs",
    GapReason.NEGATED: "the text says that it was not so, and nobody in particular denies it",
    GapReason.HYPOTHETICAL: "a statement that could be made, and was not",
    GapReason.AIM: "only aimed at, asked for or planned, with too little said of it to be noted as a plan",
    GapReason.NOT_ARMED: "who does it bears no arms, and the frame is about those who do",
    GapReason.NOT_PEOPLE: "whom it befalls or who moves are neither forces nor people",
    GapReason.NOT_A_PLACE: "what stands there is no place, or has no name",
    GapReason.NOT_COUNTED: "no count stands with it, and without one there is no record",
    GapReason.WRONG_KIND: "it is done to another kind of thing than the frame is about",
    GapReason.NO_PARTY: "neither side of it is anybody who could take part",
    GapReason.GENERIC: "it is spoken of in general: no doer, place, or count with it",
    GapReason.COUNTRY: "crossing the border of a country changes no one's hold on it",
    GapReason.TOO_LONG: "the block is longer than the parser is given (its end was not read), or so many signs without a blank are no word",
    GapReason.OFF_TOPIC: "the text is about something else than armed conflict, and the sentences are none that war could have left there",
    GapReason.UNEXPLAINED: "no rule said why",
}


class Refusal(msgspec.Struct, frozen=True, order=True):
    """Why a word gave nothing: the frame or rule that refused, the reason, and the field the reason is about."""

    frame: str
    reason: GapReason
    field: str = ""

    @property
    def code(self) -> str:
        """The three as one text, as the ledger keeps them."""
        return f"{self.frame} {self.reason} {self.field}".strip()

    @classmethod
    def parse(cls, code: str) -> Refusal:
        """The refusal such a text tells; what is none of ours is unexplained."""
        known = set(GapReason)
        parts = code.split()
        at = next((i for i, part in enumerate(parts[:2]) if part in known), None)
        if at is None or len(parts) > at + 2:
            return cls("", GapReason.UNEXPLAINED)
        return cls(parts[0] if at else "", GapReason(parts[at]), "".join(parts[at + 1 :]))


class Gap(msgspec.Struct, frozen=True):
    """A word of a sentence that yielded nothing; `why` is the code of a `Refusal`."""

    document: str
    span: Span
    trigger: str
    why: str

    @property
    def refusal(self) -> Refusal:
        """Why, taken apart."""
        return Refusal.parse(self.why)
