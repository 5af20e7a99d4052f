"""Small words all forms of the brief share."""

from __future__ import annotations

from collections.abc import Iterator

from warledger.exports.brief.page import Citation, HoldLine, Page

_MOST = 3


def title(page: Page) -> str:
    """The heading: what it is about and as of when."""
    on = f", {page.on}" if page.on else ""
    known = f", as known on {page.known}" if page.known and page.known != page.on else ""
    return f"{page.monitor}: the situation{on}{known}"


def sources_words(count: int) -> str:
    """How many independent sources, in words."""
    return "1 source" if count == 1 else f"{count} independent sources"


def holder_words(entry: HoldLine) -> str:
    """Holder, status and since when: `Northern Front (held since 2024-12-05)`."""
    since = f" since {entry.since}" if entry.since else ""
    return f"{entry.holder} ({entry.status}{since})" if entry.holder else f"{entry.status}{since}"


def shown_citations(citations: tuple[Citation, ...]) -> Iterator[str]:
    """The first citations with their outlets, and how many more there are."""
    for citation in citations[:_MOST]:
        yield f"{citation}, {citation.outlet}" if citation.outlet else str(citation)
    if len(citations) > _MOST:
        yield f"and {len(citations) - _MOST} more"
