"""Words no language has: strings of hundreds of signs without a blank (encoded data, attacks). Patterns made for words take ages over
them, so they are not read."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from warledger.base.spans import Span
from warledger.records.claim import Claim
from warledger.records.document import Block, Document
from warledger.records.gap import Gap, Refusal
from warledger.records.reason import GapReason

#: Signs without a blank from which on a string is no word; the longest addresses of pages stay below.
LONGEST_WORD = 400
_OVERLONG = re.compile(rf"\S{{{LONGEST_WORD},}}")
#: What stands in their place while a document is read: as long, and no letter, digit or blank that a pattern would try to extend.
_FILLER = "·"


def without_overlong(document: Document) -> Document:
    """The document as it is read: the same offsets, overlong words filled in and in no block."""
    found = [Span(*match.span()) for match in _OVERLONG.finditer(document.text)]
    if not found:
        return document
    text = _OVERLONG.sub(lambda match: _FILLER * len(match[0]), document.text)
    blocks = tuple(part for block in document.blocks for part in _parts(block, found))
    return msgspec.structs.replace(document, text=text, blocks=blocks)


def with_words_of(document: Document, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims with their words as the document itself has them."""
    return tuple(msgspec.structs.replace(claim, quote=claim.span.of(document.text)) for claim in claims)


def passed_over(document: Document) -> Iterator[Gap]:
    """One gap for each overlong word."""
    code = Refusal("", GapReason.TOO_LONG).code
    return (Gap(document.id, Span(*match.span()), "", code) for match in _OVERLONG.finditer(document.text))


def _parts(block: Block, overlong: list[Span]) -> list[Block]:
    """What of a block lies around the overlong words."""
    parts, at = [], block.span.start
    for word in overlong:
        if word.overlaps(block.span):
            parts.append(Span(at, max(at, word.start)))
            at = min(word.end, block.span.end)
    parts.append(Span(at, block.span.end))
    return [msgspec.structs.replace(block, span=part) for part in parts if len(part)]
