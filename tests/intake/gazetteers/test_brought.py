"""Place lists users bring: told apart by their form, compiled once, and their bad rows told every time."""

from __future__ import annotations

from pathlib import Path

import pytest

from warledger.intake.gazetteers.brought import import_list, open_lists

ROWS = [(1, "Orsk", 10.0, "P", "PPL", 900), (2, "Lamta", 10.1, "P", "PPL", 400), (3, "Orsk Nahiya", 10.0, "A", "ADM2", 0)]
END = ("", "", "UTC", "2030-01-01")
DUMP = "\n".join(
    "\t".join(map(str, (number, name, name, "", lat, 20.5, kind, feature, "AA", "", "07", "0701", "", "", people, *END)))
    for number, name, lat, kind, feature, people in ROWS
)
TABLE = "where_coordinates,country,adm_1,adm_2,latitude,longitude\nTarnow village,Aland,Sarnia state,Orsk district,10.2,20.1\n"
OWN = "name,lat,lon,country\nMill Ford,10.3,20.2,AA\nNowhere,100,0,AA\n"
CODES = {"Aland": "AA"}


def code(name: str) -> str:
    return CODES.get(name, "")


FORMS = [(DUMP, "Orsk", "GeoNames"), (TABLE, "Tarnow", "UCDP GED"), (OWN, "Mill Ford", "list")]


@pytest.mark.parametrize(("text", "name", "source"), FORMS)
def test_the_form_says_what_it_is(text: str, name: str, source: str) -> None:
    entries, _ = import_list("list", text, code)
    found = next(e.place for e in entries if e.place.name == name)
    assert (found.country, found.source) == ("AA", source)


def test_a_dumps_divisions_know_their_size_and_their_towns_lie_in_them(tmp_path: Path) -> None:
    (tmp_path / "AA.txt").write_text(DUMP, encoding="utf-8")
    (index,) = open_lists([(tmp_path / "AA.txt", "1")], code, None)
    (district,) = index.lookup("orsk nahia") or index.lookup("orsk nahiya")
    assert district.kind == "admin2" and 10 <= district.radius_km <= 60
    assert index.lookup("orsk")[0].admin2 == district.admin2


def test_what_is_no_list_is_a_problem_and_no_places() -> None:
    entries, problems = import_list("notes.txt", "Dear all,\nsee you on Monday.\n", code)
    assert not entries and "no place list" in problems[0].detail


def test_lists_are_compiled_once_and_their_bad_rows_told_every_time(tmp_path: Path) -> None:
    path, cache, said = tmp_path / "own.csv", tmp_path / "cache", list[str]()
    path.write_text(OWN, encoding="utf-8")
    for digest in ("1", "1", "2"):
        (index,) = open_lists([(path, digest)], code, cache, said.append)
        assert [p.name for p in index.header.problems] == ["own.csv"]
    assert len(said) == 2, "once for each content"
