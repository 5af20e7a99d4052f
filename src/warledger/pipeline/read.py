"""The run: reports in, claims into the ledger. One place that catches a failing document, and records why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import msgspec

from warledger.base.errors import WarledgerError
from warledger.base.ids import canonical, content_id, digest
from warledger.ledger.store import Ledger
from warledger.pipeline.metadata import settled
from warledger.records.claim import Claim
from warledger.records.document import Document, RawDocument
from warledger.records.gap import Gap
from warledger.records.reason import Problem, Reason, Severity

_FORGOTTEN = "erased with `warledger forget`; it is not read again"
#: Never the fault of one document: the disk, the settings, the installation. They end the run.
_NOT_ITS_FAULT = (OSError, WarledgerError)
#: What a run counts.
_COUNTED = ("read", "unchanged", "redated", "claims", "gaps", "passed")


class Reading(Protocol):
    """What was taken from one document."""

    @property
    def claims(self) -> Sequence[Claim]:
        """What the document says."""
        ...

    @property
    def gaps(self) -> Sequence[Gap]:
        """Sentences with a trigger that gave nothing."""
        ...

    @property
    def passed(self) -> int:
        """How many sentences with a word of the vocabulary were not parsed, the text being about something else."""
        ...


@dataclass(frozen=True)
class ReadingTools:
    """What a run works with. `read` gives one reading a document, in their order; the language model behind it is only loaded
    when there is something to read. `maker` names the extractor with its model and version. Folders inside `home` (the monitor's
    own) are kept relative to it, so that a monitor can be moved."""

    collect: Callable[[Sequence[Path]], Iterable[RawDocument | Problem]]
    clean: Callable[[RawDocument], tuple[Document | None, tuple[Problem, ...]]]
    read: Callable[[Sequence[Document]], Iterable[Reading]]
    maker: str
    batch: int = 16
    home: Path | None = None


@dataclass(frozen=True)
class Progress:
    """How far a run is: inputs seen, documents read, and the name last handled."""

    seen: int
    read: int
    name: str


class Outcome(msgspec.Struct, frozen=True):
    """What a run did. `read` documents were read, `unchanged` had been, `redated` had changed metadata only, `gone` lists
    documents no longer found in the folders read; `problems` are those of this run."""

    read: int = 0
    unchanged: int = 0
    redated: int = 0
    claims: int = 0
    gaps: int = 0
    passed: int = 0
    gone: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether an input was not read, or part of it was lost."""
        return any(p.severity is Severity.FAILED for p in self.problems)


class Interrupted(WarledgerError):
    """The user stopped the run; what was read until then is kept (exit code 3)."""


@dataclass
class _Run:
    """One run as it goes."""

    ledger: Ledger
    tools: ReadingTools
    number: int
    again: bool
    progress: Callable[[Progress], None]
    pending: list[tuple[Document, RawDocument]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    folders: dict[str, set[str]] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    forgotten: frozenset[str] = frozenset()
    inputs: int = 0
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_COUNTED, 0))

    def take(self, item: RawDocument | Problem) -> None:
        """One input: read it with the next batch, or note why not."""
        self.inputs += 1
        if isinstance(item, Problem):
            self.problems.append(item)
            return
        raw = msgspec.structs.replace(item, location=located(Path(item.location), self.tools.home))
        self.seen.add(place_of(raw.location, raw.name))
        document = self._cleaned(raw)
        if document is not None and document.id in self.forgotten:
            self.problems.append(Problem(document.id, Reason.FORGOTTEN, Severity.SKIPPED, _FORGOTTEN))
        elif document is not None:
            self._file(self._settled(document, raw), raw)
        self.progress(Progress(self.inputs, self.counts["read"], item.name))

    def flush(self) -> None:
        """Reads and keeps the pending batch."""
        batch, self.pending = self.pending, []
        for (document, raw), reading in zip(batch, self._readings([d for d, _ in batch]), strict=True):
            if isinstance(reading, Problem):
                self.problems.append(reading)
                continue
            self._keep(document, raw, reading)
            self.progress(Progress(self.inputs, self.counts["read"], raw.name))

    def _file(self, document: Document, raw: RawDocument) -> None:
        self.folders.setdefault(document.id, set()).add(raw.location)
        if not self._done(document, raw):
            self.pending.append((document, raw))
            if len(self.pending) >= self.tools.batch:
                self.flush()

    def _cleaned(self, raw: RawDocument) -> Document | None:
        try:
            document, problems = self.tools.clean(raw)
        except _NOT_ITS_FAULT:
            raise
        except Exception as error:
            self.problems.append(_internal(raw.name, "cleaning", error))
            return None
        self.problems.extend(problems)
        return document

    def _settled(self, document: Document, raw: RawDocument) -> Document:
        if any(document.id == waiting.id for waiting, _ in self.pending):
            self.flush()  # the same file in two folders of one run: the second time it is known
        if not self.ledger.is_known(document.id):
            return document
        return settled(document, self.ledger.document(document.id), raw.location, self.folders.get(document.id, ()))

    def _done(self, document: Document, raw: RawDocument) -> bool:
        """Whether the ledger has all this document can give; what is new about it is noted."""
        if self.again or not self.ledger.has_reading(document.id, maker_of(self.tools.maker, document)):
            return False
        self.ledger.note_seen(self.number, document.id, raw.location)
        redated = self.ledger.update_metadata(self.number, document.id, document.meta)
        self.counts["redated" if redated else "unchanged"] += 1
        return True

    def _readings(self, documents: Sequence[Document]) -> Iterator[Reading | Problem]:
        """One result a document. When a batch fails, the rest of it is read one by one, so that one document fails alone."""
        given = 0
        try:
            for reading in self.tools.read(documents):
                given += 1
                yield reading
        except _NOT_ITS_FAULT:
            raise
        except Exception:
            yield from (self._alone(d) for d in documents[given:])

    def _alone(self, document: Document) -> Reading | Problem:
        try:
            return next(iter(self.tools.read([document])))
        except _NOT_ITS_FAULT:
            raise
        except Exception as error:
            return _internal(document.name, "reading", error)

    def _keep(self, document: Document, raw: RawDocument, reading: Reading) -> None:
        maker = maker_of(self.tools.maker, document)
        try:
            self.ledger.record_reading(self.number, document, raw.data, raw.location, maker, reading.claims, reading.gaps)
        except ValueError as error:
            self.problems.append(_internal(document.name, "keeping", error))
            return
        self.counts["read"] += 1
        self.counts["claims"] += len(reading.claims)
        self.counts["gaps"] += len({gap.span for gap in reading.gaps})
        self.counts["passed"] += reading.passed


