"""Gaps: words of war that gave no record, and why."""

from __future__ import annotations

import msgspec

from warledger.base.spans import Span
from warledger.records.reason import GapReason


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
