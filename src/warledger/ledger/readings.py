"""Readings: the claims and gaps one maker took from one text, whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from warledger.base.ids import canonical, digest
from warledger.base.spans import Span
from warledger.ledger.documents import current_text
from warledger.records.claim import Claim
from warledger.records.document import Document
from warledger.records.gap import Gap

#: Makers of records coded by people are called `hand:<name>`.
HAND = "hand:"
_CLAIM = msgspec.json.Decoder(Claim)


def is_read(db: sqlite3.Connection, document_id: str, maker: str | None) -> bool:
    """Whether the current text has a reading that counts, by `maker` or (`None`) by any machine."""
    rows = db.execute("SELECT maker, hand FROM current_readings WHERE document = ?", (document_id,))
    return any(made == maker if maker else not hand for made, hand in rows)


def add(db: sqlite3.Connection, run: int, document: Document, maker: str, claims: Sequence[Claim], gaps: Sequence[Gap]) -> bool:
    """Adds a reading of the current text, unless it is there already; says whether it did.

    A machine reading is there when the newest one is by the same maker: one maker takes one thing from one text. People add
    to what they coded, so a reading by hand is there only when the newest of the same hand has the same content.

    Raises:
        ValueError: a claim or gap that is not of this document, whose quote is not what its span covers, or an id used twice.
    """
    _check(document, claims, gaps)
    mark = digest(canonical((claims, gaps)))
    if _is_there(db, document.id, maker, mark):
        return False
    row = (document.id, current_text(db, document.id), run, maker, mark)
    reading = db.execute("INSERT INTO readings (document, text, run, maker, digest) VALUES (?, ?, ?, ?, ?) RETURNING id", row).fetchone()[0]
    db.executemany("INSERT INTO claims (reading, body) VALUES (?, ?)", ((reading, canonical(claim).decode()) for claim in claims))
    db.executemany(
        "INSERT INTO gaps (reading, start_at, end_at, cue, why) VALUES (?, ?, ?, ?, ?)",
        ((reading, gap.span.start, gap.span.end, gap.trigger, gap.why) for gap in gaps),
    )
    return True


def current_claims(db: sqlite3.Connection, of: Iterable[str] | None = None) -> tuple[Claim, ...]:
    """The claims that count (of these documents, or of all), one per id of a document, sorted by document, start, end, kind and id.

    The same as the view `current_claims`, which would read every body several times over.
    """
    found: dict[tuple[str, str], tuple[tuple[int, int], Claim]] = {}
    for hand, reading, body in _asked(db, "SELECT r.hand, r.id, c.body FROM current_readings r JOIN claims c ON c.reading = r.id", of):
        claim = _CLAIM.decode(body)
        key, place = (claim.document, claim.id), (hand, reading)
        if key not in found or found[key][0] < place:
            found[key] = place, claim
    return tuple(sorted((claim for _, claim in found.values()), key=lambda c: (c.document, c.span, c.kind, c.id)))


def current_gaps(db: sqlite3.Connection, of: Iterable[str] | None = None) -> tuple[Gap, ...]:
    """The gaps of the readings that count (of these documents, or of all), sorted by document and place in the text."""
    query = "SELECT r.document, g.start_at, g.end_at, g.cue, g.why FROM current_readings r JOIN gaps g ON g.reading = r.id"
    made = (Gap(document, Span(start, end), cue, why) for document, start, end, cue, why in _asked(db, query, of))
    return tuple(sorted(made, key=lambda g: (g.document, g.span, g.trigger, g.why)))


def _asked(db: sqlite3.Connection, query: str, of: Iterable[str] | None) -> Iterator[tuple[Any, ...]]:
    if of is None:
        yield from db.execute(query)
        return
    for document in dict.fromkeys(of):
        yield from db.execute(f"{query} WHERE r.document = ?", (document,))


def by_hand(db: sqlite3.Connection, document_id: str) -> dict[str, list[Claim]]:
    """The claims coded by hand on the current text of one document, by maker."""
    query = "SELECT maker, body FROM current_claims WHERE document = ? AND maker GLOB 'hand:*' ORDER BY maker, id"
    rows = db.execute(query, (document_id,))
    found: dict[str, list[Claim]] = {}
    for maker, body in rows:
        found.setdefault(maker, []).append(_CLAIM.decode(body))
    return found


def _is_there(db: sqlite3.Connection, document_id: str, maker: str, mark: str) -> bool:
    if not maker.startswith(HAND):
        return is_read(db, document_id, maker)
    query = "SELECT digest FROM current_readings WHERE document = ? AND maker = ? ORDER BY id DESC"
    newest = db.execute(query, (document_id, maker)).fetchone()
    return newest is not None and str(newest[0]) == mark


def _check(document: Document, claims: Sequence[Claim], gaps: Sequence[Gap]) -> None:
    for claim in claims:
        if claim.document != document.id or claim.span.end > len(document.text) or claim.span.of(document.text) != claim.quote:
            raise ValueError(f"claim {claim.id} does not stand in {document.name} at [{claim.span.start}, {claim.span.end})")
    for gap in gaps:
        if gap.document != document.id or gap.span.end > len(document.text):
            raise ValueError(f"gap at [{gap.span.start}, {gap.span.end}) does not stand in {document.name}")
    if len({claim.id for claim in claims}) != len(claims):
        raise ValueError(f"two claims of one id in {document.name}")
