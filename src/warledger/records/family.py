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


class CorrectionKind(StrEnum):
    """What a notice does, in the order in which it is tried. `silent` is a change between two versions that no notice tells of."""

    KILL = "kill"
    RETRACTION = "retraction"
    CLARIFICATION = "clarification"
    CORRECTION = "correction"
    UPDATE = "update"
    SILENT = "silent"


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


class Passage(msgspec.Struct, frozen=True, order=True):
    """Words of a document: `text[start:end]`."""

    document: str
    start: int
    end: int


class Correction(msgspec.Struct, frozen=True):
    """A notice in `document` (at its words) that `wrong` should read `right`; either may be unknown, and `wrong` may only say what was
    wrong. `replaced` are the passages that have the wrong words, in this and other documents; none where no copy has them."""

    document: str
    start: int
    end: int
    words: str
    wrong: str | None = None
    right: str | None = None
    kind: CorrectionKind = CorrectionKind.CORRECTION
    replaced: tuple[Passage, ...] = ()
