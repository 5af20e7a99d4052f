"""Decisions replayed: what is undone falls away, and what was decided of a record finds it again after a better reading."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

import msgspec

from warledger.pipeline.editing import edited
from warledger.records.actor import ActorLink
from warledger.records.claim import Claim
from warledger.records.decision import Decision, Verdict
from warledger.records.link import Links
from warledger.records.place import Place, PlaceLink
from warledger.records.reason import Reason
from warledger.records.registry import fold_actor
from warledger.records.ruling import Rulings, Together

T = TypeVar("T", PlaceLink, ActorLink)

_STANDING = frozenset({Verdict.ACCEPT, Verdict.REJECT, Verdict.RESET})
#: Share of the shorter of two spans that must be common for a record of another reading to be the one decided on.
_OVERLAP = 0.5


def rulings_of(decisions: Sequence[Decision], claims: Iterable[Claim]) -> Rulings:
    """What the decisions come to for these claims. The same decisions in the same order always come to the same."""
    book = _Book(Finder(claims))
    for decision in in_force(decisions):
        book.enter(decision)
    return Rulings(
        verdicts=book.verdicts,
        edits={i: tuple(found) for i, found in book.edits.items()},
        pairs=tuple(book.pairs),
        places=book.places,
        actors=book.actors,
        orphans=tuple(book.orphans),
    )


def made_by(decisions: Iterable[Decision], day: dt.date | None = None, decider: str | None = None) -> tuple[Decision, ...]:
    """The decisions made by the end of that day (UTC), and by that person. Without a day, or a person: all."""
    return tuple(d for d in decisions if (day is None or d.at[:10] <= day.isoformat()) and decider in (None, d.decider))


def in_force(decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions that nobody has undone, in order. An undone `undo` brings its decision back."""
    undone: set[str] = set()
    kept: list[Decision] = []
    for decision in reversed(decisions):  # whoever undoes comes later
        if decision.id in undone:
            continue
        if decision.verdict is Verdict.UNDO:
            undone.add(decision.target)
        else:
            kept.append(decision)
    return kept[::-1]


def with_edits(claims: Iterable[Claim], rulings: Rulings) -> tuple[Claim, ...]:
    """The claims with the fields people changed."""
    return tuple(edited(c, rulings.edits[c.id]) if c.id in rulings.edits else c for c in claims)


def with_names(links: Links, rulings: Rulings) -> Links:
    """The links with the places and actors people gave: those of one document before those of all."""
    if not (rulings.places or rulings.actors):
        return links
    places = {key: _told(link, rulings.places, key) for key, link in links.places.items()}
    actors = {key: _told(link, rulings.actors, key) for key, link in links.actors.items()}
    return Links(places, actors)


def _told(link: T, given: dict[tuple[str, str], T], key: tuple[str, str]) -> T:
    told = given.get(key) or given.get(("", key[1]))
    return link if told is None else msgspec.structs.replace(told, document=link.document)


@dataclass
class _Book:
    """The rulings as they are entered, one decision after the other."""

    finder: Finder
    verdicts: dict[str, Verdict] = field(default_factory=dict)
    edits: dict[str, list[Decision]] = field(default_factory=lambda: defaultdict(list))
    pairs: list[Together] = field(default_factory=list)
    places: dict[tuple[str, str], PlaceLink] = field(default_factory=dict)
    actors: dict[tuple[str, str], ActorLink] = field(default_factory=dict)
    orphans: list[Decision] = field(default_factory=list)

    def enter(self, decision: Decision) -> None:
        """Enters one decision."""
        if decision.verdict is Verdict.PLACE:
            self.places[_where(decision)] = _place(decision)
        elif decision.verdict is Verdict.NAME:
            self.actors[_where(decision)] = _actor(decision)
        else:
            claim_id = self.finder.find(decision)
            if claim_id is None:
                self.orphans.append(decision)
            else:
                self._of_a_record(claim_id, decision)

    def _of_a_record(self, claim_id: str, decision: Decision) -> None:
        if decision.verdict in _STANDING:
            self.verdicts[claim_id] = decision.verdict
        elif decision.verdict is Verdict.EDIT:
            self.edits[claim_id].append(decision)
        else:
            joined = decision.verdict is Verdict.MERGE
            others = [decision.detail.get("with")] if joined else decision.detail.get("from") or []
            self.pairs.extend(Together(claim_id, str(other), joined, _words(decision)) for other in others)


class Finder:
    """Finds the claim a decision was about: by its id, else the one claim of that kind that stands on most of the same words."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._ids: set[str] = set()
        self._there: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in claims:
            self._ids.add(claim.id)
            self._there[claim.document, claim.kind].append(claim)

    def find(self, decision: Decision) -> str | None:
        """The claim's id, `None` when there is none, or more than one it could be."""
        if decision.target in self._ids:
            return decision.target
        anchor = decision.anchor
        if anchor is None:
            return None
        near = [c for c in self._there[anchor.document, anchor.kind] if _shared(c, anchor.span.start, anchor.span.end) >= _OVERLAP]
        return near[0].id if len(near) == 1 else None


def _shared(claim: Claim, start: int, end: int) -> float:
    common = min(claim.span.end, end) - max(claim.span.start, start)
    return common / max(1, min(len(claim.span), end - start))


def _where(decision: Decision) -> tuple[str, str]:
    return str(decision.detail.get("document") or ""), decision.target


def _words(decision: Decision) -> str:
    done = {Verdict.MERGE: "joined", Verdict.SPLIT: "split", Verdict.PLACE: "placed", Verdict.NAME: "named"}[decision.verdict]
    return f"{done} by {decision.decider}" + (f": {decision.reason}" if decision.reason else "")


def _place(decision: Decision) -> PlaceLink:
    given: Any = decision.detail.get("place")
    if given is None:
        return PlaceLink("", decision.target, why=_words(decision), reason=Reason.NOT_A_NAME)
    precision = int(decision.detail.get("where_prec") or 1)
    return PlaceLink("", decision.target, msgspec.convert(given, Place), precision, 1.0, _words(decision), precision > 1)


def _actor(decision: Decision) -> ActorLink:
    canonical = str(decision.detail.get("canonical") or decision.target)
    return ActorLink("", decision.target, fold_actor(canonical), canonical, 1.0, _words(decision))
