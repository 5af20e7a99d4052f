"""Proposals for a monitor's `actors.toml`: what the reports, or a list a person brings, say of an actor. People decide."""

from __future__ import annotations

import datetime as dt

import msgspec

from warledger.records.actor import Past
from warledger.records.relation import Evidence


class AliasGuess(msgspec.Struct, frozen=True):
    """Another name. `sure` only where words say so ("Free Orvane Army (FOA)"); `why` says how it was come by, `words` are the ones that
    speak for it, `records` how many use it."""

    name: str
    sure: bool
    why: str
    records: int = 0
    words: Evidence | None = None


class SideGuess(msgspec.Struct, frozen=True):
    """A side the actor may stand on, never decided: `score` (0-1), why in words, and the words of records that speak for it."""

    side: str
    score: float
    why: str
    words: tuple[Evidence, ...] = ()


#: The kind of what names nobody ("rebels"): no actor until a person says whom it means.
DESCRIPTION = "description"


class Proposal(msgspec.Struct, frozen=True):
    """One actor. `registered`: it is in `actors.toml` already, and only what that lacks is proposed. `records` of `sources` independent
    sources, of days `first` to `last`, tell of it; `words` are some of them. `notes` say the rest in words."""

    name: str
    kind: str = ""
    registered: bool = False
    records: int = 0
    sources: int = 0
    first: dt.date | None = None
    last: dt.date | None = None
    aliases: tuple[AliasGuess, ...] = ()
    sides: tuple[SideGuess, ...] = ()
    history: tuple[Past, ...] = ()
    notes: tuple[str, ...] = ()
    words: tuple[Evidence, ...] = ()
