"""The packaged word lists parse, and broken ones say what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from warledger.records.place_words import parse_actor_words, parse_place_words, parse_world_names


def packaged(root: Path, name: str) -> str:
    return (root / "src/warledger/records/vocab" / name).read_text(encoding="utf-8")


def test_every_division_is_a_word_of_place(repo_root: Path) -> None:
    words = parse_place_words(packaged(repo_root, "places.toml"))
    known = set(words.before) | set(words.after)
    assert set(words.divisions) <= known
    assert all(words.divisions[word] == {**words.after, **words.before}[word] for word in words.divisions)


def test_waters_and_regions_lie_on_the_globe(repo_root: Path) -> None:
    world = parse_world_names(packaged(repo_root, "places.toml"))
    assert len(world.waters) > 20
    assert all(-90 <= lat <= 90 and -180 <= lon <= 180 for lat, lon in (*world.waters.values(), *world.regions.values()))
    assert set(world.water_names) <= set(world.waters)
    assert all(len(code) == 2 and code.isupper() for code in world.country_names)


def test_descriptions_count_as_one_thing(repo_root: Path) -> None:
    generic = parse_actor_words(packaged(repo_root, "linking.toml")).generic
    assert generic["regime forces"] == generic["government forces"]
    assert generic["rebels"] != generic["government forces"]


@pytest.mark.parametrize("text", ["[before", "[before]\n9 = ['near']", "x = 1"])
def test_broken_place_words_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"places\.toml|vocabulary"):
        parse_place_words(text)


def test_a_description_of_two_kinds_is_refused() -> None:
    with pytest.raises(ValueError, match="counts as"):
        parse_actor_words('bodies = []\ntitles = []\n[generic]\na = ["men"]\nb = ["men"]')
