"""The pages read as a user reads them: which records count, and on which words they stand."""

from __future__ import annotations

from collections.abc import Sequence

from eval.cleaning.pages import Page
from eval.cleaning.scoring import plain
from eval.cleaning.sheet import Part
from eval.data import Row, rows
from eval.workshop import Workshop


def records_off_the_article(workshop: Workshop, pages: Sequence[Page]) -> tuple[list[tuple[str, str]], int]:
    """Records that count although their words are a caption's or clutter's and nowhere the article's, each
    with its document, and how many count in all."""
    folder = workshop.work / "pages"
    folder.mkdir()
    for page in pages:
        (folder / page.name).write_text(page.source, encoding="utf-8")
    monitor = workshop.read("cleaning", folder)
    by_stem = {page.name.rpartition(".")[0]: page for page in pages}
    held = rows(monitor.records)
    return [(row["doc"], _told(row)) for row in held if _off(row, by_stem[row["doc"]])], len(held)


def _off(row: Row, page: Page) -> bool:
    quote = plain(row["quote"])
    within = any(quote in plain(words) for words in page.words_of(Part.BODY, Part.BESIDE))
    return not within and any(_overlaps(quote, plain(words)) for words in page.words_of(Part.CAPTION, Part.CLUTTER))


def _overlaps(quote: str, other: str) -> bool:
    """One within the other, single words aside."""
    short, long = sorted((quote, other), key=len)
    return short.count(" ") >= 3 and short in long


def _told(row: Row) -> str:
    return f"{row['doc']}: {row['kind']}: {row['quote'][:120]}"
