"""The actor and place names a claim carries, whatever its kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from warledger.records.claim import Agreement, Claim, Content, Control, Event, Movement, Statement, Strength, Toll


def actor_names(claim: Claim) -> tuple[str, ...]:
    """Every actor named in the claim's fields, each once: doers, targets, holders, speakers and who says so."""
    return _once([*_in_content(claim.content), *claim.said_by])


def place_names(claim: Claim) -> tuple[str, ...]:
    """Every place named, each once: where it was and, for movements, from and to."""
    content = claim.content
    ends = (*content.origin, *content.to) if isinstance(content, Movement) else ()
    return _once([*claim.places, *ends])


def _in_content(content: Content) -> Iterator[str]:
    match content:
        case Event(actors1=first, actors2=second) | Control(gained_by=first, lost_by=second):
            yield from (*first, *second)
        case Movement(actors1=actors) | Toll(by=actors) | Agreement(parties=actors):
            yield from actors
        case Strength(actor=actor):
            yield actor
        case Statement(speaker=speaker, affiliation=affiliation, target=target):
            yield from (speaker, affiliation, *target)


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))
