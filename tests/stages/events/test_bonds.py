"""What people joined and split: kept whatever the words say, and taken back without a trace."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from warledger.records.claim import Claim, Control, Event
from warledger.records.link import Links
from warledger.records.ruling import Together
from warledger.records.side_words import SideWords
from warledger.stages.events.cluster import cluster
from warledger.stages.events.facets import facets_of

Build = Callable[..., Claim]
TAKEN = Control("captured", ("River Brigade",), ("government forces",))
PLACES = ("Sett", "Sett", "Sett", "Varno", "Varno", "Orsk")


@pytest.fixture(scope="module")
def six() -> Callable[[Build], list[Claim]]:
    def made(claim: Build) -> list[Claim]:
        return [claim(f"d{i}", 0, TAKEN, "2031-05-04", (place,), id=f"r-{i}") for i, place in enumerate(PLACES)]

    return made


def groups(claims: list[Claim], sides: SideWords, *pairs: Together) -> set[frozenset[str]]:
    links = Links({}, {})
    return {frozenset(h.members) for h in cluster(claims, links, {}, facets_of(claims, links, {}, sides), pairs)}


def join(a: int, b: int, joined: bool = True) -> Together:
    return Together(f"r-{a}", f"r-{b}", joined, "by ann")


def test_the_words_alone_make_three(claim: Build, sides: SideWords, six: Callable[[Build], list[Claim]]) -> None:
    assert groups(six(claim), sides) == {frozenset({"r-0", "r-1", "r-2"}), frozenset({"r-3", "r-4"}), frozenset({"r-5"})}


def test_a_join_holds_against_different_places_and_says_who(claim: Build, sides: SideWords, six: Callable[[Build], list[Claim]]) -> None:
    claims, links = six(claim), Links({}, {})
    found = cluster(claims, links, {}, facets_of(claims, links, {}, sides), [join(4, 5)])
    one = next(h for h in found if "r-5" in h.members)
    assert {"r-4", "r-5"} <= set(one.members) and one.why["r-5"] == "by ann"


def test_a_split_takes_one_out_and_leaves_the_rest(claim: Build, sides: SideWords, six: Callable[[Build], list[Claim]]) -> None:
    apart = [join(1, 0, False), join(1, 2, False)]
    assert groups(six(claim), sides, *apart) == {frozenset(g) for g in ({"r-0", "r-2"}, {"r-1"}, {"r-3", "r-4"}, {"r-5"})}


def test_a_record_can_be_split_from_its_copy(claim: Build, sides: SideWords) -> None:
    event = Event("Armed clash", ("River Brigade",))
    one, other = (claim("d1", at, event, "2031-05-04", ("Sett",), id=f"r-{at}", quote="They fought.") for at in (0, 400))
    assert len(groups([one, other], sides, Together("r-0", "r-400", False, "by ann"))) == 2


PAIRS = st.tuples(st.integers(0, 5), st.integers(0, 5), st.booleans()).filter(lambda p: p[0] != p[1])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PAIRS, max_size=5), PAIRS, st.randoms())
def test_joining_then_splitting_comes_to_splitting_alone(
    claim: Build,
    sides: SideWords,
    six: Callable[[Build], list[Claim]],
    before: list[tuple[int, int, bool]],
    pair: tuple[int, int, bool],
    chance: object,
) -> None:
    claims = six(claim)
    earlier = [join(*p) for p in before]
    a, b, _ = pair
    after = groups(claims, sides, *earlier, join(a, b), join(a, b, False))
    assert after == groups(claims, sides, *earlier, join(a, b, False))
    assert not any({f"r-{a}", f"r-{b}"} <= g for g in after)
    chance.shuffle(claims)  # type: ignore[attr-defined]
    assert after == groups(claims, sides, *earlier, join(a, b, False))
