"""Whether a frame can say what it wants to say: its kind, its codes, its roles and its needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from warledger.records.codes import SHAPES, Shape
from warledger.records.layers import meant

#: Roles in the clause that are no preposition.
GRAMMATICAL = frozenset({"subject", "object", "modifier"})


class FrameLike(Protocol):
    """The parts of a frame that are looked at."""

    @property
    def kind(self) -> str:
        """The kind of record."""
        ...

    @property
    def set(self) -> dict[str, str]:
        """Fields with a fixed value."""
        ...

    @property
    def roles(self) -> dict[str, str]:
        """Where fields stand."""
        ...

    @property
    def noun_roles(self) -> dict[str, str]:
        """Where they stand with nouns."""
        ...

    @property
    def needs(self) -> tuple[str, ...]:
        """Fields that must be filled."""
        ...

    @property
    def armed(self) -> str:
        """The field that must bear arms."""
        ...


def mistakes(frame: FrameLike) -> Iterator[str]:
    """What is wrong with a frame, each with the mend; nothing when it can be used."""
    shape = SHAPES.get(frame.kind)
    if shape is None:
        yield f'no frame is of the kind "{frame.kind}"{meant(frame.kind, SHAPES)}{_elsewhere(frame.kind)}'
        return
    yield from _codes(frame, shape)
    yield from _fields("roles", frame.roles, shape.roles)
    yield from _fields("noun_roles", frame.noun_roles, shape.roles)
    filled = {*frame.roles, *frame.noun_roles}
    yield from (f'needs "{need}", and no role fills it: add it to roles' for need in frame.needs if need not in filled)
    if frame.armed not in {"", "any", *filled}:
        yield f'armed names "{frame.armed}", which no role fills: name one of {", ".join(sorted(filled))}, or "any"'


def _codes(frame: FrameLike, shape: Shape) -> Iterator[str]:
    yield from (f'set has "{name}"; a frame of this kind sets "{shape.field}"' for name in frame.set if name != shape.field)
    code = frame.set.get(shape.field)
    if code is None and frame.kind != "event":
        yield f'set lacks "{shape.field}": one of {", ".join(sorted(shape.codes))}'
    elif code is not None and code not in shape.codes:
        yield f'"{code}" is no {shape.field} of the codebook{meant(code, shape.codes)}'


def _fields(name: str, given: Iterable[str], known: frozenset[str]) -> Iterator[str]:
    yield from (f'{name} has "{field}"{meant(field, known)}' for field in given if field not in known)


def _elsewhere(kind: str) -> str:
    return ". Acts of saying stand in reporting.toml" if kind == "statement" else ""
