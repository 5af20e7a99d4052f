"""Records as points of series: one row an actor and record, with what tells it from other rows of that actor."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field

from warledger.pipeline.citing import says_who, short
from warledger.pipeline.view import View
from warledger.records.actor import DESCRIBED
from warledger.records.claim import Claim, Modality, Movement, Statement, Strength
from warledger.records.keys import actor_key, place_key, shown_name
from warledger.records.series import Point, Witnessed
from warledger.records.series_words import SeriesWords
from warledger.stages.events.sources import Origins, origins, source_of

_QUOTE, _TOPIC = 200, 90
Words = frozenset[str]
_NONE: Words = frozenset()
#: What a denied record of another kind counts as beside the PLOVER acts, and what later owns up to it.
DENY, CONFIRM = "DENY", "CONFIRM"


@dataclass(frozen=True)
class Row:
    """One record as a point of one actor's series (`key`, shown as `name`). Rows with one `same` say the same thing; `matter` are the
    words that tell what it is about, where it takes something up, turns it down, denies or confirms it; `toward` the keys of whom it is
    addressed to."""

    claim: Claim
    key: str
    name: str
    point: Point
    same: Hashable
    matter: frozenset[str] = frozenset()
    toward: frozenset[str] = frozenset()

    @property
    def kind(self) -> str:
        """The kind of its record."""
        return self.claim.kind


@dataclass(frozen=True)
class RowMaker:
    """Makes rows of the records of a view."""

    view: View
    words: SeriesWords
    first: Origins = field(init=False)

    def __post_init__(self) -> None:
        """Works out once from which text each copy came."""
        object.__setattr__(self, "first", origins(self.view.state.witnesses))

    def rows(self, claim: Claim) -> Iterator[Row]:
        """The rows of a strength, a movement or a statement, one for each actor it is of; other kinds, and strengths without a count,
        give none."""
        content = claim.content
        match content:
            case Strength(actor=actor, unit=unit, low=low, high=high) if actor and (low is not None or high is not None):
                yield self._row(claim, actor, self.point(claim, "", bounds=(low, high), act=unit), (unit, low, high))
            case Movement(mode=mode, actors1=actors, count_low=low, count_high=high):
                ways = (self._places(claim, content.origin), self._places(claim, content.to))
                for actor in dict.fromkeys(actors):
                    point = self.point(claim, f"{mode} {_way(content)}".strip(), bounds=(low, high), act=mode)
                    yield self._row(claim, actor, point, (mode, low, high, *ways))
            case Statement() if content.speaker or content.affiliation:
                yield self._said(claim, content)

    def denial(self, claim: Claim, act: str) -> Row:
        """What a body denies, or owns up to, of any kind: spoken on the day its report is known from."""
        day = self.view.state.witnesses[claim.document].known
        point = self.point(claim, f"{act}: {short(claim.quote, _TOPIC)}", act=act, topic=short(claim.quote, _TOPIC), said=day)
        return self._row(claim, claim.said_by[0], point, (act, claim.id), self.words.matter(claim.quote))

    def point(
        self,
        claim: Claim,
        words: str,
        *,
        bounds: tuple[float | None, float | None] = (None, None),
        act: str = "",
        target: tuple[str, ...] = (),
        topic: str = "",
        said: dt.date | None = None,
    ) -> Point:
        """The record as a point with one witness; `said` stands for its days where it was spoken on another day than it is of."""
        time = claim.time
        start, end = (said, said) if said else (time.start, time.end) if time else (None, None)
        modality = Modality.ASSERTED if said else claim.modality
        return Point(start, end, *bounds, words, modality.value, (self.witness(claim),), 1, claim.places, act, target, topic)

    def witness(self, claim: Claim) -> Witnessed:
        """Who says it, where and in which words."""
        view = self.view
        origin, _ = source_of(claim, view.state.links, self.first)
        return Witnessed(claim.id, view.names[claim.document], says_who(view, claim), origin, short(claim.quote, _QUOTE))

    def key(self, claim: Claim, name: str) -> str:
        """The key of an actor the record names."""
        return actor_key(self.view.state.links, claim.document, name, claim.day)

    def is_one(self, row: Row) -> bool:
        """Whether the row's actor is one body or person; a description ("rebels", "officials") is many."""
        link = self.view.state.links.actor(row.claim.document, row.name, row.claim.day)
        return link is None or link.canonical is not None or link.score > DESCRIBED

    def _said(self, claim: Claim, content: Statement) -> Row:
        toward = frozenset(self.key(claim, name) for name in content.target)
        addressed = f"{content.act} {' and '.join(content.target)}".strip()
        topic = short(content.topic, _TOPIC)
        words = f"{addressed}: {topic}" if topic else addressed
        point = self.point(claim, words, act=content.act, target=content.target, topic=topic)
        taking = content.act in self.words.accept | self.words.refuse
        matter = self.words.matter(content.topic or claim.quote) if taking else _NONE
        return self._row(claim, content.speaker or content.affiliation, point, (content.act, toward, topic.casefold()), matter, toward)

    def _row(self, claim: Claim, actor: str, point: Point, same: tuple[Hashable, ...], matter: Words = _NONE, toward: Words = _NONE) -> Row:
        name = shown_name(self.view.state.links, claim.document, actor, claim.day)
        return Row(claim, self.key(claim, actor), name, point, (*same, point.modality), matter, toward)

    def _places(self, claim: Claim, names: tuple[str, ...]) -> frozenset[str]:
        return frozenset(place_key(self.view.state.links, claim.document, name) for name in names)


def happenings_of(view: View) -> Mapping[str, str]:
    """Record -> the happening it shares with other records."""
    return {member: h.id for h in view.state.happenings if len(h.members) > 1 for member in h.members}


def _way(content: Movement) -> str:
    parts = [f"from {' and '.join(content.origin)}" if content.origin else "", f"to {' and '.join(content.to)}" if content.to else ""]
    return " ".join(part for part in parts if part)
