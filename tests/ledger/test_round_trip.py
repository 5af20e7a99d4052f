"""Whatever documents and claims hold, the ledger gives it back exactly."""

from __future__ import annotations

import datetime as dt
import tempfile
from itertools import pairwise
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ledger.reports import start
from warledger.base.ids import content_id, digest
from warledger.base.offsets import OffsetMap, Piece
from warledger.base.spans import Span
from warledger.base.times import Basis, Interval, Precision
from warledger.ledger.store import Ledger
from warledger.records.claim import (
    Agreement,
    Claim,
    Content,
    Control,
    Count,
    Event,
    Modality,
    Movement,
    Statement,
    Strength,
    Toll,
)
from warledger.records.decision import Anchor, Decision, Verdict
from warledger.records.document import Block, BlockKind, Document, Metadata
from warledger.records.gap import Gap
from warledger.records.mention import Mention
from warledger.records.provenance import Why
from warledger.records.reason import Problem, Reason, Severity

words = st.text(max_size=12)
Reading = tuple[Document, bytes, list[Claim], list[Gap]]
FIELDS = tuple(field for field in Metadata.__struct_fields__ if field != "basis")

names = st.lists(words, max_size=2).map(tuple)
numbers = st.none() | st.integers(0, 2**53)
amounts = st.none() | st.floats(0, 1e15)


@st.composite
def spans(draw: st.DrawFn, length: int) -> Span:
    start = draw(st.integers(0, length))
    return Span(start, draw(st.integers(start, length)))


@st.composite
def offset_maps(draw: st.DrawFn, length: int) -> OffsetMap:
    marks = sorted(draw(st.sets(st.integers(0, length), max_size=6)))
    pieces = [Piece(a, b, a + 3, b + 3, draw(st.booleans())) for a, b in pairwise(marks)]
    return OffsetMap(tuple(pieces), length, length + 3)


@st.composite
def documents(draw: st.DrawFn) -> tuple[Document, bytes]:
    name, text, data = draw(st.text(min_size=1, max_size=12)), draw(st.text(max_size=200)), draw(st.binary(max_size=200))
    cut = draw(spans(len(text)))
    blocks = tuple(Block(span, draw(st.sampled_from(BlockKind)), draw(st.integers(0, 6))) for span in (Span(0, cut.start), cut))
    meta = Metadata(**{field: draw(st.none() | words) for field in FIELDS}, basis=draw(st.dictionaries(words, words, max_size=2)))
    offsets = draw(st.none() | offset_maps(len(text)))
    return Document(content_id("d", name, digest(data)), name, digest(data), draw(words), text, blocks, meta, draw(words), offsets), data


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    first, last = sorted(draw(st.tuples(st.dates(), st.dates())))
    ends: tuple[dt.date | None, dt.date | None] = draw(st.sampled_from([(first, last), (None, last), (first, None), (None, None)]))
    return Interval(*ends, draw(st.sampled_from(Precision)), draw(st.sampled_from(Basis)), draw(words))


counts = st.lists(st.builds(Count, words, numbers, numbers), max_size=2).map(tuple)
contents: st.SearchStrategy[Content] = st.one_of(
    st.builds(Event, words, names, names, counts, counts, counts),
    st.builds(Control, words, names, names),
    st.builds(Toll, words, words, amounts, amounts, names),
    st.builds(Strength, words, words, amounts, amounts),
    st.builds(Movement, words, names, amounts, amounts, names, names),
    st.builds(Statement, words, words, words, names, words),
    st.builds(Agreement, names, words, words),
)


@st.composite
def claims(draw: st.DrawFn, of: Document) -> Claim:
    span = draw(spans(len(of.text)))
    inner = st.none() | spans(len(of.text))
    return Claim(
        draw(st.text(min_size=1, max_size=12)),
        of.id,
        span,
        span.of(of.text),
        draw(contents),
        draw(st.sampled_from(Modality)),
        draw(names),
        draw(st.none() | intervals()),
        draw(names),
        tuple(draw(st.lists(st.builds(Mention, words, words, inner), max_size=2))),
        draw(st.floats(0, 1)),
        draw(st.dictionaries(words, st.builds(Why, words, words, inner, words), max_size=2)),
        draw(st.dictionaries(words, st.floats(0, 1), max_size=2)),
        draw(words),
        draw(words),
        draw(words),
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    document, data = draw(documents())
    taken = draw(st.lists(claims(document), max_size=3, unique_by=lambda c: c.id))
    gaps = draw(st.lists(st.builds(Gap, st.just(document.id), spans(len(document.text)), words, words), max_size=2))
    return document, data, taken, gaps


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(readings(), max_size=2, unique_by=lambda r: r[0].id), words)
def test_documents_claims_and_gaps_come_back_as_they_were(read: list[Reading], location: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        with Ledger.open(Path(folder) / "ledger.db", write=True) as ledger:
            run = start(ledger)
            for document, data, taken, gaps in read:
                ledger.record_reading(run, document, data, location, "frames 1", taken, gaps)
        with Ledger.open(Path(folder) / "ledger.db") as ledger:
            assert ledger.documents() == tuple(sorted((r[0] for r in read), key=lambda d: d.id))
            assert {(c.document, c.id): c for c in ledger.claims()} == {(c.document, c.id): c for r in read for c in r[2]}
            assert ledger.gaps() == tuple(sorted((g for r in read for g in r[3]), key=lambda g: (g.document, g.span, g.trigger, g.why)))
            assert [ledger.source(r[0].id) for r in read] == [r[1] for r in read]
            assert set(ledger.locations()) == {r[0].id for r in read}


problems = st.lists(st.builds(Problem, words, st.sampled_from(Reason), st.sampled_from(Severity), words), max_size=4)
details = st.dictionaries(words, words | st.none() | st.lists(words, max_size=2), max_size=2)
anchors = st.builds(Anchor, words, words, st.integers(0, 9).map(lambda n: Span(n, n + 5)), words)
decided_on = st.builds(Decision, words, st.sampled_from(Verdict), words, words, words, details, st.none() | anchors)
decisions = st.lists(decided_on, max_size=4, unique_by=lambda d: d.id)


@settings(max_examples=25, deadline=None)
@given(problems, decisions)
def test_problems_and_decisions_come_back_as_they_were(found: list[Problem], decided: list[Decision]) -> None:
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "ledger.db", write=True) as ledger:
        ledger.record_problems(start(ledger), found)
        for decision in decided * 2:
            ledger.add_decision(decision)
        assert ledger.problems() == tuple(sorted(set(found)))
        assert ledger.decisions() == tuple(sorted(decided, key=lambda d: d.at))
