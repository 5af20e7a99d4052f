"""The parameters of the addresses. What is not listed here is refused, so that a misspelt filter is not taken for none."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from warledger.base.errors import UsageError
from warledger.pipeline.resources.disputes import DisputeFilter
from warledger.pipeline.resources.documents import DocumentFilter
from warledger.pipeline.resources.events import EventFilter
from warledger.pipeline.resources.pages import DEFAULT, MOST, Wanted
from warledger.pipeline.resources.series import SeriesFilter

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
#: Days outside are slips: no report and no war is of then.
_FIRST, _LAST = dt.date(1000, 1, 1), dt.date(2999, 12, 31)
_TEXT = 200


def _day(value: Any) -> Any:
    if isinstance(value, str) and not _DAY.fullmatch(value):
        raise ValueError("write the day as YYYY-MM-DD, such as 2024-11-29")
    return value


def _in_range(day: dt.date) -> dt.date:
    if not _FIRST <= day <= _LAST:
        raise ValueError(f"a day from {_FIRST} to {_LAST}")
    return day


Day = Annotated[dt.date, BeforeValidator(_day), AfterValidator(_in_range)]
Text = Annotated[str, Field(max_length=_TEXT)]


class Known(BaseModel):
    """As known on that day: reports published later are left out (default: everything read)."""

    model_config = ConfigDict(extra="forbid")

    known: Day | None = Field(None, description="As known on that day: reports published later are left out (default: everything read).")


class OnKnown(Known):
    """The day asked about, and the day on which it was known."""

    on: Day | None = Field(None, description="The day asked about (default: the latest published date in the ledger).")


class Paged(Known):
    """A page of a list."""

    limit: int = Field(DEFAULT, ge=1, le=MOST, description="Entries of a page.")
    cursor: Text = Field("", description="`next` of the page before (default: the first page).")

    def page(self) -> Wanted:
        """Which page."""
        return Wanted(self.limit, self.cursor)


class Sort(StrEnum):
    """What events are sorted by; `-` is downwards, and the undated come last."""

    DATE = "date"
    LATEST = "-date"
    SOURCES = "-sources"
    FIGURE = "-figure"
    KNOWN = "-known"


class Filters(Known):
    """Which events."""

    on: Day | None = Field(None, description="Begun by that day (default: all).")
    type: list[Text] = Field([], max_length=40, description="Sub-event types or event types; any of them.")
    place: Text = Field("", description="A place's id or name.")
    actor: Text = Field("", description="An actor's id or name.")
    bbox: Annotated[str, Field(max_length=80)] = Field("", description="west,south,east,north in degrees; west may be greater than east.")
    start: Day | None = Field(None, description="Touching that day or a later one.")
    end: Day | None = Field(None, description="Touching that day or an earlier one.")
    measure: Literal["killed", "injured", "captured", "displaced", "missing", "casualties"] = Field(
        "killed", description="What `least` counts."
    )
    least: float = Field(0, ge=0, le=1e9, description="A figure of one group that may be as high as this.")
    disputed: bool | None = Field(None, description="Only those with (or without) a real disagreement.")
    happened: bool | None = Field(
        None, description="Only those that some record says did happen (or only denied, planned and possible ones)."
    )
    text: Text = Field("", description="Words that its type, names, figures or quotes hold.")

    def wanted(self) -> EventFilter:
        """The filter."""
        same = ("place", "actor", "start", "end", "on", "measure", "least", "disputed", "happened", "text")
        return EventFilter(types=tuple(self.type), box=_box(self.bbox), **{name: getattr(self, name) for name in same})


class EventsAsked(Filters, Paged):
    """A page of events."""

    sort: Sort = Field(Sort.DATE, description="What they are sorted by.")


class PlacesAsked(Paged):
    """A page of places."""

    text: Text = Field("", description="Words in one of its names.")


class ActorsAsked(Paged):
    """A page of actors."""

    text: Text = Field("", description="Words in one of its names.")
    described: bool = Field(False, description="Also those without a name of their own (gunmen, residents).")


class DisputesAsked(Paged):
    """A page of disputes."""

    type: list[Text] = Field([], max_length=20, description="Types of disagreement; any of them.")
    place: Text = Field("", description="A place's id or name that a record of it names.")
    actor: Text = Field("", description="An actor's id or name that a record of it names.")
    start: Day | None = Field(None, description="Touching that day or a later one.")
    end: Day | None = Field(None, description="Touching that day or an earlier one.")
    on: Day | None = Field(None, description="Begun by that day (default: all).")
    real: bool | None = Field(None, description="Only real disagreements (or only differences of scope, time or wording).")
    text: Text = Field("", description="Words that its reason or quotes hold.")

    def wanted(self) -> DisputeFilter:
        """The filter."""
        same = ("place", "actor", "start", "end", "on", "real", "text")
        return DisputeFilter(types=tuple(self.type), **{name: getattr(self, name) for name in same})


class DocumentsAsked(Paged):
    """A page of documents."""

    source: Text = Field("", description="A publisher's id or name.")
    start: Day | None = Field(None, description="Published on that day or later.")
    end: Day | None = Field(None, description="Published on that day or earlier.")
    text: Text = Field("", description="Words in title or name.")

    def wanted(self) -> DocumentFilter:
        """The filter."""
        return DocumentFilter(self.source, self.start, self.end, self.text)


class SeriesAsked(Paged):
    """A page of series."""

    actor: Text = Field("", description="An actor's id, name, or words of names (default: all).")
    on: Day | None = Field(None, description="Points begun by that day (default: all).")
    about: Text = Field("", description="Only points whose words hold these.")

    def wanted(self, *kinds: str) -> SeriesFilter:
        """The filter."""
        return SeriesFilter(self.actor, kinds, self.on, self.about)


class KindsAsked(SeriesAsked):
    """A page of series of some kinds."""

    kind: list[Literal["strength", "movement", "agreement", "statement"]] = Field(
        [], max_length=4, description="Kinds of records (default: all)."
    )


class SearchAsked(Known):
    """What to search for."""

    q: Annotated[str, Field(min_length=1, max_length=_TEXT)] = Field(
        description='Words; "two together" in double quotes, `begin*` for any ending.'
    )
    kind: list[Literal["place", "actor", "source", "document", "event", "record"]] = Field(
        [], max_length=6, description="What to find (default: all)."
    )
    limit: int = Field(20, ge=1, le=100, description="Entries of each kind.")


class ChangesAsked(Known):
    """Since when."""

    since: Day = Field(description="The day it is compared with, as known and decided then.")

    def check(self) -> None:
        """Time goes forward.

        Raises:
            UsageError: the later day is before the earlier.
        """
        if self.known is not None and self.known < self.since:
            raise UsageError(f"known {self.known} is before since {self.since}", mend="Name a later day, or leave known out")


class BriefAsked(OnKnown):
    """Which brief."""

    everything: bool = Field(False, description="All of it, not only the first and most important.")


def _box(text: str) -> tuple[float, float, float, float] | None:
    if not text:
        return None
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        west, south, east, north = 0.0, 1.0, 0.0, 0.0
    if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90):
        raise UsageError(
            f'bbox "{text}" is no stretch of the map', mend="Write west,south,east,north in degrees, such as 35.5,32,42.4,37.4"
        )
    return west, south, east, north
