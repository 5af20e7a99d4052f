"""What names say of sides."""

from __future__ import annotations

from pathlib import Path

import pytest

from warledger.records.side_words import SideWords, parse_side_words


@pytest.fixture(scope="module")
def words(repo_root: Path) -> SideWords:
    """The packaged words."""
    return parse_side_words((repo_root / "src/warledger/records/vocab/sides.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("Tarskan government forces", "government"),
        ("the army", "government"),
        ("Free Tarskan Army", None),
        ("anti-government fighters", "opposition"),
        ("rebel troops", "opposition"),
        ("River Brigade", None),
        ("", None),
    ],
)
def test_words_in_a_name_tell_its_side(words: SideWords, name: str, side: str | None) -> None:
    assert words.side(name) == side


def test_descriptions_are_told_from_names(words: SideWords) -> None:
    assert all(words.describes(name) for name in ("rebels", "Rebel fighters", "local forces"))
    assert not any(words.describes(name) for name in ("River Brigade", "Tarskan rebels", ""))


def test_without_words_no_side_is_known() -> None:
    assert SideWords().side("government forces") is None
