"""How the record was made, what was not done, and what became known since a day."""

from __future__ import annotations

import re

from warledger.exports.method import export_method
from warledger.pipeline.accuracy import Measured
from warledger.pipeline.limits import Missed, Unplaced, gaps_of, limits_of, read_of
from warledger.pipeline.resources.catalogue import Catalogue
from warledger.pipeline.resources.shapes import Shape
from warledger.records.reason import Problem

#: Signs the Markdown of the statement escapes, and how it marks what people must add.
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]<>#|!~])")
_TO_ADD = re.compile(r"^_(.+?)_ ")


class Sentence(Shape, frozen=True):
    """One sentence of the statement; `to_add` marks what the keeper of the record must say and no program can."""

    text: str
    to_add: bool


class MethodPart(Shape, frozen=True):
    """One heading of the statement with its sentences."""

    heading: str
    sentences: tuple[Sentence, ...]


class MethodArea(Shape, frozen=True):
    """One area of the Standards for Casualty Recording with its headings."""

    heading: str
    parts: tuple[MethodPart, ...]


class Method(Shape, frozen=True):
    """The method statement under the areas of the Standards for Casualty Recording, what was read, the limits with their counts, and
    how accuracy was measured. `markdown` is the statement to publish."""

    title: str
    areas: tuple[MethodArea, ...]
    read: tuple[str, ...]
    limits: tuple[str, ...]
    accuracy: tuple[Measured, ...]
    markdown: str


class GapsOut(Shape, frozen=True):
    """What was not done. `undated` names documents; `causes` groups the sentences with a word of war that gave no record, the cause
    that recurs most first, each with examples; every such sentence is in its document (`skipped`)."""

    unread: tuple[Problem, ...]
    undated: tuple[str, ...]
    unplaced: tuple[Unplaced, ...]
    causes: tuple[Missed, ...]
    sentences: int


def method(catalogue: Catalogue, accuracy: tuple[Measured, ...]) -> Method:
    """The statement for the state as it is."""
    view = catalogue.view
    text = "".join(export_method(view.state))
    head, *areas = text.split("\n## ")
    happened = len(view.state.happenings)
    return Method(
        title=_plain(head.removeprefix("# ").strip()),
        areas=tuple(_area(area) for area in areas),
        read=read_of(view),
        limits=limits_of(view, happenings=happened),
        accuracy=accuracy,
        markdown=text,
    )


def gaps(catalogue: Catalogue) -> GapsOut:
    """What was not read, not dated, not placed, not understood."""
    found = gaps_of(catalogue.view)
    return GapsOut(found.unread, found.undated, found.unplaced, found.causes, len({(s.doc, s.start, s.end) for s in found.skipped}))


def _area(text: str) -> MethodArea:
    heading, *parts = text.split("\n### ")
    return MethodArea(_plain(heading.strip()), tuple(_part(part) for part in parts))


def _part(text: str) -> MethodPart:
    heading, *lines = (line for line in text.splitlines() if line.strip())
    return MethodPart(_plain(heading), tuple(_sentence(line) for line in lines))


def _sentence(line: str) -> Sentence:
    marked = _TO_ADD.match(line)
    return Sentence(_plain(line[marked.end() :] if marked else line), marked is not None)


def _plain(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)
