"""The ledger: everything read and decided, in one SQLite file that only grows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from warledger.base.errors import LedgerUnwritable, UsageError
from warledger.base.uncollected import uncollected
from warledger.ledger import decisions, documents, edition, fingerprint, forgetting, problems, readings, runs, schema, search
from warledger.ledger.carry import carried
from warledger.ledger.documents import Head
from warledger.ledger.failures import translated, unwritable
from warledger.ledger.lock import WriterLock
from warledger.records.claim import Claim
from warledger.records.decision import Decision
from warledger.records.document import Document, Metadata
from warledger.records.gap import Gap
from warledger.records.reason import Problem, Reason, Severity


class Ledger:
    """One ledger file, open. Use as a context manager; every method may raise the errors of `failures.translated`.

    Each writing method is one transaction: killed at any moment, the file holds whole documents only, and reading the
    same reports again completes it. A ledger opened to read shows the file as it was at that moment, whatever is written
    since; open it again to see more.

    Which claims count: of each document's newest text, those of the newest machine reading and all coded by hand; where
    two have one id, hand goes before machine and later before earlier. Older readings stay in the file.
    """

    def __init__(self, path: Path, db: sqlite3.Connection, lock: WriterLock | None) -> None:
        self._path = path
        self._db = db
        self._lock = lock
        self._batching = False

    @classmethod
    def open(cls, path: Path, *, write: bool = False) -> Self:
        """Opens the ledger; to write, it is made where there is none. An older one is brought up to date.

        Raises:
            UsageError: nothing to read there, or no such folder.
            LedgerLocked: opened to write while another process does.
            LedgerTooNew: written by a newer Warledger.
            LedgerUnwritable: the folder is read-only or the disk is full.
            WarledgerError: not a ledger, or damaged.
        """
        path = path.resolve()  # one lock per file, under whatever name it is reached
        with translated(path):
            if not write:
                return cls(path, _to_read(path), None)
            if not path.parent.is_dir():
                raise UsageError(f"no folder {path.parent}", mend="Make it, or check the path")
            lock = WriterLock.acquire(path)
            try:
                return cls(path, schema.open_to_write(path), lock)
            except BaseException:
                lock.release()
                raise

    def close(self) -> None:
        """Closes the file and gives the right to write back. Closing twice is harmless."""
        self._db.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    # Runs

    def begin_run(self, *, at: str, versions: Mapping[str, str]) -> int:
        """Begins a run at the instant `at` (ISO, UTC) with these versions of tools and models; gives its number."""
        with self._writing() as db:
            return runs.begin(db, at, versions)

    def end_run(self, run: int, *, at: str, counts: Mapping[str, int]) -> None:
        """Marks the run as complete, with what it did in numbers."""
        with self._writing() as db:
            runs.end(db, run, at, counts)

    def runs(self) -> tuple[runs.Run, ...]:
        """All runs, the oldest first."""
        with self._reading() as db:
            return runs.every(db)

    # Documents

    def add_document(self, run: int, document: Document, source: bytes, location: str) -> bool:
        """Keeps a document without reading it; says whether it was new. Its text and metadata are brought up to date if it was not."""
        with self._writing() as db:
            problems.mark_read(db, run, _names(document.name, location))
            return self._keep(db, run, document, source, location)

    def note_seen(self, run: int, document_id: str, location: str) -> None:
        """A known document was found again, unchanged, in a folder: it is not gone.

        Raises:
            KeyError: it is not known.
        """
        with self._writing() as db:
            name = documents.name_of(db, document_id)
            documents.add_sighting(db, run, document_id, location)
            problems.mark_back(db, run, _names(name, location))

    def update_metadata(self, run: int, document_id: str, meta: Metadata) -> bool:
        """Metadata that changed while the file did not (a manifest); says whether they differ from those known."""
        with self._writing() as db:
            return documents.add_metadata(db, run, document_id, meta)

    def is_known(self, document_id: str) -> bool:
        """Whether the document is in the ledger."""
        with self._reading() as db:
            return documents.is_known(db, document_id)

    def documents(self) -> tuple[Document, ...]:
        """All documents with their newest text and metadata, sorted by id."""
        with self._reading() as db, uncollected():
            return tuple(documents.current(db))

    def heads(self) -> tuple[Head, ...]:
        """All documents without their texts, sorted by id."""
        with self._reading() as db, uncollected():
            return tuple(documents.heads(db))

    def documents_of(self, document_ids: Iterable[str]) -> tuple[Document, ...]:
        """These documents, as far as they are known, sorted by id."""
        with self._reading() as db:
            return tuple(found for i in sorted(set(document_ids)) if (found := documents.one(db, i)) is not None)

    def document(self, document_id: str) -> Document | None:
        """One document with its newest text and metadata."""
        with self._reading() as db:
            return documents.one(db, document_id)

    def source(self, document_id: str) -> bytes | None:
        """The bytes of a document as they were handed in."""
        with self._reading() as db:
            return documents.source(db, document_id)

    def locations(self) -> dict[str, list[tuple[str, int]]]:
        """Document id -> (folder, how many versions of its name were seen there before it), sorted."""
        with self._reading() as db:
            return documents.sightings(db)

    def known_names_under(self, location: str) -> tuple[tuple[str, str], ...]:
        """(folder, name) of every document ever seen in the folder or below it, sorted: what is missing there now is gone."""
        with self._reading() as db:
            return documents.names_under(db, location)

    # Readings

    def has_reading(self, document_id: str, maker: str | None = None) -> bool:
        """Whether the newest text has a reading that counts by `maker`; without a maker, by any machine."""
        with self._reading() as db:
            return readings.is_read(db, document_id, maker)

    def record_reading(
        self, run: int, document: Document, source: bytes, location: str, maker: str, claims: Sequence[Claim], gaps: Sequence[Gap]
    ) -> None:
        """Keeps a document with what `maker` took from it, in one transaction; the same reading again changes nothing.

        `maker` is the extractor with its version, or `hand:<name>`. People may code a document in several goes: what one
        hand coded before stays, and a claim with the id of an earlier one takes its place.

        Raises:
            ValueError: a claim's quote is not what its span covers, a claim or gap is of another document, an id is used
                twice, or the bytes are not those of the document. Nothing is kept then.
        """
        with self._writing() as db:
            hand = maker.startswith(readings.HAND)
            # Coding a document says nothing about how well its file was read, and reading it nothing about what was coded.
            problems.mark_read(db, run, [_coding(maker, document.name)] if hand else _names(document.name, location))
            self._keep(db, run, document, source, location)
            readings.add(db, run, document, maker, claims, gaps)

    def claims(self) -> tuple[Claim, ...]:
        """The claims that count, sorted by document, start, end, kind and id."""
        with self._reading() as db, uncollected():
            return readings.current_claims(db)

    def claims_of(self, document_ids: Iterable[str]) -> tuple[Claim, ...]:
        """The claims that count of these documents, sorted likewise."""
        with self._reading() as db:
            return readings.current_claims(db, document_ids)

    def gaps(self, document_ids: Iterable[str] | None = None) -> tuple[Gap, ...]:
        """The gaps of the readings that count (of these documents, or of all), sorted by document and place in the text."""
        with self._reading() as db, uncollected():
            return readings.current_gaps(db, document_ids)

    # Problems

    def record_problems(self, run: int, problems_found: Sequence[Problem], handled: Iterable[str] = ()) -> None:
        """Keeps what went wrong with inputs, by name. `handled` are names that give no document (a manifest) and were handled well:
        what earlier runs found wrong with them is over. For documents keeping or reading them says so."""
        with self._writing() as db:
            problems.mark_read(db, run, handled)
            problems.add(db, run, problems_found)

    def note_gone(self, run: int, names: Iterable[str]) -> None:
        """Lists documents that are no longer where they were; what they say is kept."""
        with self._writing() as db:
            problems.note_gone(db, run, names)

    def problems(self) -> tuple[Problem, ...]:
        """What is still wrong: per name, as of the newest run that handled it; sorted."""
        with self._reading() as db:
            return problems.still_true(db)

    # Decisions

    def add_decision(self, decision: Decision) -> None:
        """Keeps a decision; the very same one again changes nothing."""
        with self._writing() as db:
            decisions.add(db, decision)

    def decisions(self) -> tuple[Decision, ...]:
        """All decisions in the order they were made."""
        with self._reading() as db:
            return decisions.every(db)

    # Forgetting

    def forget(self, document_id: str, *, at: str, reason: str = "") -> None:
        """Erases a document beyond recovery: bytes, texts, metadata, claims, gaps, names, and the decisions on them. Its id stays,
        marked, so that reading the same bytes again does not bring it back.

        Raises:
            KeyError: it is not known.
        """
        with self._writing() as db:
            forgetting.erase(db, document_id, at, reason)
        with translated(self._path):
            forgetting.scrub(self._db)

    def forgotten(self) -> frozenset[str]:
        """The ids of the documents erased on request."""
        with self._reading() as db:
            return forgetting.every(db)

    # The whole

    def search(self, query: str, limit: int = 50) -> tuple[search.Hit, ...]:
        """Titles and current quotes that hold every word of the query, the best first (see `search.find`)."""
        with self._reading() as db:
            return search.find(db, query, limit)

    def content_digest(self) -> str:
        """SHA-256 (hex) of all that counts: equal digests mean equal state, whenever and in whatever batches it was read."""
        with self._reading() as db:
            return fingerprint.content_digest(db)

    def edition(self) -> str:
        """An id of what the ledger holds now, found at once: it changes when anything is added that a state depends on, or erased."""
        with self._reading() as db:
            return edition.edition(db)

    def identity(self) -> str:
        """What tells this ledger from every other, copies of its file aside."""
        with self._reading() as db:
            return edition.identity(db)

    def marks(self) -> dict[str, str]:
        """Document id -> an id of the text, metadata and readings that count of it: where it is the same, nothing of them changed."""
        with self._reading() as db:
            return edition.marks(db)

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Groups what is written inside into one transaction, for speed: killed or failing inside, none of it is kept."""
        with self._writing():
            self._batching = True
            try:
                yield
            finally:
                self._batching = False

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with translated(self._path):
            yield self._db

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        if self._lock is None:
            raise LedgerUnwritable(f"{self._path} was opened to read", mend="Open it with write=True")
        with translated(self._path):
            # In a batch each step is a savepoint, so that a caller who survives one failing document keeps the others whole.
            # A full disk may end the whole transaction by itself; then there is nothing left to undo, or to go on with.
            if self._batching and not self._db.in_transaction:
                raise unwritable(self._path, "the batch failed before")
            begin, commit, undo = _STEP if self._batching else _WHOLE
            self._db.execute(begin)
            try:
                yield self._db
                self._db.execute(commit)
            except BaseException:
                if self._db.in_transaction:
                    for statement in undo:
                        self._db.execute(statement)
                raise

    def _keep(self, db: sqlite3.Connection, run: int, document: Document, source: bytes, location: str) -> bool:
        new = not documents.is_known(db, document.id)
        if new:
            documents.add_source(db, run, document, source)
        if not documents.has_text(db, document):
            self._renew_text(db, run, document)
        documents.add_metadata(db, run, document.id, document.meta)
        documents.add_sighting(db, run, document.id, location)
        return new

    def _renew_text(self, db: sqlite3.Connection, run: int, document: Document) -> None:
        """Makes the document's text the current one, and takes what people coded on the old one along."""
        old = documents.one(db, document.id)
        by_hand = readings.by_hand(db, document.id)
        documents.add_text(db, run, document)
        if old is None:
            return
        for maker, coded in by_hand.items():
            moved = [(claim, carried(claim, old.text, document.text)) for claim in coded]
            readings.add(db, run, document, maker, [there for _, there in moved if there is not None], ())
            problems.add(db, run, [_lost(document, maker, claim) for claim, there in moved if there is None])


def _to_read(path: Path) -> sqlite3.Connection:
    try:
        return schema.open_to_read(path)
    except schema.OlderLedger:
        lock = WriterLock.acquire(path)
        try:
            schema.open_to_write(path).close()
        finally:
            lock.release()
        return schema.open_to_read(path)


_WHOLE = ("BEGIN IMMEDIATE", "COMMIT", ("ROLLBACK",))
_STEP = ("SAVEPOINT step", "RELEASE step", ("ROLLBACK TO step", "RELEASE step"))


def _names(name: str, location: str) -> tuple[str, ...]:
    """What problems may call a document: its name, or the path to it."""
    return (name, f"{location}/{name}") if location else (name,)


def _coding(maker: str, name: str) -> str:
    """What problems call the records somebody coded of a document: reading the document again does not mend them."""
    return f"{maker}: {name}"


def _lost(document: Document, maker: str, claim: Claim) -> Problem:
    detail = f"the text is read differently now and no longer has these words of {maker}, claim {claim.id}: {claim.quote!r}. Code it again"
    return Problem(_coding(maker, document.name), Reason.NOT_GROUNDED, Severity.NOTED, detail)
