"""The brief as one JSON object."""

from __future__ import annotations

from collections.abc import Iterator

from warledger.exports.brief.page import Page
from warledger.exports.lines import line


def brief_json(page: Page) -> Iterator[str]:
    """All of the page, keys in the order of the page."""
    yield line(page)
