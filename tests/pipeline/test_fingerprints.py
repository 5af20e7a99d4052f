"""Fingerprints of the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from warledger.pipeline import fingerprints


def test_a_fingerprint_follows_code_and_word_lists_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fingerprints, "files", lambda _: tmp_path)
    inner = tmp_path / "stages" / "claims"
    (inner / "__pycache__").mkdir(parents=True)
    (inner / "reader.py").write_bytes(b"one\n")
    first = fingerprints.code_fingerprint(("stages.claims",))
    (inner / "__pycache__" / "reader.py").write_bytes(b"compiled")
    (inner / "notes.txt").write_bytes(b"notes")
    (inner / "reader.py").write_bytes(b"one\r\n")
    assert fingerprints.code_fingerprint(("stages.claims",)) == first
    (inner / "words.toml").write_bytes(b"")
    assert fingerprints.code_fingerprint(("stages.claims",)) != first


def test_the_packages_named_are_there() -> None:
    assert fingerprints.code_fingerprint(fingerprints.READING) != fingerprints.code_fingerprint(fingerprints.STATE)
