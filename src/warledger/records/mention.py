"""A name in a claim and the words of the document it stands for."""

from __future__ import annotations

import msgspec

from warledger.base.spans import Span


class Mention(msgspec.Struct, frozen=True, array_like=True):
    """`name` as the record has it; `span` the words in the document that gave it (`None`: resolved from elsewhere); `field` where it is
    used."""

    field: str
    name: str
    span: Span | None = None
