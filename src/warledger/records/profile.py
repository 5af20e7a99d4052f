"""One actor as the record has it: names, sides, strengths, losses, and whom it fights and backs."""

from __future__ import annotations

import datetime as dt

import msgspec

from warledger.records.actor import ActorCandidate, Dated, Past
from warledger.records.proposal import SideGuess
from warledger.records.relation import Evidence, Relation
from warledger.records.series import Series


class NameUsed(msgspec.Struct, frozen=True):
    """A name reports use for the actor: in how many records, of which days, and why it was taken for it (score 0-1)."""

    name: str
    records: int
    first: dt.date | None
    last: dt.date | None
    score: float
    why: str


class Loss(msgspec.Struct, frozen=True):
    """A count of the actor's own killed, injured, captured or otherwise lost, as one source gives it for one happening or period.

    `low` and `high` are inclusive bounds (`None`: not stated), `by` whom the source holds responsible, `source` who says so and `origin`
    the key of the independent source; `happening` is the event's id ("" for a running total). `running` says that it is a total over a
    period, not one incident; figures of several losses are never added up here.
    """

    measure: str
    group: str
    low: float | None
    high: float | None
    start: dt.date | None
    end: dt.date | None
    places: tuple[str, ...]
    by: tuple[str, ...]
    source: str
    origin: str
    happening: str
    running: bool
    modality: str
    words: Evidence


class Profile(msgspec.Struct, frozen=True):
    """Everything of one actor. `registered`: it is in `actors.toml`, from which `sides`, `part_of`, `members` and `history` then are;
    `guesses` are sides that only its relations speak for. `maybe` are actors it may be the same as."""

    name: str
    key: str
    registered: bool
    kind: str
    records: int
    sources: int
    first: dt.date | None
    last: dt.date | None
    names: tuple[NameUsed, ...]
    sides: tuple[Dated, ...] = ()
    guesses: tuple[SideGuess, ...] = ()
    part_of: tuple[Dated, ...] = ()
    members: tuple[str, ...] = ()
    history: tuple[Past, ...] = ()
    maybe: tuple[ActorCandidate, ...] = ()
    strengths: tuple[Series, ...] = ()
    losses: tuple[Loss, ...] = ()
    relations: tuple[Relation, ...] = ()
