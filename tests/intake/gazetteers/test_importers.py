"""Place lists users bring become entries; rows that cannot be used are counted with the reason, never dropped in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warledger.base.similarity import fold_name
from warledger.intake.gazetteers.entry import Entry
from warledger.intake.gazetteers.geonames import import_geonames
from warledger.intake.gazetteers.library import country_codes
from warledger.intake.gazetteers.places_csv import KINDS, parse_places_csv, write_places_csv
from warledger.intake.gazetteers.ucdp import import_ucdp
from warledger.records.place import Place
from warledger.records.place_words import WorldNames

CODES = {"aland": "AA", "bland": "BB"}
TEXT = (
    st.text(st.characters(exclude_characters=";\ufeff", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)
    .map(str.strip)
    .filter(bool)
)


def code(name: str) -> str:
    return CODES.get(fold_name(name), "")


@given(
    st.lists(
        st.builds(
            lambda name, lat, lon, kind, aliases: Entry(Place("", name, kind, "AA", lat, lon, "P1"), tuple(aliases)),
            TEXT,
            st.floats(-90, 90).map(lambda x: round(x, 5)),
            st.floats(-180, 180).map(lambda x: round(x, 5)),
            st.sampled_from(KINDS),
            st.lists(TEXT, max_size=3),
        ),
        max_size=5,
    )
)
def test_places_csv_round_trip(entries: list[Entry]) -> None:
    read, problems = parse_places_csv(write_places_csv(entries))
    assert problems == ()
    assert write_places_csv(read) == write_places_csv(entries)
    assert {(e.place.name, e.aliases) for e in read} == {(e.place.name, e.aliases) for e in entries}


def test_malformed_rows_are_counted_by_reason() -> None:
    text = (
        "name,lat,lon,country,kind\nOrsk,1,2,AA,\n,1,2,,\nLamta,north,2,,\nTarn,1,2,Aland,\nMoor,1,2,AA,swamp\nRill,99,2,,\nFell,98,2,,\n\n"
    )
    entries, problems = parse_places_csv(text, "own.csv")
    assert [e.place.name for e in entries] == ["Orsk"]
    assert entries[0].place.kind == "populated"
    assert sum(int(p.detail.split()[0]) for p in problems) == 6
    assert any("2 rows passed over: latitude or longitude out of range (line 7, 8)" in p.detail for p in problems)
    assert {p.name for p in problems} == {"own.csv"}


def test_a_list_without_its_columns_says_so() -> None:
    entries, (problem,) = parse_places_csv("title,x,y\nOrsk,1,2\n")
    assert entries == ()
    assert "no column name or lat or lon" in problem.detail


def geonames_line(number: int, name: str, lat: float, lon: float, feature: str, code: str = "PPL", population: int = 0) -> str:
    values = [str(number), name, name, f"Old {name},Nova {name}", str(lat), str(lon), feature, code, "AA", "", "07", "", "", ""]
    return "\t".join([*values, str(population), "", "", "Etc/UTC", "2024-01-01"])


def test_geonames_dump() -> None:
    lines = [
        geonames_line(1, "Orsk", 10, 20, "P", population=900),
        geonames_line(2, "Upland", 11, 21, "A", "ADM2"),
        geonames_line(3, "Orsk Airfield", 10, 22, "S", "AIRF"),
        "4\tshort line",
        geonames_line(5, "Off", 10, 200, "P"),
    ]
    entries, problems = import_geonames("\n".join(lines), "AA.07\tSouth Moor\tSouth Moor\t77\nBB.01\tElsewhere\tElsewhere\t78")
    assert [(e.place.id, e.place.kind) for e in entries] == [
        ("geonames:1", "populated"),
        ("geonames:2", "admin2"),
        ("geonames:3", "feature"),
        ("geonames:77", "admin1"),
    ]
    assert entries[0].aliases == ("Old Orsk", "Nova Orsk")
    assert (entries[0].place.population, entries[3].place.lat) == (900, 10)
    assert len(problems) == 2


def test_ucdp_places_stand_at_the_median_of_their_rows() -> None:
    text = (
        "where_coordinates,country,adm_1,adm_2,latitude,longitude\n"
        'Orsk village,Aland (Bland),North Moor state,Fen district,10,20\n"Orsk village",Aland (Bland),North Moor state,,12,22\n'
        "Orsk village,Aland (Bland),North Moor state,,30,21\nLamta/ Lamto town,Aland,,,1,2\nTarn,Atlantis,,,1,2\nFen district,Aland,,,5,5\n"
    )
    entries, problems = import_ucdp(text, code)
    by_name = {e.place.name: e for e in entries}
    orsk = by_name["Orsk"].place
    assert (orsk.lat, orsk.lon, orsk.kind, orsk.country, orsk.admin1) == (12, 21, "populated", "AA", "North Moor state")
    assert by_name["Lamta"].aliases == ("Lamto",)
    assert (by_name["North Moor state"].place.kind, by_name["North Moor state"].aliases) == ("admin1", ("North Moor",))
    assert by_name["Fen district"].place.kind == "admin2"
    assert [p.detail for p in problems] == ["1 row passed over: country Atlantis is not known (line 6)"]


def test_a_broken_quotation_is_a_counted_row_or_a_long_field_never_a_crash() -> None:
    entries, problems = import_ucdp('where_coordinates,country,latitude,longitude\n"Orsk village,Aland,10,20\n', code)
    assert entries == ()
    assert problems


@pytest.mark.parametrize(("file", "least"), [("ged-places.csv", 4000), ("ged-sudan-2018-2024.csv", 400)])
def test_published_lists_import_without_loss(data_dir: Path, file: str, least: int) -> None:
    path = data_dir / "data" / "ucdp" / file
    if not path.exists():
        pytest.skip(f"no {path}")
    codes = country_codes(WorldNames())
    entries, problems = import_ucdp(path.read_text(encoding="utf-8-sig"), lambda name: codes.get(fold_name(name), ""))
    assert len(entries) > least
    assert problems == ()
    assert all(e.place.country and e.place.name for e in entries)
