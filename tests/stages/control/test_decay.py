"""What time does to an answer: every source's word weighs half after a half-life, before and after the days it speaks for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stages.control.asking import on, one_place
from warledger.records.claim import Claim, Control
from warledger.records.control import Rule, Spell, Status, Told
from warledger.records.link import Links
from warledger.stages.control.fading import ENOUGH, known_days, weight
from warledger.stages.control.holding import who_holds
from warledger.stages.control.parties import Parties

Build = Callable[..., Claim]

TAKEN = Control("captured", ("River Brigade",), ("Tarskan army",))
LIFE = 100


def status(claims: list[Claim], links: Links, parties: Parties, day: str) -> Status:
    """The status of the only place on a day, with a half-life of a hundred days."""
    control = one_place(claims, links, parties)
    return who_holds(control, claims, control.names[0], on(day), half_life=LIFE).assessed.status


def test_one_source_lasts_two_half_lives_and_two_three(claim: Build, no_links: Links, nobody: Parties) -> None:
    one = [claim("d1", 0, TAKEN, "2031-01-01", ("Sett",))]
    two = [*one, claim("d2", 0, TAKEN, "2031-01-01", ("Sett",))]
    assert [status(one, no_links, nobody, day) for day in ("2031-07-20", "2031-07-21")] == [Status.HELD, Status.UNKNOWN]
    assert [status(two, no_links, nobody, day) for day in ("2031-10-28", "2031-10-29")] == [Status.HELD, Status.UNKNOWN]


def test_a_fight_passes_in_half_the_time(claim: Build, no_links: Links, nobody: Parties) -> None:
    entered = [claim("d1", 0, Control("entered", ("River Brigade",), ("Tarskan army",)), "2031-01-01", ("Sett",))]
    assert [status(entered, no_links, nobody, day) for day in ("2031-04-11", "2031-04-12")] == [Status.CONTESTED, Status.UNKNOWN]


def test_nobody_is_said_to_have_held_it_ages_before_the_first_report(claim: Build, no_links: Links, nobody: Parties) -> None:
    claims = [claim("d1", 0, TAKEN, "2031-01-01", ("Sett",))]
    control = one_place(claims, no_links, nobody)
    early, earlier = (who_holds(control, claims, "Sett", on(day), half_life=LIFE).assessed for day in ("2030-12-01", "2020-12-01"))
    assert (early.holder, early.rule) == ("Tarskan army", Rule.BEFORE)
    assert (earlier.holder, earlier.rule) == (None, Rule.DECAY)
    assert "2031-01-01" in earlier.why


def test_a_spell_between_two_changes_decays_too(claim: Build, no_links: Links, nobody: Parties) -> None:
    claims = [
        claim("d1", 0, TAKEN, "2021-01-01", ("Sett",)),
        claim("d2", 0, Control("captured", ("Hill Front",)), "2031-01-01", ("Sett",)),
    ]
    assert status(claims, no_links, nobody, "2026-01-01") is Status.UNKNOWN
    assert status(claims, no_links, nobody, "2021-02-01") is Status.HELD


def test_a_loss_tells_who_held_it_until_then(claim: Build, no_links: Links, nobody: Parties) -> None:
    claims = [
        claim("d1", 0, TAKEN, "2021-01-01", ("Sett",)),
        claim("d2", 0, Control("captured", ("Hill Front",), ("River Brigade",)), "2031-01-01", ("Sett",)),
        claim("d3", 0, Control("captured", ("Hill Front",), ("Delta Guard",)), "2031-01-01", ("Brae",)),
        claim("d3", 50, TAKEN, "2021-01-01", ("Brae",)),
    ]
    sett, brae = ([c for c in claims if c.places == (name,)] for name in ("Sett", "Brae"))
    for held, loser in ((sett, "River Brigade"), (brae, "Delta Guard")):
        control = one_place(held, no_links, nobody)
        assert who_holds(control, held, control.names[0], on("2030-12-01"), half_life=LIFE).assessed.holder == loser


def test_a_state_that_lasted_does_not_decay_while_it_did(claim: Build, no_links: Links, nobody: Parties) -> None:
    claims = [claim("d1", 0, Control("holds", ("River Brigade",)), "2021-01-01..2031-01-01", ("Sett",))]
    assert status(claims, no_links, nobody, "2026-01-01") is Status.HELD
    assert status(claims, no_links, nobody, "2032-01-01") is Status.UNKNOWN


DAYS = st.dates(on("2030-01-01"), on("2032-12-31"))


@given(days=st.lists(st.tuples(DAYS, DAYS), min_size=1, max_size=5), ask=DAYS, life=st.integers(30, 400))
def test_weight_falls_with_distance_and_grows_with_sources(days: list[tuple[dt.date, dt.date]], ask: dt.date, life: int) -> None:
    told = [Told(f"s{n}", min(pair), max(pair)) for n, pair in enumerate(days)]
    heavy = weight(spell(*told), ask, life)
    assert 0.0 < heavy <= len(told)
    assert weight(spell(*told[1:]), ask, life) < heavy
    assert weight(spell(told[0]), told[0].start, life) == weight(spell(told[0]), told[0].end, life) == 1.0
    assert weight(spell(told[0]), told[0].end + dt.timedelta(days=life), life) == pytest.approx(0.5)


@given(days=st.lists(st.tuples(DAYS, st.integers(0, 90)), min_size=1, max_size=4), life=st.integers(1, 60))
def test_known_days_are_those_on_which_the_sources_weigh_enough(days: list[tuple[dt.date, int]], life: int) -> None:
    made = spell(*(Told(f"s{n}", start, start + dt.timedelta(days=length)) for n, (start, length) in enumerate(days)))
    stretches = known_days(made, life)
    assert all(end < following for (_, end), (following, _) in pairwise(stretches))
    first, last = stretches[0][0] - dt.timedelta(days=3), stretches[-1][1] + dt.timedelta(days=3)
    for day in (first + dt.timedelta(days=n) for n in range((last - first).days + 1)):
        inside = any(start <= day <= end for start, end in stretches)
        assert inside is (weight(made, day, life) >= ENOUGH), day


def spell(*told: Told) -> Spell:
    """A spell for which these sources speak."""
    return Spell("River Brigade", Status.HELD, None, None, ("r-1",), "took it", told=told)
