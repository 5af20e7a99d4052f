"""Every resource over the example: addresses lead somewhere, answers agree with one another and with the exports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest

from tests.api.conftest import Site

ADDRESS = re.compile(r"^(?:event|explain|document|place|actor|source|family|diff)/[\w./-]+$")
#: What a resource needs beside its name.
NEEDS = {"search": "?q=Aleppo", "changes": "?since=2024-12-01"}


def addresses(value: Any) -> Iterator[str]:
    """Every address in an answer."""
    if isinstance(value, dict):
        for part in value.values():
            yield from addresses(part)
    elif isinstance(value, list):
        for part in value:
            yield from addresses(part)
    elif isinstance(value, str) and ADDRESS.match(value):
        yield value


def pages(site: Site, path: str) -> Iterator[Any]:
    """The entries of a list, over all its pages."""
    cursor = ""
    while True:
        page = site.get(f"{path}{'&' if '?' in path else '?'}limit=37" + (f"&cursor={cursor}" if cursor else ""))
        yield from page["items"]
        if page["next"] is None:
            return
        cursor = page["next"]


def test_every_address_leads_somewhere(site: Site) -> None:
    waiting = [name + NEEDS.get(name, "") for name in site.get("meta")["links"].values()]
    seen: set[str] = set()
    while waiting:
        path = waiting.pop()
        if path not in seen:
            seen.add(path)
            waiting += addresses(site.get(path))
    kinds = {path.partition("/")[0] for path in seen if "/" in path}
    assert kinds == {"event", "explain", "document", "place", "actor", "source", "family", "diff"}
    assert len(seen) > 500


def test_pages_hold_every_happening_once(site: Site) -> None:
    ids = [row["id"] for row in pages(site, "events")]
    assert len(ids) == len(set(ids)) == site.get("meta")["counts"]["events"] == len(site.get("map")["id"])
    assert set(ids) == set(site.get("map")["id"])


@pytest.mark.parametrize("sort", ["date", "-date", "-sources", "-figure", "-known"])
def test_sorting_changes_the_order_alone(site: Site, sort: str) -> None:
    rows = list(pages(site, f"events?sort={sort}"))
    assert {row["id"] for row in rows} == set(site.get("map")["id"])
    days = [row["end"] or row["start"] for row in rows if row["end"] or row["start"]]
    if sort.endswith("date"):
        assert days == sorted(days, reverse=sort.startswith("-"))
        assert all(not (row["end"] or row["start"]) for row in rows[len(days) :])
    if sort == "-sources":
        assert [row["sources"] for row in rows] == sorted((row["sources"] for row in rows), reverse=True)


def test_filters_keep_what_they_say(site: Site) -> None:
    everything = {row["id"]: row for row in pages(site, "events")}
    battles = list(pages(site, "events?type=Battles"))
    assert battles and all(row["kind"] == "Battles" for row in battles)
    assert len(battles) == sum(row["kind"] == "Battles" for row in everything.values())
    dead = list(pages(site, "events?least=10"))
    assert dead and all(any(f["measure"] == "killed" and max(f["low"] or 0, f["high"] or 0) >= 10 for f in row["figures"]) for row in dead)
    disputed = list(pages(site, "events?disputed=true"))
    assert disputed and all(row["disputed"] for row in disputed)
    assert len(disputed) + len(list(pages(site, "events?disputed=false"))) == len(everything)
    boxed = list(pages(site, "events?bbox=36.5,35,37.5,36"))
    assert boxed and all(36.5 <= row["place"]["lon"] <= 37.5 and 35 <= row["place"]["lat"] <= 36 for row in boxed)
    december = list(pages(site, "events?start=2024-12-01&end=2024-12-03"))
    assert december and all((r["start"] or r["end"]) <= "2024-12-03" and (r["end"] or r["start"]) >= "2024-12-01" for r in december)


def test_disputes_are_filtered_and_each_is_real_before_any_that_only_looks_so(site: Site) -> None:
    everything = list(pages(site, "disputes"))
    kinds = [row["real"] for row in everything]
    assert kinds == sorted(kinds, reverse=True) and True in kinds and False in kinds
    assert sum(kinds) == site.get("meta")["counts"]["disputes"]
    assert sum(site.get("meta")["dispute_types"].values()) == len(everything)
    for name, count in site.get("meta")["dispute_types"].items():
        found = list(pages(site, f"disputes?type={quote(name)}"))
        assert {row["type"] for row in found} == {name} and len(found) == count
    dated = list(pages(site, "disputes?start=2024-11-29&end=2024-12-01"))
    assert dated and all(row["start"] <= "2024-12-01" and row["end"] >= "2024-11-29" for row in dated) and len(dated) < len(everything)
    for row in everything:
        named = [(kind, ref["id"]) for kind, held in (("place", row["places"]), ("actor", row["actors"])) for ref in held if ref["id"]]
        assert named and all(row in list(pages(site, f"disputes?{kind}={key}")) for kind, key in named)
        assert row["a"]["quote"] != row["b"]["quote"] or row["a"]["citation"] != row["b"]["citation"]


def test_an_events_disputes_are_in_the_list(site: Site) -> None:
    listed = {row["id"] for row in pages(site, "disputes")}
    shown = {d["id"] for row in pages(site, "events?disputed=true") for d in site.get(row["href"])["disputes"]}
    assert shown and shown <= listed


def test_an_actors_names_have_the_days_they_tell_of(site: Site) -> None:
    actor = site.get("actor/HTS")
    assert sum(s["records"] for s in actor["spellings"]) >= actor["row"]["records"]
    dated = [s for s in actor["spellings"] if s["first"]]
    assert dated and all(s["first"] <= s["last"] for s in dated)


def test_an_events_place_and_actors_lead_back_to_it(site: Site) -> None:
    for row in pages(site, "events?least=1"):
        if row["place"]:
            assert row["id"] in {e["id"] for e in pages(site, f"events?place={row['place']['id']}")}
        for actor in site.get(row["href"])["actors1"]:
            if actor["id"]:
                assert row["id"] in {e["id"] for e in pages(site, f"events?actor={actor['id']}")}


def test_words_stand_where_they_are_said_to(site: Site) -> None:
    for row in site.get("documents?limit=500")["items"]:
        document = site.get(row["document"]["href"])
        text = document["text"]
        assert sum(mark["status"] == "current" for mark in document["marks"]) == row["records"]
        for mark in document["marks"]:
            card = site.get(mark["href"])["evidence"]
            assert text[mark["start"] : mark["end"]] == card["quote"]
            assert (card["start"], card["end"]) == (mark["start"], mark["end"])
            passage = card["passage"]
            if passage:
                assert text[passage["start"] : passage["end"]] == passage["text"]
                assert passage["start"] <= card["start"] and card["end"] <= passage["end"]


def test_an_event_shows_all_its_records_and_their_history(site: Site) -> None:
    for row in pages(site, "events?sort=-sources"):
        event = site.get(row["href"])
        assert len(event["evidence"]) == row["records"] == sum(len(h["records"]) for h in event["history"])
        assert len(event["independent"]) == row["sources"]
        assert site.get(event["permanent"])["row"]["id"] == row["id"]
        known = [h["known"] for h in event["history"] if h["known"]]
        assert known == sorted(known)


def test_as_known_earlier_nothing_later_shows(site: Site) -> None:
    early = site.get("meta?known=2024-11-29")
    assert early["known"] == "2024-11-29" and early["counts"]["documents"] < site.get("meta")["counts"]["documents"]
    known = [row["document"]["known"] for row in site.get("documents?known=2024-11-29")["items"]]
    assert known and max(known) <= "2024-11-29"
    late = next(r for r in site.get("documents")["items"] if r["document"]["known"] > "2024-11-29")
    assert site.ask(f"{late['document']['href']}?known=2024-11-29").status == 404
    hits = site.get("search?q=Damascus&known=2024-11-29")["items"]
    assert all(hit["date"] <= "2024-11-29" for hit in hits if hit["kind"] in ("record", "document") and hit["date"])


def test_control_follows_the_day(site: Site) -> None:
    before, after = (site.get(f"control?on={day}") for day in ("2024-11-27", "2024-12-09"))
    holders = [{p["place"]["id"]: p["assessed"]["holder"] for p in held["places"]} for held in (before, after)]
    assert any(holders[0].get(place) != holder for place, holder in holders[1].items())
    place = next(p for p in after["places"] if p["assessed"]["holder"])
    assert site.get(f"{place['place']['href']}?on=2024-12-09")["holds"] == place


def test_what_is_known_only_as_an_area_has_one(site: Site) -> None:
    areas = {row["place"]["id"]: row for row in site.get("areas")["places"]}
    columns = site.get("map")
    spots = zip(columns["where_prec"], columns["place"], strict=True)
    vague = {columns["places"][place] for precision, place in spots if precision in (2, 4)}
    assert vague and vague <= set(areas)
    for area in areas.values():
        assert area["place"]["where_prec"] > 1 and area["extent"] and site.get(area["place"]["href"])["row"]["place"] == area["place"]
        for part in area["geometry"]["coordinates"]:
            assert all(line[0] == line[-1] and len(line) > 3 for line in part)


def test_days_add_up(site: Site) -> None:
    days = site.get("days")
    columns = site.get("map")
    exact = sum(s is not None and s == e for s, e in zip(columns["start"], columns["end"], strict=True))
    assert sum(day["events"] for day in days["days"]) <= exact
    assert all(sum(day["by_kind"].values()) == day["events"] for day in days["days"])
    assert all(day["killed"]["low"] <= day["killed"]["high"] for day in days["days"])


def test_search_finds_names_and_words(site: Site) -> None:
    found = site.get("search?q=Aleppo")["items"]
    assert {"place", "event", "record"} <= {hit["kind"] for hit in found}
    records = [hit for hit in found if hit["kind"] == "record"]
    assert all("aleppo" in hit["words"].lower() for hit in records)
    assert site.get("search?q=zzzzqqq")["items"] == []
    assert all(hit["kind"] == "actor" for hit in site.get("search?q=SDF&kind=actor")["items"])


def test_names_lead_where_ids_do(site: Site) -> None:
    place = site.get("place/Aleppo")
    assert site.get(place["row"]["place"]["href"]) == place
    actor = site.get("actor/HTS")
    assert actor["row"]["name"] == "Hay'at Tahrir al-Sham" and site.get(actor["row"]["href"]) == actor


def test_the_method_says_what_people_must_add(site: Site) -> None:
    method = site.get("method")
    assert any(sentence["to_add"] for area in method["areas"] for part in area["parts"] for sentence in part["sentences"])
    assert method["accuracy"] and all(0 <= figure["at_least"] <= 1 for figure in method["accuracy"])
