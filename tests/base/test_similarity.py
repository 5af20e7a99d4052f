"""Folding makes one form of the spellings of a name, and keeps different names apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warledger.base.similarity import consonants, fold_name, name_similarity, plain_name, skeleton

NAMES = st.text(alphabet="abcdefghijklmnopqrstuvwxyzABCDEFéèâîşḩñüʿ’'-. ", max_size=24)


@given(st.text(max_size=30) | NAMES)
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold_name(fold_name(name)) == fold_name(name)


@given(st.text(max_size=30))
def test_folded_names_are_plain_tokens(name: str) -> None:
    folded = fold_name(name)
    assert folded == " ".join(folded.split())
    assert all(c == " " or (c.isascii() and c.isalnum() and not c.isupper()) for c in folded)


@pytest.mark.parametrize(
    "spellings",
    [
        ("al-Qasra", "Al Qasrah", "El-Qasra", "Qasra"),
        ("ash-Shumra", "Ash Shumrah", "al-Shumra"),
        ("Tell Orin", "Tall Orin", "Tel-Orin"),
        ("Mardiyah", "Mardiya", "Mardieh", "Mardiyya"),
        ("Ma‘nūr", "Ma'nur", "Manur", "Maʿnour".replace("ou", "u")),
        ("Kafr Sorra", "Kefr Sora"),
        ("Łenöv", "Lenov", "LENOV"),
        ("St. Orwin", "Saint Orwin"),
    ],
)
def test_spellings_of_one_name_fold_alike(spellings: tuple[str, ...]) -> None:
    assert len({fold_name(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("SSNO", "SNO"), ("Ash Grove", "Grove"), ("Nasira", "Nasiriya"), ("Qasra", "Qasrin"), ("Al", "El")],
)
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert fold_name(one) != fold_name(other)


def test_other_scripts_get_latin_letters() -> None:
    assert fold_name("Орвин") == "orvin"


def test_plain_name_keeps_articles_and_spelling() -> None:
    assert plain_name("al-Qaṣrah") == "al qasrah"


def test_skeleton_merges_the_vowels_romanisations_disagree_about() -> None:
    assert skeleton("mourek") == skeleton("murik")
    assert skeleton("quria") != skeleton("quraya")


def test_consonants_tell_an_ending_from_another() -> None:
    assert consonants("nasira") != consonants("nasiria")
    assert consonants("nubul") == consonants("nubl")


@given(NAMES.map(fold_name), NAMES.map(fold_name))
def test_similarity_is_symmetric_and_bounded(a: str, b: str) -> None:
    assert 0.0 <= name_similarity(a, b) <= 100.0
    assert name_similarity(a, b) == pytest.approx(name_similarity(b, a))


def test_a_shared_first_word_does_not_make_two_names_alike() -> None:
    assert name_similarity("kafr orin", "kafr lamta") < 70
    assert name_similarity("orin", "orin") == 100.0
