"""A state put into the file that is kept beside the ledger, and read from it as it is asked for."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from warledger.base.ids import content_id
from warledger.base.lazily import LazyMapping, LazySequence
from warledger.ledger.kept.store import Kept
from warledger.pipeline.standing import by_hand
from warledger.pipeline.told import is_told, sentences_missed
from warledger.records.claim import FACTUAL, Claim
from warledger.records.decision import Decision
from warledger.records.dispute import Dispute
from warledger.records.event import Happening
from warledger.records.gap import Gap
from warledger.records.keys import name_key
from warledger.records.link import Links, NamesOf
from warledger.records.reason import Problem
from warledger.records.state import State
from warledger.records.status import ClaimStatus
from warledger.records.witness import Witness

_STATUS = {status.value: status for status in ClaimStatus}
_HEAD = "state"


class _Head(msgspec.Struct, frozen=True):
    """The parts of a state that are one value each."""

    monitor: str
    on: dt.date | None
    known: dt.date | None
    unread: tuple[Problem, ...]
    orphans: tuple[Decision, ...]


def keep(kept: Kept, state: State, gaps: Iterable[Gap], marks: Mapping[str, str]) -> None:
    """Puts the state in place of what is there. `gaps` are those of its documents; `marks` say, by document, what it was read from."""
    kept.clear()
    kept.set_head(_HEAD, _Head(state.monitor, state.on, state.known, state.unread, state.orphans))
    by_id = {c.id: c for c in state.claims}
    kept.witnesses.put(witness_row(w, marks.get(i, "")) for i, w in state.witnesses.items())
    kept.gaps.put(gap_rows(gaps))
    kept.claims.put(claim_row(c, state.status[c.id], state.witnesses[c.document]) for c in state.claims)
    kept.links.put(names_by_document(state.links).items())
    kept.families.put((f.id, f) for f in state.families)
    kept.edges.put((content_id("e", e), e.copy, e.origin, e) for e in state.edges)
    corrected = defaultdict(list)
    for correction in state.corrections:
        corrected[correction.document].append(correction)
    kept.corrections.put(corrected.items())
    kept.happenings.put(happening_row(h, by_id) for h in state.happenings)
    kept.set_members((m, h.id) for h in state.happenings for m in h.members)
    kept.disputes.put(dispute_row(d, by_id, state.witnesses) for d in state.disputes)
    kept.set_sides((c, d.id) for d in state.disputes for c in {*d.a, *d.b})
    kept.control.put((c.key, c) for c in state.control)
    kept.set_named(named_rows(c for c in state.claims if state.status[c.id] is ClaimStatus.CURRENT))


def witness_row(witness: Witness, mark: str) -> tuple[Any, ...]:
    """The row of a document."""
    return witness.document, mark, witness.doc, witness.family, witness.publisher, _iso(witness.known), witness


def claim_row(claim: Claim, status: ClaimStatus, witness: Witness) -> tuple[Any, ...]:
    """The row of a claim."""
    time, factual = claim.time, claim.modality in FACTUAL
    first, last = (time.start, time.end or witness.known) if time else (None, witness.known)
    place = (claim.document, witness.doc, claim.span.start, claim.kind)
    return claim.id, *place, status.value, by_hand(claim), factual, time is not None, _iso(first), _iso(last), claim


def happening_row(happening: Happening, by_id: Mapping[str, Claim]) -> tuple[Any, ...]:
    """The row of a happening."""
    told = is_told(happening, [by_id[m] for m in happening.members])
    found_by = (_iso(happening.start), _iso(happening.end), happening.place or "", told, happening.lat is not None)
    return happening.id, *found_by, happening


def dispute_row(dispute: Dispute, by_id: Mapping[str, Claim], witnesses: Mapping[str, Witness]) -> tuple[Any, ...]:
    """The row of a dispute."""
    claims = [by_id[m] for m in (*dispute.a, *dispute.b)]
    texts = {witnesses[c.document].family for c in claims}
    first = min((c.time.start for c in claims if c.time and c.time.start), default=None)
    last = max((c.time.end for c in claims if c.time and c.time.end), default=None)
    return dispute.id, dispute.real, len(texts) * dispute.sure, _iso(first), _iso(last), dispute


def gap_rows(gaps: Iterable[Gap]) -> Iterator[tuple[Any, ...]]:
    """One row a document, its gaps in their order."""
    found: dict[str, list[Gap]] = defaultdict(list)
    for gap in gaps:
        found[gap.document].append(gap)
    return ((document, sentences_missed(held), held) for document, held in found.items())


def named_rows(claims: Iterable[Claim]) -> Iterator[tuple[str, str]]:
    """(folded name, claim) of every place that the claims name."""
    keys: dict[str, str] = {}
    for claim in claims:
        for name in claim.places:
            if name not in keys:
                keys[name] = name_key(name)
        yield from {(keys[name], claim.id) for name in claim.places}


def names_by_document(links: Links) -> dict[str, NamesOf]:
    """The links of each document's names."""
    made: dict[str, NamesOf] = defaultdict(lambda: NamesOf({}, {}))
    for (document, name), place in links.places.items():
        made[document].places[name] = place
    for (document, name), actor in links.actors.items():
        made[document].actors[name] = actor
    return made


def kept_state(kept: Kept) -> State:
    """The state of the file, each part loaded when it is asked for."""
    head = kept.head(_HEAD, _Head)
    assert head is not None
    names: LazyMapping[str, NamesOf] = LazyMapping(kept.links.get, kept.links.items)
    return State(
        monitor=head.monitor,
        on=head.on,
        known=head.known,
        witnesses=LazyMapping(kept.witnesses.get, kept.witnesses.items),
        claims=LazySequence(kept.claims.every),
        status=LazyMapping(lambda i: _status(kept.statuses([i]).get(i)), lambda: {i: _STATUS[s] for i, s in kept.statuses().items()}),
        links=Links(_Named(names, "places"), _Named(names, "actors")),
        families=LazySequence(kept.families.every),
        edges=LazySequence(lambda: sorted(kept.edges.every())),
        corrections=LazySequence(lambda: (c for held in kept.corrections.every() for c in held)),
        happenings=LazySequence(kept.happenings.every),
        control=LazySequence(kept.control.every),
        disputes=LazySequence(lambda: sorted(kept.disputes.every(), key=lambda d: (d.type, d.a, d.b, d.id))),
        unread=head.unread,
        orphans=head.orphans,
    )


class _Named(Mapping[tuple[str, str], Any]):
    """One kind of links of all documents, by (document id, name)."""

    def __init__(self, names: Mapping[str, NamesOf], kind: str) -> None:
        self._names = names
        self._kind = kind

    def __getitem__(self, key: tuple[str, str]) -> Any:
        return getattr(self._names[key[0]], self._kind)[key[1]]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return ((document, name) for document in self._names for name in getattr(self._names[document], self._kind))

    def __len__(self) -> int:
        return sum(len(getattr(held, self._kind)) for held in self._names.values())


def _status(value: str | None) -> ClaimStatus | None:
    return None if value is None else _STATUS[value]


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
