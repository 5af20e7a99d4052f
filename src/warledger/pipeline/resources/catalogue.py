"""A view with what finds things in it quickly: happenings, places, actors and sources by id, and what hangs on each record."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from warledger.base.similarity import fold_name
from warledger.exports.events import in_order
from warledger.exports.names import actor_names, place_names
from warledger.pipeline.listed import listed_sources
from warledger.pipeline.resources.links import actor_id, place_id, source_id
from warledger.pipeline.view import View
from warledger.records.actor import Actor
from warledger.records.claim import Claim
from warledger.records.control import PlaceControl
from warledger.records.dispute import Dispute
from warledger.records.document import Document
from warledger.records.event import Happening
from warledger.records.family import Correction, Family
from warledger.records.gap import Gap
from warledger.records.keys import actor_key, is_name, name_key, place_key, shown_name
from warledger.records.place import PlaceLink
from warledger.records.source import Source
from warledger.records.witness import Witness


@dataclass(frozen=True)
class PlaceEntry:
    """A place that current claims name: its key, its spellings (the most frequent first), the claims, and what it was taken to be."""

    id: str
    key: str
    names: tuple[str, ...]
    claims: tuple[Claim, ...]
    link: PlaceLink | None


@dataclass(frozen=True)
class ActorEntry:
    """An actor that current claims name. `registered` is its entry in `actors.toml`; `described` that it has no name of its own."""

    id: str
    key: str
    name: str
    spellings: tuple[tuple[str, int], ...]
    claims: tuple[Claim, ...]
    registered: Actor | None
    described: bool


@dataclass(frozen=True)
class SourceEntry:
    """A publisher, its entry in `sources.toml` or the packaged list if it has one, and its documents."""

    id: str
    name: str
    listed: Source | None
    witnesses: tuple[Witness, ...]


@dataclass(frozen=True)
class Catalogue:
    """The view of one moment, indexed. Indexes are made when first asked for and never change."""

    view: View

    @cached_property
    def happenings(self) -> Mapping[str, Happening]:
        """By id, in the order of the export."""
        return {h.id: h for h in in_order(self.view.state.happenings)}

    @cached_property
    def happening_of(self) -> Mapping[str, Happening]:
        """The happening each current record is part of, by record id."""
        return {member: h for h in self.happenings.values() for member in h.members}

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """By id."""
        return {d.id: d for d in self.view.documents}

    @cached_property
    def claims_in(self) -> Mapping[str, Sequence[Claim]]:
        """Every claim of a document, whatever became of it, in the order of the text."""
        return _grouped((c.document, c) for c in self.view.state.claims)

    @cached_property
    def counts(self) -> Counter[str]:
        """How many records of a document count, by its id."""
        return Counter(c.document for c in self.view.current)

    @cached_property
    def gaps_in(self) -> Mapping[str, Sequence[Gap]]:
        """The gaps of a document, in the order of the text."""
        return _grouped((g.document, g) for g in self.view.gaps)

    @cached_property
    def corrections_in(self) -> Mapping[str, Sequence[Correction]]:
        """The notices of correction in a document."""
        return _grouped((c.document, c) for c in self.view.state.corrections)

    @cached_property
    def family(self) -> Mapping[str, Family]:
        """By id."""
        return {f.id: f for f in self.view.state.families}

    @cached_property
    def disputes(self) -> Mapping[str, Dispute]:
        """By id."""
        return {d.id: d for d in self.view.state.disputes}

    @cached_property
    def disputes_of(self) -> Mapping[str, Sequence[Dispute]]:
        """The disputes a record is a side of, by record id."""
        return _grouped((member, d) for d in self.view.state.disputes for member in sorted({*d.a, *d.b}))

    @cached_property
    def control(self) -> Mapping[str, PlaceControl]:
        """Who held a place, by the place's key."""
        return {c.key: c for c in self.view.state.control}

    @cached_property
    def places(self) -> Mapping[str, PlaceEntry]:
        """Every place that current claims name, by id; those named most first."""
        links = self.view.state.links
        named: dict[str, list[tuple[str, Claim]]] = defaultdict(list)
        for claim in self.view.current:
            for name in place_names(claim):
                named[place_key(links, claim.document, name)].append((name, claim))
        made = (_place(self.view, key, rows) for key, rows in named.items())
        return {p.id: p for p in sorted(made, key=lambda p: (-len(p.claims), p.key))}

    @cached_property
    def actors(self) -> Mapping[str, ActorEntry]:
        """Every actor that current claims name, by id; those named most first."""
        links = self.view.state.links
        named: dict[str, list[tuple[str, Claim]]] = defaultdict(list)
        for claim in self.view.current:
            for name in actor_names(claim):
                named[actor_key(links, claim.document, name, claim.day)].append((name, claim))
        made = (_actor(self.view, key, rows, self.registry) for key, rows in named.items())
        return {a.id: a for a in sorted(made, key=lambda a: (-len(a.claims), a.key))}

    @cached_property
    def registry(self) -> Mapping[str, Actor]:
        """The entries of `actors.toml` by every folded name and alias; a name goes before an alias."""
        actors = self.view.monitor.actors
        aliases = {fold_name(alias): a for a in reversed(actors) for alias in (*a.aliases, *(dated.name for dated in a.called))}
        return aliases | {fold_name(a.name): a for a in reversed(actors)}

    @cached_property
    def sources(self) -> Mapping[str, SourceEntry]:
        """Every publisher of a known document, by id; those with most documents first."""
        found: dict[str, list[Witness]] = defaultdict(list)
        for witness in self.view.state.witnesses.values():
            if witness.publisher:
                found[witness.publisher].append(witness)
        listed = {s.name: s for s in listed_sources(self.view.monitor.sources)}
        made = [SourceEntry(source_id(n), n, listed.get(n), tuple(sorted(w, key=lambda w: w.doc))) for n, w in found.items()]
        return {s.id: s for s in sorted(made, key=lambda s: (-len(s.witnesses), s.name))}

    @cached_property
    def place_of(self) -> Mapping[str, str]:
        """The id of the place a happening stands at, by happening id; those without a place are missing."""
        return {h.id: place_id(key) for h in self.happenings.values() if (key := self._key_of(h))}

    @cached_property
    def at_place(self) -> Mapping[str, Sequence[Happening]]:
        """The happenings at a place, by place id, in the order of the export."""
        return _grouped((self.place_of[h.id], h) for h in self.happenings.values() if h.id in self.place_of)

    @cached_property
    def by_actor(self) -> Mapping[str, Sequence[Happening]]:
        """The happenings in whose records an actor is named, by actor id, in the order of the export."""
        return _grouped((actor, h) for h in self.happenings.values() for actor in self._actors_of(h))

    @cached_property
    def _actor_names(self) -> Mapping[str, str]:
        return {a.name: a.id for a in reversed(tuple(self.actors.values()))}

    def named(self, name: str) -> str | None:
        """The id of the actor shown under that name."""
        return self._actor_names.get(name)

    def actor_of(self, claim: Claim, name: str) -> str | None:
        """The id of the actor that a name in a claim means."""
        found = actor_id(actor_key(self.view.state.links, claim.document, name, claim.day))
        return found if found in self.actors else None

    def source_name(self, source: str) -> str:
        """An independent source for people: a family or a document without a publisher goes by its exported name."""
        family = self.family.get(source)
        witness = self.view.state.witnesses.get(family.origin if family else source)
        return (witness.publisher or witness.doc) if witness else source

    def claims_of(self, happening: Happening) -> list[Claim]:
        """Its records: those that say it happened before the others, the surer first."""
        claims = [self.view.by_id[m] for m in happening.members]
        return sorted(claims, key=lambda c: (c.modality.value in _WEAK, -c.confidence, self.view.names[c.document], c.span.start, c.id))

    def _key_of(self, happening: Happening) -> str:
        if not happening.place:
            return ""
        links = self.view.state.links
        at, fallback = name_key(happening.place), ""
        for member in happening.members:
            claim = self.view.by_id[member]
            for name in place_names(claim):
                key = place_key(links, claim.document, name)
                if name == happening.place:
                    return key
                link = links.place(claim.document, name)
                same_spot = link and link.place and (link.place.lat, link.place.lon) == (happening.lat, happening.lon)
                fallback = fallback or (key if same_spot or name_key(name) == at else "")
        return fallback

    def _actors_of(self, happening: Happening) -> list[str]:
        links = self.view.state.links
        claims = (self.view.by_id[m] for m in happening.members)
        return sorted({actor_id(actor_key(links, c.document, name, c.day)) for c in claims for name in actor_names(c)})


