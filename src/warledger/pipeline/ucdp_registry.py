"""Actors of a UCDP list as proposals for `actors.toml`: those of the monitor's countries, or those the reports name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from warledger.base.errors import UsageError
from warledger.base.similarity import fold_name
from warledger.intake.ucdp_actors import UcdpActor, import_ucdp_actors
from warledger.records.actor import Change, Past
from warledger.records.proposal import AliasGuess, Proposal
from warledger.records.reason import Problem
from warledger.records.registry import fold_actor

_SHOWN = 12


def read_ucdp(path: Path) -> tuple[tuple[UcdpActor, ...], tuple[Problem, ...]]:
    """The actors of the file, and the rows that could not be used.

    Raises:
        UsageError: it cannot be read, is not UTF-8, or holds no actor.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read ({error})", mend="Give the CSV file of the UCDP Actor Dataset, as UTF-8") from error
    actors, problems = import_ucdp_actors(text, path.name)
    if not actors:
        why = f" ({problems[0].detail})" if problems else ""
        raise UsageError(f"{path}: no actor in it{why}", mend="Give the CSV file of the UCDP Actor Dataset")
    return actors, problems


def ucdp_proposals(
    actors: Iterable[UcdpActor], countries: Iterable[str], country_code: Callable[[str], str], named: Mapping[str, int]
) -> list[Proposal]:
    """Proposals for the actors of these countries (ISO 3166 alpha-2), or without any for those with a name in `named` (folded name -> in
    how many records); with neither, for all. Those the reports name come first."""
    held = tuple(actors)
    wanted = {code.upper() for code in countries}
    opponents = _opponents(held)
    chosen = [a for a in held if not wanted or wanted & {country_code(p) for place in a.places for p in _variants(place)}]
    if not wanted and named:
        chosen = [a for a in held if _uses(a, named)]
    made = [(_uses(a, named), _proposal(a, opponents[a.id], named)) for a in chosen]
    return [proposal for _, proposal in sorted(made, key=lambda pair: (-pair[0], pair[1].name))]


def _proposal(actor: UcdpActor, opponents: tuple[str, ...], named: Mapping[str, int]) -> Proposal:
    aliases = tuple(AliasGuess(name, True, "", named.get(fold_actor(name), 0)) for name in _distinct(actor))
    splits = tuple(Past(Change.SPLIT, other) for other in actor.split_from)
    fought = f"UCDP: fought {', '.join(opponents[:_SHOWN])}" + (f" and {len(opponents) - _SHOWN} more" if len(opponents) > _SHOWN else "")
    notes = [f"UCDP actor {actor.id}; in {', '.join(actor.places[:_SHOWN])}", *([fought] if opponents else [])]
    notes += [f"UCDP: in alliance with {other}" for other in actor.allied]
    notes += [f"UCDP: joined {other}, or was joined by it; no day is given" for other in actor.joined]
    return Proposal(actor.name, actor.kind, aliases=aliases, history=splits, notes=tuple(notes))


def _distinct(actor: UcdpActor) -> tuple[str, ...]:
    """Its other names, one of those that fold alike."""
    found = {fold_actor(actor.name): actor.name}
    for name in actor.names:
        found.setdefault(fold_actor(name), name)
    return tuple(list(found.values())[1:])


def _opponents(actors: Iterable[UcdpActor]) -> dict[str, tuple[str, ...]]:
    """Whom each fought: the other actor of each of its dyads."""
    by_dyad: dict[str, list[UcdpActor]] = defaultdict(list)
    held = tuple(actors)
    for actor in held:
        for dyad in actor.dyads:
            by_dyad[dyad].append(actor)
    return {a.id: tuple(sorted({o.name for dyad in a.dyads for o in by_dyad[dyad] if o.id != a.id})) for a in held}


def _uses(actor: UcdpActor, named: Mapping[str, int]) -> int:
    return sum(named.get(folded, 0) for folded in {fold_actor(name) for name in (actor.name, *actor.names)})


def _variants(place: str) -> tuple[str, ...]:
    """ "A (B)" by either of its names."""
    return tuple(fold_name(part) for part in place.replace(")", "").split("(") if part.strip())
