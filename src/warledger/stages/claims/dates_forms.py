"""What a time expression says, before anything is known of when it was said."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import msgspec

from warledger.base.spans import Span
from warledger.base.times import Interval


class Relation(StrEnum):
    """What the word before the date says of it. `NONE`: nothing stands before it."""

    NONE = ""
    IN = "in"
    ON = "on"
    AT = "at"
    DURING = "during"
    SINCE = "since"
    BY = "by"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"
    FROM = "from"
    AROUND = "around"
    BETWEEN = "between"
    AS_OF = "as_of"


class Part(StrEnum):
    """A part of a month or year; `dates_calendar` says which days each is."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"
    FIRST_WEEK = "first week"
    SECOND_WEEK = "second week"
    THIRD_WEEK = "third week"
    FOURTH_WEEK = "fourth week"
    LAST_WEEK = "last week"


class Unit(StrEnum):
    """A unit of the calendar."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"


class Anchor(StrEnum):
    """What a relative expression counts from: the day of publication, the running date of the text, or what the words
    behind it tell of ("two days after the attack")."""

    PUBLICATION = "publication"
    STORY = "story"
    EVENT = "event"


class Day(msgspec.Struct, frozen=True):
    """A day of the month; a month or year that the words do not give is `None`.

    `year_shift` counts years from the year of publication ("5 May last year": -1).
    """

    day: int
    month: int | None = None
    year: int | None = None
    year_shift: int | None = None


class Month(msgspec.Struct, frozen=True):
    """A month or a third of one. `shift`: -1 for "last May", 1 for "next May"; `year_shift` as in `Day`; `story`: counted from
    the running date ("the following May")."""

    month: int
    year: int | None = None
    part: Part | None = None
    shift: int = 0
    year_shift: int | None = None
    story: bool = False


class Season(msgspec.Struct, frozen=True):
    """Three months from `month`. `shift`: -1 for "last summer", 1 for "next summer"; `year_shift` and `story` as in `Month`."""

    month: int
    year: int | None = None
    shift: int = 0
    year_shift: int | None = None
    story: bool = False


class Years(msgspec.Struct, frozen=True):
    """The years `first` to `last` (one year: both the same), or a part of the year."""

    first: int
    last: int
    part: Part | None = None


class Weekday(msgspec.Struct, frozen=True):
    """A weekday (Monday 0). `shift`: -1 for "last", 1 for "next", 0 for none.

    `week` counts weeks (Monday to Sunday) from the week of publication ("Friday last week": -1).
    """

    weekday: int
    shift: int = 0
    week: int | None = None


class Shift(msgspec.Struct, frozen=True):
    """`low` to `high` units after (negative: before) the anchor. Vague counts ("days later") leave the two apart."""

    anchor: Anchor
    unit: Unit
    low: int
    high: int


class Window(msgspec.Struct, frozen=True):
    """The `count` units that end on the anchor (negative: that begin after it): "the past two weeks"."""

    anchor: Anchor
    unit: Unit
    count: int


class Calendar(msgspec.Struct, frozen=True):
    """The whole calendar unit that holds the anchor, moved by `shift` units: "last month", "that year".

    `part`: a third of it, or `LATE` for "later that month" and `EARLY` for "earlier this month" when `bounded`:
    the stretch after or before the anchor inside the unit.
    """

    anchor: Anchor
    unit: Unit
    shift: int = 0
    part: Part | None = None
    bounded: bool = False


class Stretch(msgspec.Struct, frozen=True):
    """From the start of `first` to the end of `last`."""

    first: Form
    last: Form


Form = Day | Month | Season | Years | Weekday | Shift | Window | Calendar | Stretch


class TimeExpression(msgspec.Struct, frozen=True):
    """Words of a text that say when. `span` covers the date words alone, `relation_span` the word before them that `relation` stands for.

    `part_of_day` marks "morning", "night": the day is fixed more finely than the form says.
    """

    span: Span
    words: str
    form: Form
    relation: Relation = Relation.NONE
    relation_span: Span | None = None
    part_of_day: bool = False

    @property
    def from_event(self) -> bool:
        """Whether the words count from what is told behind them ("two days after the attack")."""
        return isinstance(self.form, Shift) and self.form.anchor is Anchor.EVENT

    @property
    def relative(self) -> bool:
        """Whether the form counts from a date that the words do not give."""
        return isinstance(self.form, Weekday | Shift | Window | Calendar)


class TimeContext(msgspec.Struct, frozen=True):
    """What is known of when the words were written: the day of publication, the running date of the text, and whether
    the text tells a story (`narrative`). `future` is set by the caller for clauses about what is to come, `before` for those
    that tell what had been. `goes_on`: the story stands at the running date, which is not left over from another part."""

    published: dt.date | None = None
    current: Interval | None = None
    narrative: bool = False
    future: bool = False
    before: bool = False
    goes_on: bool = False
