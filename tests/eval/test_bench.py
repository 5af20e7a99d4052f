"""The bench compares like with like, and never a reading that did not happen."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval import bench
from eval.data import write_rows

OURS = bench.Run(seconds=4.0, cpu=3.9, memory=700.0, stages={"parse": 3.0, "claims": 1.0}, read=2, records=5)
PLAIN = bench.Run(seconds=2.0, cpu=1.9, memory=500.0, stages={"parse": 2.0}, read=2)
ARTICLES = [{"id": str(n), "text": f"Rebels shelled Orsk Ford on Monday and killed {n} soldiers, the army said."} for n in (3, 4)]


def test_speeds_ratio_and_shares_are_given() -> None:
    lines = list(bench.report(8000, OURS, PLAIN))
    assert lines[0] == "2 articles, 8,000 words, 5 records"
    assert "2,000 words/s" in lines[1] and "4,000 words/s" in lines[2]
    assert "0.50" in lines[3]
    assert [line.split()[0] for line in lines[4:]] == ["parse", "claims"]
    assert lines[4].endswith("75.0%")


def test_without_articles_it_says_skipped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["--articles", str(tmp_path / "none.jsonl")]) == 0
    assert capsys.readouterr().out.startswith("skipped")


def test_articles_left_unread_fail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(bench, "in_own_process", lambda side, articles: PLAIN if side == "spacy" else bench.Run(0.1, 0.1, 1, {}, read=1))
    assert bench.main(["--articles", str(write_rows(tmp_path / "articles.jsonl", ARTICLES))]) == 1
    assert "words/s" not in capsys.readouterr().out


def test_what_the_gate_changes_is_given() -> None:
    runs = [bench.Run(1.0, 1.0, 1.0, {}, read=1, records=len(marks), marks=marks) for marks in (("a", "b", "c"), ("a", "b", "c", "d"))]
    assert list(bench.changed(*runs)) == ["the gate: 3 records with it, 4 without; 25.00% differ"]


@pytest.mark.slow
def test_both_sides_read_the_articles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["--articles", str(write_rows(tmp_path / "articles.jsonl", ARTICLES)), "--limit", "2", "--no-pile"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("2 articles, 26 words, ")
    stages = {line.split()[0] for line in out.splitlines()[4:-1]}
    assert {"collect", "clean", "parse", "claims", "ledger"} <= stages
