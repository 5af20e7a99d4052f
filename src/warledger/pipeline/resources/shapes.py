"""The parts that several resources are made of. Every field is always there; `None` is unknown or not said."""

from __future__ import annotations

import datetime as dt

import msgspec

from warledger.records.event import Happening
from warledger.records.figure import Figure


class Shape(msgspec.Struct, frozen=True):
    """An object of the API. Days are ISO (`YYYY-MM-DD`), offsets count code points and are half-open, coordinates are WGS 84 degrees."""


class DocumentRef(Shape, frozen=True):
    """A document as others name it: `doc` is its exported name, `known` the day its records are known from (`None`: always)."""

    id: str
    href: str
    doc: str
    title: str | None
    publisher: str | None
    source: str | None
    agency: str | None
    published: dt.date | None
    known: dt.date | None
    url: str | None
    family: str | None


class PlaceRef(Shape, frozen=True):
    """A place as others name it. `id` and `href` are those of the place's own resource; without coordinates it could not be placed.
    `where_prec` is the UCDP code 1-7."""

    id: str
    href: str
    name: str
    lat: float | None
    lon: float | None
    where_prec: int | None


class ActorRef(Shape, frozen=True):
    """An actor as others name it: as written there, and its own resource (`None` where nothing else is known of it)."""

    name: str
    id: str | None
    href: str | None


class Cite(Shape, frozen=True):
    """The words a line rests on: `[start, end)` of the document, and who published them."""

    record: str
    href: str
    document: str
    doc: str
    start: int
    end: int
    outlet: str | None


class When(Shape, frozen=True):
    """Days `start` to `end`, both inclusive (`None`: open), how finely the words fix them, and what they were worked out from."""

    start: dt.date | None
    end: dt.date | None
    precision: str
    basis: str
    words: str


class Amount(Shape, frozen=True):
    """What is said of one measure of one group, over all records: `low` to `high` (`None`: no bound is stated)."""

    measure: str
    group: str
    low: float | None
    high: float | None


class EventRow(Shape, frozen=True):
    """One happening in a list. `kind` is its event type in the field's words, `what` a line for people, `modality` how firmly its
    firmest record puts it, `sources` the number of independent sources, `known` the day it was first known from."""

    id: str
    href: str
    type: str
    kind: str
    what: str
    start: dt.date | None
    end: dt.date | None
    place: PlaceRef | None
    actors1: tuple[str, ...]
    actors2: tuple[str, ...]
    figures: tuple[Amount, ...]
    records: int
    sources: int
    disputed: bool
    modality: str
    known: dt.date | None


def amount(figure: Figure) -> Amount:
    """A figure without its matrix."""
    return Amount(figure.measure, figure.group, figure.low, figure.high)


def begun(happening: Happening, on: dt.date | None) -> bool:
    """Whether it had begun by that day, as far as anybody says when."""
    first = happening.start or happening.end
    return on is None or first is None or first <= on
