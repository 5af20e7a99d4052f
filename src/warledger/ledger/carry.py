"""Carrying claims coded by hand to a changed text of their document: a new way of cleaning must not lose what people did."""

from __future__ import annotations

import msgspec

from warledger.base.spans import Span
from warledger.records.claim import Claim
from warledger.records.mention import Mention
from warledger.records.provenance import Why


def carried(claim: Claim, old: str, new: str) -> Claim | None:
    """The claim at its words in the new text, under its old id so that decisions on it hold.

    Its words are looked for where they stood, then anywhere, provided they stand there once; `None` when they do not.
    Spans of single fields move along where their words do, and are dropped where they do not.
    """
    start = claim.span.start if new.startswith(claim.quote, claim.span.start) else _only(claim.quote, new)
    if start is None:
        return None
    by = start - claim.span.start

    def moved(span: Span | None) -> Span | None:
        if span is None or span.start + by < 0:
            return None
        there = span.shifted(by)
        return there if there.of(new) == span.of(old) else None

    mentions = tuple(Mention(m.field, m.name, moved(m.span)) for m in claim.mentions)
    why = {field: Why(w.rule, w.words, moved(w.span), w.link) for field, w in claim.why.items()}
    return msgspec.structs.replace(claim, span=claim.span.shifted(by), mentions=mentions, why=why)


def _only(words: str, text: str) -> int | None:
    start = text.find(words) if words else -1
    return None if start < 0 or text.find(words, start + 1) >= 0 else start
