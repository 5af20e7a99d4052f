"""The run, with a reader made for the test: what is read, passed over, re-read, and what one failing document does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import pytest

from warledger.base.ids import content_id, digest
from warledger.base.spans import Span
from warledger.ledger.store import Ledger
from warledger.pipeline.read import Interrupted, Outcome, Progress, ReadingTools, read_reports
from warledger.records.claim import Claim, Statement, claim_id
from warledger.records.document import Block, BlockKind, Document, Metadata, RawDocument
from warledger.records.gap import Gap
from warledger.records.reason import Problem, Reason, Severity


@dataclass
class Read:
    """One claim: the whole text."""

    claims: Sequence[Claim]
    gaps: Sequence[Gap] = ()
    passed: int = 0


@dataclass
class Reports:
    """Reports in memory and tools that read them; names in `fails` raise, `read` counts readings."""

    texts: dict[str, str]
    meta: dict[str, Metadata] = field(default_factory=dict)
    fails: set[str] = field(default_factory=set)
    read: list[str] = field(default_factory=list)
    stop_at: str = ""
    location: str = "/reports"
    maker: str = "test 1"

    def tools(self, batch: int = 2) -> ReadingTools:
        """The tools."""
        return ReadingTools(self._collect, self._clean, self._read, self.maker, batch)

    def _collect(self, paths: Sequence[Path]) -> Iterator[RawDocument | Problem]:
        for name, text in self.texts.items():
            if text:
                yield RawDocument(name, text.encode(), "txt", self.location, self.meta.get(name, Metadata()), text)
            else:
                yield Problem(name, Reason.EMPTY, Severity.FAILED, "holds nothing")

    def _clean(self, raw: RawDocument) -> tuple[Document | None, tuple[Problem, ...]]:
        if raw.name == "unclean.txt":
            raise LookupError("no text")
        mark = digest(raw.data)
        text = raw.data.decode()
        block = Block(Span(0, len(text)), BlockKind.PARAGRAPH)
        return Document(content_id("d", raw.name, mark), raw.name, mark, "txt", text, (block,), raw.given), ()

    def _read(self, documents: Sequence[Document]) -> Iterator[Read]:
        for document in documents:
            if document.name == self.stop_at:
                raise KeyboardInterrupt
            if document.name in self.fails:
                raise RuntimeError("the parser fell over")
            self.read.append(document.name)
            span = Span(0, len(document.text))
            said = Statement("reader", topic=document.meta.published or "")
            yield Read([Claim(claim_id(document.id, "statement", span), document.id, span, document.text, said, maker="test 1")])


Runner = Callable[..., Outcome]


@pytest.fixture
def run(tmp_path: Path) -> Runner:
    """Reads reports into one ledger."""

    def read(reports: Reports, *, again: bool = False, batch: int = 2, told: list[Progress] | None = None) -> Outcome:
        with Ledger.open(tmp_path / "ledger.db", write=True) as ledger:
            tell = told.append if told is not None else lambda _: None
            return read_reports(ledger, reports.tools(batch), [tmp_path], clock=lambda: "2031-01-01T00:00:00Z", again=again, progress=tell)

    return read


def held(tmp_path: Path) -> tuple[list[str], str]:
    """The names in the ledger, and the digest of all that counts."""
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        return sorted(d.name for d in ledger.documents()), ledger.content_digest()


def test_what_was_read_is_passed_over_until_it_changes(tmp_path: Path, run: Runner) -> None:
    reports = Reports({"a.txt": "one", "b.txt": "two", "c.txt": "three"})
    assert run(reports).read == 3
    before = held(tmp_path)
    again = run(reports)
    assert (again.read, again.unchanged, held(tmp_path)) == (0, 3, before)
    reports.texts["a.txt"] = "four"
    assert (run(reports).read, reports.read[-1]) == (1, "a.txt")


def test_everything_is_read_again_when_asked_and_nothing_changes(tmp_path: Path, run: Runner) -> None:
    reports = Reports({"a.txt": "one", "b.txt": "two"})
    run(reports)
    before = held(tmp_path)
    assert run(reports, again=True).read == 2
    assert (held(tmp_path), len(reports.read)) == (before, 4)


def test_a_newer_reader_reads_again(run: Runner) -> None:
    reports = Reports({"a.txt": "one"})
    run(reports)
    reports.maker = "test 2"
    assert run(reports).read == 1


def test_a_failing_document_fails_alone_and_says_why(tmp_path: Path, run: Runner) -> None:
    reports = Reports({"a.txt": "one", "bad.txt": "two", "c.txt": "three", "unclean.txt": "four", "none.txt": ""}, fails={"bad.txt"})
    outcome = run(reports, batch=4)
    assert outcome.failed and outcome.read == 2
    assert {(p.name, p.reason) for p in outcome.problems} == {
        ("bad.txt", Reason.INTERNAL),
        ("unclean.txt", Reason.INTERNAL),
        ("none.txt", Reason.EMPTY),
    }
    assert "RuntimeError" in next(p.detail for p in outcome.problems if p.name == "bad.txt")
    assert held(tmp_path)[0] == ["a.txt", "c.txt"]


def test_a_mended_document_is_read_and_no_longer_listed(tmp_path: Path, run: Runner) -> None:
    reports = Reports({"a.txt": "one"}, fails={"a.txt"})
    run(reports)
    reports.fails.clear()
    assert run(reports).read == 1
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        assert ledger.problems() == ()


def test_stopping_keeps_what_was_read_and_the_next_run_goes_on(tmp_path: Path, run: Runner) -> None:
    reports = Reports({f"{i}.txt": f"text {i}" for i in range(6)}, stop_at="4.txt")
    with pytest.raises(Interrupted, match="4 documents were read") as stopped:
        run(reports)
    assert stopped.value.exit_code == 3 and len(held(tmp_path)[0]) == 4
    reports.stop_at = ""
    outcome = run(reports)
    assert (outcome.read, outcome.unchanged) == (2, 4)


def test_batches_and_order_make_no_difference(tmp_path: Path, run: Runner) -> None:
    texts = {f"{i}.txt": f"text {i}" for i in range(5)}
    run(Reports(texts), batch=5)
    whole = held(tmp_path)
    (tmp_path / "ledger.db").unlink()
    for name in reversed(texts):
        run(Reports({name: texts[name]}), batch=1)
    assert held(tmp_path) == whole


def test_a_changed_manifest_redates_claims_of_an_unchanged_file(tmp_path: Path, run: Runner) -> None:
    reports = Reports({"a.txt": "one", "b.txt": "two"})
    run(reports)
    reports.meta["a.txt"] = Metadata(published="2031-01-01", basis={"published": "manifest"})
    assert (run(reports).read, reports.read[-1]) == (1, "a.txt")
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        topics = {c.content.topic for c in ledger.claims() if isinstance(c.content, Statement)}
        assert topics == {"2031-01-01", ""}
    reports.meta["a.txt"] = msgspec.structs.replace(reports.meta["a.txt"], url="https://example.org/a")
    outcome = run(reports)
    assert (outcome.read, outcome.redated) == (0, 1), "an address changes no claim"


def test_a_file_in_two_folders_keeps_the_word_of_its_manifest_in_any_order(tmp_path: Path, run: Runner) -> None:
    dated = Metadata(published="2031-01-01", basis={"published": "manifest"})
    one = Reports({"a.txt": "one"}, {"a.txt": dated}, location="/one")
    other = Reports({"a.txt": "one"}, {"a.txt": Metadata(published="2030-01-01", basis={"published": "text"})}, location="/other")
    digests = set()
    for order in ((one, other), (other, one)):
        for reports in order:
            run(reports)
        with Ledger.open(tmp_path / "ledger.db") as ledger:
            assert ledger.documents()[0].meta.published == "2031-01-01"
        digests.add(held(tmp_path)[1])
        (tmp_path / "ledger.db").unlink()
    assert len(digests) == 1


def test_files_that_are_gone_are_kept_and_listed(tmp_path: Path, run: Runner) -> None:
    reports = Reports({"a.txt": "one", "b.txt": "two"}, location=str(tmp_path))
    run(reports)
    gone = reports.texts.pop("b.txt")
    assert run(reports).gone == ("b.txt",)
    assert held(tmp_path)[0] == ["a.txt", "b.txt"]
    reports.texts["b.txt"] = gone
    outcome = run(reports)
    assert (outcome.gone, outcome.unchanged) == ((), 2)


def test_progress_is_told_and_never_goes_back(run: Runner) -> None:
    told: list[Progress] = []
    run(Reports({f"{i}.txt": f"text {i}" for i in range(5)}), told=told)
    assert told[-1].read == told[-1].seen == 5
    assert [(p.seen, p.read) for p in told] == sorted((p.seen, p.read) for p in told)
