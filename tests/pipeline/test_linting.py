"""A monitor's own lists: what the linter finds in them, and what trying them shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from tests.stages.conftest import build
from warledger.pipeline.linting import lint
from warledger.pipeline.trying import compare, kept_parses
from warledger.records.claim import Control

FRAME = '[[frame]]\nid = "own.x"\nkind = "control"\nset = { mode = "captured" }\nroles = { places = "object" }\n'


@pytest.mark.parametrize(
    ("name", "text", "level", "told"),
    [
        ("frames.toml", f'{FRAME}verbs = ["capture"]', "warning", '"capture" is in control.captured too'),
        ("frames.toml", '[[extend]]\nid = "control.captured"\nverbs = ["capture"]', "warning", '"capture" is there already'),
        ("frames.toml", f'{FRAME}verbs = ["scoured"]', "warning", "listed as its lemma"),
        ("frames.toml", FRAME, "warning", "nothing triggers it"),
        ("frames.toml", f'{FRAME}verb = ["scour"]', "error", "unknown field `verb`"),
        ("frames.toml", FRAME.replace("captured", "taken"), "error", "is no mode of the codebook"),
        ("frames.toml", '[[extend]]\nid = "control.capture"\nverbs = ["x"]', "error", 'did you mean "control.captured"'),
        ("nouns.toml", 'armed = ["soldier"]', "warning", "in the packaged list already"),
        ("nouns.toml", 'armed = ["Askari"]', "warning", "can never match"),
        ("nouns.toml", 'person = ["soldier"]', "warning", 'remove] armed = ["soldier"]'),
        ("nouns.toml", 'armd = ["x"]', "error", 'did you mean "armed"'),
        ("reporting.toml", '[[act]]\nact = "SHOUT"\nverbs = ["shout"]', "error", "is no act of PLOVER"),
        ("times.toml", "[month]\nramadan = 3\njanuary = 1", "warning", '"january" is in the packaged list already'),
        ("confidence.toml", "[name]\npronoun = 3.0", "error", "between 0 and 1"),
        ("sides.toml", "government = 1", "error", "must be a list"),
        ("quantities.toml", '[before]\n"scarcely" = "sort of"', "error", "has the bound 'sort of'"),
        ("nouns.toml", "armed = [", "error", "not TOML"),
    ],
)
def test_a_mistake_is_found_with_its_entry(name: str, text: str, level: str, told: str) -> None:
    found = [f for f in lint({name: text}) if f.level == level]
    assert [f.file for f in found] == [name]
    assert told in found[0].what


def test_good_lists_have_no_findings() -> None:
    own = {"frames.toml": f'{FRAME}verbs = ["scour"]', "nouns.toml": 'armed = ["askari"]', "demonyms.toml": '[demonyms]\nVarnian = "Varno"'}
    assert lint(own) == ()
    assert lint({}) == ()


def test_records_are_held_against_each_other() -> None:
    held, taken = Control("holds", ("Rebels",)), Control("captured", ("Rebels",))
    old = [build("d", 0, held, places=("Orvane",)), build("d", 90, taken, places=("Mirrow",))]
    new = [build("d", 0, taken, places=("Orvane",)), build("d", 200, taken, places=("Sull",))]
    found = dict(compare("d", old, new))
    assert (found["changed"].before, found["changed"].after) == ({"mode": "holds"}, {"mode": "captured"})
    assert found["lost"].before["places"] == "Mirrow"
    assert found["added"].after["places"] == "Sull"
    assert list(compare("d", old, old)) == []


def test_two_readers_share_a_parse() -> None:
    parsed: list[str] = []

    def parse(texts: Iterable[str]) -> Iterator[str]:
        for text in texts:
            parsed.append(text)
            yield text.upper()

    shared = kept_parses(parse)
    assert list(shared(["a", "b", "a"])) == ["A", "B", "A"]
    assert list(shared(["a", "b"])) == ["A", "B"]
    assert parsed == ["a", "b"]
