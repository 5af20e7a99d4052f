"""Words the parser's model never met are read like words it knows."""

from __future__ import annotations

import pytest

from tests.stages.claims.reports import Read, of_kind
from warledger.pipeline.vocabulary import WordLists
from warledger.records.claim import Control
from warledger.stages.claims.reader import Model
from warledger.stages.claims.unseen import Known, as_known


@pytest.mark.parametrize(
    ("word", "shown"),
    [("retook", "took"), ("beheaded", "captured"), ("mortars", "rockets"), ("criticised", "criticized"), ("captured", None), ("zq", None)],
)
def test_a_word_is_shown_in_the_same_form(model: Model, word: str, shown: str | None) -> None:
    assert Known(WordLists.packaged().claims, model.known).like(word) == shown


def test_no_word_the_model_knows_is_shown_as_another(model: Model) -> None:
    table = as_known(WordLists.packaged().claims, model.known)
    assert table and not model.known & table.keys() and set(table.values()) <= model.known


def test_a_verb_the_model_takes_for_a_noun_is_read_as_the_deed_it_is(read: Read) -> None:
    claims = of_kind(read("The village of Orvane, which the army retook on Monday, was quiet. Army retook Mirrow."), "control")
    assert {(c.places, c.content) for c in claims} == {
        (("Orvane",), Control("retaken", ("army",))),
        (("Mirrow",), Control("retaken", ("Army",))),
    }
