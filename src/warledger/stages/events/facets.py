"""A claim as clustering sees it: action, places, days, doers and counts, worked out once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import msgspec

from warledger.base.similarity import fold_name
from warledger.base.spans import Span
from warledger.records.claim import Agreement, Claim, Control, Count, Event, Movement, Statement, Strength, Toll
from warledger.records.keys import COUNTRY_WIDE, actor_key, place_key
from warledger.records.link import Links
from warledger.records.side_words import SideWords
from warledger.records.witness import Witness
from warledger.stages.events.actions import action_of, reality

#: Two capitalised words at the end of a description of one person ("general Ivo Marr").
_FULL_NAME = re.compile(r"[A-Z][\w'’-]+ [A-Z][\w'’-]+(?=$|,)")
#: An interval of more days than this says too little to bring claims together.
VAGUE_DAYS = 14


class Actors(msgspec.Struct, frozen=True):
    """The keys of one role's actors, the sides their names say, and whether all of them are only described ("rebels")."""

    keys: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    described: bool = True


class Facet(msgspec.Struct, frozen=True):
    """What clustering compares. Days are proleptic ordinals, both ends inclusive, `None` open.

    `place` is the key of the most specific place (`None`: none, or a country), `around` those of the others; `anchor` the keys that
    stand in for a place where claims of this kind have none (who speaks, who agrees, whose strength). `groups` are all that is counted,
    `counts` only those with a bound.
    """

    id: str
    document: str
    family: str
    kind: str
    action: str
    reality: str
    span: Span
    quote: str
    start: int | None
    end: int | None
    place: str | None
    around: frozenset[str]
    anchor: frozenset[str]
    doers: Actors
    targets: Actors
    counts: dict[tuple[str, str], tuple[float | None, float | None]]
    groups: frozenset[str] = frozenset()
    topic: frozenset[str] = frozenset()
    victims: frozenset[str] = frozenset()

    @property
    def days(self) -> int | None:
        """Days covered, `None` when an end is open."""
        return None if self.start is None or self.end is None else self.end - self.start + 1

    @property
    def vague(self) -> bool:
        """Whether it is too loose in place or time to bring others together."""
        return (self.place is None and not self.anchor) or self.days is None or self.days > VAGUE_DAYS


def facet(claim: Claim, links: Links, witnesses: Mapping[str, Witness], words: SideWords) -> Facet:
    """The claim's facet."""
    doers, targets = roles(claim)
    specific = [place_key(links, claim.document, name) for name in _places(claim) if not _wide(links, claim.document, name)]
    time, witness = claim.time, witnesses.get(claim.document)
    return Facet(
        id=claim.id,
        document=claim.document,
        family=witness.family if witness else claim.document,
        kind=claim.kind,
        action=action_of(claim.content),
        reality=reality(claim.modality),
        span=claim.span,
        quote=claim.quote,
        start=time.start.toordinal() if time and time.start else None,
        end=time.end.toordinal() if time and time.end else None,
        place=specific[0] if specific else None,
        around=frozenset(specific[1:]),
        anchor=_anchor(claim, links, doers),
        doers=_actors(doers, claim, links, words),
        targets=_actors(targets, claim, links, words),
        counts=_counts(claim),
        groups=frozenset(group.casefold() for _, group, _, _ in figures_of(claim)),
        topic=_topic(claim),
        victims=_victims(claim),
    )


def facets_of(claims: Iterable[Claim], links: Links, witnesses: Mapping[str, Witness], words: SideWords | None = None) -> dict[str, Facet]:
    """The facet of every claim, by claim id. `words` is the parsed `vocab/sides.toml`; without it names say nothing about sides."""
    known = words or SideWords()
    return {claim.id: facet(claim, links, witnesses, known) for claim in claims}


def roles(claim: Claim) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who did it and to whom, whatever the kind of the claim; names as written."""
    content = claim.content
    match content:
        case Event():
            return content.actors1, content.actors2
        case Control():
            return content.gained_by, content.lost_by
        case Toll():
            return content.by, ()
        case Movement():
            return content.actors1, ()
        case Statement():
            return tuple(name for name in (content.speaker or content.affiliation,) if name), content.target
        case Agreement():
            return content.parties, ()
        case Strength():
            return (content.actor,), ()


def _places(claim: Claim) -> tuple[str, ...]:
    """Most specific first. Of a movement where it goes, or whence when that is all there is."""
    content = claim.content
    if isinstance(content, Movement):
        first = content.origin if content.mode in ("withdrew", "evacuated", "fled") else content.to
        return tuple(dict.fromkeys((*(first or content.to or content.origin), *claim.places)))
    return claim.places


def _wide(links: Links, document: str, name: str) -> bool:
    link = links.place(document, name)
    return link is not None and link.place is not None and link.precision >= COUNTRY_WIDE


def _anchor(claim: Claim, links: Links, doers: Iterable[str]) -> frozenset[str]:
    if claim.kind not in ("statement", "agreement", "strength", "movement"):
        return frozenset()
    return frozenset(actor_key(links, claim.document, name, claim.day) for name in doers)


def _actors(names: Iterable[str], claim: Claim, links: Links, words: SideWords) -> Actors:
    listed = tuple(names)
    sides = frozenset(side for name in listed if (side := words.side(name)))
    keys = frozenset(actor_key(links, claim.document, name, claim.day) for name in listed)
    return Actors(keys, sides, all(words.describes(name) for name in listed))


def _counts(claim: Claim) -> dict[tuple[str, str], tuple[float | None, float | None]]:
    """(measure, group) -> bounds, the group in lower case; counts the text leaves open are left out."""
    return {
        (measure, group.casefold()): (low, high) for measure, group, low, high in figures_of(claim) if not (low is None and high is None)
    }


def figures_of(claim: Claim) -> list[tuple[str, str, float | None, float | None]]:
    """Every figure of the claim as (measure, group, low, high)."""
    content = claim.content
    match content:
        case Event():
            return [
                (measure, count.group, count.low, count.high)
                for measure, counts in (("killed", content.killed), ("injured", content.injured), ("captured", content.captured))
                for count in _distinct(counts)
            ]
        case Toll():
            return [(content.measure, content.group, content.low, content.high)]
        case Strength():
            return [(content.unit, content.actor, content.low, content.high)]
        case Movement() if content.count_low is not None or content.count_high is not None:
            return [(content.mode, " and ".join(content.actors1), content.count_low, content.count_high)]
        case _:
            return []


def _distinct(counts: tuple[Count, ...]) -> tuple[Count, ...]:
    return tuple(dict.fromkeys(counts))


def _victims(claim: Claim) -> frozenset[str]:
    """The last two words of every full personal name among those killed, injured or captured, folded: counts of one only."""
    if not isinstance(claim.content, Event):
        return frozenset()
    groups = [group for _, group, low, high in figures_of(claim) if low == high == 1]
    return frozenset(fold_name(match.group()) for group in groups if (match := _FULL_NAME.search(group)))


def _topic(claim: Claim) -> frozenset[str]:
    content = claim.content
    words = ""
    if isinstance(content, Statement):
        words = f"{content.topic} {claim.quote}"
    elif isinstance(content, Agreement):
        words = f"{content.what} {claim.quote}"
    return frozenset(w for w in (raw.strip(".,;:'\"“”‘’()").casefold() for raw in words.split()) if len(w) > 4)
