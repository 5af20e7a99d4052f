"""Actor names of claims become keys that claims of one actor share, and registry names where the monitor has them.

Spelling, titles, articles, possessives and words such as "forces" are looked through, and a short form that some report writes out; a
nation's own forces and offices are the nation. Names that differ by more stay two actors unless the registry says otherwise: who else a
name might be is listed beside it, with a score and why, and never merged.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from warledger.records.actor import DESCRIBED, Actor, ActorCandidate, ActorLink, ActorReading
from warledger.records.claim import Agreement, Claim, Control, Event, Movement, Statement, Strength, Toll
from warledger.records.place_words import ActorWords
from warledger.records.registry import Bearer, Registry, borne_on, fold_actor, make_registry
from warledger.stages.linking.actor_forms import LED, Form, NameReader, Reading
from warledger.stages.linking.actor_pile import Pile, alike

_OWN, _INFERRED, _LED = 0.5, 0.45, 0.4
#: What is left of a score when a name is borne out of its days, or known from another report's words only.
_OUT_OF_TIME, _ELSEWHERE, _OF_NATION = 0.8, 0.8, 0.8
_UNSURE = 0.5
_GOVERNING = frozenset({"government", "government forces"})


def link_actors(claims: Iterable[Claim], actors: Sequence[Actor], words: ActorWords) -> dict[tuple[str, str], ActorLink]:
    """A link for every (document id, actor name) of the claims: doers, targets, holders, speakers, sources and parties."""
    held = tuple(claims)
    days: dict[tuple[str, str], set[dt.date]] = defaultdict(set)
    counts: Counter[str] = Counter()
    for claim in held:
        day = claim.day
        for name in actor_names(claim):
            counts[name] += 1
            days[claim.document, name].update([day] if day else [])
    book = _ActorBook(make_registry(actors), words, Pile(held, counts))
    links = {key: book.link(*key, tuple(sorted(days[key]))) for key in sorted(days)}
    return dict(_with_candidates(links, actors, counts, book.common))


def actor_names(claim: Claim) -> Iterator[str]:
    """Every name of an actor in the claim, whatever its field; empty strings are left out."""
    yield from (name for name in (*claim.said_by, *_content_names(claim)) if name)


def _content_names(claim: Claim) -> tuple[str, ...]:
    match claim.content:
        case Event(actors1=doers, actors2=targets):
            return (*doers, *targets)
        case Control(gained_by=gained, lost_by=lost):
            return (*gained, *lost)
        case Toll(by=by):
            return by
        case Strength(actor=actor):
            return (actor,)
        case Movement(actors1=doers):
            return doers
        case Statement(speaker=speaker, affiliation=affiliation, target=target):
            return (speaker, affiliation, *target)
        case Agreement(parties=parties):
            return parties


class _Known(msgspec.Struct, frozen=True):
    """What a name is by itself: who bears it (`form` says how), or its own key; the same in every document."""

    bearers: tuple[Bearer, ...]
    form: Form
    own: ActorLink


class _ActorBook:
    """The registry, the vocabulary and the pile. What a name is but for its days is worked out once."""

    def __init__(self, registry: Registry, words: ActorWords, pile: Pile) -> None:
        self._registry = registry
        self._reader = NameReader(words)
        self._pile = pile
        self._generic = {fold_actor(name): key for name, key in words.generic.items()}
        self._of_nation = self._states()
        self._bodies = Counter(bare for folded in sorted(pile.folded) if (bare := self._reader.read(pile.shown(folded)).bare))
        self._known: dict[str, _Known] = {}

    def link(self, document: str, name: str, days: tuple[dt.date, ...]) -> ActorLink:
        """What the name was taken to be in the document, whose claims with it are of these days."""
        if name not in self._known:
            self._known[name] = self._identify(name)
        known = self._known[name]
        own = known.own.standing(document, known.own.candidates)
        return _borne(own, known, days) if known.bearers else own

    def common(self, key: str) -> bool:
        """Whether the key is a word for many: a nation, or words that name nobody."""
        return bool(self._reader.nation(key)[0]) or self._reader.names_nobody(key)

    def _identify(self, name: str) -> _Known:
        reading = self._reader.read(name)
        own = self._own(name, reading)
        for form in self._forms(reading):
            bearers = self._registry.by_name.get(form.folded, ())
            if bearers:
                return _Known(bearers, form, own)
        bearers = self._of_nation.get(reading.nation, ())
        return _Known(bearers, Form(own.key, f"a name of {reading.nation},", _OF_NATION), own)

    def _forms(self, reading: Reading) -> Iterator[Form]:
        yield from reading.forms
        for form in reading.forms:
            full = self._pile.short.get(form.folded)
            if full is not None:
                yield Form(full, f"short for {self._pile.shown(full)}, as a report writes it out,", _ELSEWHERE * form.score)
        if reading.nation:
            yield Form(fold_actor(reading.nation), f"a name of {reading.nation},", _OF_NATION)

    def _states(self) -> dict[str, tuple[Bearer, ...]]:
        """Nation -> who bears a name of its government or its army ("Xish government", "Xish army")."""
        found: dict[str, dict[tuple[str, str, str], Bearer]] = defaultdict(dict)
        for folded, bearers in self._registry.by_name.items():
            nation, office = self._reader.nation(folded)
            if self._generic.get(office) in _GOVERNING:
                found[nation].update({(b.actor.name, str(b.start), str(b.end)): b for b in bearers})
        return {nation: tuple(held[key] for key in sorted(held)) for nation, held in found.items()}

    def _own(self, name: str, reading: Reading) -> ActorLink:
        """What the name is without a registry."""
        tie, tied = reading.tie, self._full(reading.tied) if reading.tied else ""
        if reading.folded in self._generic:
            return _made(name, fold_actor(self._generic[reading.folded]), DESCRIBED, "a description, not a name", tie, tied)
        if reading.nation:
            key = fold_actor(reading.nation)
            named = "its own name; not in the registry" if key == reading.folded else f"{reading.nation}'s own; not in the registry"
            return _made(name, key, _OWN, named, tie, tied)
        if reading.described:
            return self._described(name, reading, tied)
        if self._reader.names_nobody(reading.folded) or (name.islower() and self._reader.names_nobody(reading.folded.split()[-1])):
            return _made(name, reading.folded, DESCRIBED, "a description, not a name", tie, tied)
        folded = self._reader.written_out(self._reader.untitled(self._bare(reading) or reading.folded))
        full = self._full(folded)
        if full != folded:
            return _made(name, full, _INFERRED, f"short for {self._pile.shown(full)}, as a report writes it out", tie, tied)
        away = "" if folded == reading.folded else ", what only describes left away"
        return _made(name, folded, _OWN, f"its own name; not in the registry{away}", tie, tied)

    def _described(self, name: str, reading: Reading, tied: str) -> ActorLink:
        led = reading.tie == LED and any(form.folded == reading.tied for form in reading.forms)
        if led and (self._pile.has(tied) or self._pile.has(reading.tied)):
            return _made(name, tied, _LED, f"led by {self._pile.shown(tied)}", reading.tie, tied)
        key, why = f"{reading.tie} {tied}", f"only described, as {reading.tie} {self._pile.shown(tied)}"
        return _made(name, key, DESCRIBED, why, reading.tie, tied)

    def _bare(self, reading: Reading) -> str:
        """The name without its body ("X fighters"), where what is left is a name: of two words, or known with other bodies or with none."""
        bare = reading.bare
        known = " " in bare or self._pile.has(bare) or bare in self._pile.short or self._bodies[bare] > 1
        return bare if bare and known else ""

    def _full(self, folded: str) -> str:
        return self._pile.short.get(folded, self._reader.written_out(folded))


def _made(name: str, key: str, score: float, why: str, tie: str, tied: str) -> ActorLink:
    return ActorLink("", name, key, None, score, why, tie, tied)


def _borne(own: ActorLink, known: _Known, days: tuple[dt.date, ...]) -> ActorLink:
    """The link of a name that actors of the registry bear: to the one, or to the one on those days, or left open."""
    form, bearers = known.form, known.bearers
    meant = {b.actor.name: b for day in (days or (None,)) for b in borne_on(bearers, day)}
    if len(meant) > 1:
        many = sorted({b.actor.name for b in bearers})
        readings = tuple(_readings(bearers))
        why = f"a name of {len(many)} actors in the registry{', by the day' if readings else ''}: {', '.join(many)}"
        others = tuple(ActorCandidate(b.actor.name, _UNSURE, _in_time(b) or "bears the name too") for b in bearers)
        return msgspec.structs.replace(own, key=form.folded, score=0.0, why=why, candidates=others, readings=readings)
    ((actor, bearer),) = meant.items()
    others = tuple(ActorCandidate(b.actor.name, 0.0, _in_time(b)) for b in bearers if b.actor.name != actor)
    score, late = form.score, bearer.dated and days and not any(bearer.bore(day) for day in days)
    why = f"{form.why} of {actor} in the registry" + (f", {_in_time(bearer)}" if late or others else "")
    score = score * _OUT_OF_TIME if late else score
    return msgspec.structs.replace(own, key=fold_actor(actor), canonical=actor, score=round(score, 4), why=why, candidates=others)


def _readings(bearers: Sequence[Bearer]) -> Iterator[ActorReading]:
    """What the name means on days that only one of its bearers bore it."""
    for bearer in bearers:
        others = [b for b in bearers if b.actor.name != bearer.actor.name]
        if bearer.dated and not any(_overlap(bearer, other) for other in others):
            yield ActorReading(bearer.start, bearer.end, bearer.actor.name, fold_actor(bearer.actor.name))


def _overlap(a: Bearer, b: Bearer) -> bool:
    return not ((a.end and b.start and a.end < b.start) or (b.end and a.start and b.end < a.start))


def _in_time(bearer: Bearer) -> str:
    parts = [f"from {bearer.start}" if bearer.start else "", f"until {bearer.end}" if bearer.end else ""]
    return " ".join(part for part in parts if part)


def _with_candidates(
    links: Mapping[tuple[str, str], ActorLink], actors: Sequence[Actor], counts: Mapping[str, int], common: Callable[[str], bool]
) -> Iterator[tuple[tuple[str, str], ActorLink]]:
    """The links with who else each may be: names that look alike, and what the registry holds for possible."""
    shown: dict[str, str] = {}
    for link in sorted(links.values(), key=lambda x: (x.canonical is None, fold_actor(x.name) != x.key, -counts[x.name], x.name)):
        if link.score != DESCRIBED:
            shown.setdefault(link.key, link.canonical or link.name)
    may_be = alike(shown, common)
    for held, listed in _held_possible(actors).items():
        may_be[held] = (*listed, *may_be.get(held, ()))
    for key, link in links.items():
        others = may_be.get(link.key)
        yield key, link.standing(link.document, (*link.candidates, *others)) if others else link


def _held_possible(actors: Sequence[Actor]) -> dict[str, tuple[ActorCandidate, ...]]:
    """Key -> whom the registry says it may be, both ways round."""
    found: dict[str, dict[str, ActorCandidate]] = defaultdict(dict)
    for actor in actors:
        for other in actor.maybe:
            score = _UNSURE if other.score is None else other.score
            why = f"may be the same, by the registry{': ' if other.why else ''}{other.why}"
            found[fold_actor(actor.name)][other.actor] = ActorCandidate(other.actor, score, why)
            found[fold_actor(other.actor)][actor.name] = ActorCandidate(actor.name, score, why)
    return {key: tuple(listed[name] for name in sorted(listed)) for key, listed in found.items()}