def read_reports(
    ledger: Ledger,
    tools: ReadingTools,
    paths: Sequence[Path],
    *,
    clock: Callable[[], str],
    again: bool = False,
    progress: Callable[[Progress], None] = lambda _: None,
) -> Outcome:
    """Reads what is new under `paths` into the ledger; with `again`, everything. `clock` gives the instant (ISO, UTC).

    A failing document is recorded as a problem and the run goes on.

    Raises:
        Interrupted: the user stopped it; whole documents read so far are kept.
        WarledgerError: the ledger cannot be written (locked, newer, disk full, read-only), or the language model is not installed.
        OSError: the system refused something else, such as a temporary file.
    """
    run = _Run(ledger, tools, ledger.begin_run(at=clock(), versions={"maker": tools.maker}), again, progress)
    run.forgotten = ledger.forgotten()
    run.folders = {document: {folder for folder, _ in seen} for document, seen in ledger.locations().items()}
    gone: tuple[str, ...] = ()
    try:
        for item in tools.collect(paths):
            run.take(item)
        run.flush()
        gone = _gone(ledger, run, paths)
    except KeyboardInterrupt as stop:
        kept = f"{run.counts['read']} documents were read and are kept"
        raise Interrupted(f"stopped; {kept}", mend="The same command goes on where this one stopped") from stop
    finally:
        ledger.record_problems(run.number, tuple(run.problems))
    ledger.end_run(run.number, at=clock(), counts=run.counts)
    return Outcome(**run.counts, gone=gone, problems=tuple(sorted(set(run.problems))))


def maker_of(maker: str, document: Document) -> str:
    """The maker's name for one document: it changes with the text and with the metadata that claims depend on, so that a
    changed manifest or a better cleaning is read anew and nothing else is."""
    meta = document.meta
    text = (digest(document.text.encode()), digest(canonical(document.blocks)), document.language)
    return f"{maker} {content_id('of', *text, meta.published, meta.updated, meta.genre, meta.title, digits=8)}"


def located(folder: Path, home: Path | None) -> str:
    """The folder as the ledger keeps it: relative to `home` when it lies inside, else in full."""
    whole = folder.resolve()
    if home is not None and whole.is_relative_to(home.resolve()):
        return whole.relative_to(home.resolve()).as_posix()
    return str(whole)


def place_of(location: str, name: str) -> str:
    """Folder and file name of a document; the members of a container share the container's."""
    return f"{location}/{name}"


def _gone(ledger: Ledger, run: _Run, paths: Sequence[Path]) -> tuple[str, ...]:
    """Documents that were read from these folders before and are not there now: kept, and listed."""
    missing: set[str] = set()
    for path in paths:
        if path.is_dir():
            known = ledger.known_names_under(located(path, run.tools.home))
            missing.update(name for location, name in known if place_of(location, name) not in run.seen)
    ledger.note_gone(run.number, sorted(missing))
    return tuple(sorted(missing))


def _internal(name: str, doing: str, error: Exception) -> Problem:
    detail = f"{doing} it failed ({type(error).__name__}: {error}); please report this with the file"
    return Problem(name, Reason.INTERNAL, Severity.FAILED, detail)
