"""Stems, and phrases found by them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warledger.base.stems import Found, Phrases, stem, stems_of, words_of


@pytest.mark.parametrize(
    "forms",
    [
        ("withdrawal", "withdrawals", "Withdrawal", "withdrawal's"),
        ("plot", "plots", "plotted", "plotting"),
        ("force", "forces", "forced", "forcing"),
        ("supply", "supplies", "supplied"),
        ("kill", "kills", "killed", "killing"),
        ("city", "cities"),
        ("press", "pressed"),
    ],
)
def test_forms_of_one_word_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


def test_short_words_and_numbers_stay() -> None:
    assert [stem(word) for word in ("the", "as", "37", "US")] == ["the", "as", "37", "us"]


def test_hyphens_part_words_and_apostrophes_do_not() -> None:
    assert words_of("Sett's city-wide 5 o’clock curfew") == ["Sett's", "city", "wide", "5", "o’clock", "curfew"]


def test_phrases_are_found_in_any_form_or_as_they_stand() -> None:
    phrases = Phrases({"leave": ["pull out", "withdrawal"], "go": ["pull"]})
    assert sorted(phrases.found(stems_of("Troops pulled out; the withdrawals went on"))) == [
        Found("go", 1, 2),
        Found("leave", 1, 3),
        Found("leave", 4, 5),
    ]
    exact = Phrases({"limited": ["limited"]}, exact=True)
    assert [list(exact.found([text])) for text in ("limit", "limited")] == [[], [Found("limited", 0, 1)]]


@given(st.lists(st.sampled_from(["arm", "arms", "air", "strike", "strikes", "raid"]), max_size=8))
def test_every_phrase_stands_where_it_is_found(words: list[str]) -> None:
    phrases = Phrases({"air": ["air strike", "air raid"], "arms": ["arms"]})
    stems = [stem(word) for word in words]
    for label, first, last in phrases.found(stems):
        assert (label == "arms") == (stems[first:last] == ["arm"])
        assert label == "arms" or (stems[first], last - first) == ("air", 2)
