"""Records coded by hand or elsewhere, taken in on documents the ledger has read."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from warledger.base.errors import UsageError
from warledger.ledger.store import Ledger
from warledger.pipeline.coded import BadRecord, Coded, claim_of, parse_coded
from warledger.pipeline.naming import export_names
from warledger.pipeline.standing import BESIDE, HAND
from warledger.records.claim import Claim, Content, claim_id
from warledger.records.document import Document
from warledger.records.reason import Problem, Reason, Severity


class Imported(msgspec.Struct, frozen=True):
    """What an import did: records taken in, the documents they are on, and the records that could not be taken, with why."""

    records: int
    documents: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class _Row:
    """One readable line of the file. `name` is what problems call it."""

    name: str
    coded: Coded
    content: Content


def import_records(ledger: Ledger, path: Path, *, clock: Callable[[], str], beside: bool = False) -> Imported:
    """Takes in a file of records (JSON Lines, codebook fields) as coded by `hand:<file stem>`.

    They replace the machine's records of their documents, unless `beside`. A record that cannot be taken in is listed and the
    rest goes on; importing the same file again changes nothing.

    Raises:
        UsageError: the file cannot be read as text.
        WarledgerError: the ledger cannot be written.
    """
    maker = HAND + path.stem + (BESIDE if beside else "")
    documents = ledger.documents()
    problems: list[Problem] = []
    rows = list(_rows(path, problems))
    taken = _taken_ids(ledger, maker)
    claims = _claims(rows, _Finder(documents), maker, taken, problems)
    run = ledger.begin_run(at=clock(), versions={"maker": maker})
    locations = ledger.locations()
    with ledger.batch():
        for document in (d for d in documents if d.id in claims):
            location = next((folder for folder, _ in locations.get(document.id, ())), "")
            ledger.record_reading(run, document, ledger.source(document.id) or b"", location, maker, claims[document.id], ())
    count = sum(map(len, claims.values()))
    ledger.end_run(run, at=clock(), counts={"records": count, "problems": len(problems)})
    return Imported(count, len(claims), tuple(problems))


def _rows(path: Path, problems: list[Problem]) -> Iterator[_Row]:
    for number, line in enumerate(_lines(path), 1):
        if not line.strip():
            continue
        name = f"{path.name}:{number}"
        try:
            yield _Row(name, *parse_coded(line))
        except BadRecord as error:
            problems.append(_problem(name, error))


def _lines(path: Path) -> list[str]:
    try:
        return path.read_bytes().decode("utf-8-sig").split("\n")
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}", mend="Name a file of records, one JSON object a line") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: not UTF-8 at byte {error.start}", mend="Save it as UTF-8") from error


def _taken_ids(ledger: Ledger, maker: str) -> frozenset[str]:
    """Ids that other makers' claims have: a coded record may not shadow one of them. Coding once put beside the machine's and
    now in its place (or the other way round) is one maker's."""
    own = maker.removesuffix(BESIDE)
    return frozenset(c.id for c in ledger.claims() if c.maker.removesuffix(BESIDE) != own)


def _claims(rows: Sequence[_Row], finder: _Finder, maker: str, taken: frozenset[str], problems: list[Problem]) -> dict[str, list[Claim]]:
    times = Counter(row.coded.id for row in rows)
    nth: Counter[tuple[str, str, int, int]] = Counter()
    made: dict[str, list[Claim]] = defaultdict(list)
    for row in rows:
        try:
            document = finder.find(row.coded)
            claim = claim_of(row.coded, row.content, document, row.coded.id, maker)
        except BadRecord as error:
            problems.append(_problem(row.name, error))
            continue
        if not claim.id or times[claim.id] > 1 or claim.id in taken:
            place = (claim.document, claim.kind, claim.span.start, claim.span.end)
            claim = msgspec.structs.replace(claim, id=_own_id(claim, maker, nth[place]))
            nth[place] += 1
        made[document.id].append(claim)
    return made


def _own_id(claim: Claim, maker: str, nth: int) -> str:
    """An id for a record that brings none of its own: apart from the machine's on the same words."""
    return claim_id(f"{claim.document} {maker}", claim.kind, claim.span, nth)


class _Finder:
    """Finds the document a record means: by exported name, else by stem or file name, then by whose text holds the quote."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._exact: Mapping[str, str] = {doc: i for i, doc in export_names(documents).items()}
        self._by_id = {d.id: d for d in documents}
        self._loose: dict[str, list[Document]] = defaultdict(list)
        for document in documents:
            for name in {document.stem, document.name}:
                self._loose[name].append(document)

    def find(self, coded: Coded) -> Document:
        """The document.

        Raises:
            BadRecord: none has that name.
        """
        if coded.doc in self._exact:
            return self._by_id[self._exact[coded.doc]]
        found = self._loose.get(coded.doc, [])
        if not found:
            raise BadRecord(Reason.NO_DOCUMENT, f'no document "{coded.doc}" has been read; read it first (`warledger sources` lists all)')
        holding = [d for d in found if coded.quote in d.text] or found
        return max(holding, key=lambda d: (d.known or "", d.id))


def _problem(name: str, error: BadRecord) -> Problem:
    return Problem(name, error.reason, Severity.FAILED, error.detail)
