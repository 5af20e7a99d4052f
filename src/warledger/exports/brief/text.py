"""The brief as plain text in 80 columns. Headings are marked for a terminal by `style`; without it the text is plain."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator

from warledger.exports.brief.page import Citation, Day, DisputeLine, HoldLine, Line, Page, TotalLine
from warledger.exports.brief.words import holder_words, shown_citations, sources_words, title

WIDTH = 80
#: Marks up a piece of text: its role (`heading`, `strong`, `faint`, `warn`) and the text.
Style = Callable[[str, str], str]


def plain(role: str, text: str) -> str:
    """No marks."""
    return text


def brief_text(page: Page, style: Style = plain) -> Iterator[str]:
    """The page, section by section; a section without content says so."""
    yield from _lines([style("heading", title(page))])
    yield from _section(style, "WHAT WAS READ", [*_paragraphs(page.read), *_unread(page)])
    yield from _section(style, "WHAT HAPPENED", _days(page, style), none="Nothing dated up to that day.")
    yield from _section(style, "DISPUTED", _disputes(page, style), none="No real disagreement found.")
    yield from _section(style, "WHO HOLDS WHAT", _holdings(page, style), none="No report says who holds a place.")
    yield from _section(style, "RUNNING TOTALS (as given; never added up)", _totals(page), none="No report gives a total.")
    yield from _section(style, "LIMITS", _paragraphs(page.limits))
    if page.more:
        yield from _lines(["", *(style("faint", text) for text in _wrap(page.more, ""))])


def _section(style: Style, heading: str, lines: Iterable[str], none: str = "") -> Iterator[str]:
    held = list(lines)
    yield from _lines(["", style("heading", heading), *(held or [f"  {none}"])])


def _lines(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield text + "\n"


def _paragraphs(sentences: Iterable[str]) -> Iterator[str]:
    for sentence in sentences:
        yield from _wrap(sentence, "  ")


def _unread(page: Page) -> Iterator[str]:
    for entry in page.unread:
        yield from _wrap(f"- {entry.name}: {entry.why}", "  ", "    ")


def _days(page: Page, style: Style) -> Iterator[str]:
    for day in page.days:
        yield from _day(day, style)
    if page.of.earlier_days:
        yield from _wrap(f"... and {page.of.earlier_days} earlier dates", "  ")


def _day(day: Day, style: Style) -> Iterator[str]:
    yield "  " + style("strong", day.label)
    for entry in day.lines:
        yield from _event(entry, style)
    if day.left_out:
        yield f"    ... and {day.left_out} more"


def _event(entry: Line, style: Style) -> Iterator[str]:
    head = "; ".join([entry.what, *entry.figures])
    marks = [sources_words(entry.sources)]
    if entry.note:
        marks.append(entry.note)
    if entry.disputed:
        marks.append("DISPUTED")
    yield from _wrap(f"- {head} [{', '.join(marks)}]", "  ", "    ")
    yield from (style("faint", text) for text in _wrap(f'"{entry.quote}" {_cited(entry.citations)}', "    "))


def _disputes(page: Page, style: Style) -> Iterator[str]:
    for dispute in page.disputes:
        yield from _dispute(dispute, style)
    yield from _left_out(page.of.disputes - len(page.disputes), "more disagreements")


def _dispute(dispute: DisputeLine, style: Style) -> Iterator[str]:
    head = _wrap(f"- {dispute.type}: {dispute.why}", "  ", "    ")
    yield from (style("warn", text) for text in head)
    for side in (dispute.a, dispute.b):
        yield from _wrap(f'"{side.quote}" {_cited((side.citation,))}', "    ")


def _holdings(page: Page, style: Style) -> Iterator[str]:
    for entry in page.holdings:
        yield from _holding(entry, style)
    yield from _left_out(page.of.places - len(page.holdings), "more places")


def _holding(entry: HoldLine, style: Style) -> Iterator[str]:
    yield from _wrap(f"- {style('strong', entry.place)}: {holder_words(entry)} {_cited(entry.citations)}".rstrip(), "  ", "    ")
    for claimed in entry.claimed:
        yield from _wrap(f"claimed: {claimed}", "    ", "      ")


def _totals(page: Page) -> Iterator[str]:
    for entry in page.totals:
        yield from _total(entry)
    yield from _left_out(page.of.totals - len(page.totals), "more totals")


def _total(entry: TotalLine) -> Iterator[str]:
    yield from _wrap(f"- {entry.what}: {entry.amount}{entry.when}{entry.by} {_cited((entry.citation,))}", "  ", "    ")


def _left_out(count: int, what: str) -> Iterator[str]:
    if count > 0:
        yield f"  ... and {count} {what}"


def _cited(citations: tuple[Citation, ...]) -> str:
    return " ".join(f"[{text}]" for text in shown_citations(citations))


def _wrap(text: str, first: str, rest: str | None = None) -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=first if rest is None else rest, break_long_words=False, break_on_hyphens=False
    )
