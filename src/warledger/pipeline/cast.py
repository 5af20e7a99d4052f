"""The cast of a war: every actor of the reports with its names, how much is told of it, and in which part."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from warledger.pipeline.citing import says_who, short
from warledger.pipeline.view import View
from warledger.records.actor import DESCRIBED, ActorLink
from warledger.records.claim import Agreement, Claim, Control, Event, Movement, Statement, Strength, Toll
from warledger.records.registry import fold_actor
from warledger.records.relation import Evidence
from warledger.stages.events.sources import Origins, origins, source_of

_QUOTE = 200
#: Modes of movement that are those of forces; people flee and return.
_FORCES = frozenset({"deployed", "withdrew", "advanced", "airdropped"})


@dataclass
class Member:
    """One actor of the cast, under its key. `names` are counted by claim, `deeds` are the claims in which something is done by it or to
    it, `doings` those of them in which it fights, holds, moves forces or has any, `words` those in which it only speaks, is spoken to or
    is the source; `links` is one link a name, `days` the days of a name's claims."""

    key: str
    canonical: str | None = None
    names: Counter[str] = field(default_factory=Counter)
    deeds: list[Claim] = field(default_factory=list)
    doings: list[Claim] = field(default_factory=list)
    words: list[Claim] = field(default_factory=list)
    links: dict[str, ActorLink] = field(default_factory=dict)
    days: dict[str, list[dt.date]] = field(default_factory=lambda: defaultdict(list))

    @property
    def name(self) -> str:
        """The registry's name, else its own name as most records write it (one that nothing is left away from before others)."""
        return self.canonical or min(self.names, key=lambda n: (fold_actor(n) != self.key, -self.names[n], n))

    @property
    def claims(self) -> list[Claim]:
        """Every claim it stands in, once."""
        return list({c.id: c for c in (*self.deeds, *self.words)}.values())

    @property
    def described(self) -> bool:
        """Whether its names mostly only describe ("rebels")."""
        described = sum(count for name, count in self.names.items() if self.links[name].score <= DESCRIBED)
        return self.canonical is None and 2 * described > self.names.total()


@dataclass(frozen=True)
class Cast:
    """The claims, all members by key, and from which text each copy came."""

    view: View
    claims: tuple[Claim, ...]
    members: Mapping[str, Member]
    first: Origins

    def origin(self, claim: Claim) -> str:
        """The key of the claim's independent source."""
        return source_of(claim, self.view.state.links, self.first)[0]

    def sources(self, claims: list[Claim]) -> int:
        """How many independent sources stand behind the claims."""
        return len({self.origin(c) for c in claims})

    def evidence(self, claim: Claim) -> Evidence:
        """The claim's exact words."""
        doc = self.view.names[claim.document]
        return Evidence(claim.id, doc, claim.span.start, claim.span.end, says_who(self.view, claim), short(claim.quote, _QUOTE))

    def key(self, claim: Claim, name: str) -> str:
        """The key of a name in a claim."""
        link = self.view.state.links.actor(claim.document, name, claim.day)
        return link.key if link is not None else fold_actor(name)


def cast_of(view: View, claims: Iterable[Claim], on: dt.date | None = None) -> Cast:
    """The cast of these claims (begun by the day `on`)."""
    members: dict[str, Member] = defaultdict(lambda: Member(""))
    held = []
    for claim in claims:
        begun = (claim.time.start or claim.time.end) if claim.time else None
        if on is not None and begun is not None and begun > on:
            continue
        held.append(claim)
        for name, acts in parts(claim):
            link = view.state.links.actor(claim.document, name, claim.day)
            if link is None:
                continue
            member = members[link.key]
            member.key, member.canonical = link.key, member.canonical or link.canonical
            member.names[name] += 1
            member.days[name].extend([claim.day] if claim.day else [])
            member.links.setdefault(name, link)
            (member.deeds if acts else member.words).append(claim)
            if name in _doing(claim):
                member.doings.append(claim)
    return Cast(view, tuple(held), dict(sorted(members.items())), origins(view.state.witnesses))


def parts(claim: Claim) -> Iterator[tuple[str, bool]]:
    """Every actor name of the claim, each once, and whether it acts in it (or is acted upon) rather than speaks."""
    acting = dict.fromkeys(name for name in _acting(claim) if name)
    yield from ((name, True) for name in acting)
    yield from ((name, False) for name in dict.fromkeys(_speaking(claim)) if name and name not in acting)


def _acting(claim: Claim) -> tuple[str, ...]:
    match claim.content:
        case Event(actors1=one, actors2=other) | Control(gained_by=one, lost_by=other):
            return (*one, *other)
        case Movement(actors1=names) | Toll(by=names) | Agreement(parties=names):
            return names
        case Strength(actor=actor):
            return (actor,)
        case _:
            return ()


def _doing(claim: Claim) -> tuple[str, ...]:
    match claim.content:
        case Event(actors1=names) | Toll(by=names):
            return names
        case Control(gained_by=one, lost_by=other):
            return (*one, *other)
        case Movement(mode=mode, actors1=names) if mode in _FORCES:
            return names
        case Strength(actor=actor):
            return (actor,)
        case _:
            return ()


def _speaking(claim: Claim) -> tuple[str, ...]:
    content = claim.content
    if isinstance(content, Statement):
        return (content.speaker, content.affiliation, *content.target, *claim.said_by)
    return claim.said_by
