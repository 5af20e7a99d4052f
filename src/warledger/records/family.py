"""Families: documents that carry one text, and which came from which."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class EdgeType(StrEnum):
    """How a copy relates to what it came from. All but `quotes` join a family."""

    REPRINT = "reprint"
    REWRITE = "rewrite"
    VERSION = "version"
    EXCERPT = "excerpt"
    QUOTES = "quotes"


class Edge(msgspec.Struct, frozen=True, order=True):
    """`copy` came from `origin` (document ids)."""

    copy: str
    origin: str
    type: EdgeType
    score: float
    why: str


class Family(msgspec.Struct, frozen=True):
    """Two documents or more that are one witness. Members are document ids, sorted."""

    id: str
    members: tuple[str, ...]
    origin: str
    why: str
    edges: tuple[Edge, ...]


class Correction(msgspec.Struct, frozen=True):
    """A notice in `document` (at its words) that `wrong` should read `right`; either may be unknown."""

    document: str
    start: int
    end: int
    words: str
    wrong: str | None = None
    right: str | None = None