K = TypeVar("K")
V = TypeVar("V")

#: How firmly the content of claims is put forward that do not say it happened.
_WEAK = frozenset({"denied", "planned", "hypothetical"})


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    found: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return dict(found)


def _place(view: View, key: str, rows: Sequence[tuple[str, Claim]]) -> PlaceEntry:
    names = Counter(name for name, _ in rows)
    claims = {c.id: c for _, c in rows}
    links = (view.state.links.place(c.document, name) for name, c in rows)
    placed = sorted((link for link in links if link and link.place), key=lambda link: (link.precision, link.name, link.document))
    ordered = tuple(sorted(names, key=lambda n: (-names[n], n)))
    return PlaceEntry(place_id(key), key, ordered, tuple(claims.values()), placed[0] if placed else None)


def _actor(view: View, key: str, rows: Sequence[tuple[str, Claim]], registry: Mapping[str, Actor]) -> ActorEntry:
    links = view.state.links
    spellings = Counter(name for name, _ in rows)
    shown = Counter(shown_name(links, c.document, name, c.day) for name, c in rows)
    name = min(shown, key=lambda n: (-shown[n], n))
    described = not any(is_name(links, c.document, n) for n, c in rows)
    ordered = tuple(sorted(spellings.items(), key=lambda pair: (-pair[1], pair[0])))
    claims = {c.id: c for _, c in rows}
    return ActorEntry(actor_id(key), key, name, ordered, tuple(claims.values()), registry.get(fold_name(name)), described)
