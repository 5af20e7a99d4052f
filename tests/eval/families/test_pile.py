"""The pile of planted copies, from made-up prose: the truth it states is the truth."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from eval.families.copies import words_with
from eval.families.measure import judged
from eval.families.pile import KINDS, Planted, Planter
from eval.families.prose import Prose
from eval.scale.names import Namer
from eval.scale.prose import filler
from warledger.stages.families.find import find_families

SHARE = 0.04


@pytest.fixture(scope="module")
def planter() -> Planter:
    random = Random(5)
    namer = Namer(random)
    prose = [Prose("tune", tuple(filler(random, namer) for _ in range(4 + at % 5))) for at in range(3000)]
    return Planter("tune", prose, 1, SHARE)


@pytest.fixture(scope="module")
def pile(planter: Planter) -> list[Planted]:
    return planter.planted()


def test_every_kind_of_copy_is_planted_and_points_to_its_original(pile: list[Planted]) -> None:
    by_id = {p.document.id: p for p in pile}
    assert set(Counter(p.kind for p in pile)) == {*KINDS, None}
    for copy in pile:
        if copy.source:
            assert by_id[copy.source].kind is None
            assert (by_id[copy.source].family == copy.family) == (copy.kind != "quotes")


def test_a_reprint_has_its_originals_words_and_a_rewording_few_runs_of_them(pile: list[Planted]) -> None:
    by_id = {p.document.id: p.document.text for p in pile}

    def kept(copy: Planted) -> float:
        runs = [set(zip(*(text.split()[at:] for at in range(5)), strict=False)) for text in (copy.document.text, by_id[copy.source or ""])]
        return len(runs[0] & runs[1]) / len(runs[1])

    shares = {kind: [kept(p) for p in pile if p.kind == kind] for kind in ("reprint", "reworded")}
    assert min(shares["reprint"]) > 0.5
    assert sum(shares["reworded"]) / len(shares["reworded"]) < 0.5


def test_copies_are_found_in_it(planter: Planter, pile: list[Planted]) -> None:
    found = find_families([p.document for p in pile], words_with(planter.press.agencies))
    scores = judged(pile, found.families, found.edges)
    assert scores.found["reprint"][0] >= 0.95 * scores.found["reprint"][1]
    assert scores.found["reworded"][0] >= 0.8 * scores.found["reworded"][1]
    assert scores.rand > 0.9
