"""The pages as Warledger reads them, and as trafilatura alone does."""

from __future__ import annotations

import html
import re
from functools import cache

from eval.cleaning.pages import Page
from warledger.base.spans import Span
from warledger.pipeline.vocabulary import WordLists
from warledger.records.document import BlockKind, Document, RawDocument
from warledger.records.layout import Layout
from warledger.stages.cleaning.clean import clean

ARTICLE = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.INFOBOX})
_TAG = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>|<[^>]*>", re.DOTALL | re.IGNORECASE)


def document_of(name: str, source: str) -> Document:
    """What cleaning makes of a page or a text.

    Raises:
        ValueError: it finds no article; the message says why.
    """
    raw = RawDocument(name, source.encode(), name.rpartition(".")[2], text=source)
    document, problems = clean(raw, identify=lambda _: "en", layout=_layout())
    if document is None:
        raise ValueError(f"{name}: {', '.join(problem.detail for problem in problems)}")
    return document


@cache
def _layout() -> Layout:
    return WordLists.packaged().layout


def text_of(document: Document, kinds: frozenset[BlockKind] = ARTICLE) -> str:
    """The blocks of these kinds, a line each."""
    return "\n".join(block.span.of(document.text) for block in document.blocks if block.kind in kinds)


def trafilatura_alone(page: Page) -> str:
    """What trafilatura makes of the page as a program would ask it; a pasted page is given to it as a page of paragraphs."""
    from trafilatura import extract

    lines = "".join(f"<p>{html.escape(line)}</p>\n" for line in page.source.split("\n") if line.strip())
    source = f"<html><body>{lines}</body></html>" if page.plain else page.source
    return extract(source, include_comments=False, include_tables=True) or ""


def inexact(page: Page, document: Document) -> list[str]:
    """The words of the document that do not lead back to themselves in the page's source, told with where they stand."""
    wrong = []
    for block in document.blocks:
        for word in re.finditer(r"\S+", block.span.of(document.text)):
            start = block.span.start + word.start()
            if _origin(page, document, start, start + len(word[0])) != word[0]:
                wrong.append(f"{page.name}:{start}: {word[0]}")
    return wrong


def _origin(page: Page, document: Document, start: int, end: int) -> str:
    if document.offsets is None:
        return page.source[start:end]
    span = document.offsets.to_origin(Span(start, end))
    return "" if span is None else " ".join(html.unescape(_TAG.sub("", span.of(page.source))).split())
