"""What a question works on: the monitor, its documents, and the state as known on a day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from warledger.base.lazily import LazyMapping, LazySequence
from warledger.base.uncollected import uncollected
from warledger.ledger.documents import Head
from warledger.ledger.kept.questions import Tally, disputes_of, home_of, tally
from warledger.ledger.kept.store import Kept
from warledger.ledger.store import Ledger
from warledger.pipeline.assemble import Held, StateTools, assemble
from warledger.pipeline.cache import Asked, Of, Whole, in_memory, opened
from warledger.pipeline.keeping import kept_state
from warledger.pipeline.monitor import Monitor
from warledger.pipeline.rulings import made_by
from warledger.records.claim import Claim
from warledger.records.decision import Decision
from warledger.records.dispute import Dispute
from warledger.records.document import Document
from warledger.records.event import Happening
from warledger.records.gap import Gap
from warledger.records.registry import fold_actor
from warledger.records.state import State
from warledger.stages.linking.actors import actor_names

if TYPE_CHECKING:
    from warledger.pipeline.vocabulary import WordLists


@dataclass(frozen=True)
class View:
    """The monitor as it stands. `gaps` are those of the documents the state knows, `decisions` those it was worked out with;
    `decider` is the person whose alone they are (`None`: everybody's). `kept` is where its parts are found, `library` where single
    documents are."""

    monitor: Monitor
    documents: Sequence[Document]
    state: State
    gaps: Sequence[Gap]
    decisions: tuple[Decision, ...] = ()
    decider: str | None = None
    kept: Kept | None = None
    library: Path | None = None

    @cached_property
    def parts(self) -> Kept:
        """The parts of the state, each found by what it is asked for by; of a state that is not kept, in memory."""
        return self.kept or in_memory(self.state, self.gaps)

    @cached_property
    def by_id(self) -> Mapping[str, Claim]:
        """Every claim by its id."""
        return LazyMapping(self.parts.claims.get, lambda: {c.id: c for c in self.state.claims})

    @cached_property
    def current(self) -> Sequence[Claim]:
        """The claims that count."""
        return LazySequence(self.state.current)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The exported name of every known document, by document id."""
        witnesses = self.state.witnesses
        return LazyMapping(lambda i: w.doc if (w := witnesses.get(i)) else None, lambda: {i: w.doc for i, w in witnesses.items()})

    @cached_property
    def tally(self) -> Tally:
        """How many of everything."""
        return tally(self.parts)

    def claims(self, ids: Iterable[str]) -> list[Claim]:
        """The claims of these ids, in order; those that are not known are left out."""
        wanted = list(ids)
        found = self.parts.claims.many(wanted)
        return [found[i] for i in wanted if i in found]

    def home_of(self, claim: Claim) -> Happening | None:
        """The happening the claim is part of."""
        return home_of(self.parts, claim.id)

    def disputes_of(self, claims: Iterable[str]) -> list[Dispute]:
        """The disputes these claims (by id) are sides of, sorted as all are."""
        return disputes_of(self.parts, claims)

    def heads(self) -> tuple[Head, ...]:
        """The documents the state knows without their texts, sorted by id."""
        if self.library is None:
            return tuple(Head(d.id, d.name, d.digest, d.format, d.language, d.meta) for d in self.documents)
        with Ledger.open(self.library) as ledger:
            return tuple(h for h in ledger.heads() if h.id in self.state.witnesses)

    def document(self, document_id: str) -> Document:
        """One document with its text.

        Raises:
            KeyError: the state does not know it, or it has been forgotten since.
        """
        found = None
        if self.library is None:
            found = next((d for d in self.documents if d.id == document_id), None)
        elif document_id in self.state.witnesses:
            with Ledger.open(self.library) as ledger:
                found = ledger.document(document_id)
        if found is None:
            raise KeyError(document_id)
        return found

    @cached_property
    def by_actor(self) -> dict[str, tuple[Claim, ...]]:
        """The claims that count, by the key of every actor they name."""
        found: dict[str, dict[str, Claim]] = defaultdict(dict)
        for claim in self.current:
            for name in dict.fromkeys(actor_names(claim)):
                link = self.state.links.actor(claim.document, name, claim.day)
                if link is not None:
                    found[link.key][claim.id] = claim
        return {key: tuple(claims.values()) for key, claims in found.items()}

    @cached_property
    def keys_by_name(self) -> dict[str, frozenset[str]]:
        """Folded name of an actor, as reports write it -> the keys of the actors it was taken for."""
        found: dict[str, set[str]] = defaultdict(set)
        for link in self.state.links.actors.values():
            found[fold_actor(link.name)].update((link.key, *(reading.key for reading in link.readings)))
        return {name: frozenset(keys) for name, keys in found.items()}

    @cached_property
    def words(self) -> WordLists:
        """The word lists with the monitor's own over them."""
        from warledger.pipeline.vocabulary import WordLists  # it brings the language model's library, which few questions need

        return WordLists.packaged(self.monitor.words, self.monitor.vocab)

    def on(self, asked: dt.date | None) -> dt.date | None:
        """The day asked about, or the latest published one."""
        return asked or self.state.on


def open_view(
    monitor: Monitor,
    tools: Callable[[], StateTools],
    known: dt.date | None,
    version: str,
    *,
    decided: dt.date | None = None,
    decider: str | None = None,
) -> View:
    """The state of what is in the ledger: as it was kept beside it, or worked out and kept where anything has changed since.

    `tools` is only called when the state has to be worked out: it loads the gazetteer. With `decided` only decisions made by the end of
    that day hold, with `decider` only that person's; else all do, whatever day is asked about.

    Raises:
        UsageError: nothing has been read yet.
        WarledgerError: the ledger cannot be read.
    """
    with Ledger.open(monitor.ledger) as ledger:
        asked = Asked(known, decided, decider)
        of = Of(version, monitor.fingerprint, ledger.identity(), ledger.edition())
        decisions = made_by(ledger.decisions(), decided, decider)
        kept = opened(monitor.ledger, asked, of, lambda: worked_out(ledger, monitor, tools(), decisions, known))
        state = kept_state(kept)
        documents = LazySequence(lambda: _documents(monitor, state))
        gaps = LazySequence(lambda: [g for held in kept.gaps.every() for g in held])
        return View(monitor, documents, state, gaps, decisions, decider, kept, monitor.ledger)


def worked_out(ledger: Ledger, monitor: Monitor, tools: StateTools, decisions: tuple[Decision, ...], known: dt.date | None) -> Whole:
    """The state of a ledger, from nothing."""
    with uncollected():
        held = Held(ledger.documents(), ledger.claims(), decisions, ledger.problems())
        state = assemble(held, monitor, tools, known)
        return Whole(state, tuple(g for g in ledger.gaps() if g.document in state.witnesses), ledger.marks())


def _documents(monitor: Monitor, state: State) -> Iterator[Document]:
    with Ledger.open(monitor.ledger) as ledger:
        return iter([d for d in ledger.documents() if d.id in state.witnesses])
