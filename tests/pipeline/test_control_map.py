"""The map of a day from a state."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec

from tests.exports.made import DAY
from tests.pipeline.test_holding import control, view
from warledger.pipeline.control_map import control_map
from warledger.pipeline.holding import hold
from warledger.pipeline.view import View
from warledger.records.control import Assertion, Rule, Status
from warledger.records.link import Links
from warledger.records.place import Place, PlaceLink


def test_every_place_has_a_row_as_it_is_on_the_day(tmp_path: Path) -> None:
    said = msgspec.structs.replace(control("geonames:1", "Oldby"), claimed=(Assertion("Front", "Front", ("r-c",), DAY),))
    asked = view(tmp_path, said, control("~newb", "Newby"))
    old, new = control_map(asked, DAY)
    assert (old.place, old.holder, old.status, old.since, old.lat, old.lon) == ("Oldby", "geonames:1", Status.HELD, DAY, 1.5, 2.5)
    assert [(a.holder, a.by) for a in old.claimed] == [("Front", "Front")]
    assert (new.lat, new.lon, new.sources, new.evidence) == (None, None, 1, ("r-c",))
    assert {row.status for row in control_map(asked, DAY - dt.timedelta(days=1))} == {Status.UNKNOWN}
    assert control_map(asked) == (old, new), "the latest published day, unless another is named"


def test_a_place_of_which_nobody_says_who_holds_it_goes_with_its_province(tmp_path: Path) -> None:
    province = Place("g:7", "Tarnland", "admin1", "XA", 1.0, 2.0, admin1="07")
    hamlet = Place("g:8", "Farby", "populated", "XA", 1.1, 2.1, admin1="07")
    area = msgspec.structs.replace(control("g:7", "Tarnland"), place=province, division="XA.07")
    bare = view(tmp_path, area)
    links = Links({("d-1", "Farby"): PlaceLink("d-1", "Farby", hamlet)}, {})
    asked = View(bare.monitor, (), msgspec.structs.replace(bare.state, links=links), ())
    found = hold(asked, "farby", DAY).assessed
    assert (found.holder, found.rule) == ("g:7", Rule.AREA)
    assert "Tarnland" in found.why
    assert hold(asked, "Nowhere", DAY).assessed.rule is Rule.SILENCE
