"""Actors as lines a person reads: the cast of a war, and one of its actors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from warledger.cli.words_series import SHOWN, series_lines
from warledger.exports.table import bounds
from warledger.pipeline.limits import counted
from warledger.pipeline.siding import verb_of, whom
from warledger.records.actor import Dated
from warledger.records.profile import Loss, Profile
from warledger.records.proposal import Proposal
from warledger.records.relation import Evidence

_VERBS = ("fights", "backs", "is backed by", "stands beside")


def cast_lines(found: Sequence[Proposal]) -> Iterator[str]:
    """One actor a line, those with most independent sources first."""
    if not found:
        yield "No actor in the reports.\n"
    for one in found:
        state = "in actors.toml" if one.registered else "not in actors.toml"
        side = f", {one.sides[0].side}{'' if one.sides[0].score == 1.0 else '?'}" if one.sides else ""
        days = f", {one.first} to {one.last}" if one.first and one.last else ""
        kind = f"{one.kind}, " if one.kind else ""
        told = f"{counted(one.records, 'record')} of {counted(one.sources, 'independent source')}"
        yield f"{one.name} ({kind}{state}{side}): {told}{days}\n"
        if one.aliases:
            yield f"  also {'; '.join(alias.name if alias.sure else f'{alias.name}?' for alias in one.aliases)}\n"
        yield from (f"  {note}\n" for note in one.notes)


def profile_lines(found: Profile, *, everything: bool) -> Iterator[str]:
    """One actor: names, sides, strengths, losses by source, whom it fights and backs; long lists cut short unless all is asked for."""
    kind = f"{found.kind}, " if found.kind else ""
    days = f", {found.first} to {found.last}" if found.first and found.last else ""
    told = f"{counted(found.records, 'record')} of {counted(found.sources, 'independent source')}"
    yield f"{found.name} ({kind}{'' if found.registered else 'not '}in actors.toml): {told}{days}\n"
    yield from _part("Names", (f"{n.name}: {counted(n.records, 'record')} - {n.why} ({n.score:.2f})" for n in found.names), everything)
    perhaps = (f"perhaps {guess.side} ({guess.score:.2f}): {guess.why}" for guess in found.guesses)
    yield from _part("Side", [*map(_dated, found.sides), *perhaps], everything)
    yield from _part("Part of", map(_dated, found.part_of), everything)
    yield from _part("Of it", found.members, everything)
    yield from _part("History", (f"{p.how.value} {p.actor}{f' on {p.on}' if p.on else ''}" for p in found.history), everything)
    yield from _part("May be the same as", (f"{c.name} ({c.score:.2f}): {c.why}" for c in found.maybe), everything)
    if found.strengths:
        yield "Strength\n"
        yield from (f"  {line}" for line in series_lines(found.strengths, everything=everything))
    yield from _losses(found.losses, everything)
    yield from _relations(found, everything)


def _part(title: str, lines: Sequence[str] | Iterator[str], everything: bool) -> Iterator[str]:
    held = list(lines)
    if held:
        yield f"{title}\n"
        yield from (f"  {line}\n" for line in (held if everything else held[:SHOWN]))
        if len(held) > SHOWN and not everything:
            yield f"  ... and {len(held) - SHOWN} more\n"


def _dated(spell: Dated) -> str:
    days = " ".join(p for p in (f"from {spell.start}" if spell.start else "", f"until {spell.end}" if spell.end else "") if p)
    return f"{spell.name}{f' ({days})' if days else ''}"


def _losses(losses: Sequence[Loss], everything: bool) -> Iterator[str]:
    """By source: what each says, in order of time. Never added up."""
    by_source = sorted(losses, key=lambda loss: (loss.source, str(loss.start or loss.end or ""), loss.words.record))
    for source, told in groupby(by_source, key=lambda loss: loss.source):
        yield from _part(f"Lost, says {source}", map(_loss, told), everything)


def _loss(loss: Loss) -> str:
    when = str(loss.start or loss.end or "undated") if loss.start == loss.end or not loss.start else f"{loss.start} to {loss.end or '...'}"
    where = f", {' and '.join(loss.places)}" if loss.places else ""
    by = f" (by {' and '.join(loss.by)})" if loss.by else ""
    running = ", in all" if loss.running else ""
    return f"{when}{where}: {bounds(loss.low, loss.high)} {loss.group} {loss.measure}{running}{by}: {_quoted(loss.words)}"


def _relations(found: Profile, everything: bool) -> Iterator[str]:
    for verb in _VERBS:
        told = [r for r in found.relations if verb_of(r, found.key) == verb]
        lines = (f"{whom(r, found.key)}{''.join(f': {_quoted(w)}' for w in r.evidence[:1])}" for r in told)
        yield from _part(verb.capitalize(), lines, everything)


def _quoted(words: Evidence) -> str:
    return f'"{words.quote}" [{words.doc}:{words.start}-{words.end}]'
