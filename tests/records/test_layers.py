"""A monitor's list over the packaged one: added to, replaced by id, taken away; and what a mistake is told."""

from __future__ import annotations

import pytest

from warledger.records.layers import VocabularyError, layered
from warledger.records.vocab import parse_frames, parse_reporting

BASE = """
source = "here"
armed = ["force", "guard"]
[month]
may = 5
[nested]
after = ["x"]
[[frame]]
id = "control.taken"
kind = "control"
set = { mode = "captured" }
verbs = ["take", "grab"]
roles = { places = "object" }
needs = ["places"]
"""


def test_lists_and_tables_are_added_to() -> None:
    table = layered(BASE, 'source = "there"\narmed = ["askari", "force"]\n[month]\nmai = 5\n[nested]\nafter = ["y"]')
    assert table["armed"] == ["force", "guard", "askari"]
    assert table["month"] == {"may": 5, "mai": 5}
    assert table["nested"] == {"after": ["x", "y"]}
    assert table["source"] == "here"


def test_what_is_removed_is_gone_and_may_be_listed_anew() -> None:
    table = layered(BASE, '[remove]\narmed = ["guard"]\nmonth = ["may"]\n[remove.nested]\nafter = ["x"]')
    assert (table["armed"], table["month"], table["nested"]) == (["force"], {}, {"after": []})
    assert layered(BASE, '[remove]\nframe = ["control.taken"]')["frame"] == []
    assert layered(BASE, "[remove]\nmonth = ['may']\n[month]\nmay = 6")["month"] == {"may": 6}


def test_a_frame_is_extended_without_being_copied() -> None:
    own = '[[extend]]\nid = "control.taken"\nverbs = ["wrestle"]\nremove = { verbs = ["grab"] }\nroles = { lost_by = "from" }'
    (frame,) = parse_frames(BASE.replace('armed = ["force", "guard"]', ""), own).frames
    assert frame.verbs == ("take", "wrestle")
    assert frame.roles == {"places": "object", "lost_by": "from"}


def test_verbs_are_taken_from_an_act() -> None:
    base = 'inform = ["say"]\nclaiming = []\ndenying = []\n[[act]]\nact = "REQUEST"\nverbs = ["ask", "beg"]'
    acts = parse_reporting(base, '[remove]\nact = ["beg"]\n[[act]]\nact = "ACCUSE"\nverbs = ["finger"]').acts
    assert set(acts) == {"ask", "finger"}


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ('armd = ["x"]', 'did you mean "armed"'),
        ('armed = "x"', "armed: must be a list"),
        ("month = [1]", "month: must be a table"),
        ('[remove]\narmed = ["nobody"]', '"nobody" is not there'),
        ('[remove]\nframes = ["x"]', 'did you mean "frame"'),
        ('remove = ["x"]', "must be a table"),
        ('[[extend]]\nid = "control.take"\nverbs = ["x"]', 'did you mean "control.taken"'),
        ('frame = ["x"]', r"begins with \[\[frame\]\]"),
        ("armed = [", "not TOML.*line 1"),
    ],
)
def test_a_mistake_is_told_with_the_mend(own: str, told: str) -> None:
    with pytest.raises(VocabularyError, match=told):
        layered(BASE, own)


FRAME = '[[frame]]\nid = "own.x"\nverbs = ["scour"]\n'


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        ('kind = "contrl"', 'did you mean "control"'),
        ('kind = "statement"', "reporting.toml"),
        ('kind = "control"\nroles = { places = "object" }', 'set lacks "mode"'),
        ('kind = "control"\nset = { mode = "conquered" }', "is no mode of the codebook"),
        ('kind = "control"\nset = { type = "captured" }', 'sets "mode"'),
        ('kind = "event"\nset = { type = "Air strike" }', 'did you mean "Air/drone strike"'),
        ('kind = "control"\nset = { mode = "captured" }\nroles = { place = "object" }', 'did you mean "places"'),
        ('kind = "control"\nset = { mode = "captured" }\nneeds = ["places"]', "no role fills it"),
        ('kind = "control"\nset = { mode = "captured" }\narmed = "gained_by"', "which no role fills"),
    ],
)
def test_a_frame_that_cannot_say_what_it_wants_is_told_why(rest: str, told: str) -> None:
    with pytest.raises(VocabularyError, match=f"own.x: .*{told}"):
        parse_frames(f"{FRAME}{rest}\n")


def test_a_missing_list_of_verbs_of_saying_is_named() -> None:
    with pytest.raises(VocabularyError, match="claiming"):
        parse_reporting('inform = ["say"]\ndenying = []')


def test_an_act_nobody_knows_is_named() -> None:
    with pytest.raises(VocabularyError, match='did you mean "ACCUSE"'):
        parse_reporting('inform = []\nclaiming = []\ndenying = []\n[[act]]\nact = "ACCUSES"\nverbs = ["finger"]')
