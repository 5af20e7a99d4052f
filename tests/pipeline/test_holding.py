"""Which place a person means, and what is said when it may be several."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec
import pytest

from tests.exports.made import DAY, state
from warledger.base.errors import UsageError
from warledger.pipeline.holding import hold, holding_object, last_change
from warledger.pipeline.monitor import load_monitor
from warledger.pipeline.view import View
from warledger.records.control import PlaceControl, Spell, Status, Told
from warledger.records.link import Links
from warledger.records.place import Place, PlaceLink


def control(key: str, *names: str) -> PlaceControl:
    """A place held by whoever its key names."""
    place = None if key.startswith("~") else Place(key, names[0], "populated", "XA", 1.5, 2.5)
    spell = Spell(key, Status.HELD, DAY, None, ("r-c",), "took it", told=(Told("d-1", DAY, DAY),))
    return PlaceControl(key, names, (spell,), ("r-c",), place=place)


def view(tmp_path: Path, *controls: PlaceControl) -> View:
    """The made state with these places."""
    placed = [Place(c.key, c.names[0], "populated", "XA", 1.5, 2.5) for c in controls if c.key[0] != "~"]
    links = {("d-1", place.id): PlaceLink("d-1", place.name, place) for place in placed}
    made = msgspec.structs.replace(state(), control=controls, links=Links(links, {}))
    return View(load_monitor(tmp_path, {}), (), made, ())


def test_several_places_of_one_name_are_an_ambiguous_question(tmp_path: Path) -> None:
    asked = view(tmp_path, control("geonames:1", "Oldby"), control("geonames:2", "Oldby"))
    with pytest.raises(UsageError) as error:
        hold(asked, "oldby", DAY)
    assert error.value.exit_code == 2
    assert all(text in str(error.value) for text in ("geonames:1", "geonames:2", "XA", "1.50 2.50"))
    assert hold(asked, "geonames:2", DAY).assessed.holder == "geonames:2"


def test_the_exact_spelling_goes_before_one_that_folds_alike(tmp_path: Path) -> None:
    asked = view(tmp_path, control("geonames:1", "Oldbi"), control("geonames:2", "Oldby"))
    assert hold(asked, "Oldby", DAY).assessed.holder == "geonames:2"
    assert hold(asked, "Oldbi", DAY).assessed.holder == "geonames:1"


def test_an_unplaced_name_does_not_make_a_placed_one_ambiguous(tmp_path: Path) -> None:
    asked = view(tmp_path, control("~oldbi", "Oldby"), control("geonames:2", "Oldby"))
    assert hold(asked, "Oldby", DAY).assessed.holder == "geonames:2"


def test_the_setting_says_when_silence_means_unknown(tmp_path: Path) -> None:
    (tmp_path / "monitor.toml").write_text("[settings]\nhalf_life_days = 5\n", encoding="utf-8")
    asked = view(tmp_path, control("geonames:1", "Oldby"))
    assert hold(asked, "Oldby", DAY + dt.timedelta(days=10)).assessed.holder == "geonames:1"
    assert hold(asked, "Oldby", DAY + dt.timedelta(days=11)).assessed.status is Status.UNKNOWN


def test_the_day_asked_about_is_the_latest_published_unless_said(tmp_path: Path) -> None:
    assert hold(view(tmp_path), "Nowhere", None).on == DAY


def test_the_answer_has_the_agreed_fields(tmp_path: Path) -> None:
    asked = view(tmp_path, control("geonames:1", "Oldby"))
    made = holding_object(asked, hold(asked, "Oldby", DAY))
    assert list(made)[:5] == ["place", "on", "known", "assessed", "claimed"]
    assert list(made["assessed"])[:5] == ["holder", "status", "since", "evidence", "why"]


def test_the_last_change_is_of_a_place_that_can_be_asked_for_by_its_name(tmp_path: Path) -> None:
    later = (Spell("A", Status.HELD, DAY + dt.timedelta(days=3), None, ("r-c",), "took it"),)
    namesakes = [msgspec.structs.replace(control(f"geonames:{n}", "Oldby"), spells=later) for n in (1, 2)]
    asked = view(tmp_path, *namesakes, control("geonames:3", "Newby"))
    assert last_change(asked) == ("Newby", DAY)
    assert last_change(view(tmp_path)) is None
