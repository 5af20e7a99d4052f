"""A monitor's files: all optional, every mistake named with its place."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from warledger.base.errors import UsageError
from warledger.pipeline.monitor import load_monitor
from warledger.pipeline.scaffold import scaffold
from warledger.pipeline.settings import Settings


def test_a_bare_folder_is_a_monitor(tmp_path: Path) -> None:
    monitor = load_monitor(tmp_path, {})
    assert (monitor.name, monitor.actors, monitor.settings) == (tmp_path.name, (), Settings())


def test_a_new_monitor_is_valid_and_says_nothing(tmp_path: Path) -> None:
    made = scaffold(tmp_path / 'my "war"')
    assert all(path.is_file() for path in made)
    monitor = load_monitor(tmp_path / 'my "war"', {})
    assert (monitor.name, monitor.countries, monitor.actors, monitor.sources) == ("my war", (), (), ())
    with pytest.raises(UsageError, match="already"):
        scaffold(tmp_path / 'my "war"')


def test_what_the_comments_show_can_be_switched_on(tmp_path: Path) -> None:
    scaffold(tmp_path / "war")
    for name in ("monitor.toml", "actors.toml", "sources.toml"):
        path = tmp_path / "war" / name
        lines = path.read_text(encoding="utf-8").splitlines()
        keys = ("# [", "# name", "# aliases", "# kind", "# side", "#   {", "# ]", "# start", "# end", "# party", "# model")
        path.write_text("\n".join(line[2:] if line.startswith(keys) else line for line in lines), encoding="utf-8")
    monitor = load_monitor(tmp_path / "war", {})
    assert monitor.period.start == dt.date(2024, 1, 1) and monitor.sources[0].party == "government"
    assert monitor.actors[0].side_on(None) == "opposition"
    assert [monitor.actors[1].side_on(dt.date(2023, month, 1)) for month in (5, 6)] == ["government", "opposition"]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("monitor.toml", 'name = "x"\ncountries = [\n"SY"', "line 3"),
        ("monitor.toml", "nmae = 'x'", "nmae"),
        ("monitor.toml", 'countries = ["Syria"]', "Syria"),
        ("monitor.toml", "[settings]\nmodle = 'x'", "modle"),
        ("monitor.toml", "[settings]\nbatch = 'many'", "batch"),
        ("monitor.toml", "[settings]\nbatch = 0", "batch"),
        ("actors.toml", "[[actor]]\nalias = 'x'", "alias"),
        ("actors.toml", "[[actor]]\nname = 'x'\nside = = 'y'", "line 3"),
        ("sources.toml", "[[source]]\nname = 1", "name"),
        ("sources.toml", "\xff", "sources.toml"),
    ],
)
def test_a_mistake_is_named_with_its_file_and_place(tmp_path: Path, name: str, text: str, said: str) -> None:
    (tmp_path / name).write_bytes(text.encode("latin-1"))
    with pytest.raises(UsageError) as error:
        load_monitor(tmp_path, {})
    assert str(tmp_path / name) in str(error.value) and said in str(error.value)


def test_the_environment_overrides_settings_and_only_settings(tmp_path: Path) -> None:
    (tmp_path / "monitor.toml").write_text("[settings]\nbatch = 4\n", encoding="utf-8")
    monitor = load_monitor(tmp_path, {"WARLEDGER_BATCH": "8", "WARLEDGER_DATA": "/data", "BATCH": "9"})
    assert monitor.settings.batch == 8
    with pytest.raises(UsageError, match="WARLEDGER_BATCH"):
        load_monitor(tmp_path, {"WARLEDGER_BATCH": "few"})


def test_the_fingerprint_follows_the_files(tmp_path: Path) -> None:
    before = load_monitor(tmp_path, {}).fingerprint
    assert load_monitor(tmp_path, {}).fingerprint == before
    (tmp_path / "places.csv").write_text("name,lat,lon\n", encoding="utf-8")
    assert load_monitor(tmp_path, {}).fingerprint != before
