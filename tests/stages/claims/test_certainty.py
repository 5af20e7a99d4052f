"""How sure a field is falls with how it was come by, and the record's confidence with its fields'."""

from __future__ import annotations

import pytest

from tests.stages.claims.reports import Read, of_kind
from warledger.pipeline.vocabulary import WordLists
from warledger.records.confidence_words import ConfidenceWords, parse_confidence
from warledger.records.layers import VocabularyError

PACKAGED = WordLists.packaged().claims.confidence


def test_every_filled_field_has_its_share_and_its_reason(read: Read) -> None:
    for claim in read("Rebels said on Monday that the army had killed nine civilians in Orvane and captured Mirrow."):
        assert claim.confidences.keys() == claim.why.keys()
        assert all(0 < share <= 1 for share in claim.confidences.values())
        assert {"kind", "modality", "said_by", "dates", "places"} <= claim.why.keys()


def test_a_pronoun_is_less_sure_than_the_name(read: Read) -> None:
    first, second = of_kind(read("The rebels entered Orvane on Monday. They captured Mirrow on Monday."), "control")
    assert second.confidences["gained_by"] == pytest.approx(first.confidences["gained_by"] * PACKAGED.name["pronoun"], abs=0.001)
    assert second.confidence < first.confidence


def test_a_carried_day_is_less_sure_than_one_stated(read: Read) -> None:
    stated, carried = of_kind(read("On 3 March 2030 rebels captured Orvane. Rebels captured Mirrow.", genre="encyclopaedia"), "control")
    assert stated.confidences["dates"] > carried.confidences["dates"]


def test_the_word_that_tells_of_it_is_named_with_its_frame(read: Read) -> None:
    text = "The rebels seized Orvane."
    (claim,) = of_kind(read(text), "control")
    kind = claim.why["kind"]
    assert (kind.rule, kind.words) == ("control.captured", "seized")
    assert kind.span is not None
    assert kind.span.of(text) == "seized"


def test_a_monitor_may_be_more_or_less_sure() -> None:
    base = "[name]\npronoun = 0.5"
    assert parse_confidence(base, "[name]\npronoun = 0.9\ndateline = 0.2").name == {"pronoun": 0.9, "dateline": 0.2}
    assert parse_confidence("") == ConfidenceWords()


@pytest.mark.parametrize(("text", "told"), [("[name]\npronoun = 2.0", "name.pronoun is 2"), ("[nam]\npronoun = 0.5", "nam")])
def test_what_is_no_share_is_told(text: str, told: str) -> None:
    with pytest.raises(VocabularyError, match=told):
        parse_confidence(text)
