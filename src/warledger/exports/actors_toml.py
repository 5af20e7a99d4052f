"""Proposals as TOML to paste into `actors.toml`: what words say plainly stands as entries, every guess as a comment beside them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from warledger.records.actor import Past
from warledger.records.proposal import DESCRIPTION, AliasGuess, Proposal
from warledger.records.relation import Evidence

_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")


def actors_toml(proposals: Sequence[Proposal]) -> Iterator[str]:
    """Lines of TOML; new actors first, then what registered ones lack (all of it comment). Read as it stands it decides no side."""
    for proposal in (p for p in proposals if not p.registered and p.kind != DESCRIPTION):
        yield from _heading(proposal)
        yield f"[[actor]]\nname = {_text(proposal.name)}\n"
        yield from _aliases(proposal.aliases)
        if proposal.kind:
            yield f"kind = {_text(proposal.kind)}\n"
        yield from _history(proposal.history)
        yield from _sides(proposal)
        yield from (f"# {_plain(note)}\n" for note in proposal.notes)
        yield "\n"
    yield from _descriptions([p for p in proposals if p.kind == DESCRIPTION])
    for proposal in (p for p in proposals if p.registered):
        yield f"# For {_text(proposal.name)}, already in actors.toml:\n"
        yield from (f"#   {_alias(a)}\n" for a in proposal.aliases)
        yield "\n"


def _descriptions(described: Sequence[Proposal]) -> Iterator[str]:
    """What names nobody, as comment: put it under the aliases of the actor it always means in these reports, if it does."""
    if described:
        yield "# These name nobody. One that in your reports always means one actor may stand among that actor's aliases:\n"
    for proposal in described:
        names = ", ".join(_text(alias.name) for alias in proposal.aliases)
        side = f", {proposal.sides[0].side} ({proposal.sides[0].score:.2f}: {_plain(proposal.sides[0].why)})" if proposal.sides else ""
        yield f"#   {_counted(proposal.records, 'record')}{side}: {names}\n"
    if described:
        yield "\n"


def _heading(proposal: Proposal) -> Iterator[str]:
    if proposal.records:
        days = f", {proposal.first} to {proposal.last}" if proposal.first and proposal.last else ""
        told = f"{_counted(proposal.records, 'record')} of {_counted(proposal.sources, 'independent source')}"
        yield f"# {_plain(proposal.name)}: {told}{days}\n"
    yield from _words(proposal.words)


def _aliases(aliases: Sequence[AliasGuess]) -> Iterator[str]:
    if not aliases:
        return
    yield "aliases = [\n"
    for alias in aliases:
        yield f"  {'' if alias.sure else '# '}{_alias(alias)}\n"
    yield "]\n"


def _alias(alias: AliasGuess) -> str:
    used = f", in {_counted(alias.records, 'record')}" if alias.records else ""
    words = f": {_quoted(alias.words)}" if alias.words else ""
    why = "" if alias.sure else "perhaps: "
    return f"{_text(alias.name)},  # {why}{_plain(alias.why)}{used}{words}" if alias.why else f"{_text(alias.name)},"


def _history(history: Sequence[Past]) -> Iterator[str]:
    if history:
        entries = (f"{{ how = {_text(past.how.value)}, actor = {_text(past.actor)}{_on(past)} }}" for past in history)
        yield f"history = [{', '.join(entries)}]\n"


def _on(past: Past) -> str:
    return f", on = {past.on}" if past.on else ""


def _sides(proposal: Proposal) -> Iterator[str]:
    for guess in proposal.sides:
        yield f"# side = {_text(guess.side)}  # a guess ({guess.score:.2f}): {_plain(guess.why)}\n"
        yield from _words(guess.words)


def _words(words: Iterable[Evidence]) -> Iterator[str]:
    yield from (f"#   {_quoted(w)}\n" for w in words)


def _quoted(words: Evidence) -> str:
    return f'"{_plain(words.quote)}" [{_plain(words.doc)}:{words.start}-{words.end}]'


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _text(text: str) -> str:
    """A TOML basic string: JSON's escapes are among TOML's."""
    return json.dumps(_CONTROL.sub(" ", text), ensure_ascii=False)


def _plain(text: str) -> str:
    """Text that ends no comment."""
    return _CONTROL.sub(" ", text)
