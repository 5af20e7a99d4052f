"""A claim in the making: content and reasons, before it gets its span and id."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from warledger.base.times import Interval
from warledger.records.claim import Content
from warledger.records.mention import Mention
from warledger.records.provenance import Why
from warledger.stages.claims.attribution import Attribution
from warledger.stages.claims.memory import Name
from warledger.stages.claims.scene import Moment


@dataclass
class Draft:
    """`anchor` is the word that triggered it (time and attribution are read from there); `spoken` is the day its speaker
    is known to have spoken on. Of events, `known` says that the victims were named before, `anew` that they are others,
    `back` that the words only go on with one told before; `until` is where a second sentence that belongs to it ends."""

    content: Content
    anchor: Token
    rule: str
    places: tuple[Name, ...] = ()
    names: dict[str, tuple[Name, ...]] = field(default_factory=dict)
    why: dict[str, Why] = field(default_factory=dict)
    attribution: Attribution | None = None
    moment: Moment | None = None
    spoken: Interval | None = None
    state: bool = False
    known: bool = False
    anew: bool = False
    back: bool = False
    until: int | None = None

    def mentions(self) -> tuple[Mention, ...]:
        """Every name with the words that gave it."""
        rows = [Mention(role, name.text, name.span) for role, names in self.names.items() for name in names]
        return (*rows, *(Mention("places", name.text, name.span) for name in self.places))


def texts(names: Iterable[Name]) -> tuple[str, ...]:
    """The names' texts."""
    return tuple(name.text for name in names)


def explain(rule: str, names: Sequence[Name], link: str) -> Why:
    """Why a list of names is what it is."""
    first = names[0] if names else None
    words = ", ".join(f"{n.text} ({n.how})" for n in names)
    return Why(rule, words, first.span if first else None, link)
