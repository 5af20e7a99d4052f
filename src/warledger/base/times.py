"""When something was: an interval of days with its precision and the ground it stands on."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import msgspec


class Precision(StrEnum):
    """How finely the words fix the time, from finest to none."""

    PART_OF_DAY = "part_of_day"
    DAY = "day"
    DAYS = "days"
    WEEK = "week"
    PART_OF_MONTH = "part_of_month"
    MONTH = "month"
    PART_OF_YEAR = "part_of_year"
    YEAR = "year"
    YEARS = "years"
    OPEN = "open"


class Basis(StrEnum):
    """What the interval was worked out from, from firmest to weakest."""

    STATED = "stated"  # day, month and year (or month and year, or year) stand in the words
    YEAR_FROM_CONTEXT = "year_from_context"  # the year was taken from the text around or the publication date
    PUBLICATION = "publication"  # counted from the publication date ("Wednesday", "yesterday")
    NARRATIVE = "narrative"  # counted from the text's running date ("the next day", "two days later")
    CARRIED = "carried"  # no words of its own: the running date of the text
    DOCUMENT = "document"  # no handle but the document's own date
    CODED = "coded"  # set by a person


class Interval(msgspec.Struct, frozen=True):
    """Days `start` to `end`, both inclusive; `None` is an open end. `words` are the words that gave it."""

    start: dt.date | None
    end: dt.date | None
    precision: Precision = Precision.DAY
    basis: Basis = Basis.STATED
    words: str = ""

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.start > self.end:
            raise ValueError(f"interval ends before it starts: {self.start} .. {self.end}")

    @property
    def days(self) -> int | None:
        """Days covered, `None` where an end is open."""
        return None if self.start is None or self.end is None else (self.end - self.start).days + 1

    def overlaps(self, other: Interval, slack: int = 0) -> bool:
        """Whether some day, give or take `slack` days, lies in both."""
        gap = dt.timedelta(days=slack)
        after = self.start is not None and other.end is not None and self.start - other.end > gap
        before = self.end is not None and other.start is not None and other.start - self.end > gap
        return not (after or before)


def parse_iso_date(text: str | None) -> dt.date | None:
    """The day of an ISO date or date-time, or `None` when the text is neither."""
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text.strip().replace(" ", "T").partition("T")[0])
    except ValueError:
        return None
