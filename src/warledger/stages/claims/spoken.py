"""On which day the speakers of a report spoke: a later sentence of theirs without a date stands on the same day."""

from __future__ import annotations

from warledger.base.times import Interval, Precision
from warledger.records.claim import Statement
from warledger.stages.claims.draft import Draft
from warledger.stages.claims.scene import Moment, Scene
from warledger.stages.claims.when import moment_of

_DAYS = frozenset({Precision.DAY, Precision.PART_OF_DAY})


class SpokenDays:
    """The last day each speaker is known to have spoken on. Mutable, one per document, fed in reading order."""

    def __init__(self) -> None:
        self._days: dict[str, Interval] = {}

    def of(self, draft: Draft, scene: Scene) -> Interval | None:
        """The day the draft's speaker spoke; a day its own sentence gives is remembered."""
        speaker, moment = _speech(draft, scene)
        if not speaker:
            return None
        if moment is not None and moment.interval.precision in _DAYS and moment.interval.start is not None:
            self._days[speaker] = moment.interval
        return self._days.get(speaker)


def _speech(draft: Draft, scene: Scene) -> tuple[str, Moment | None]:
    """Who speaks and when the sentence says so: of a statement itself, of another claim its source."""
    if isinstance(draft.content, Statement):
        return draft.content.speaker, draft.moment
    source = draft.attribution
    if source is None or not source.said_by:
        return "", None
    return source.said_by[0].text, moment_of(source.verb, scene) if source.verb is not None else None
