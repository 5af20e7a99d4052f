"""Who fights and who backs whom: read off who does what to whom, and off names such as "X-backed Y"."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations, product

from warledger.pipeline.cast import Cast
from warledger.records.claim import FACTUAL, Claim, Control, Event, Statement
from warledger.records.relation import Relation, Tie
from warledger.records.series_words import SeriesWords

#: Records of evidence kept with a relation.
_SHOWN = 3
_TIES = {"backed by": Tie.BACKS, "led by": Tie.BACKS, "loyal to": Tie.BESIDE}

_Pair = tuple[str, Tie, str]


def relations(cast: Cast, words: SeriesWords, is_party: Callable[[str], bool]) -> list[Relation]:
    """The relations between actors that fight or back (`is_party` says of a key whether it can), those with most sources first.

    Only what is told as so counts, each record once for one pair.
    """
    found: dict[_Pair, dict[str, Claim]] = defaultdict(dict)
    for claim in cast.claims:
        if claim.modality in FACTUAL:
            for one, tie, other in _told(claim, cast, words):
                if one != other and is_party(one) and is_party(other):
                    found[_ordered(one, tie, other)][claim.id] = claim
    made = [_relation(pair, list(claims.values()), cast) for pair, claims in found.items()]
    return sorted(made, key=lambda r: (-r.sources, -r.records, r.one_key, r.tie.value, r.other_key))


def _told(claim: Claim, cast: Cast, words: SeriesWords) -> Iterator[_Pair]:
    """Every relation the record tells of, by keys."""
    content = claim.content

    def keys(names: tuple[str, ...]) -> list[str]:
        return list(dict.fromkeys(cast.key(claim, name) for name in names))

    match content:
        case Event(type=kind, actors1=doers, actors2=targets) if kind in words.fighting:
            yield from ((one, Tie.FIGHTS, other) for one, other in product(keys(doers), keys(targets)))
            yield from ((one, Tie.BESIDE, other) for one, other in combinations(keys(doers), 2))
        case Control(mode=mode, gained_by=gained, lost_by=lost) if mode in words.taking:
            yield from ((one, Tie.FIGHTS, other) for one, other in product(keys(gained), keys(lost)))
            yield from ((one, Tie.BESIDE, other) for one, other in combinations(keys(gained), 2))
        case Statement(speaker=speaker, act=act, target=targets) if act in words.backing and speaker:
            yield from ((cast.key(claim, speaker), Tie.BACKS, other) for other in keys(targets))
    yield from _named_ties(claim, cast)


def _named_ties(claim: Claim, cast: Cast) -> Iterator[_Pair]:
    """ "X-backed Y", "Y loyal to X"."""
    for key, link in ((cast.key(claim, name), cast.view.state.links.actor(claim.document, name, claim.day)) for name in _names(claim)):
        known = link is not None and link.tie in _TIES and link.tied in cast.members
        if link is not None and known and key not in (f"{link.tie} {link.tied}", link.tied):  # "X-backed rebels" say nothing more of X
            yield link.tied, _TIES[link.tie], key


def _names(claim: Claim) -> tuple[str, ...]:
    content = claim.content
    match content:
        case Event(actors1=one, actors2=other) | Control(gained_by=one, lost_by=other):
            return (*one, *other)
        case Statement(speaker=speaker, target=targets):
            return (speaker, *targets)
        case _:
            return ()


def _ordered(one: str, tie: Tie, other: str) -> _Pair:
    return (one, tie, other) if tie is Tie.BACKS or one <= other else (other, tie, one)


def _relation(pair: _Pair, claims: list[Claim], cast: Cast) -> Relation:
    one, tie, other = pair
    ranked = sorted(claims, key=lambda c: (-c.confidence, cast.view.names[c.document], c.span.start, c.id))
    days = [day for c in claims if (day := c.day) is not None]
    starts: list[dt.date] = [c.time.start or c.time.end for c in claims if c.time and (c.time.start or c.time.end)]  # type: ignore[misc]
    return Relation(
        one=cast.members[one].name if one in cast.members else one,
        one_key=one,
        tie=tie,
        other=cast.members[other].name if other in cast.members else other,
        other_key=other,
        records=len(claims),
        sources=cast.sources(claims),
        first=min(starts, default=None),
        last=max(days, default=None),
        evidence=tuple(cast.evidence(c) for c in ranked[:_SHOWN]),
    )
