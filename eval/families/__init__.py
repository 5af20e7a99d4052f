"""Families: one wire story on two sites, and a pile of planted copies.

`evaluate` is quick and takes a small pile; `evaluate_whole` plants everything. `python -m eval.families` prints the whole.
"""

from __future__ import annotations

from eval.families.copies import compared
from eval.families.facts import known_pair
from eval.result import Result
from eval.workshop import Workshop

#: Share of the pile that the quick suite plants.
QUICK = 0.15


def evaluate(workshop: Workshop) -> Result:
    """The facts about the syndicated pair, and a small pile of planted copies."""
    pair, pile = known_pair(workshop), compared("families", workshop.data, QUICK, beside=False)
    return Result("families", {**pair.metrics, **pile.metrics}, (*pair.report, *pile.report), pair.cases)


def evaluate_whole(workshop: Workshop) -> Result:
    """All planted copies, beside rivals."""
    return compared("copies", workshop.data)
