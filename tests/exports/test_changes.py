"""The forms of the changes, from changes made by hand: every section, every kind of line, every cause."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import msgspec

from warledger.exports.changes.feed import changes_feed
from warledger.exports.changes.text import changes_text
from warledger.records.change import By, Cause, Change, Changes, Corrected, Line, Replaced, What
from warledger.records.evidence import Evidence, Ruled

DAY, LATER = dt.date(2031, 5, 4), dt.date(2031, 5, 9)
SAID = Evidence("post", 10, 40, "r-2", "a doctor", "Twenty were <killed> & buried.")
RULED = Ruled("x-9", "ann", "2031-05-10T09:00:00+00:00", "undo", "r-3", "she was there", "reject")
REPORT = Cause(By.REPORT, LATER, "reported by Daily Tarn", ("post",), (SAID,))
NOTICE = Cause(By.CORRECTION, LATER, "corrects 17 to 12", ("wire~2",))
VERSION = Cause(By.VERSION, LATER, "wire~2 is a newer version of wire~1", ("wire~2", "wire~1"))
DECISION = Cause(By.DECISION, dt.date(2031, 5, 10), "ann took back: rejected r-3: she was there", decision=RULED)
CONTEXT = Cause(By.CONTEXT, None, "none of its records is new")
WHOLE = {"type": "Attack", "start": "2031-05-04", "sources": ["Coast Wire"]}
HELD = {"holder": "Northern Front", "status": "held", "since": "2031-05-04", "claimed": [{"holder": "Republic", "by": "the army"}]}
LOST = {**HELD, "holder": None, "status": "contested", "claimed": [], "hindsight": {"holder": None, "status": "unknown"}}
SIDES = {"type": "when", "why": "4 or 5 May", "a": ["r-1"], "b": ["r-2"], "said": [SAID, SAID]}


def line(
    what: What, change: Change, about: str, before: dict[str, Any] | None, after: dict[str, Any] | None, *causes: Cause, **more: Any
) -> Line:
    return Line(what, change, f"{what.value[0]}-{change.value}", about, DAY, before, after, causes or (REPORT,), **more)


LINES = (
    line(
        What.FIGURE,
        Change.CORRECTED,
        "killed soldiers",
        {"low": 17, "high": None},
        {"low": 12, "high": 12},
        NOTICE,
        VERSION,
        DECISION,
        REPORT,
    ),
    line(
        What.HAPPENING,
        Change.CORRECTED,
        "Attack, Sommer",
        {"lat": None, "actors1": []},
        {"lat": 1.5, "actors1": ["Front", "Guard"]},
        DECISION,
    ),
    line(What.HAPPENING, Change.WITHDRAWN, "Attack, Halden", WHOLE, None, CONTEXT),
    line(What.HAPPENING, Change.SPLIT, "Attack, Tarn", WHOLE, WHOLE, DECISION, was=("h-1",), into=("h-2", "h-3")),
    line(What.HAPPENING, Change.MERGED, "Attack, Mill", WHOLE, WHOLE, was=("h-4", "h-5")),
    line(What.CONTROL, Change.REVISED, "Sommer", HELD, LOST),
    line(What.CONTROL, Change.ADDED, "Mill Bridge", None, HELD),
    line(What.HAPPENING, Change.REVISED, "Attack, Tarn", {"sources": ["Coast Wire"]}, {"sources": ["Daily Tarn", "River Desk"]}),
    line(What.FIGURE, Change.ADDED, "injured people", None, {"low": 3, "high": 5}),
    line(What.DISPUTE, Change.ADDED, "when: 4 or 5 May", None, SIDES),
    line(What.HAPPENING, Change.ADDED, "statement: REJECT", None, WHOLE),
    line(What.HAPPENING, Change.ADDED, "Attack, Sull", None, WHOLE),
)
CHANGES = Changes(
    monitor="Tarn",
    since=DAY,
    known=LATER,
    on=LATER,
    documents=tuple(f"doc-{n}" for n in range(10)),
    records=1,
    replaced=(Replaced("wire~1", "wire~2", LATER, 3), Replaced("a", "b", LATER, 0)),
    corrections=(Corrected("wire~2", LATER, "corrects 17 to 12", "17", "12"),),
    decisions=(RULED,),
    counts={},
    lines=LINES,
)


def test_the_text_is_that_of_the_golden_file(repo_root: Path) -> None:
    golden = (repo_root / "tests" / "golden" / "tarn.changes.txt").read_text(encoding="utf-8")
    assert "".join(changes_text(CHANGES)) == golden


def test_the_feed_is_that_of_the_golden_file(repo_root: Path) -> None:
    golden = (repo_root / "tests" / "golden" / "tarn.changes.xml").read_text(encoding="utf-8")
    assert "".join(changes_feed(CHANGES)) == golden


def test_everything_is_shown_when_asked_for() -> None:
    short, whole = ("".join(changes_text(CHANGES, everything=e)) for e in (False, True))
    assert "doc-9" not in short and "and 2 more" in short and "... and 1 more cause\n" in short
    assert "doc-9" in whole and "... and" not in whole
    assert "undo of reject r-3 (she was there)" in whole and "--all lists them" in short


def test_a_long_section_is_cut_short() -> None:
    many = msgspec.structs.replace(CHANGES, lines=tuple(msgspec.structs.replace(LINES[-1], id=f"h-{n}") for n in range(40)))
    text = "".join(changes_text(many))
    assert "NEW HAPPENINGS (40)" in text and text.count("Attack, Sull") == 15 and "... and 25 more: --all" in text


def test_no_word_of_a_report_breaks_the_feed() -> None:
    torn = msgspec.structs.replace(CHANGES, monitor="T\x00arn <&>", lines=LINES[:1])
    feed = ET.fromstring("".join(changes_feed(torn)))
    assert feed.findtext("{http://www.w3.org/2005/Atom}title", "").startswith("T\ufffdarn <&>")


def test_a_feed_without_changes_is_a_feed() -> None:
    feed = ET.fromstring("".join(changes_feed(msgspec.structs.replace(CHANGES, lines=()))))
    assert feed.findtext("{http://www.w3.org/2005/Atom}updated") == "2031-05-09T00:00:00Z"
