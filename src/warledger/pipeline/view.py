"""What a question works on: the monitor, its documents, and the state as known on a day."""

from __future__ import annotations

import datetime as dt
import gc
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from warledger.ledger.store import Ledger
from warledger.pipeline.assemble import Held, StateTools, assemble
from warledger.pipeline.cache import StateCache, cache_path
from warledger.pipeline.monitor import Monitor
from warledger.pipeline.rulings import made_by
from warledger.records.claim import Claim
from warledger.records.decision import Decision
from warledger.records.document import Document
from warledger.records.gap import Gap
from warledger.records.registry import fold_actor
from warledger.records.state import State
from warledger.stages.linking.actors import actor_names

if TYPE_CHECKING:
    from warledger.pipeline.vocabulary import WordLists


@dataclass(frozen=True)
class View:
    """The monitor as it stands. `gaps` are those of the documents the state knows, `decisions` those it was worked out with;
    `decider` is the person whose alone they are (`None`: everybody's)."""

    monitor: Monitor
    documents: tuple[Document, ...]
    state: State
    gaps: tuple[Gap, ...]
    decisions: tuple[Decision, ...] = ()
    decider: str | None = None

    @cached_property
    def by_id(self) -> dict[str, Claim]:
        """Every claim by its id."""
        return {c.id: c for c in self.state.claims}

    @cached_property
    def current(self) -> tuple[Claim, ...]:
        """The claims that count."""
        return self.state.current()

    @cached_property
    def names(self) -> dict[str, str]:
        """The exported name of every known document, by document id."""
        return {i: w.doc for i, w in self.state.witnesses.items()}

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
    """Reads the ledger and works out the state, or takes it from the cache beside the ledger when nothing has changed.

    `tools` is only called when the state has to be worked out: it loads the gazetteer. With `decided` only decisions made by the end of
    that day hold, with `decider` only that person's; else all do, whatever day is asked about.

    Raises:
        UsageError: nothing has been read yet.
        WarledgerError: the ledger cannot be read.
    """
    with Ledger.open(monitor.ledger) as ledger:
        cache = StateCache(cache_path(monitor.ledger, earlier=decided is not None or decider is not None))
        key = f"{version} {ledger.content_digest()} {monitor.fingerprint} {known} {decided} {decider}"
        documents, decisions = ledger.documents(), made_by(ledger.decisions(), decided, decider)
        state = cache.get(key)
        if state is None:
            with _uncollected():
                held = Held(documents, ledger.claims(), decisions, ledger.problems())
                state = assemble(held, monitor, tools(), known)
            cache.put(key, state)
        shown = tuple(d for d in documents if d.id in state.witnesses)
        return View(monitor, shown, state, tuple(g for g in ledger.gaps() if g.document in state.witnesses), decisions, decider)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the garbage collector: records hold no cycles, and walking all of them again and again takes a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
