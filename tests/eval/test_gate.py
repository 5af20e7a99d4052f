"""The command's verdict: kept, broken, failed or skipped, and never one for another."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval import __main__ as command
from eval.floors import Floors, read_floors
from eval.result import CommandFailed, Result
from eval.workshop import Workshop

WORKSHOP = Workshop(Path("work"), Path("data"))
GOOD = Result("claims", {"claims.x": 0.6})


def test_kept(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.judge([GOOD], Floors({"claims.x": 0.5}), {}) == 0
    assert "kept: 1 floors of claims" in capsys.readouterr().out


def test_a_metric_without_a_floor_is_named_and_not_kept(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.judge([GOOD], Floors(), {}) == 0
    out = capsys.readouterr().out
    assert "without a floor: claims.x" in out and "kept: 0 floors" in out


def test_under_the_floor(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.judge([GOOD], Floors({"claims.x": 0.7}), {}) == 1
    assert "claims.x: 0.600 is under its floor 0.700" in capsys.readouterr().out


def test_a_failed_suite_fails_the_gate() -> None:
    assert command.judge([GOOD, Result("events", failed="exit 3")], Floors({"claims.x": 0.5}), {}) == 1


def test_skipped_is_never_kept(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.judge([Result("claims", skipped="no seeds")], Floors({"claims.x": 0.5}), {}) == 0
    out = capsys.readouterr().out
    assert "skipped" in out and "kept" not in out


def test_changed_cases_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    command.judge([GOOD], Floors({"claims.x": 0.5}, {"gold/a.jsonl": "11"}), {"gold/a.jsonl": "22"})
    assert "the cases changed: gold/a.jsonl" in capsys.readouterr().out


def test_missing_data_skip_a_suite_and_a_failing_command_fails_it(tmp_path: Path) -> None:
    def missing(_: Workshop) -> Result:
        return Result("claims", report=((tmp_path / "none.jsonl").read_text(),))

    def failing(_: Workshop) -> Result:
        raise CommandFailed("exit 3")

    assert command.run_suite("claims", missing, WORKSHOP).skipped
    assert command.run_suite("claims", failing, WORKSHOP).failed == "exit 3"


def test_without_data_the_command_says_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("WARLEDGER_DATA", str(tmp_path / "none"))
    assert command.main([]) == 0
    out = capsys.readouterr().out
    assert out.startswith("skipped") and "kept" not in out


def test_floors_move_only_when_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "floors.toml"
    monkeypatch.setattr(command, "FLOORS", file)
    metrics, digests = {"claims.x": 0.6}, {"gold/a.jsonl": "11"}
    command.moved(Floors(), command.arguments([]), metrics, digests)
    assert not file.exists()
    raised = command.moved(Floors(), command.arguments(["--raise"]), metrics, digests)
    assert read_floors(file) == raised == Floors({"claims.x": 0.59}, digests)
    command.moved(raised, command.arguments(["--lower", "claims.x", "--because", "fewer cases"]), {"claims.x": 0.4}, digests)
    assert read_floors(file).floors == {"claims.x": 0.39}
    assert [row.because for row in read_floors(file).lowered] == ["fewer cases"]
