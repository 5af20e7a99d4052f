"""What is compiled is found again, from bytes and from a file."""

from __future__ import annotations

import mmap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warledger.base.similarity import fold_name
from warledger.intake.gazetteers.compile import compile_entries
from warledger.intake.gazetteers.entry import Entry
from warledger.intake.gazetteers.index import BrokenIndex, Index
from warledger.records.place import Place

NAMES = st.text(alphabet="abdeghiklmnoprstuwy -'ā", min_size=3, max_size=14).filter(lambda n: len(fold_name(n)) >= 2)
PLACES = st.builds(
    Place,
    id=st.uuids().map(str),
    name=NAMES,
    kind=st.sampled_from(["populated", "admin1", "country"]),
    country=st.sampled_from(["AA", "BB", ""]),
    lat=st.integers(-9_000_000, 9_000_000).map(lambda n: n / 100_000),
    lon=st.integers(-18_000_000, 18_000_000).map(lambda n: n / 100_000),
    admin1=st.sampled_from(["", "01", "Qasr Province"]),
    population=st.integers(0, 40_000_000),
    source=st.sampled_from(["one", "two"]),
)
ENTRIES = st.lists(
    st.builds(Entry, PLACES, st.lists(NAMES, max_size=3).map(tuple)), min_size=1, max_size=12, unique_by=lambda e: e.place.id
)


def tidy(place: Place) -> tuple[str, str]:
    return place.id, " ".join(place.name.split())


@given(ENTRIES)
def test_every_name_finds_its_place_and_nothing_else_does(entries: list[Entry]) -> None:
    index = Index(compile_entries(entries, "key"))
    for name in {fold_name(n) for e in entries for n in (e.place.name, *e.aliases)}:
        bearers = {tidy(e.place) for e in entries if name in map(fold_name, (e.place.name, *e.aliases))}
        assert {(p.id, p.name) for p in index.lookup(name)} == bearers
        assert index.has(name)
    assert index.lookup("no such name at all") == ()
    assert not index.has("no such name at all")


@given(ENTRIES)
def test_the_bytes_do_not_depend_on_the_order_of_entries(entries: list[Entry]) -> None:
    assert compile_entries(entries, "key") == compile_entries(entries[::-1], "key")


@given(PLACES)
def test_a_place_comes_back_whole(place: Place) -> None:
    (found,) = Index(compile_entries([Entry(place)], "key")).lookup(fold_name(place.name))
    assert (found.id, found.kind, found.country, found.admin1, found.population, found.source) == (
        place.id,
        place.kind,
        place.country,
        place.admin1,
        place.population,
        place.source,
    )
    assert (found.lat, found.lon) == pytest.approx((place.lat, place.lon), abs=1e-9)


def hamlet(name: str, country: str, population: int = 0) -> Entry:
    return Entry(Place(f"t:{name}:{country}", name, "populated", country, 1.0, 2.0, population=population))


def test_similar_names_are_sought_in_the_given_countries_only() -> None:
    index = Index(compile_entries([hamlet("Orsanka", "AA"), hamlet("Orsenka", "BB"), hamlet("Lumtara", "AA")], "key"))
    assert [(p.country, p.name) for p, _ in index.similar("orsinka", ["BB"], 5)] == [("BB", "Orsenka")]
    assert [p.name for p, _ in index.similar("orsanka", ["AA", "BB"], 1)] == ["Orsanka"]
    assert index.similar("orsanka", ["CC"], 5) == []


def test_the_most_populous_bearer_comes_first() -> None:
    index = Index(compile_entries([hamlet("Orsk", "AA", 5), hamlet("Orsk", "BB", 900)], "key"))
    assert [p.country for p in index.lookup("orsk")] == ["BB", "AA"]


def test_it_opens_from_a_mapped_file(tmp_path: Path) -> None:
    path = tmp_path / "index.bin"
    path.write_bytes(compile_entries([hamlet("Orsk", "AA")], "key"))
    with path.open("rb") as file:
        index = Index(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    assert index.lookup("orsk")[0].name == "Orsk"


def test_other_bytes_are_refused() -> None:
    data = compile_entries([hamlet("Orsk", "AA")], "key")
    for broken in (b"", b"PK\3\4 something else entirely", data[:60], data[:-40]):
        with pytest.raises(BrokenIndex):
            Index(broken)
