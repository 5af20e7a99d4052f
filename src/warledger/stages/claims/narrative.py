"""The running date of one text, sentence by sentence.

    story = Narrative(words, published=dt.date(2025, 1, 31), genre="encyclopaedia")
    story.heading("=== 27 November ===", level=3)
    for sentence in sentences:
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
from warledger.stages.claims.dates_forms import Anchor, Relation, Shift, TimeContext, TimeExpression, Window
from warledger.stages.claims.dates_resolve import resolve

_STILL = frozenset({Relation.SINCE, Relation.BEFORE, Relation.UNTIL})
_COARSE = frozenset({Precision.YEAR, Precision.YEARS, Precision.OPEN})


class Narrative:
    """Holds `current`, the date the story stands at. Mutable, one per document, fed in reading order.

    In texts that tell a story (`narrative`) the running date lives on across paragraphs; in the news, whose paragraphs
    jump, it lasts until the next paragraph. A heading's date holds until a heading of its level or above.
    """

    def __init__(self, words: TimeVocabulary, *, published: dt.date | None = None, genre: str | None = None) -> None:
        self._words = words
        self._published = published
        self.narrative = (genre or "").lower() in words.narrative_genres
        self.current: Interval | None = None
        self._headings: list[tuple[int, Interval | None]] = []
        self._reference: Interval | None = None

    def see(self, expression: TimeExpression, *, moves: bool = True, future: bool = False) -> Interval | None:
        """The expression's days; the running date moves there unless `moves` is false or the words are background
        ("since 2011", "recent years", a year beside a noun). `future`: the clause speaks of what is to come."""
        found = resolve(expression, self.context(future=future))
        if found is not None and moves:
            reached = _reached(expression, found)
            if self._moves(expression, reached):
                self.current = self._reference = reached
        return found

    def heading(self, text: str, level: int = 0) -> Interval | None:
        """A section begins. A date in its heading becomes the running date; without one the enclosing section's does."""
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
            self.current = None

    def carried(self) -> Interval | None:
        """For a sentence without date words: the running date, or the document's own; `None` when it has neither."""
        if self.current is not None:
            return msgspec.structs.replace(self.current, basis=Basis.CARRIED, words="")
        if self._published is None:
            return None
        return Interval(self._published, self._published, Precision.DAY, Basis.DOCUMENT)

    def context(self, *, future: bool = False) -> TimeContext:
        """What `resolve` needs to know at this point of the text."""
        return TimeContext(self._published, self.current or self._reference, self.narrative, future)

    def _moves(self, expression: TimeExpression, found: Interval) -> bool:
        """Background does not move the story: "since" and "recent years", "a day earlier", years behind it, a wider stretch around it."""
        form = expression.form
        if expression.relation in _STILL or isinstance(form, Window) or found.start is None or found.end is None:
            return False
        running = self.current
        if running is None or running.start is None or running.end is None:
            return found.precision is not Precision.OPEN
        if isinstance(form, Shift) and form.anchor is Anchor.STORY and form.high < 0:
            return False
        wider = found.start <= running.start and running.end <= found.end and found.days != running.days
        background = found.end < running.start and found.precision in _COARSE
        return not wider and not background

    def _heading_date(self, text: str, above: Interval | None) -> Interval | None:
        bare = text.strip("=# \t\n")
        context = TimeContext(self._published, above or self._reference, self.narrative)
        for expression in find_times(bare, self._words):
            found = resolve(expression, context)
            if found is not None and found.start is not None and found.end is not None:
                return found
        return None


def _reached(expression: TimeExpression, found: Interval) -> Interval:
    """Where the story stands after the words: "by 8 December" ends on that day."""
    if expression.relation is Relation.BY and found.end is not None:
        return msgspec.structs.replace(found, start=found.end, precision=Precision.DAY)
    return found
