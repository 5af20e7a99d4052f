"""The audit of bias compares what it says it compares."""

from __future__ import annotations

import pytest

from eval.bias import Change, changes, filled, label, replacer, swapper
from warledger.base.spans import Span
from warledger.records.claim import Claim, Content, Control, Count, Event, Modality

PAIR = {"a": "Upper League", "b": "Lower League"}


def claim(quote: str, content: Content, modality: Modality = Modality.ASSERTED) -> Claim:
    return Claim("r-1", "d-1", Span(0, len(quote)), quote, content, modality)


def test_names_are_swapped_whole_and_back() -> None:
    swap = swapper([("Harn", "Tarn"), ("Harn Army", "Tarn Guard")])
    assert swap("Harn Army and Tarn met; Harnland did not.") == "Tarn Guard and Harn met; Harnland did not."
    assert swap(swap("Harn Army and Tarn Guard of Harn")) == "Harn Army and Tarn Guard of Harn"


def test_words_are_loaded_for_one_side_only() -> None:
    loaded = {"fighters": "terrorists"}
    told = "{a} {fighters:a} met {b} {fighters:b}."
    assert filled(told, PAIR, loaded, "") == "Upper League fighters met Lower League fighters."
    assert filled(told, PAIR, loaded, "b") == "Upper League fighters met Lower League terrorists."


def test_another_name_is_no_change_but_another_label_is() -> None:
    back = swapper([(PAIR["a"], PAIR["b"])])
    plain = [claim("Upper League took Sull.", Control("captured", ("Upper League",)))]
    turned = [claim("Lower League took Sull.", Control("captured", ("Lower League",)))]
    assert changes(plain, turned, back) == Change(1, 0)
    entered = [claim("Lower League took Sull.", Control("entered", ("Lower League",)))]
    found = changes(plain, entered, back)
    assert (found.records, found.changed, found.same) == (1, 1, 0)
    assert len(found.examples) == 2


@pytest.mark.parametrize("missing", [True, False])
def test_a_record_that_is_there_on_one_side_only_is_a_change(missing: bool) -> None:
    one = [claim("Nine died.", Event("Attack", killed=(Count("people", 9, 9),)))]
    pair = (one, []) if missing else ([], one)
    assert changes(*pair, replacer({"x": "y"})).changed == 1


def test_counts_and_modality_are_labels() -> None:
    nine, ten = (claim("Died.", Event("Attack", killed=(Count("people", n, n),))) for n in (9, 10))
    denied = claim("Died.", Event("Attack", killed=(Count("people", 9, 9),)), Modality.DENIED)
    assert len({label(c, c.quote) for c in (nine, ten, denied)}) == 3
