"""The way back: from words of a text to their place in the file it was read from."""

from __future__ import annotations

from warledger.base.spans import Span
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
