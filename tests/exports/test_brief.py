"""The brief's forms, from a page made by hand."""

from __future__ import annotations

import json

from warledger.exports.brief.json import brief_json
from warledger.exports.brief.markdown import brief_markdown
from warledger.exports.brief.page import Citation, Day, DisputeLine, HoldLine, Line, Page, SaidLine, Section, TotalLine, UnreadLine
from warledger.exports.brief.text import brief_text

CITED = Citation("r-1", "a_b", 1, 9, "Coast *Wire*")
NOTE = "claimed by a party only"
EVENT = Line("h-1", "Attack, Upper Tarn", ("killed people: 15-16",), "They <b>came</b> [at] night.", 2, (CITED,) * 5, True, NOTE)
PAGE = Page(
    monitor="Tarn # 1",
    on="2031-05-04",
    known="2031-05-03",
    read=("2 documents.",),
    unread=(UnreadLine("torn.gz", "ends early"),),
    days=(Day("2031-05-04", (EVENT,), 3),),
    disputes=(DisputeLine("x-1", "different figures", "15 and 16 killed", SaidLine("fifteen", CITED), SaidLine("sixteen", CITED)),),
    holdings=(
        HoldLine("Mill Bridge", "Front", "held", "2031-05-04", "took it", (CITED,), ("Republic, by the ministry",)),
        HoldLine("Sommer", None, "unknown", None, "nobody says", ()),
    ),
    totals=(TotalLine("people killed", "200 or more", ", 2031-05-01 to 2031-05-04", ", says the ministry", CITED),),
    limits=("1 sentence gave no record.",),
    of=Section(disputes=2, places=4, totals=1, earlier_days=7),
    more="--all",
)


def test_the_text_says_everything_on_the_page_and_what_is_left_out() -> None:
    text = "".join(brief_text(PAGE))
    flat = " ".join(text.split())
    for words in (
        "Tarn # 1: the situation, 2031-05-04, as known on 2031-05-03",
        "torn.gz: ends early",
        "Attack, Upper Tarn; killed people: 15-16 [2 independent sources, claimed by a party only, DISPUTED]",
        "[a_b:1-9, Coast *Wire*]",
        "[and 2 more]",
        "... and 3 more",
        "... and 7 earlier dates",
        "... and 1 more disagreements",
        "Mill Bridge: Front (held since 2031-05-04)",
        "claimed: Republic, by the ministry",
        "Sommer: unknown",
        "people killed: 200 or more, 2031-05-01 to 2031-05-04, says the ministry",
    ):
        assert words in flat
    assert max(map(len, text.splitlines())) <= 80


def test_an_empty_page_says_so_in_every_section() -> None:
    empty = Page("Tarn", None, None, (), (), (), (), (), (), ())
    text = "".join(brief_text(empty))
    assert text.startswith("Tarn: the situation\n") and text.count("No ") == 3 and "Nothing dated" in text
    assert "## Disputed" in "".join(brief_markdown(empty))


def test_styles_mark_headings_and_leave_the_words() -> None:
    marked = "".join(brief_text(PAGE, lambda role, text: f"<{role}>{text}</{role}>"))
    assert "<heading>WHAT HAPPENED</heading>" in marked and "<strong>2031-05-04</strong>" in marked


def test_markdown_takes_no_markup_from_reports() -> None:
    text = "".join(brief_markdown(PAGE))
    assert r"They \<b\>came\</b\> \[at\] night." in text and r"# Tarn \# 1" in text
    assert "`a_b:1-9, Coast *Wire*`" in text


def test_json_has_the_whole_page() -> None:
    page = json.loads("".join(brief_json(PAGE)))
    assert list(page)[:3] == ["monitor", "on", "known"] and page["of"]["earlier_days"] == 7
    assert page["days"][0]["lines"][0]["citations"][0] == {"record": "r-1", "doc": "a_b", "start": 1, "end": 9, "outlet": "Coast *Wire*"}
