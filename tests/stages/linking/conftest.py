"""A small invented world, and claims about it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from warledger.base.spans import Span
from warledger.intake.gazetteers.compile import compile_entries
from warledger.intake.gazetteers.entry import Entry
from warledger.intake.gazetteers.index import Index
from warledger.intake.gazetteers.load import LayeredGazetteer
from warledger.records.claim import Claim, Content, Control
from warledger.records.place import Place
from warledger.records.place_words import LinkingWords, parse_actor_words, parse_place_words
from warledger.stages.linking.gazetteer import Gazetteer

MakeClaim = Callable[..., Claim]

# Aland (AA) lies around 10 N 10 E, its province Sarnia 300 km north of Orsk; Bland (BB) around 50 N 50 E, Cland (CC) next to Aland.
_TOWNS = {
    "AA": [
        ("Orsk", 10.0, 10.0, 300_000),
        ("Lamta", 10.2, 10.1, 20_000),
        ("Tarnow", 10.1, 10.3, 900),
        ("Mill Ford", 10.15, 10.2, 700),
        ("Kellin", 10.3, 10.4, 3_000),
        ("Deep Well", 12.9, 10.1, 1_200),
        ("Sarn", 12.7, 10.0, 40_000),
        ("Tessk", 10.4, 9.9, 900),
        ("Tessk", 9.5, 10.0, 800),
    ],
    "BB": [("Velm", 50.0, 50.0, 2_000_000), ("Mill Ford", 50.2, 50.1, 800), ("Ostrel", 50.1, 50.3, 4_000), ("Kurwen", 49.8, 50.2, 3_000)],
    "CC": [("Dremma", 10.0, 12.0, 150_000), ("Twin", 10.3, 12.2, 5_000)],
    "DD": [("Twin", -30.0, 100.0, 5_000), ("Tarnow", -31.0, 101.0, 90_000), ("Farhaven", -32.0, 99.0, 400_000)],
}
_COUNTRIES = {"AA": ("Aland", 10.0, 10.0), "BB": ("Bland", 50.0, 50.0), "CC": ("Cland", 10.0, 12.0), "DD": ("Dland", -30.0, 100.0)}


_SARNIA = frozenset({"Deep Well", "Sarn"})


def _entries() -> list[Entry]:
    towns = [
        Entry(
            Place(f"t:{c}:{name}:{people}", name, "populated", c, lat, lon, "08" if name in _SARNIA else "07", people, "test"),
            (f"Old {name}",),
        )
        for c, rows in _TOWNS.items()
        for name, lat, lon, people in rows
    ]
    lands = [
        Entry(Place(f"c:{c}", name, "country", c, lat, lon, "", 9_000_000, "test", radius_km=400.0))
        for c, (name, lat, lon) in _COUNTRIES.items()
    ]
    water = Entry(Place("water:grey-sea", "Grey Sea", "feature", "", 0.0, 0.0, source="test"))
    provinces = [
        Entry(Place("p:AA.07", "Orsk", "admin1", "AA", 10.0, 10.0, "07", 320_000, "test", radius_km=50.0), ("Orsk Province",)),
        Entry(Place("p:AA.09", "Northern", "admin1", "AA", 14.0, 10.0, "09", 5_000, "test", radius_km=30.0)),
        Entry(Place("p:AA.08", "Sarnia", "admin1", "AA", 12.7, 10.0, "08", 41_000, "test", radius_km=30.0)),
    ]
    return [*towns, *lands, *provinces, water]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The invented world, compiled as the real one is."""
    return LayeredGazetteer([Index(compile_entries(_entries(), "test"))])


@pytest.fixture(scope="session")
def words(repo_root: Path) -> LinkingWords:
    """The packaged words."""
    vocab = repo_root / "src/warledger/records/vocab"
    places = parse_place_words((vocab / "places.toml").read_text(encoding="utf-8"))
    return LinkingWords(places, parse_actor_words((vocab / "linking.toml").read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def make_claim() -> MakeClaim:
    """A claim of `document` with these places and content; ids are made from the arguments."""

    def make(document: str, *places: str, content: Content | None = None, said_by: tuple[str, ...] = ()) -> Claim:
        held = content if content is not None else Control("captured")
        return Claim(f"{document}:{'+'.join(places)}:{held}", document, Span(0, 4), "text", held, places=places, said_by=said_by)

    return make
