"""One actor, asked for by any of its names: who it is, on whose side when, how strong, what it lost, whom it fights and backs."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from warledger.base.errors import UsageError
from warledger.pipeline.cast import Member
from warledger.pipeline.losses import LossReader, counting
from warledger.pipeline.series import series_of
from warledger.pipeline.suggesting import company_of
from warledger.pipeline.view import View
from warledger.pipeline.who import keys_called, keys_holding
from warledger.records.actor import Actor, ActorCandidate, Change, Dated
from warledger.records.claim import Claim
from warledger.records.profile import NameUsed, Profile
from warledger.records.registry import fold_actor, make_registry

_SHOWN = 12


def profile(view: View, name: str, on: dt.date | None = None) -> Profile:
    """The actor of that name, as told of days begun by `on`.

    Raises:
        UsageError: nobody of that name in the reports or the registry, or several whose names hold its words (they are listed).
    """
    registry = make_registry(view.monitor.actors)
    key = _key(view, name)
    lists = view.words
    actor = registry.actors.get(key)
    own = _called(view, key, actor)
    company = company_of(view, _claims_of(view, key, own), on)
    member = company.cast.members.get(key) or Member(key, actor.name if actor else None, Counter([actor.name if actor else name]))
    happenings = {record: h.id for h in view.state.happenings for record in h.members}
    reader = LossReader(company.cast, member, lists.linking.actors, lists.claims.nouns, happenings, own, lists.sides)
    days = [day for c in member.claims if (day := c.day) is not None]
    return Profile(
        name=member.name,
        key=key,
        registered=actor is not None,
        kind=(actor.kind if actor else "") or company.judge.kind(member),
        records=len(member.claims),
        sources=company.cast.sources(member.claims),
        first=min(days, default=None),
        last=max(days, default=None),
        names=_names(member),
        sides=tuple(Dated(s.name, s.start, s.end) for s in actor.sides) if actor else (),
        guesses=() if actor and actor.sides else company.guesses.get(key, ()),
        part_of=_part_of(actor) if actor else (),
        members=_members(view.monitor.actors, member.name),
        history=actor.history if actor else (),
        maybe=_maybe(member),
        strengths=tuple(series_of(view, member.name, ["strength"], on)),
        losses=reader.losses(company.cast.claims),
        relations=tuple(r for r in company.relations if key in (r.one_key, r.other_key)),
    )


def _key(view: View, name: str) -> str:
    """The key of the one actor of that name."""
    keys = keys_called(view, name) or keys_holding(view, name)
    if len(keys) == 1:
        return min(keys)
    if keys:
        shown = {link.key: link.canonical or link.name for link in view.state.links.actors.values() if link.key in keys}
        raise UsageError(f'"{name}" may be {len(keys)} actors', mend="Say which: " + _listed(shown.get(key, key) for key in keys))
    raise UsageError(f'no actor "{name}" in the reports or in actors.toml', mend="`warledger actors DIR` lists all")


def _called(view: View, key: str, actor: Actor | None) -> frozenset[str]:
    """Every folded name of the actor, in the registry and in the reports."""
    listed = (actor.name, *actor.aliases, *(alias.name for alias in actor.called)) if actor else ()
    return frozenset({key, *map(fold_actor, listed), *(name for name, keys in view.keys_by_name.items() if key in keys)} - {""})


def _claims_of(view: View, key: str, own: frozenset[str]) -> tuple[Claim, ...]:
    """The claims that name the actor, and those that count its people without naming it otherwise."""
    return tuple({c.id: c for c in (*view.by_actor.get(key, ()), *counting(view.current, own))}.values())


def _names(member: Member) -> tuple[NameUsed, ...]:
    found = []
    for name, link in member.links.items():
        days = member.days[name]
        found.append(NameUsed(name, member.names[name], min(days, default=None), max(days, default=None), link.score, link.why))
    return tuple(sorted(found, key=lambda n: (-n.records, n.name)))


def _part_of(actor: Actor) -> tuple[Dated, ...]:
    plain = (Dated(actor.part_of),) if actor.part_of else ()
    joined = (Dated(past.actor, past.on) for past in actor.history if past.how is Change.JOINED)
    return (*plain, *(Dated(m.name, m.start, m.end) for m in actor.memberships), *joined)


def _members(actors: Iterable[Actor], name: str) -> tuple[str, ...]:
    """Registered actors that are, or were, part of it."""
    return tuple(sorted(a.name for a in actors if any(fold_actor(body.name) == fold_actor(name) for body in _part_of(a))))


def _maybe(member: Member) -> tuple[ActorCandidate, ...]:
    found = {c.name: c for link in member.links.values() for c in link.candidates if c.name != member.name}
    return tuple(sorted(found.values(), key=lambda c: (-c.score, c.name)))


def _listed(names: Iterable[str]) -> str:
    held = sorted(set(names))
    more = f" and {len(held) - _SHOWN} more" if len(held) > _SHOWN else ""
    return ", ".join(held[:_SHOWN]) + more
