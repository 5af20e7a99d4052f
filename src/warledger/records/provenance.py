"""Why a value is what it is: the rule, the words, the link."""

from __future__ import annotations

import msgspec

from warledger.base.spans import Span


class Why(msgspec.Struct, frozen=True, array_like=True):
    """`rule` names the rule or vocabulary entry, `words` the words it read (with their span), `link` how they hang together."""

    rule: str
    words: str = ""
    span: Span | None = None
    link: str = ""
