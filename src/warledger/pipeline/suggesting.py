"""Proposals for `actors.toml` out of the pile itself: who the reports say fights, by which names, and on whose side perhaps."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import msgspec

from warledger.pipeline.aliases import Told, aliases_of
from warledger.pipeline.cast import Cast, Member, cast_of
from warledger.pipeline.nations import by_code
from warledger.pipeline.parties import PERSON, Judge, home_of
from warledger.pipeline.relations import relations
from warledger.pipeline.siding import guess_sides
from warledger.pipeline.view import View
from warledger.records.claim import Claim
from warledger.records.proposal import DESCRIPTION, AliasGuess, Proposal, SideGuess
from warledger.records.registry import fold_actor, make_registry
from warledger.records.relation import Relation

#: Deeds from which on an actor is proposed; a person needs more, for most people in reports only speak.
LEAST, LEAST_PERSON = 2, 5
#: Proposals that are shown unless everything is asked for.
MOST = 25
_SHOWN, _NAMES, _DESCRIPTIONS = 2, 8, 12


@dataclass(frozen=True)
class Company:
    """The cast with who fights and backs whom, and the judge of who can."""

    cast: Cast
    judge: Judge
    relations: tuple[Relation, ...]
    sides: Mapping[str, str]
    guesses: Mapping[str, tuple[SideGuess, ...]]


def company_of(view: View, claims: Iterable[Claim], on: dt.date | None = None) -> Company:
    """Everything these claims say of who stands where.

    A side is known by the registry (as of the last day anything is told of the actor), else by what a name says ("rebels", and the
    government of the nation the reports are set in).
    """
    lists = view.words
    cast = cast_of(view, claims, on)
    states = by_code(lists.nations, lists.world)
    judge = Judge(
        lists.linking.actors, lists.claims.nouns, lists.sides, home_of(cast, view.monitor.countries, states), frozenset(states.values())
    )
    parties = {key for key, member in cast.members.items() if judge.is_party(member)}
    found = tuple(relations(cast, lists.series, parties.__contains__))
    sides = _known_sides(cast, judge, parties)
    return Company(cast, judge, found, sides, guess_sides(found, sides))


def suggest(view: View, *, everything: bool = False) -> list[Proposal]:
    """The actors to put into `actors.toml`: those with most independent sources first, then what registered ones lack."""
    company = company_of(view, view.current)
    told = Told(company.cast)
    members = sorted(_candidates(company, everything=everything), key=lambda m: (-company.cast.sources(m.doings), -len(m.doings), m.key))
    taken: set[str] = set()
    fresh: list[Proposal] = []
    for member in members:
        if fold_actor(member.name) in taken:
            continue
        proposal = _proposal(member, company, told)
        taken |= {fold_actor(a.name) for a in proposal.aliases if a.sure or "alike" in a.why}
        fresh.append(proposal)
    nobody = [_description(m, company) for m in company.cast.members.values() if m.described and company.judge.is_party(m)]
    registered = [p for m in company.cast.members.values() if m.canonical and (p := _lacking(m, company, told)).aliases]
    nobody, registered = (sorted(found, key=lambda p: (-p.records, p.name)) for found in (nobody, registered))
    return [*fresh, *nobody, *registered] if everything else [*fresh[:MOST], *nobody[:_DESCRIPTIONS], *registered]


def listed(view: View, *, everything: bool = False) -> list[Proposal]:
    """Every actor of the reports, registered or not, those with most independent sources first; a side the registry gives scores 1."""
    company = company_of(view, view.current)
    told = Told(company.cast)
    found = []
    for member in company.cast.members.values():
        if not member.described and company.judge.is_party(member) and len(member.doings) >= (1 if everything else LEAST):
            proposal = _proposal(member, company, told)
            side = company.sides.get(member.key)
            found.append(
                msgspec.structs.replace(proposal, words=(), sides=(SideGuess(side, 1.0, "in actors.toml"),))
                if member.canonical and side
                else msgspec.structs.replace(proposal, words=())
            )
    ranked = sorted(found, key=lambda p: (-p.sources, -p.records, p.name))
    return ranked if everything else ranked[:MOST]


def _candidates(company: Company, *, everything: bool) -> Iterable[Member]:
    for member in company.cast.members.values():
        if member.canonical is not None or member.described or not company.judge.is_party(member):
            continue
        least = 1 if everything else LEAST_PERSON if company.judge.kind(member) == PERSON else LEAST
        if len(member.doings) >= least:
            yield member


def _proposal(member: Member, company: Company, told: Told) -> Proposal:
    cast, days = company.cast, [day for c in member.claims if (day := c.day) is not None]
    surest = sorted(member.deeds, key=lambda c: (-c.confidence, cast.view.names[c.document], c.span.start, c.id))
    aliases = tuple(a for a in aliases_of(member, told, cast) if a.sure or a.records)
    known = company.sides.get(member.key)
    own = (SideGuess(known, 0.9, "its name says so"),) if known else company.guesses.get(member.key, ())
    return Proposal(
        name=member.name,
        kind=company.judge.kind(member),
        registered=member.canonical is not None,
        records=len(member.claims),
        sources=cast.sources(member.claims),
        first=min(days, default=None),
        last=max(days, default=None),
        aliases=aliases,
        sides=own,
        notes=_maybe(member, aliases),
        words=tuple({w.quote: w for w in map(cast.evidence, surest)}.values())[:_SHOWN],
    )


def _description(member: Member, company: Company) -> Proposal:
    """Words that name nobody ("rebels"): a person may know that here they always mean one actor."""
    cast, own = company.cast, company.sides.get(member.key)
    written: Counter[str] = Counter()
    for name, count in member.names.items():
        written[name.casefold()] += count
    aliases = tuple(AliasGuess(name, False, "", count) for name, count in sorted(written.items(), key=lambda i: (-i[1], i[0])))
    sides = (SideGuess(own, 0.9, "its name says so"),) if own else company.guesses.get(member.key, ())
    return Proposal(
        member.name, DESCRIPTION, records=len(member.claims), sources=cast.sources(member.claims), aliases=aliases[:_NAMES], sides=sides
    )


def _lacking(member: Member, company: Company, told: Told) -> Proposal:
    """What the registry does not know of one of its actors yet."""
    proposal = _proposal(member, company, told)
    actor = make_registry(company.cast.view.monitor.actors).actor(member.canonical or "")
    known = {fold_actor(n) for n in (*(actor.aliases if actor else ()), *(a.name for a in (actor.called if actor else ())), member.name)}
    aliases = tuple(a for a in proposal.aliases if fold_actor(a.name) not in known)
    return Proposal(member.name, proposal.kind, True, proposal.records, proposal.sources, proposal.first, proposal.last, aliases)


def _maybe(member: Member, aliases: Iterable[AliasGuess]) -> tuple[str, ...]:
    """Whom else it may be, of those not proposed as other names of it."""
    told = {member.name, *(a.name for a in aliases)}
    found = {c.name: c for link in member.links.values() for c in link.candidates if c.name not in told}
    return tuple(f"perhaps {c.name} ({c.score:.2f}): {c.why}" for c in sorted(found.values(), key=lambda c: (-c.score, c.name)))


def _known_sides(cast: Cast, judge: Judge, parties: Iterable[str]) -> dict[str, str]:
    registry = make_registry(cast.view.monitor.actors)
    found = {}
    for key in sorted(parties):
        member = cast.members[key]
        days = [day for c in member.claims if (day := c.day) is not None]
        side = registry.side(member.canonical, max(days, default=None)) if member.canonical else judge.side(member)
        if side:
            found[key] = side
    return found
