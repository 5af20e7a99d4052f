"""What each stretch of plain text, Markdown and wiki text is taken for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warledger.records.document import Document

Outline = Callable[..., list[tuple[str, str]]]

FIRST = "Fighters of the Red Column took the town of Marrow on Tuesday after two days of shelling, residents said."
SECOND = "Nine people were killed in the market, doctors told reporters, and the road to Tull was closed by the army."
THIRD = "The council of Tull asked for a pause in the fighting so that the wounded could be carried over the river."


def test_a_paragraph_a_line_under_a_title(outline: Outline) -> None:
    assert outline(f"Column takes Marrow after two-day fight\n{FIRST}\n{SECOND}\n") == [
        ("title", "Column takes Marrow after two-day fight"),
        ("paragraph", FIRST),
        ("paragraph", SECOND),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\u2028"])
def test_wrapped_lines_are_one_paragraph(outline: Outline, end: str) -> None:
    wrapped = end.join(["Fighters of the Red Column took the town of Marrow on Tuesday",
                        "after two days of shelling, residents said. Nine people were",
                        "killed in the market, doctors told reporters, and the road to",
                        "Tull was closed by the army."])  # fmt: skip
    second = end.join(["   The council of Tull asked for a pause in the fighting so that",
                       "the wounded could be carried over the river."])  # fmt: skip
    kinds = outline(f"{wrapped}{end}{end}{second}{end}")
    assert [kind for kind, _ in kinds] == ["paragraph", "paragraph"]
    assert kinds[0][1] == " ".join(wrapped.split()) and kinds[1][1] == " ".join(second.split())


def test_short_sentences_a_line_are_not_joined(outline: Outline) -> None:
    lines = ["Marrow fell.", "Tull did not fall.", "The army left at night.", "Nobody was hurt there."]
    assert outline("\n".join(lines)) == [("paragraph", line) for line in lines]


def test_headings_over_text(outline: Outline) -> None:
    kinds = outline(f"{FIRST}\nFighting in the north\n{SECOND}\nWhat comes next\n{THIRD}")
    assert [kind for kind, _ in kinds] == ["paragraph", "heading", "paragraph", "heading", "paragraph"]


def test_a_run_of_short_lines_is_a_list(outline: Outline) -> None:
    kinds = outline(f"{FIRST}\nUpper Marrow\nLower Marrow\nTull Bridge\nOld Mill\n")
    assert [kind for kind, _ in kinds][1:] == ["list_item"] * 4


def test_a_dateline_is_no_heading(outline: Outline) -> None:
    assert outline(f"MARROW, Tullia (Dec. 3, 2024)\n{FIRST}")[0] == ("paragraph", "MARROW, Tullia (Dec. 3, 2024)")


def test_markdown(cleaned: Callable[..., Document], outline: Outline) -> None:
    front = "---\ntitle: Marrow falls\ndate: 3 December 2024\n---\n"
    text = f"{front}# Marrow falls\n\n{FIRST}\n\nNorth\n-----\n- {SECOND}\n* two\n\n> {THIRD}\n"
    assert outline(text, "a.md") == [
        ("title", "Marrow falls"),
        ("paragraph", FIRST),
        ("heading", "North"),
        ("list_item", SECOND),
        ("list_item", "two"),
        ("paragraph", THIRD),
    ]
    document = cleaned(text, "a.md")
    assert document.text == text and document.offsets is None
    assert (document.meta.title, document.meta.published) == ("Marrow falls", "2024-12-03")
    assert document.meta.basis == {"title": "markup", "published": "markup"}


def test_wiki_headings_and_infobox_in_a_text_file(cleaned: Callable[..., Document], outline: Outline) -> None:
    box = "Infobox\n- Date: 3 December 2024\n- Casualties1: 12 killed\n"
    text = f"= Battle of Marrow =\n\n{box}\n{FIRST}\n\n== Fighting ==\n{SECOND}\n=== North ===\n- One\n"
    assert outline(text) == [
        ("title", "Battle of Marrow"),
        ("infobox", "Infobox"),
        ("infobox", "Date: 3 December 2024"),
        ("infobox", "Casualties1: 12 killed"),
        ("paragraph", FIRST),
        ("heading", "Fighting"),
        ("paragraph", SECOND),
        ("heading", "North"),
        ("list_item", "One"),
    ]
    assert [block.level for block in cleaned(text).blocks if block.kind == "heading"] == [2, 3]


def test_lines_set_in_are_a_list_whose_marks_were_lost(outline: Outline) -> None:
    kinds = outline(f"{FIRST}\n{SECOND}\n{THIRD}\n Tullia (Operation Broom)\n Norland – ended in 2016\n")
    assert [kind for kind, _ in kinds][3:] == ["list_item"] * 2


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Ann Poe and Bo Lind", "credit"),
        ("Daily Wire writers Ann Poe in Marrow and Bo Lind in Tull contributed to this report.", "credit"),
        ("(Reporting by Ann Poe; Editing by Bo Lind)", "credit"),
        ("Additional reporting by Ann Poe in Tull", "credit"),
        ("Published Tuesday, 3 December 2024 at 10:15 GMT", "credit"),
        ("This version corrects that nine people were killed, not twelve.", "notice"),
        ("An earlier version of this article misstated the name of the town.", "notice"),
        ("UPDATES with toll, quotes from mayor", "notice"),
        ("Eds: Adds background in the last paragraph.", "notice"),
        ("Fighters stand on the bridge in Marrow, Dec. 3, 2024. (Wire Photo/Ann Poe)", "caption"),
        ("FILE - Smoke rises over Marrow on Monday.", "caption"),
        ("Subscribe to our newsletter", "clutter"),
        ("Share | Tweet | Print", "clutter"),
        ("We use cookies to improve your experience.", "clutter"),
        ("© 2024 Daily Post. All rights reserved.", "clutter"),
        ("Read more: Army leaves Tull", "clutter"),
        ("By Monday the army had left the town of Tull and its bridge over the river.", "paragraph"),
        ("By Tuesday", "heading"),
        ("The corrected figure given by the ministry is 12 dead, said the mayor of Tull.", "paragraph"),
        ("Correctional officers left the prison in Marrow before the fighters came.", "paragraph"),
        ("Updated figures from the ministry show that 12 people died in Marrow.", "paragraph"),
        ("Share of territory held by the army fell to a third, the monitor said.", "paragraph"),
        ("He follows us on foot, one fighter told the visitors in Marrow.", "paragraph"),
    ],
)
def test_lines_by_their_wording(outline: Outline, line: str, kind: str) -> None:
    found = {words: one for one, words in outline(f"{FIRST}\n{SECOND}\n{line}\n{THIRD}\n")}
    assert found[line] == kind


def test_a_correction_heading_goes_with_its_notice(outline: Outline) -> None:
    kinds = outline(f"{FIRST}\n{SECOND}\n------\nCorrection\nThe town is Marrow, not Tull.\n")
    assert kinds[2:] == [("notice", "Correction"), ("notice", "The town is Marrow, not Tull.")]


def test_a_sign_off_inside_a_line_is_cut_out(outline: Outline) -> None:
    kinds = outline(f"{FIRST}\n{SECOND} (Reporting by Ann Poe; Editing by Bo Lind) A trusted platform for markets Our other products")
    assert kinds[1:] == [("paragraph", SECOND), ("credit", "(Reporting by Ann Poe; Editing by Bo Lind)"),
                         ("clutter", "A trusted platform for markets Our other products")]  # fmt: skip


TEASERS = ("Mayor opens new bridge in Dunby\nThe bridge cost more than planned, the mayor said on Monday.\n"
           "'We are proud': Cat returns home after ten years\nThe cat had been living in a barn.\n"
           "Rain expected all week in the north\nForecasters warned of floods in low places.\n")  # fmt: skip


OPENINGS = ["Dunby Post Top Stories", "Most read", "Related articles", "More from Dunby Post", "You may also like"]


@pytest.mark.parametrize("opening", OPENINGS)
def test_other_stories_after_the_article_are_clutter_to_the_end(outline: Outline, opening: str) -> None:
    kinds = outline(f"Column takes Marrow\n{FIRST}\n{SECOND}\n{THIRD}\n{opening}\n{TEASERS}")
    assert [kind for kind, _ in kinds] == ["title", "paragraph", "paragraph", "paragraph", *["clutter"] * 7]


def test_other_stories_after_a_sign_off_need_no_heading(outline: Outline) -> None:
    kinds = outline(f"Column takes Marrow\n{FIRST}\n{SECOND}\nWire writer Ann Poe in Tull contributed to this report.\n{TEASERS}")
    assert [kind for kind, _ in kinds] == ["title", "paragraph", "paragraph", "credit", *["clutter"] * 6]


def test_related_links_inside_an_article_end_where_it_goes_on(outline: Outline) -> None:
    kinds = outline(f"{FIRST}\nRelated\nArmy leaves Tull after a week\nBridge closed for a third day\n{SECOND}\n{THIRD}")
    assert [kind for kind, _ in kinds] == ["paragraph", "clutter", "clutter", "clutter", "paragraph", "paragraph"]


def test_a_list_before_the_article_leaves_it_its_title(outline: Outline) -> None:
    others = "Most read\nRain expected all week in the north\nCat returns home after ten years\n"
    kinds = outline(f"{others}Column takes Marrow\n{FIRST}\n{SECOND}")
    assert [kind for kind, _ in kinds] == ["clutter", "clutter", "clutter", "title", "paragraph", "paragraph"]


def test_sections_without_a_furniture_heading_stay(outline: Outline) -> None:
    text = f"{FIRST}\nIn the north\n{SECOND}\nIn the south\n{THIRD}\nOn the river\n{SECOND}\n"
    assert "clutter" not in [kind for kind, _ in outline(text)]


def test_a_list_of_names_at_the_end_stays(outline: Outline) -> None:
    text = f"{FIRST} The villages taken are:\n" + "\n".join(f"{part} Marrow" for part in ("Upper", "Lower", "Old", "New", "Far", "Near"))
    assert [kind for kind, _ in outline(text)] == ["paragraph", *["list_item"] * 6]
