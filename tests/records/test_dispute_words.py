"""The word list of disputes."""

from __future__ import annotations

from pathlib import Path

import pytest

from warledger.records.dispute_words import parse_dispute_words
from warledger.records.layers import VocabularyError

PACKAGED = "src/warledger/records/vocab/disputes.toml"


@pytest.fixture
def text(repo_root: Path) -> str:
    """The packaged list."""
    return (repo_root / PACKAGED).read_text("utf-8")


def test_a_monitors_words_are_laid_over(text: str) -> None:
    own = '[contrast.scale]\none = ["pocket sized"]\n'
    assert not list(parse_dispute_words(text).exact.found(["pocket", "sized"]))
    assert [f.label for f in parse_dispute_words(text, own).exact.found(["pocket", "sized"])] == [("contrast", "scale", "one")]


def test_a_contrast_has_two_poles(text: str) -> None:
    with pytest.raises(VocabularyError, match=r"contrast\.mood: needs the lists"):
        parse_dispute_words(text, '[contrast.mood]\none = ["calm"]\n')


def test_what_somebody_is_held_responsible_for_is_a_matter_of_the_list(text: str) -> None:
    with pytest.raises(VocabularyError, match="is no entry of"):
        parse_dispute_words(text, 'deeds = ["gossip"]\n')
