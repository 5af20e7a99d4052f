"""Witnesses: what the record needs to know of a document without its text."""

from __future__ import annotations

import datetime as dt

import msgspec


class Witness(msgspec.Struct, frozen=True):
    """One document as a witness. `doc` is its exported name, `family` the id of its family (its own id when it has none),
    `origin` the document its family's text came from (`None`: not said), `known` the day its claims are known from (`None`: always)."""

    document: str
    doc: str
    family: str
    publisher: str | None = None
    agency: str | None = None
    title: str | None = None
    published: dt.date | None = None
    known: dt.date | None = None
    genre: str | None = None
    url: str | None = None
    origin: str | None = None
