"""The brief as Markdown, for a wiki or a mail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from warledger.exports.brief.page import Citation, Day, DisputeLine, HoldLine, Line, Page, TotalLine
from warledger.exports.brief.words import holder_words, shown_citations, sources_words, title
from warledger.exports.lines import markdown_safe


def brief_markdown(page: Page) -> Iterator[str]:
    """The page, section by section."""
    yield f"# {markdown_safe(title(page))}\n"
    yield from _section("What was read", [*page.read, *(f"{u.name}: {u.why}" for u in page.unread)])
    yield "\n## What happened\n"
    for day in page.days:
        yield from _day(day)
    if page.of.earlier_days:
        yield f"\n... and {page.of.earlier_days} earlier dates\n"
    yield "\n## Disputed\n\n"
    yield from (_dispute(d) for d in page.disputes)
    yield from _left_out(page.of.disputes - len(page.disputes), "disagreements")
    yield "\n## Who holds what\n\n"
    yield from (_holding(h) for h in page.holdings)
    yield from _left_out(page.of.places - len(page.holdings), "places")
    yield "\n## Running totals (as given; never added up)\n\n"
    yield from (_total(t) for t in page.totals)
    yield from _left_out(page.of.totals - len(page.totals), "totals")
    yield from _section("Limits", page.limits)
    if page.more:
        yield f"\n{markdown_safe(page.more)}\n"


def _section(heading: str, sentences: Iterable[str]) -> Iterator[str]:
    yield f"\n## {heading}\n\n"
    for sentence in sentences:
        yield f"- {markdown_safe(sentence)}\n"


def _day(day: Day) -> Iterator[str]:
    yield f"\n### {markdown_safe(day.label)}\n\n"
    yield from (_event(entry) for entry in day.lines)
    if day.left_out:
        yield f"- ... and {day.left_out} more\n"


def _event(entry: Line) -> str:
    head = markdown_safe("; ".join([entry.what, *entry.figures]))
    notes = [sources_words(entry.sources), *([entry.note] if entry.note else []), *(["**disputed**"] if entry.disputed else [])]
    return f"- {head} ({', '.join(notes)})\n  “{markdown_safe(entry.quote)}” {_cited(entry.citations)}\n"


def _dispute(dispute: DisputeLine) -> str:
    sides = "".join(f"  - “{markdown_safe(side.quote)}” {_cited((side.citation,))}\n" for side in (dispute.a, dispute.b))
    return f"- **{markdown_safe(dispute.type)}**: {markdown_safe(dispute.why)}\n{sides}"


def _holding(entry: HoldLine) -> str:
    claimed = "".join(f"  - claimed: {markdown_safe(text)}\n" for text in entry.claimed)
    return f"- **{markdown_safe(entry.place)}**: {markdown_safe(holder_words(entry))} {_cited(entry.citations)}\n{claimed}"


def _total(entry: TotalLine) -> str:
    return f"- {markdown_safe(entry.what + ': ' + entry.amount + entry.when + entry.by)} {_cited((entry.citation,))}\n"


def _left_out(count: int, what: str) -> Iterator[str]:
    if count > 0:
        yield f"- ... and {count} more {what}\n"


def _cited(citations: tuple[Citation, ...]) -> str:
    return " ".join(f"`{text.replace('`', '')}`" for text in shown_citations(citations))
