"""Forms of words: all that a writer may use."""

from __future__ import annotations

import pytest

from warledger.base.inflection import forms, singular

IRREGULAR = {"take": ("took", "taken"), "throw": ("threw", "thrown"), "stand": ("stood",)}


@pytest.mark.parametrize(
    ("lemma", "written"),
    [
        ("shell", "shells shelled shelling"),
        ("seize", "seizes seized seizing"),
        ("occupy", "occupies occupied occupying"),
        ("stab", "stabbed stabbing"),
        ("travel", "travelled traveled travelling"),
        ("clash", "clashes"),
        ("die", "dies died dying"),
        ("free", "freed frees freeing"),
        ("gunman", "gunmen"),
        ("knife", "knives"),
        ("gas", "gassed gases"),
        ("take", "takes took taken taking"),
        ("retake", "retakes retook retaken retaking"),
        ("overthrow", "overthrew overthrown overthrowing"),
        ("withstand", "withstood"),
        ("mimic", "mimicked mimics"),
    ],
)
def test_every_form_is_there(lemma: str, written: str) -> None:
    assert {lemma, *written.split()} <= forms(lemma, IRREGULAR)


def test_an_irregular_form_is_not_lent_to_other_words() -> None:
    assert "took" not in forms("stake", IRREGULAR)
    assert "thrown" not in forms("take", IRREGULAR)


@pytest.mark.parametrize(
    ("plural", "one"), [("gunmen's", "gunman"), ("parties", "party"), ("forces", "force"), ("press", "press"), ("Front", "front")]
)
def test_the_singular_goes_by_the_ending(plural: str, one: str) -> None:
    assert singular(plural) == one
