"""The gazetteer of a run: compiled once, several lists as one, and usable where nothing can be written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from warledger.intake.gazetteers import cache
from warledger.intake.gazetteers.compile import compile_entries
from warledger.intake.gazetteers.entry import Entry
from warledger.intake.gazetteers.index import Index
from warledger.intake.gazetteers.library import country_codes, usable
from warledger.intake.gazetteers.load import LayeredGazetteer, load_gazetteer
from warledger.records.place import Place
from warledger.records.place_words import WorldNames, parse_world_names

SMALL = WorldNames(never=frozenset({"March"}))


def town(name: str, country: str, population: int = 10_000) -> Entry:
    return Entry(Place(f"t:{name}", name, "populated", country, 10.0, 20.0, population=population), (f"Old {name}",))


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A small world in place of the library's; the list grows by one each time it is compiled."""
    calls: list[int] = []

    def entries(_: WorldNames) -> Iterator[Entry]:
        calls.append(1)
        yield from (town("Orsk", "AA"), town("March", "BB"), town("Lamta", "AA"))

    monkeypatch.setattr(cache, "library_entries", entries)
    return calls


def test_the_world_is_compiled_once(tmp_path: Path, compiled: list[int]) -> None:
    said: list[str] = []
    for _ in range(3):
        gazetteer = load_gazetteer(tmp_path / "new", world=SMALL, announce=said.append)
        assert gazetteer.lookup("ORSK")[0].country == "AA"
    assert len(compiled) == len(said) == 1
    assert not list((tmp_path / "new").glob("*.part"))


def test_a_broken_cache_is_made_anew(tmp_path: Path, compiled: list[int]) -> None:
    load_gazetteer(tmp_path, world=SMALL)
    (file,) = tmp_path.iterdir()
    file.write_bytes(b"cut short")
    assert load_gazetteer(tmp_path, world=SMALL).lookup("Orsk")
    assert len(compiled) == 2


def test_other_world_names_are_another_file(tmp_path: Path, compiled: list[int]) -> None:
    load_gazetteer(tmp_path, world=SMALL)
    load_gazetteer(tmp_path, world=WorldNames(country_names={"AA": ("Aland",)}))
    assert len(compiled) == len(list(tmp_path.iterdir())) == 2


def test_without_a_writable_cache_it_works_from_memory(tmp_path: Path, compiled: list[int]) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    assert load_gazetteer(blocked / "cache", world=SMALL).lookup("Orsk")
    assert load_gazetteer(None, world=SMALL).lookup("Orsk")


def test_the_monitors_own_places_come_first(tmp_path: Path, compiled: list[int]) -> None:
    supplement = "name,lat,lon,country,aliases\nOrsk,1.5,2.5,CC,The Ford;Nether Orsk\nNowhere,100,0,CC,\n"
    brought = Index(compile_entries([town("Quarry", "DD"), town("Lamta", "AA")], "list"))
    gazetteer = load_gazetteer(tmp_path, supplement, [brought], world=SMALL)
    assert [p.country for p in gazetteer.lookup("Orsk")] == ["CC", "AA"]
    assert gazetteer.lookup("nether orsk")[0].source == "monitor"
    assert gazetteer.lookup("Quarry")[0].country == "DD"
    assert len(gazetteer.lookup("Lamta")) == 1, "one place with one id in two lists is one place"
    assert [p.detail for p in gazetteer.problems] == ["1 row passed over: latitude or longitude out of range (line 3)"]


def test_is_place_leaves_out_short_names_and_those_never_meant(tmp_path: Path, compiled: list[int]) -> None:
    gazetteer = load_gazetteer(tmp_path, world=SMALL, not_places=["Lamta"])
    assert gazetteer.is_place("Orsk")
    assert gazetteer.is_place("Old Lamta")
    assert not any(gazetteer.is_place(name) for name in ("March", "Lamta", "Or", "", "Unheard"))
    assert gazetteer.lookup("March")


def test_transport_codes_transliterations_and_other_scripts_are_no_names() -> None:
    assert [name for name in ("Orsk", "ORS", "orusuku", "Орск", "al-Orsk", "Örsk", "‘Orsk") if usable(name)] == [
        "Orsk",
        "al-Orsk",
        "Örsk",
        "‘Orsk",
    ]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, repo_root: Path) -> LayeredGazetteer:
    names = parse_world_names((repo_root / "src/warledger/records/vocab/places.toml").read_text(encoding="utf-8"))
    return load_gazetteer(tmp_path_factory.mktemp("gazetteer"), world=names)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Kharkov", "populated", "UA"),
        ("El-Geneina", "populated", "SD"),
        ("Mekele", "populated", "ET"),
        ("Côte d'Ivoire", "country", "CI"),
        ("U.S.", "country", "US"),
        ("Burma", "country", "MM"),
        ("Red Sea", "feature", ""),
        ("Africa", "area", ""),
        ("Oregon", "admin1", "US"),
    ],
)
def test_the_world_knows_towns_countries_and_waters(world: LayeredGazetteer, name: str, kind: str, country: str) -> None:
    found = world.lookup(name)
    assert (kind, country) in {(p.kind, p.country) for p in found}


@pytest.mark.slow
def test_a_countrys_point_is_one_of_its_towns(world: LayeredGazetteer) -> None:
    country = next(p for p in world.lookup("Indonesia") if p.kind == "country")
    assert -11 < country.lat < 6
    assert 95 < country.lon < 141


def test_country_names_have_codes() -> None:
    codes = country_codes(WorldNames(country_names={"MM": ("Burma",)}))
    assert (codes["burma"], codes["chad"]) == ("MM", "TD")
