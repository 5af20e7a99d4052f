"""Long lists, a page at a time. A cursor names the last entry seen, so a list that grew meanwhile goes on where it was."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

import msgspec

from warledger.base.errors import UsageError

T = TypeVar("T")
#: Entries of one page, unless asked for otherwise, and at most.
DEFAULT, MOST = 100, 500


class Page(msgspec.Struct, Generic[T], frozen=True):
    """`items` of `total` that there are; `next` is the cursor of the page after this one (`None`: this is the last)."""

    items: tuple[T, ...]
    total: int
    next: str | None


class Wanted(msgspec.Struct, frozen=True):
    """Which part of a list: `limit` entries (1 to `MOST`) after the one the cursor names ("": from the beginning)."""

    limit: int = DEFAULT
    cursor: str = ""


EVERYTHING = Wanted(limit=1_000_000_000)


def page_of(found: Sequence[T], wanted: Wanted, name: Callable[[T], str]) -> tuple[Sequence[T], str | None]:
    """The entries of the page, and the cursor of the next. `name` gives an entry's id, which must be unique in the list.

    Raises:
        UsageError: the cursor names no entry of this list.
    """
    begin = 0
    if wanted.cursor:
        at = next((n for n, entry in enumerate(found) if name(entry) == wanted.cursor), None)
        if at is None:
            raise UsageError("the cursor is of another list, or its entry is gone", mend="Begin again without a cursor")
        begin = at + 1
    items = found[begin : begin + wanted.limit]
    more = begin + len(items) < len(found)
    return items, name(items[-1]) if more and items else None
