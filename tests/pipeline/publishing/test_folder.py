"""A published folder: no withheld name in any byte of it, and everything in it leads somewhere."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tools.snapshot import read, toolkit
from warledger.base.errors import UsageError
from warledger.base.policy import POLICY
from warledger.pipeline.publishing.folder import Published, publish
from warledger.pipeline.publishing.marker import MARKER
from warledger.pipeline.publishing.profile import Profile
from warledger.pipeline.shelf import Shelf
from warledger.stages.claims.reader import Model

#: Persons, each planted in its own ways. None of these words may be in a byte of what is published.
HIDDEN = (
    "Ilyana", "Vostrikh", "Dergamon", "Kasmuri", "Bint-Orlak", "Orlak", "Quenby", "Tarrasov", "Zheleva", "Umbrosi", "Feraldine", "Oksholm",
    "Wendravi", "Marrowgate", "Pellinsky", "Jorvathi", "Hobbenar", "Salkhadi", "Niskareth", "Dunvarro", "Yelmaz-Kord", "Threlkovic",
    "سارة",
)  # fmt: skip
#: Made of ordinary words: the two together are a name.
ORDINARY = "Hope Rose"
SHOWN = ("Ostrava Keld", "Northern Front", "Sommer", "Coast Wire")
STORY = """Dergamon speaks as Northern Front captures Sommer

TARN, May 4 - The Northern Front captured the town of Sommer from government forces on Sunday, Ilyana Vostrikh said.
Dergamon, a farmer, was killed in Sommer on Saturday. "They shot my brother," Kasmuri's widow Bint-Orlak told Coast Wire.
At least 17 soldiers were killed in an air strike on Sommer on Saturday, a spokesman, Col. R. J. Quenby, said. TARRASOV was among them.
President Ostrava Keld said that Defence Minister Zheleva had left Halden. Umbrosi and Feraldine were injured in Halden on Saturday.
Government forces shelled the outskirts of Sommer on Saturday.
Hope Rose was wounded there. The smoke rose and there is no hope, villagers said.
On Monday oksholm's house in Halden was shelled and three civilians were killed. Wendravi Oksholm fled to Sommer. سارة was killed in Halden.
Write to marrowgate@post.example or @pellinsky, or call +47 22 33 44 55 66.
"""
NOTICE = (
    """Nine people were killed in Halden on 6 May 2031, Jorvathi said. The shelling of Halden by government forces began at dawn.

"""
    + "Government forces shelled Halden again on Monday and four civilians were killed, the mayor, Salkhadi, said. " * 6
)
ACTORS = """
[[actor]]
name = "Northern Front"
kind = "armed group"
side = "opposition"

[[actor]]
name = "government"
aliases = ["government forces"]
kind = "government"

[[actor]]
name = "Ostrava Keld"
kind = "person"
office = "president"

[[actor]]
name = "Niskareth Dunvarro"
aliases = ["Old Wolf"]
kind = "person"
side = "opposition"
"""
SOURCES = """
[[source]]
name = "Coast Wire"

[[source]]
name = "Open Notes"
may_reprint = true
"""
MANIFEST = [
    {"doc": "story", "title": "Ilyana Vostrikh: a life", "publisher": "Coast Wire", "published": "2031-05-05",
     "url": "https://wire.example/2031/ilyana-vostrikh-threlkovic"},
    {"doc": "yelmaz-kord-interview", "title": "Notes", "publisher": "Open Notes", "published": "2031-05-06",
     "url": "https://notes.example/news/story?by=threlkovic"},
    {"doc": "hobbenar", "publisher": "Threlkovic", "agency": "Yelmaz-Kord", "published": "2031-05-07"},
]  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def _one_model(model: Model) -> Iterator[None]:
    patch = pytest.MonkeyPatch()
    patch.setattr("warledger.pipeline.build.load_model", lambda name: model)
    yield
    patch.undo()


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """A monitor with persons planted in texts, titles, names of files, links, publishers, the registry and files that are not read."""
    folder = tmp_path_factory.mktemp("planted") / "war"
    reports = folder / "reports"
    reports.mkdir(parents=True)
    (reports / "story.txt").write_text(STORY, encoding="utf-8")
    (reports / "yelmaz-kord-interview.txt").write_text(NOTICE + "Old Wolf, as Niskareth Dunvarro is known, denied it.\n", encoding="utf-8")
    (reports / "hobbenar.txt").write_text("NISKARETH and his men killed five civilians in Halden on 6 May 2031.\n", encoding="utf-8")
    (reports / "letter-of-threlkovic.bin").write_bytes(b"\x00\x01\x02 letter")
    (reports / "manifest.jsonl").write_text("".join(json.dumps(line) + "\n" for line in MANIFEST), encoding="utf-8")
    (folder / "actors.toml").write_text(ACTORS, encoding="utf-8")
    (folder / "sources.toml").write_text(SOURCES, encoding="utf-8")
    places = "name,lat,lon,kind,country\nSommer,60.123456,10.234567,populated,NO\nHalden,59.123456,11.345678,populated,NO\n"
    (folder / "places.csv").write_text(places, encoding="utf-8")
    read(folder, toolkit(folder), [reports])
    return Shelf(folder, {})


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of one file."""
    page = tmp_path_factory.mktemp("page")
    (page / "index.html").write_text("<html><head><title>x</title></head></html>", encoding="utf-8")
    return page


