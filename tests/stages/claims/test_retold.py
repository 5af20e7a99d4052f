"""One document gives one fact once."""

from __future__ import annotations

import pytest

from tests.stages.claims.reports import Read

LEAD = "Soldiers killed two insurgents near Mirrow on Monday."


def killed(read: Read, text: str) -> list[tuple[int | None, int | None]]:
    return [(e.low, e.high) for c in read(text) for e in getattr(c.content, "killed", ())]


@pytest.mark.parametrize(
    "again",
    [
        "The two insurgents were killed when they attacked a checkpoint.",
        "The patrol returned fire, killing two insurgents.",
        "They refused to stop and soldiers opened fire, killing them.",
    ],
)
def test_figures_told_again_are_left_out(read: Read, again: str) -> None:
    assert killed(read, f"{LEAD}\n{again}") == [(2, 2)]


@pytest.mark.parametrize(
    "more",
    [
        "Another two insurgents were killed in the evening.",
        "A drone strike killed two insurgents in Orvane.",
        "On Tuesday, soldiers killed two insurgents.",
        "Two civilians were also killed.",
    ],
)
def test_figures_of_something_else_stay(read: Read, more: str) -> None:
    assert killed(read, f"{LEAD}\n{more}") == [(2, 2), (2, 2)]


def test_the_fuller_telling_stays(read: Read) -> None:
    claims = read("Two insurgents were killed.\nSoldiers killed two insurgents near Mirrow on Monday.")
    (event,) = [c for c in claims if getattr(c.content, "killed", ())]
    assert event.places == ("Mirrow",)
