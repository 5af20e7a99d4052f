"""The words of the relevance gate."""

from __future__ import annotations

import pytest

from warledger.pipeline.vocabulary import WordLists
from warledger.records.gate_words import parse_gate_words


def test_a_missing_list_is_named() -> None:
    with pytest.raises(ValueError, match="conflict"):
        parse_gate_words('everyday = ["take"]')


def test_no_word_is_both_everyday_and_of_conflict() -> None:
    words = WordLists.packaged().claims.gate
    assert words is not None
    assert not words.everyday & words.conflict
