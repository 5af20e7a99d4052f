"""Notices in many wordings: their kind, what was wrong and what is right; sentences that only look like one; and the words they replace."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warledger.records.document import BlockKind, Document
from warledger.records.family import Correction, CorrectionKind
from warledger.records.family_words import FamilyWords
from warledger.stages.families.find import find_families

Build = Callable[..., Document]

#: Notice, kind, wrong, right.
NOTICES = [
    ("This version corrects that Sett is the third largest town, not the second.",
     "correction", "the second", "Sett is the third largest town"),
    ("This story has been corrected to show that nine people were killed, not nineteen.",
     "correction", "nineteen", "nine people were killed"),
    ("This story corrects the spelling of the commander's name to Ivo Marr, not Ivor Mar.",
     "correction", "Ivor Mar", "Ivo Marr"),
    ("An earlier version of this article said that at least 17 people were killed. The hospital put the figure at 12.",
     "correction", "at least 17 people were killed", "The hospital put the figure at 12"),
    ("An earlier version said at least 17 were killed.",
     "correction", "at least 17 were killed", None),
    ("A previous version of this report gave the wrong date for the attack. It took place on 4 May, not 5 May.",
     "correction", "5 May",
     "It took place on 4 May"),
    ("An earlier version of this story misspelled the name of the river.",
     "correction", "misspelled the name of the river", None),
    ("CORRECTS toll to 12 from 17.",
     "correction", "17", "12"),
    ("CORRECTS number of wounded to 30, sted 13, in paragraph 4.",
     "correction", "13", "30"),
    ("(Corrects the name of the river in paragraph 3 to Lumme from Lune)",
     "correction", "Lune", "Lumme"),
    ("Corrects paragraph two to say the strike hit a school instead of a hospital.",
     "correction", "a hospital", "the strike hit a school"),
    ("Correction: The commander's name is Ivo Marr, not Ivan Marr as stated in an earlier version.",
     "correction", "Ivan Marr",
     "The commander's name is Ivo Marr"),
    ("CORRECTION: In a report on 4 May, the Courier wrongly said that the bridge at Brae had been destroyed. "
     "It was damaged but remains open.",
     "correction", "the bridge at Brae had been destroyed", "damaged but remains open"),
    ("Clarification: This article has been amended to make clear that the figure of 40 dead refers to both sides.",
     "clarification", None,
     "the figure of 40 dead refers to both sides"),
    ("The 4 May story said 300 houses burned down. The correct number is 30.",
     "correction", "300 houses burned down", "30"),
    ("In Tuesday's edition, the number of displaced was given as 40,000. It should have been 4,000.",
     "correction", "40,000", "4,000"),
    ('Please read in second paragraph "twelve soldiers" instead of "twenty soldiers".',
     "correction", "twenty soldiers", "twelve soldiers"),
    ("The article originally stated that the garrison had surrendered; it had withdrawn.",
     "correction", "the garrison had surrendered",
     "it had withdrawn"),
    ("Due to an editing error, a report on Sunday misstated the number of wounded. It was 13, not 30.",
     "correction", "30", "13"),
    ("Because of incorrect information supplied by the ministry, an earlier version of this story misidentified the pilot as Tomas Ruhl. "
     "He is Tobias Ruhl.",
     "correction", "the pilot as Tomas Ruhl", "He is Tobias Ruhl"),
    ("This article has been retracted because its account of the strike on Sett could not be verified.",
     "retraction", None, None),
    ("RETRACTION: We withdraw our report of 3 May that 60 prisoners were shot at Lumme.",
     "retraction", "60 prisoners were shot at Lumme", None),
    ("EDITORS: Please kill the story slugged SETT-SHELLING. The report that the mayor was killed is wrong.",
     "kill", "the mayor was killed", None),
    ('KILL ADVISORY: The story "Mayor of Sett killed in shelling" sent at 10:12 is withdrawn.',
     "kill", None, None),
    ("UPDATES with toll rising to 23, quotes from mayor",
     "update", None, None),
    ("UPDATE 2: Adds comment from the army, paragraphs 5-7",
     "update", None, None),
    ("Recasts with ceasefire; changes dateline, previous ORVANE",
     "update", None, None),
    ("REFILES to fix typo in headline",
     "update", None, None),
    ("This story was updated at 14:30 to include the ministry's statement.",
     "update", None, None),
]  # fmt: skip

NONE = [
    "A U.N. report wrongly said that 40 civilians were killed, the ministry insisted.",
    "An earlier report said 12 people died in the blast.",
    "The army said an earlier version of the draft agreement had named the border as Lumme.",
    "The ministry corrected the toll to 12 from 17.",
    "In the report, the attack was described as a war crime.",
    "The article has been amended by parliament to allow martial law.",
    "The commander updated reporters on the advance and said this story was far from over.",
    "Officials said the town was held by the army, not the rebels.",
    "We wrongly believed that they would not shoot, a survivor said.",
    "The order to kill the reporter was given on Monday.",
    "Correctional officers left the prison before the fighters came.",
]


def notices(build: Build, words: FamilyWords, text: str) -> tuple[Correction, ...]:
    return find_families([build("a.txt", text)], words).corrections


@pytest.mark.parametrize(("notice", "kind", "wrong", "right"), NOTICES, ids=lambda value: str(value)[:40])
def test_a_notice_says_what_should_read_for_what(
    document: Build, words: FamilyWords, notice: str, kind: str, wrong: str | None, right: str | None
) -> None:
    text = f"Sett was shelled overnight.\n{notice}\nThe ferries were running again by noon."
    found = notices(document, words, text)
    assert [(c.kind.value, c.wrong, c.right) for c in found] == [(kind, wrong, right)]
    assert text[found[0].start : found[0].end] == found[0].words == notice


@pytest.mark.parametrize("sentence", NONE)
def test_news_of_what_others_put_right_is_no_notice(document: Build, words: FamilyWords, sentence: str) -> None:
    assert notices(document, words, f"Sett was shelled overnight.\n{sentence}") == ()


def test_a_notice_amid_a_paragraph_ends_with_its_sentence(document: Build, words: FamilyWords) -> None:
    text = "Sett was shelled. An earlier version of this story said that Brae was shelled. Dockers fled to the silos."
    assert [c.words for c in notices(document, words, text)] == ["An earlier version of this story said that Brae was shelled."]


def test_a_bare_heading_gives_its_kind_to_the_line_under_it(document: Build, words: FamilyWords) -> None:
    text = "Sett was shelled.\nClarification\nThe figure of 40 includes soldiers."
    found = find_families([document("a.txt", text, {1: BlockKind.NOTICE, 2: BlockKind.NOTICE})], words).corrections
    assert [(c.kind, c.words) for c in found] == [(CorrectionKind.CLARIFICATION, "The figure of 40 includes soldiers.")]


def test_what_cleaning_took_for_a_notice_is_one_in_any_wording(document: Build, words: FamilyWords) -> None:
    text = "Sett was shelled.\nNine dockers were wounded in Sett, not fourteen."
    assert find_families([document("a.txt", text)], words).corrections == ()
    found = find_families([document("a.txt", text, {1: BlockKind.NOTICE})], words).corrections
    assert [(c.wrong, c.right) for c in found] == [("fourteen", "Nine dockers were wounded in Sett")]


def replaced(found: tuple[Correction, ...], *documents: Document) -> list[tuple[CorrectionKind, str]]:
    text = {d.id: d.text for d in documents}
    return [(c.kind, text[p.document][p.start : p.end]) for c in found for p in c.replaced]


@pytest.mark.parametrize(
    "notice",
    [
        "CORRECTS toll to nine from fourteen.",
        "This story has been corrected to show that nine wounded people had been brought in, not fourteen.",
        "An earlier version of this story said that fourteen wounded people had been brought in by noon. The correct figure is nine.",
    ],
)
def test_the_wrong_words_are_found_in_the_earlier_copies(document: Build, words: FamilyWords, story: str, notice: str) -> None:
    first = document("a.txt", story, publisher="Courier", published="2031-05-04")
    copy = document("b.txt", story, publisher="Herald", published="2031-05-04")
    right = document("c.txt", f"{notice}\n{story.replace('fourteen', 'nine')}", publisher="Courier", published="2031-05-05")
    found = find_families([first, copy, right], words).corrections
    wrong = next(line for line in story.split("\n") if "fourteen" in line)
    assert replaced(found, first, copy, right) == [(CorrectionKind.CORRECTION, wrong)] * 2
    assert {p.document for c in found for p in c.replaced} == {first.id, copy.id}


def test_nothing_is_replaced_where_no_copy_has_the_wrong_words(document: Build, words: FamilyWords, story: str) -> None:
    first = document("a.txt", story, published="2031-05-04")
    right = document(
        "c.txt", f"{story}\nThis version corrects that Sett is the third largest town, not the second.", published="2031-05-05"
    )
    assert [c.replaced for c in find_families([first, right], words).corrections] == [()]


def test_a_retraction_replaces_the_whole_text_and_its_copies(document: Build, words: FamilyWords, story: str) -> None:
    first = document("a.txt", story, published="2031-05-04")
    gone = document("b.txt", f"This article has been retracted.\n{story}", published="2031-05-05")
    found = find_families([first, gone], words).corrections
    assert replaced(found, first, gone) and {p.document for c in found for p in c.replaced} == {first.id, gone.id}


def test_a_kill_notice_withdraws_the_story_whose_title_it_quotes(document: Build, words: FamilyWords, story: str) -> None:
    title = "Fighters cross the river below Orvane"
    wire = document("a.txt", story, publisher="River Wire", title=title, published="2031-05-04")
    paper = document("b.txt", story, publisher="Courier", title=title, published="2031-05-04")
    other = document(
        "c.txt", "The mayor of Brae opened a school.", publisher="River Wire", title="Brae opens a school", published="2031-05-04"
    )
    advisory = f"KILL ADVISORY: The story “{title}” sent at 10:12 is withdrawn."
    kill = document("k.txt", advisory, publisher="River Wire", published="2031-05-04")
    found = find_families([wire, paper, other, kill], words).corrections
    assert [c.kind for c in found] == [CorrectionKind.KILL]
    assert {p.document for p in found[0].replaced} == {wire.id, paper.id}


def test_a_copy_that_is_withdrawn_does_not_withdraw_the_agencys_text(document: Build, words: FamilyWords, story: str) -> None:
    wire = document("a.txt", story, publisher="Reuters", published="2031-05-04")
    copy = document("b.txt", f"This article has been retracted.\n{story}", publisher="Courier", published="2031-05-05")
    found = find_families([wire, copy], words).corrections
    assert {p.document for c in found for p in c.replaced} == {copy.id}


def test_a_change_that_no_notice_tells_of_is_seen_between_versions(document: Build, words: FamilyWords, story: str) -> None:
    first = document("a.txt", story, publisher="Courier", url="https://c.example/1", published="2031-05-04")
    later = story.replace("fourteen", "nineteen")
    second = document("b.txt", later, publisher="Courier", url="https://c.example/1", published="2031-05-04", updated="2031-05-06")
    found = find_families([first, second], words).corrections
    assert [(c.kind, c.document) for c in found] == [(CorrectionKind.SILENT, second.id)]
    assert "fourteen" in (found[0].wrong or "") and "nineteen" in (found[0].right or "")
    assert replaced(found, first, second) == [(CorrectionKind.SILENT, found[0].wrong)]
