"""One writer, any number of readers."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ledger.reports import claim, document, keep, report, start
from warledger.base.errors import LedgerLocked, LedgerUnwritable
from warledger.ledger.lock import WriterLock
from warledger.ledger.store import Ledger

Writer = Callable[..., subprocess.Popen[str]]


def test_a_second_writer_is_refused_and_told_who_writes(path: Path, writer: Writer) -> None:
    with writer(path, "hold") as process:
        assert process.stdout is not None
        process.stdout.readline()
        with pytest.raises(LedgerLocked, match=rf"process {process.pid} is writing.*Wait") as refused:
            Ledger.open(path, write=True)
        assert refused.value.exit_code == 3
        process.kill()
    with Ledger.open(path, write=True) as ledger:
        assert start(ledger) == 1


def test_one_process_is_one_writer_too_under_any_name_of_the_file(path: Path, ledger: Ledger, tmp_path: Path) -> None:
    other = tmp_path / "alias.db"
    other.symlink_to(path)
    with pytest.raises(LedgerLocked, match=str(os.getpid())):
        Ledger.open(other, write=True)


def test_a_closed_ledger_leaves_one_file(path: Path) -> None:
    with Ledger.open(path, write=True) as ledger:
        start(ledger)
    assert [file.name for file in path.parent.iterdir()] == ["ledger.db"]
    ledger.close()  # twice is harmless
    with Ledger.open(path, write=True):
        pass


def test_a_lock_file_taken_away_from_under_a_waiting_writer_gives_no_second_writer(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A opens the file, the holder removes it and leaves, B locks a new one: A must not think the old one locks anything."""
    lock = path.with_name("ledger.db.lock")
    real = os.open
    taken: list[WriterLock] = []

    def opened(name: str | Path, flags: int, mode: int = 0o777) -> int:
        descriptor = real(name, flags, mode)
        if not taken:
            lock.unlink()
            monkeypatch.setattr(os, "open", real)
            taken.append(WriterLock.acquire(path))
        return descriptor

    monkeypatch.setattr(os, "open", opened)
    with pytest.raises(LedgerLocked):
        WriterLock.acquire(path)
    taken[0].release()
    WriterLock.acquire(path).release()


def test_readers_see_whole_documents_while_another_process_writes(path: Path, writer: Writer) -> None:
    with Ledger.open(path, write=True):
        pass
    counts = []
    with writer(path, 300) as process:
        while process.poll() is None:
            with Ledger.open(path) as ledger:
                # Not one of the calls sees more than the first: the snapshot is that of the opening.
                documents, claims = ledger.documents(), ledger.claims()
                assert len(claims) == 5 * len(documents)
                counts.append(len(documents))
    assert process.returncode == 0
    assert counts == sorted(counts)
    assert any(0 < count < 300 for count in counts)


def test_a_reader_keeps_the_ledger_it_opened(path: Path, ledger: Ledger) -> None:
    run = start(ledger)
    with Ledger.open(path) as reader:
        before = reader.content_digest()
        made, claims = report(1)
        keep(ledger, run, made, *claims)
        assert reader.documents() == ()
        assert reader.content_digest() == before
    with Ledger.open(path) as reader:
        assert reader.documents() == (made,)
        assert reader.content_digest() == ledger.content_digest() != before


def test_a_reader_cannot_write(path: Path, ledger: Ledger) -> None:
    with Ledger.open(path) as reader, pytest.raises(LedgerUnwritable, match="opened to read"):
        start(reader)


def test_a_batch_is_seen_when_it_is_complete_or_not_at_all(path: Path, ledger: Ledger) -> None:
    run = start(ledger)
    made, claims = report(1)
    with ledger.batch():
        keep(ledger, run, made, *claims)
        with Ledger.open(path) as reader:
            assert reader.documents() == ()
    with Ledger.open(path) as reader:
        assert reader.claims() == ledger.claims() != ()
    with pytest.raises(RuntimeError), ledger.batch():
        keep(ledger, run, report(2)[0])
        raise RuntimeError
    assert ledger.documents() == (made,)


def test_one_failing_document_leaves_the_rest_of_its_batch_whole(ledger: Ledger) -> None:
    run = start(ledger)
    good, bad = document("good.txt", "Two were shot in Oldmill."), document("bad.txt", "Two were shot in Newmill.")
    with ledger.batch():
        keep(ledger, run, good, claim(good, "Two were shot"))
        with pytest.raises(ValueError, match=r"does not stand in bad\.txt"):
            keep(ledger, run, bad, claim(good, "Two were shot"))
    assert ledger.documents() == (good,)
    assert not ledger.is_known(bad.id)
