"""The days a document gives to what it tells without a date: those of the story it is part of, or its own."""

from __future__ import annotations

import datetime as dt

import msgspec

from warledger.base.times import Basis, Interval, Precision

#: Days before its own from which a report looks back at what happened then.
_LOOK_BACK = 2


class Setting(msgspec.Struct, frozen=True):
    """What a document fixes for claims without date words.

    `published` is its own day; `tells` whether it tells a story; `period` the days that story spans (an infobox's, or the
    title's); `lead` the day the news is of, and `latest` the last day it names.
    """

    published: dt.date | None = None
    tells: bool = False
    period: Interval | None = None
    lead: Interval | None = None
    latest: Interval | None = None

    def happened(
        self, running: Interval | None, spoken: Interval | None, back: Interval | None = None, *, told: bool = False, first: bool = False
    ) -> Interval | None:
        """Of a deed: the running date; else the period of the story; else by the day it was told on (codebook rule 7).

        `back`: where the paragraph before it stood, which a look back at past days may go on from; `told`: in the tense of
        telling, so that in a report that names one day alone it is part of what happened then; `first`: before the report
        names any day, so that it is of the report's own."""
        if running is not None:
            return _carried(running)
        if self.tells and self.period is not None:
            return _carried(self.period)
        if told and back is not None and self._past(back) and spoken is None:
            return _carried(back)
        if told and self.lead is not None and self.lead == self.latest:
            return _carried(self.lead)
        if told and first and self.lead is None and not self.tells:
            return self._own_day()
        day = spoken or (self.latest if self.lead else None)
        if day is not None:
            return Interval(None, day.end, Precision.OPEN, Basis.CARRIED)
        return self._by_publication()

    def planned(self, running: Interval | None, spoken: Interval | None) -> Interval | None:
        """Of what is planned, threatened or thought possible: from the day it is spoken of, with no end."""
        known = (running or self.period) if self.tells else spoken or self.lead or self._own_day()
        if known is None or known.start is None:
            return None
        return Interval(known.start, None, Precision.OPEN, Basis.CARRIED if known.basis is not Basis.DOCUMENT else Basis.DOCUMENT)

    def told(self, running: Interval | None, spoken: Interval | None) -> Interval | None:
        """Of a statement: the day its speaker spoke; else the running date or the period of the story, or the day the news is of."""
        if self.tells:
            known = running or self.period
            return _carried(known) if known else self._by_publication()
        day = spoken or self.lead
        return _carried(day) if day else self._own_day()

    def held(self, running: Interval | None) -> Interval | None:
        """Of a state of things: where the story stands; in the news on its day."""
        if self.tells:
            known = running or self.period
            return _carried(known) if known else self._by_publication()
        return _carried(self.latest) if self.lead and self.latest else self._own_day()

    def _past(self, back: Interval) -> bool:
        """Whether the day lies before the one the news is of."""
        own = self.lead.start if self.lead else self.published
        return own is not None and back.end is not None and (own - back.end).days > _LOOK_BACK

    def _own_day(self) -> Interval | None:
        return Interval(self.published, self.published, Precision.DAY, Basis.DOCUMENT) if self.published else None

    def _by_publication(self) -> Interval | None:
        return Interval(None, self.published, Precision.OPEN, Basis.DOCUMENT) if self.published else None


def _carried(interval: Interval) -> Interval:
    return msgspec.structs.replace(interval, basis=Basis.CARRIED, words="")
