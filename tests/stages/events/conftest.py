"""The packaged words by which claims of one happening are known."""

from __future__ import annotations

from pathlib import Path

import pytest

from warledger.records.happening_words import HappeningWords, parse_happening_words


@pytest.fixture(scope="session")
def telling(repo_root: Path) -> HappeningWords:
    """The packaged words, with two invented nations."""
    text = (repo_root / "src/warledger/records/vocab/happenings.toml").read_text("utf-8")
    return parse_happening_words(text, nations={"orvane": "Orvane", "orvanian": "Orvane", "tessk": "Tessk", "tesskian": "Tessk"})
