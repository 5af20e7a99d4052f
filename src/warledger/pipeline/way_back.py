"""The way back: from words of a text to their place in the file it was read from, and to what the text cites for them."""

from __future__ import annotations

from warledger.base.spans import Span
from warledger.records.citation import Citation
from warledger.records.document import Document
from warledger.records.origin import in_words, origins_of


def way_back(document: Document, span: Span) -> str:
    """Where a person finds the words `span` of the text, in words: "page 3, box 72 100 300 124", "part 1.2, characters 40-96",
    "characters 310-402 of its source". Empty where the text is the file, and for words that stand nowhere in it (a title a feed or a
    page's head gives)."""
    source = document.offsets.to_origin(span) if document.offsets else span
    if source is None:
        return ""
    told = in_words(origins_of(document.origins, source))
    if told or document.offsets is None:
        return told
    return f"characters {source.start}-{source.end} of its source"


def cited_for(document: Document, span: Span) -> tuple[Citation, ...]:
    """What the text cites for the words `span`: the references among them, and those that stand next behind them in the paragraph."""
    end = next((block.span.end for block in document.blocks if block.span.start <= span.start < block.span.end), span.end)
    among = [one for one in document.citations if span.start < one.at <= span.end]
    behind = [one for one in document.citations if span.end < one.at <= end + 1]
    return (*among, *(one for one in behind if one.at == behind[0].at))
