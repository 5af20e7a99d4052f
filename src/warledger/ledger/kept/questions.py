"""What is asked of a kept state: a part of it in an order, or how many there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from warledger.ledger.kept.store import Kept
from warledger.records.claim import Claim
from warledger.records.dispute import Dispute
from warledger.records.event import Happening

#: Happenings told by a day, which may be open.
_TOLD = "told AND (?1 IS NULL OR first <= ?1)"
_BEGUN = "real AND (?1 IS NULL OR first IS NULL OR first <= ?1)"
_TOLL = "status = 'current' AND kind = 'toll' AND factual AND (?1 IS NULL OR last IS NULL OR last <= ?1)"


class Tally(msgspec.Struct, frozen=True):
    """How many of everything. `sentences` had a word of war and gave no record; `machine` are current claims no person coded."""

    documents: int
    undated: int
    families: int
    publishers: int
    sentences: int
    statuses: dict[str, int]
    timeless: int
    unreal: int
    machine: int
    happenings: int
    unplaced: int
    disputes: int
    real: int

    @property
    def current(self) -> int:
        """Claims that count."""
        return self.statuses.get("current", 0)


def tally(kept: Kept) -> Tally:
    """The counts a brief carries."""
    documents, undated, families, publishers = kept.db.rows(
        "SELECT count(*), count(*) - count(known), count(DISTINCT family), count(DISTINCT publisher) FROM witnesses"
    )[0]
    counted = "count(*), coalesce(sum(NOT dated), 0), coalesce(sum(NOT factual), 0), coalesce(sum(NOT hand), 0)"
    _, timeless, unreal, machine = kept.db.rows(f"SELECT {counted} FROM claims WHERE status = 'current'")[0]
    happenings, placed = kept.db.rows("SELECT count(*), coalesce(sum(placed), 0) FROM happenings")[0]
    disputes, real = kept.db.rows("SELECT count(*), coalesce(sum(real), 0) FROM disputes")[0]
    sentences = kept.db.rows("SELECT coalesce(sum(sentences), 0) FROM gaps")[0][0]
    return Tally(
        documents=documents,
        undated=undated,
        families=families,
        publishers=publishers,
        sentences=sentences,
        statuses=dict(kept.db.rows("SELECT status, count(*) FROM claims GROUP BY status")),
        timeless=timeless,
        unreal=unreal,
        machine=machine,
        happenings=happenings,
        unplaced=happenings - placed,
        disputes=disputes,
        real=real,
    )


def count_told(kept: Kept, on: str | None) -> tuple[int, int]:
    """How many happenings are told by the day, and on how many intervals of days."""
    row = kept.db.rows(f"SELECT count(*), count(DISTINCT first || last) FROM happenings WHERE {_TOLD}", (on,))[0]
    return int(row[0]), int(row[1])


def told_intervals(kept: Kept, on: str | None, limit: int) -> list[tuple[str, str]]:
    """The latest intervals (first and last day) under which happenings are told, the latest end first."""
    query = f"SELECT DISTINCT first, last FROM happenings WHERE {_TOLD} ORDER BY last DESC, first DESC LIMIT ?2"
    return [(first, last) for first, last in kept.db.rows(query, (on, limit))]


def told_in(kept: Kept, first: str, last: str) -> list[Happening]:
    """The happenings told under an interval."""
    return kept.happenings.where("told AND first = ? AND last = ?", (first, last))


def real_disputes(kept: Kept, on: str | None, limit: int) -> list[Dispute]:
    """Real disagreements about what had begun by the day: first those with most independent texts, weighed by how sure they are."""
    return kept.disputes.where(_BEGUN, (on,), "weight DESC, last DESC NULLS LAST, id", limit)


def count_disputes(kept: Kept, on: str | None) -> int:
    """How many such disagreements there are."""
    return kept.disputes.count(_BEGUN, (on,))


def tolls(kept: Kept, on: str | None, limit: int) -> list[Claim]:
    """Tolls up to the day, the latest first."""
    return kept.claims.where(_TOLL, (on,), "last DESC NULLS LAST, doc, start_at, id", limit)


def count_tolls(kept: Kept, on: str | None) -> int:
    """How many such tolls there are."""
    return kept.claims.count(_TOLL, (on,))


def home_of(kept: Kept, claim: str) -> Happening | None:
    """The happening a claim is part of."""
    rows = kept.db.rows("SELECT happening FROM members WHERE claim = ?", (claim,))
    return kept.happenings.get(rows[0][0]) if rows else None


def disputes_of(kept: Kept, claims: Iterable[str]) -> list[Dispute]:
    """The disputes these claims are sides of, sorted by type, sides and id."""
    ids = {row[0] for claim in claims for row in kept.db.rows("SELECT dispute FROM sides WHERE claim = ?", (claim,))}
    return sorted(kept.disputes.many(ids).values(), key=lambda d: (d.type, d.a, d.b, d.id))


def count_naming(kept: Kept, folded: str) -> int:
    """How many claims that count name a place so, by its folded name."""
    return int(kept.db.rows("SELECT count(*) FROM named WHERE key = ?", (folded,))[0][0])


def beginning_so(kept: Kept, start: str) -> list[str]:
    """The ids of claims that begin so, sorted."""
    return [row[0] for row in kept.db.rows("SELECT id FROM claims WHERE id >= ?1 AND id < ?1 || char(1114111) ORDER BY id", (start,))]


def records_of(kept: Kept) -> dict[str, int]:
    """How many claims that count each document gave."""
    return dict(kept.db.rows("SELECT document, count(*) FROM claims WHERE status = 'current' GROUP BY document"))


def current_of_kinds(kept: Kept, kinds: Sequence[str]) -> list[Claim]:
    """The claims that count of these kinds, in the order of the state."""
    marks = ", ".join("?" * len(kinds))
    return kept.claims.where(f"status = 'current' AND kind IN ({marks})", tuple(kinds))


def of_document(kept: Kept, document: str) -> list[Claim]:
    """The claims of a document, whatever became of them."""
    return kept.claims.where("document = ?", (document,))


def of_family(kept: Kept, family: str, kind: str) -> list[Claim]:
    """The claims of a kind that count, of all documents of a family."""
    inside = "SELECT document FROM witnesses WHERE family = ?"
    return kept.claims.where(f"status = 'current' AND kind = ? AND document IN ({inside})", (kind, family))
