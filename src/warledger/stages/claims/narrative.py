"""The running date of one text, sentence by sentence.

story = Narrative(words, published=dt.date(2025, 1, 31), genre="encyclopaedia")
story.heading("=== 27 November ===", level=3)
for sentence in sentences:
    story.sentence()
    times = find_times(sentence, words)
    intervals = [story.see(t, moves=in_main_clause(t)) for t in times]
    when = intervals[0] if intervals else story.carried()
story.paragraph()
"""

from __future__ import annotations

import datetime as dt

import msgspec

from warledger.base.times import Basis, Interval, Precision
from warledger.records.time_words import TimeVocabulary
from warledger.stages.claims.dates_find import find_times
from warledger.stages.claims.dates_forms import Anchor, Calendar, Month, Relation, Season, Shift, TimeContext, TimeExpression, Window
from warledger.stages.claims.dates_resolve import resolve

_STILL = frozenset({Relation.SINCE, Relation.BEFORE, Relation.UNTIL})
_COARSE = frozenset({Precision.YEAR, Precision.YEARS, Precision.OPEN})

#: News says in its first sentences of which day it is, in words that count from publication up to a week back, or by a date
#: of the last days. Later sentences name days of what went before.
_LEAD_SENTENCES = 4
#: One day, or a night.
_LEAD_DAYS = 2
_LEAD_REACH = {Basis.PUBLICATION: 7, Basis.STATED: 2, Basis.YEAR_FROM_CONTEXT: 2}


