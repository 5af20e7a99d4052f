"""Exports for other tools: what FollowTheMoney, TimeMap, and Atlos ask of what they read."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from typing import Any

from tests.exports.made import state
from warledger.exports.formats import FORMATS

#: Of FollowTheMoney 4.11: the properties we use, each with the schema an entity it points to must be of ("" a text), and those required.
FTM = {
    "Event": {
        **dict.fromkeys(("name", "startDate", "endDate", "location", "country", "keywords", "summary", "description"), ""),
        **dict.fromkeys(("publisher", "sourceUrl"), ""),
        "addressEntity": "Address",
        "involved": "LegalEntity",
        "proof": "Article",
    },
    "Address": dict.fromkeys(("name", "full", "country", "latitude", "longitude"), ""),
    "LegalEntity": {"name": ""},
    "Article": dict.fromkeys(("name", "fileName", "title", "publishedAt", "publisher", "sourceUrl"), ""),
}
REQUIRED = {"Event": {"name"}, "Address": {"name"}, "LegalEntity": {"name"}, "Article": {"name", "fileName"}}


def text_of(form: str) -> str:
    return "".join(FORMATS[form](state()))


def entities() -> list[dict[str, Any]]:
    return [json.loads(line) for line in text_of("ftm").splitlines()]


def test_every_entity_has_its_schemas_properties_and_those_it_must_have() -> None:
    for entity in entities():
        properties = entity["properties"]
        assert set(entity) == {"id", "schema", "properties"} and entity["schema"] in FTM
        assert REQUIRED[entity["schema"]] <= properties.keys() <= FTM[entity["schema"]].keys()
        assert all(values and all(isinstance(v, str) and v for v in values) for values in properties.values())


def test_what_an_entity_points_to_is_there_before_it_and_of_the_right_schema() -> None:
    seen: dict[str, str] = {}
    for entity in entities():
        for name, values in entity["properties"].items():
            if wanted := FTM[entity["schema"]][name]:
                assert {seen.get(v) for v in values} == {wanted}
        assert entity["id"] not in seen
        seen[entity["id"]] = entity["schema"]
    assert set(seen.values()) == set(FTM)


def test_who_only_tells_of_it_is_not_involved() -> None:
    named = {e["id"]: e["properties"]["name"][0] for e in entities() if e["schema"] == "LegalEntity"}
    capture = next(e for e in entities() if e["id"] == "h-2")
    assert {named[i] for i in capture["properties"]["involved"]} == {"Northern Front", "Republic"}


def test_timemap_takes_every_event() -> None:
    """The checks of TimeMap's own validators, in our words."""
    found = json.loads(text_of("timemap"))
    known = {a["id"] for a in found["associations"]}
    assert len(known) == len(found["associations"]) and {a["mode"] for a in found["associations"]} == {"CATEGORY", "FILTER"}
    assert all(key == source["id"] and isinstance(source["paths"], list) for key, source in found["sources"].items())
    for event in found["events"]:
        assert all(isinstance(value, str) for name, value in event.items() if name not in ("associations", "sources"))
        assert (event["latitude"] == "") == (event["longitude"] == "")
        assert dt.datetime.strptime(event["date"], "%m/%d/%Y").date() == dt.date(2031, 5, 4)  # noqa: DTZ007 (a day has no zone)
        assert set(event["associations"]) <= known and set(event["sources"]) <= found["sources"].keys()


def test_atlos_takes_every_row() -> None:
    rows = list(csv.DictReader(io.StringIO(text_of("atlos"))))
    assert rows and list(rows[0])[:3] == ["status", "description", "sensitive"]
    for row in rows:
        assert row["status"] == "Unclaimed" and 8 <= len(row["description"]) <= 240
        assert "geolocation" not in row and "location" not in row, "the middle of a town is no confirmed spot"
    assert [row["sensitive"] for row in rows] == ["Graphic Violence", "Not Sensitive"], "people were harmed in the first"
