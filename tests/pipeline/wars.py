"""Views of small invented wars: claims made by hand, their names linked as the program links them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

import msgspec

from tests.stages.conftest import testify
from warledger.pipeline.monitor import load_monitor
from warledger.pipeline.view import View
from warledger.pipeline.vocabulary import WordLists
from warledger.records.actor import Actor
from warledger.records.claim import Claim
from warledger.records.document import Document, Metadata
from warledger.records.event import Happening
from warledger.records.link import Links
from warledger.records.place_words import ActorWords
from warledger.records.state import State
from warledger.records.status import ClaimStatus
from warledger.records.witness import Witness
from warledger.stages.linking.actors import link_actors


@cache
def actor_words() -> ActorWords:
    """The packaged words of actors' names."""
    return WordLists.packaged().linking.actors


def view_of_claims(
    folder: Path,
    claims: Iterable[Claim],
    actors: Sequence[Actor] = (),
    *,
    texts: Mapping[str, str] | None = None,
    families: Mapping[str, str] | None = None,
    known: Mapping[str, str] | None = None,
    happenings: tuple[Happening, ...] = (),
) -> View:
    """The view of these claims. `texts` are documents' texts by id, `families` the family of a document that has others in its own,
    `known` the day a document is known from."""
    held = tuple(sorted(claims, key=lambda c: (c.document, c.span.start, c.kind, c.id)))
    documents = sorted({*(c.document for c in held), *(texts or {})})
    witnesses: dict[str, Witness] = {d: testify(d, (families or {}).get(d, ""), (known or {}).get(d, "2031-06-30")) for d in documents}
    made = State(
        monitor="Orvane",
        on=dt.date(2031, 6, 30),
        known=None,
        witnesses=witnesses,
        claims=held,
        status={c.id: ClaimStatus.CURRENT for c in held},
        links=Links({}, link_actors(held, actors, actor_words())),
        families=(),
        edges=(),
        corrections=(),
        happenings=happenings,
        control=(),
        disputes=(),
    )
    monitor = msgspec.structs.replace(load_monitor(folder, {}), actors=tuple(actors))
    shown = tuple(Document(d, f"{d}.txt", "0" * 64, "txt", text, (), Metadata()) for d, text in (texts or {}).items())
    return View(monitor, shown, made, ())