class Narrative:
    """Holds `current`, the date the story stands at. Mutable, one per document, fed in reading order.

    In texts that tell a story (`narrative`) the running date lives on across paragraphs; in the news, whose paragraphs
    jump, it lasts until the next paragraph. A heading's date holds until a heading of its level or above; a section without
    one goes on from where the section around it stood. `lead` is the day the news is of, `latest` the last day it names,
    `before` where the paragraph before the present one stood.
    """

    def __init__(self, words: TimeVocabulary, *, published: dt.date | None = None, genre: str | None = None, tells: bool = False) -> None:
        self._words = words
        self.published = published
        self.narrative = tells or (genre or "").lower() in words.narrative_genres or (not genre and published is None)
        self.current: Interval | None = None
        self.before: Interval | None = None
        self.lead: Interval | None = None
        self.latest: Interval | None = None
        self.title: Interval | None = None
        self._headings: list[tuple[int, Interval | None]] = []
        self._reference: Interval | None = None
        self._seen: Interval | None = None
        self._sentences = 0

    def see(self, expression: TimeExpression, *, moves: bool = True, before: bool = False, future: bool = False) -> Interval | None:
        """The expression's days; the running date moves there unless `moves` is false or the words are background
        ("since 2011", "recent years"). `before`: the clause tells what had been, and goes back to it without moving the
        story; `future`: it speaks of what is to come."""
        found = resolve(expression, self._context_of(expression, future=future, before=before))
        if found is not None and expression.relation not in _STILL:
            self._seen = _reached(expression, found)
        if found is not None and moves and not future:
            self._report(expression, found)
            if self._moves(expression, found) and not (before and self._behind(found)):
                self.current = found
                self._reference = _reached(expression, found)
        return found

    def behind(self, expression: TimeExpression, day: Interval | None) -> Interval | None:
        """The day of the event that "two days after ..." counts from, counted back from `day`, else from the day the news is of."""
        own = Interval(self.published, self.published) if self.published else None
        form, day = expression.form, day or self.lead or own
        if not isinstance(form, Shift) or day is None:
            return None
        back = Shift(Anchor.STORY, form.unit, -form.high, -form.low)
        return resolve(msgspec.structs.replace(expression, form=back, relation=Relation.NONE), TimeContext(self.published, day, True))

    def heading(self, text: str, level: int = 0) -> Interval | None:
        """A section begins. A date in its heading becomes the running date; without one the story stands where the
        section around it stood when its first part began."""
        level = level or _level(text)
        if level == 1:
            self.title = self._heading_date(text, None)
            return self.title
        if self._headings and self._headings[-1][0] < level:
            self._headings[-1] = (self._headings[-1][0], self.current or self._headings[-1][1])
        while self._headings and self._headings[-1][0] >= level:
            self._headings.pop()
        above = self._headings[-1][1] if self._headings else None
        found = self._heading_date(text, above)
        self._headings.append((level, found or above))
        self.current = found or above
        self._reference = self.current or self._reference
        return found

    def paragraph(self) -> None:
        """A paragraph begins."""
        if not self.narrative:
            self.before, self.current = self.current, None

    def sentence(self, *, whole: bool = True) -> None:
        """A sentence begins; a line of a report's head is no whole one."""
        self._sentences += whole
        self._seen = None

    @property
    def opens(self) -> bool:
        """Whether the text still opens: its first sentences, none of which has named a day."""
        return self._sentences <= _LEAD_SENTENCES and self._reference is None

    def carried(self) -> Interval | None:
        """For a sentence without date words: the running date, or the document's own; `None` when it has neither."""
        if self.current is not None:
            return msgspec.structs.replace(self.current, basis=Basis.CARRIED, words="")
        if self.published is None:
            return None
        return Interval(self.published, self.published, Precision.DAY, Basis.DOCUMENT)

    def context(self, *, future: bool = False, before: bool = False) -> TimeContext:
        """What `resolve` needs to know at this point of the text."""
        return TimeContext(self.published, self._reference, self.narrative, future, before, self.current is not None)

    def _context_of(self, expression: TimeExpression, *, future: bool, before: bool) -> TimeContext:
        """ "The following year" counts from the date its own sentence gave last, be it background, else from where the story stands."""
        context = self.context(future=future, before=before)
        form = expression.form
        counted = isinstance(form, Shift | Window | Calendar) and form.anchor is Anchor.STORY
        turned = isinstance(form, Month | Season) and form.story
        return msgspec.structs.replace(context, current=self._seen) if self._seen and (counted or turned) else context

    def _report(self, expression: TimeExpression, found: Interval) -> None:
        """Keeps the day the news is of, and the latest it names."""
        published = self.published
        if self.narrative or published is None or found.start is None or expression.relation in _STILL:
            return
        if (found.days or _LEAD_DAYS + 1) > _LEAD_DAYS or not 0 <= (published - found.start).days <= _LEAD_REACH.get(found.basis, -1):
            return
        if self.lead is None and self._sentences <= _LEAD_SENTENCES:
            self.lead = found
        if self.latest is None or self.latest.start is None or found.start > self.latest.start:
            self.latest = found

    def _moves(self, expression: TimeExpression, found: Interval) -> bool:
        """Background does not move the story: "since" and "recent years", "a day earlier", years behind it, a wider stretch around it."""
        form = expression.form
        if expression.relation in _STILL or isinstance(form, Window) or found.start is None or found.end is None:
            return False
        if self.narrative and isinstance(form, Shift) and form.anchor is Anchor.PUBLICATION and form.low == form.high == 0:
            return False  # "currently": of the day of writing, not of the story
        running = self.current
        if running is None or running.start is None or running.end is None:
            return found.precision is not Precision.OPEN
        if isinstance(form, Shift) and form.anchor is Anchor.STORY and form.high < 0:
            return False
        wider = found.start <= running.start and running.end <= found.end and found.days != running.days
        background = found.end < running.start and found.precision in _COARSE
        return not (wider and expression.relation is not Relation.BY) and not background

    def _behind(self, found: Interval) -> bool:
        running = self.current
        return running is not None and running.start is not None and found.start is not None and found.start < running.start

    def _heading_date(self, text: str, above: Interval | None) -> Interval | None:
        bare = text.strip("=# \t\n")
        context = TimeContext(self.published, above or self._reference, self.narrative)
        for expression in find_times(bare, self._words):
            found = resolve(expression, context)
            if found is not None and found.start is not None and found.end is not None:
                return found
        return None


def _level(text: str) -> int:
    """The level that marks before a heading give it ("== Background ==", "## Background"); 0 where there are none."""
    bare = text.strip()
    return len(bare) - len(bare.lstrip(bare[:1])) if bare[:1] in ("=", "#") else 0


def _reached(expression: TimeExpression, found: Interval) -> Interval:
    """Where the story stands after the words: "by 8 December" ends on that day."""
    if expression.relation is Relation.BY and found.end is not None:
        return msgspec.structs.replace(found, start=found.end, precision=Precision.DAY)
    return found