def written(shelf: Shelf, out: Path, page: Path, profile: Profile = Profile.PUBLIC) -> Published:
    return publish(shelf.catalogue(), (), shelf.mark(), out, page, profile)


@pytest.fixture(scope="module")
def site(shelf: Shelf, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The public folder. Only to be looked at."""
    out = tmp_path_factory.mktemp("out") / "site"
    done = written(shelf, out, built)
    assert done.withheld is not None and done.withheld.names >= len(HIDDEN) / 2 and done.page
    return out


def everything(site: Path) -> str:
    """All that is written: paths and contents."""
    files = [path for path in site.rglob("*") if path.is_file()]
    return "\n".join(f"{path.relative_to(site)}\n{path.read_text(encoding='utf-8')}" for path in files)


def load(site: Path, address: str) -> Any:
    return json.loads((site / "data" / f"{address}.json").read_text(encoding="utf-8"))


def objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from objects(part)


@pytest.mark.parametrize("name", HIDDEN)
def test_no_withheld_name_is_in_any_byte(shelf: Shelf, site: Path, name: str) -> None:
    texts = "".join(d.text + d.name + str(d.meta) for d in shelf.catalogue().view.documents) + ACTORS + "letter-of-threlkovic marrowgate"
    assert name.casefold() in texts.casefold(), "it was planted"
    found = unicodedata.normalize("NFC", everything(site)).casefold()
    for part in re.split(r"[ -]", name.casefold()):
        assert part not in found


def test_a_name_of_ordinary_words_is_withheld_as_a_whole(site: Path) -> None:
    assert ORDINARY not in everything(site)


@pytest.mark.parametrize("name", SHOWN)
def test_what_may_be_named_is(site: Path, name: str) -> None:
    assert name in everything(site)


def test_contacts_are_withheld(site: Path) -> None:
    assert not {"post.example", "22 33 44 55"} & {part for part in ("post.example", "22 33 44 55") if part in everything(site)}


def test_only_texts_that_may_be_reprinted_are_given_whole(shelf: Shelf, site: Path) -> None:
    for row in load(site, "documents")["items"]:
        document = load(site, row["document"]["href"])
        assert (document["text"] is not None) == (row["document"]["publisher"] == "Open Notes")
        for mark in document["marks"]:
            card = load(site, mark["href"])["evidence"]
            assert (card["passage"] is not None) == (document["text"] is not None)
            if document["text"] is not None:
                assert document["text"][mark["start"] : mark["end"]] == card["quote"]
                passage = card["passage"]
                assert document["text"][passage["start"] : passage["end"]] == passage["text"]


def test_no_record_gives_more_than_300_characters(site: Path) -> None:
    for path in (site / "data").rglob("*.json"):
        for found in objects(json.loads(path.read_text(encoding="utf-8"))):
            assert all(len(found[key]) <= 300 for key in ("quote", "words") if isinstance(found.get(key), str))
            assert found.get("explanation") is None


def test_coordinates_are_coarse_and_cannot_be_guessed(shelf: Shelf, site: Path) -> None:
    text = everything(site)
    assert "60.12" in text and not re.search(r"\d+\.\d{3,}", re.sub(r'"(?:score|confidence|at_least)":[\d.]+', "", text))
    catalogue = shelf.catalogue()
    assert not any(i in text for i in (*catalogue.places, *catalogue.actors, *catalogue.sources)), "ids made of names or coordinates"


def test_an_area_gives_its_middle_no_more_exactly_than_its_place(shelf: Shelf, site: Path) -> None:
    (area,) = load(site, "areas")["places"]
    ((outline, *_),) = area["geometry"]["coordinates"]
    corners = outline[:-1]
    lon, lat = (sum(corner[n] for corner in corners) / len(corners) for n in (0, 1))
    exact = next(p.link.place for p in shelf.catalogue().places.values() if p.link and p.link.shape and p.link.place)
    assert (round(lat, 4), round(lon, 4)) != (round(exact.lat, 4), round(exact.lon, 4))
    assert abs(lat - area["place"]["lat"]) < 0.002 < abs(exact.lat - area["place"]["lat"])
    assert abs(lon - area["place"]["lon"]) < 0.002 < abs(exact.lon - area["place"]["lon"])


def test_every_address_leads_to_a_file(site: Path) -> None:
    address = re.compile(r'"((?:event|explain|document|place|actor|source|family|diff)/[\w./-]+)"')
    found = {a for path in (site / "data").rglob("*.json") for a in address.findall(path.read_text(encoding="utf-8"))}
    assert len(found) > 20
    assert {a for a in found if not (site / "data" / f"{a}.json").is_file()} == set()
    assert all((site / "data" / f"{link}.json").is_file() for link in load(site, "meta")["links"].values())


def test_the_index_finds_what_is_there(site: Path) -> None:
    about = load(site, "search")
    rows = load(site, "search/rows.0")["rows"]
    assert about["rows"] == len(rows)
    hits = [rows[n] for n in load(site, "search/so")["sommer"]]
    assert {"place", "event", "record"} <= {hit["kind"] for hit in hits}
    assert all("sommer" in f"{hit['title']} {hit['words']}".casefold() for hit in hits)


def test_the_page_is_told_where_the_data_are_and_what_it_may_load(site: Path) -> None:
    page = (site / "index.html").read_text(encoding="utf-8")
    assert '<meta name="warledger-data" content="./data/">' in page
    assert page.index(f'content="{POLICY}"') < page.index("<title>"), "a policy holds for what follows it"


def test_a_happening_is_found_by_the_words_of_each_of_its_records(site: Path) -> None:
    first, count = load(site, "search")["kinds"]["event"]
    ids = load(site, "map")["id"]
    assert count == len(ids)
    for n, event in enumerate(ids):
        assert load(site, "search/rows.0")["rows"][first + n]["id"] == event
        for card in load(site, f"event/{event}")["evidence"]:
            for word in re.findall(r"\b[a-z]{4,}\b(?!['’])", card["quote"]):
                assert first + n in load(site, f"search/{word[:2]}")[word]


def test_the_lookup_names_who_is_in_which_happening(shelf: Shelf, site: Path) -> None:
    found, ids = load(site, "lookup"), load(site, "map")["id"]
    front = next(a for a in found["actors"] if "Northern Front" in a["names"])
    catalogue = shelf.catalogue()
    told = next(a for a in catalogue.actors.values() if a.name == "Northern Front")
    assert {ids[n] for n in front["events"]} == {h.id for h in catalogue.by_actor[told.id]}
    assert sorted(found["latest"]) == list(range(len(ids)))
    assert any("Sommer" in p["names"] for p in found["places"])


def test_no_list_of_places_has_a_row_without_its_place(site: Path) -> None:
    for name in ("control", "spells"):
        rows = load(site, name)["places"]
        assert rows and all(row["place"] for row in rows)


def test_the_internal_profile_shows_all(shelf: Shelf, built: Path, tmp_path: Path) -> None:
    done = written(shelf, tmp_path / "ours", built, Profile.INTERNAL)
    assert done.withheld is None and done.names == ()
    text = everything(tmp_path / "ours")
    assert all(name in text for name in ("Ilyana Vostrikh", "Niskareth", "60.1234", "yelmaz-kord-interview"))
    assert load(tmp_path / "ours", "meta")["profile"] == "internal"


def test_the_same_record_gives_the_same_bytes(shelf: Shelf, built: Path, site: Path, tmp_path: Path) -> None:
    written(shelf, tmp_path / "again", built)
    assert everything(tmp_path / "again") == everything(site)


def test_a_folder_of_something_else_is_left_alone(shelf: Shelf, built: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="not written by publish"):
        written(shelf, tmp_path, built)
    assert (tmp_path / "mine.txt").is_file()


def test_a_folder_of_its_own_is_replaced(shelf: Shelf, built: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    out.mkdir()
    (out / MARKER).write_text("", encoding="utf-8")
    (out / "old.json").write_text("{}", encoding="utf-8")
    written(shelf, out, built)
    assert not (out / "old.json").exists() and (out / "data" / "meta.json").is_file()
