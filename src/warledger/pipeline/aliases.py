"""Other names of one actor, as the reports give them: written-out short forms, "also known as", and names spelt alike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from warledger.pipeline.cast import Cast, Member
from warledger.pipeline.citing import short
from warledger.records.actor import ActorCandidate
from warledger.records.proposal import AliasGuess
from warledger.records.registry import fold_actor
from warledger.records.relation import Evidence
from warledger.stages.claims.definitions import definitions

_NAME = r"(?:[A-Z][\w’'-]*)(?: (?:(?:of|and|the|for|al|el|de) )*[A-Z][\w’'-]*)*"
_LINKING = r"(?:,| \(|,? which (?:is|was)|,? who (?:is|was))? "
_KNOWN_AS = re.compile(rf"({_NAME}){_LINKING}(also|formerly|previously|better|once|widely) (?:known|called|named) as (?:the )?({_NAME})")
_FORMERLY = frozenset({"formerly", "previously", "once"})
_AROUND = 60
_QUOTE = 160


class Told:
    """What the texts themselves say of names: definitions of short forms, and "also known as". Folded name -> guesses."""

    def __init__(self, cast: Cast) -> None:
        self._found: dict[str, dict[str, AliasGuess]] = defaultdict(dict)
        for document in sorted(cast.view.documents, key=lambda d: cast.view.names[d.id]):
            doc = cast.view.names[document.id]
            for guess_of, guess in (*_written_out(doc, document.text), *_known_as(doc, document.text)):
                self._found[fold_actor(guess_of)].setdefault(guess.name, guess)

    def of(self, folded: Iterable[str]) -> dict[str, AliasGuess]:
        """The guesses for an actor known by these folded names, by alias."""
        return {name: guess for form in folded for name, guess in sorted(self._found.get(form, {}).items())}


def aliases_of(member: Member, told: Told, cast: Cast) -> tuple[AliasGuess, ...]:
    """The names to propose for the actor, those that words speak for first. Names that are found without being told (its name with
    "fighters" behind it) are left out."""
    own = {fold_actor(member.name), member.key}
    listed = told.of(sorted({*own, *(fold_actor(name) for name in member.names)}))
    guesses = {fold_actor(g.name): AliasGuess(g.name, g.sure, g.why, _uses(cast, g.name, member), g.words) for g in listed.values()}
    for name, link in sorted(member.links.items(), key=lambda item: (item[0].count(" "), item[0])):
        if "as a report writes it out" in link.why and not _found_without(fold_actor(name), own | guesses.keys()):
            guesses[fold_actor(name)] = AliasGuess(name, True, link.why.partition(" of ")[0], member.names[name])
    for candidate in _alike(member):
        folded = fold_actor(candidate.name)
        if folded not in own | guesses.keys():
            other = cast.members.get(folded)
            uses = sum(other.names.values()) if other else 0
            guesses[folded] = AliasGuess(candidate.name, False, candidate.why, uses, _first(other, cast))
    return tuple(sorted((g for f, g in guesses.items() if f not in own), key=lambda g: (not g.sure, -g.records, g.name)))


def _found_without(folded: str, known: Iterable[str]) -> bool:
    """Whether a name is found without being told: it is a known one, perhaps with words before or behind it."""
    return any(f" {name} " in f" {folded} " for name in known)


def _alike(member: Member) -> list[ActorCandidate]:
    found = {c.name: c for link in member.links.values() for c in link.candidates if c.why and c.name != member.canonical}
    return sorted(found.values(), key=lambda c: (-c.score, c.name))


def _uses(cast: Cast, name: str, member: Member) -> int:
    other = cast.members.get(fold_actor(name))
    return member.names.get(name, 0) or (other.names.get(name, 0) if other else 0)


def _first(member: Member | None, cast: Cast) -> Evidence | None:
    claims = sorted(member.claims, key=lambda c: (-c.confidence, c.id)) if member else []
    return cast.evidence(claims[0]) if claims else None


def _written_out(doc: str, text: str) -> Iterator[tuple[str, AliasGuess]]:
    for abbreviation, name in definitions(text).items():
        yield name, AliasGuess(abbreviation, True, "written out", 0, _words(doc, text, name, abbreviation))


def _known_as(doc: str, text: str) -> Iterator[tuple[str, AliasGuess]]:
    for match in _KNOWN_AS.finditer(text):
        name, how, other = match.groups()
        why = f"{how} known as" + (": give it an end" if how in _FORMERLY else "")
        words = Evidence("", doc, match.start(), match.end(), doc, short(match[0], _QUOTE))
        yield name, AliasGuess(other, how not in _FORMERLY, why, 0, words)
        yield other, AliasGuess(name, how not in _FORMERLY, f"of it, {why}", 0, words)


def _words(doc: str, text: str, name: str, abbreviation: str) -> Evidence | None:
    """Where the text writes the short form out."""
    found = re.search(rf"{re.escape(name)}.{{0,{_AROUND}}}?{re.escape(abbreviation)}\W", text, re.DOTALL)
    return Evidence("", doc, found.start(), found.end(), doc, short(found[0], _QUOTE)) if found else None
