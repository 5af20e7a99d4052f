"""Families: which documents carry one text, where it came from, and what is furniture."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from warledger.records.document import BlockKind, Document
from warledger.records.family import EdgeType
from warledger.records.family_words import FamilyWords
from warledger.stages.families.find import find_families

Build = Callable[..., Document]

OTHER = (
    "Miners in the Dolan hills ended a strike of eleven days after the company agreed to reopen the lower shaft.\n"
    "The union said that safety inspectors would be let in on Thursday and that wages for the lost days would be paid in part.\n"
    "A spokeswoman for the ministry of labour welcomed the settlement and promised new rules for ventilation before winter.\n"
    "Two of the pits had stood idle since a fire in the spring, and the railway that serves them runs only twice a week."
)


def test_a_letter_for_letter_copy_is_a_reprint_of_the_agency(document: Build, words: FamilyWords, story: str) -> None:
    agency = document("wire.txt", story, publisher="Associated Press", published="2031-05-04")
    paper = document("paper.txt", story, publisher="Orvane Courier", published="2031-05-04")
    found = find_families([paper, agency], words)
    assert [set(f.members) for f in found.families] == [{agency.id, paper.id}]
    assert found.families[0].origin == agency.id
    assert "agency" in found.families[0].why
    edge = found.families[0].edges[0]
    assert (edge.copy, edge.origin, edge.type) == (paper.id, agency.id, EdgeType.REPRINT)


def test_house_spelling_makes_a_rewrite_not_another_story(document: Build, words: FamilyWords, story: str) -> None:
    american = story.replace("harbour", "harbor").replace("neighbour", "neighbor").replace("travelling", "traveling").replace("’", "'")
    one, other = document("a.txt", story, published="2031-05-04"), document("b.txt", american, published="2031-05-05")
    found = find_families([one, other], words)
    assert found.families[0].edges[0].type is EdgeType.REWRITE
    assert found.families[0].edges[0].score > find_families([one, other]).families[0].edges[0].score, "house spelling is folded"


def test_the_first_published_is_the_origin_when_nobody_is_an_agency(document: Build, words: FamilyWords, story: str) -> None:
    late = document("a.txt", story, publisher="Courier", published="2031-05-06")
    early = document("z.txt", story, publisher="Gazette", published="2031-05-05")
    assert find_families([late, early], words).families[0].origin == early.id


def test_the_house_that_another_credits_is_the_origin(document: Build, words: FamilyWords, story: str) -> None:
    origin = document("x.txt", story, publisher="River Press Service", published="2031-05-06")
    credit = story + "\nRiver Press Service correspondents Ada Bell and Tomas Ruhl contributed to this report."
    copy = document("y.txt", credit, publisher="Daily Sett", published="2031-05-05")
    family = find_families([copy, origin], words).families[0]
    assert family.origin == origin.id
    assert "credits" in family.why


def test_an_excerpt_joins_and_a_quoted_passage_only_links(document: Build, words: FamilyWords, story: str) -> None:
    whole = document("whole.txt", story, published="2031-05-04")
    excerpt = document("part.txt", "\n".join(story.split("\n")[:3]), published="2031-05-05")
    quoting = document("quoting.txt", OTHER + "\n" + "\n".join(story.split("\n")[1:3]), published="2031-05-06")
    found = find_families([whole, excerpt, quoting], words)
    assert [set(f.members) for f in found.families] == [{whole.id, excerpt.id}]
    assert found.families[0].edges[0].type is EdgeType.EXCERPT
    quotes = [e for e in found.edges if e.type is EdgeType.QUOTES]
    assert {e.copy for e in quotes} == {quoting.id}


def test_a_round_up_of_two_stories_does_not_make_them_one(document: Build, words: FamilyWords, story: str) -> None:
    one, two = document("one.txt", story, published="2031-05-04"), document("two.txt", OTHER, published="2031-05-04")
    roundup = document("roundup.txt", story + "\n" + OTHER, published="2031-05-06")
    found = find_families([one, two, roundup], words)
    assert not any({one.id, two.id} <= set(f.members) for f in found.families)
    assert roundup.id in {e.copy for e in found.edges}


def test_notices_of_one_form_about_two_days_are_no_copies(document: Build, words: FamilyWords) -> None:
    form = (
        "ORVANE, Tarsk ({day}) - A service member of the joint mission died following an explosion in the southern districts {when}. "
        "It is mission policy to let the national authorities name the dead. {count} others were treated for wounds at the field hospital."
    )
    one = document("n1.txt", form.format(day="May 4, 2031", when="yesterday", count=3), publisher="Mission", published="2031-05-04")
    two = document("n2.txt", form.format(day="June 9, 2031", when="yesterday", count=5), publisher="Mission", published="2031-06-09")
    assert find_families([one, two], words).families == ()


SHORT = (
    "Mortar fire kills 12 in Sett\n"
    "ORVANE, 4 May (River Wire) - Mortar fire killed 12 dockers in the harbour of Sett on Sunday, medics said, as the garrison of "
    "Colonel Ivo Marr withdrew towards the Lumme crossing.\n"
    "The Free Column shelled the quarter from the eastern bank, where its commander Tomas Ruhl had taken the weighing station.\n"
    "Mediators from Tarsk said they would travel to Brae on Monday."
)


def test_a_short_reprint_with_another_date_and_house_spelling_is_a_copy(document: Build, words: FamilyWords) -> None:
    wire = document("wire.txt", SHORT, publisher="River Wire", published="2031-05-04")
    body = SHORT.split(" - ", 1)[1].replace("Ivo Marr", "Yvo Mar").replace("harbour", "harbor")
    paper = document(
        "paper.txt",
        f"Twelve killed in Sett\nBy River Wire for the Daily Sett, 5 May\n{body}",
        publisher="Daily Sett",
        published="2031-05-05",
    )
    family = find_families([paper, wire], words).families[0]
    assert set(family.members) == {wire.id, paper.id} and family.origin == wire.id


@pytest.mark.parametrize(("when", "published", "count"), [("9 June", "2031-06-09", "12"), ("6 May", "2031-05-06", "5")])
def test_two_houses_notices_about_two_days_are_no_copies(
    document: Build, words: FamilyWords, when: str, published: str, count: str
) -> None:
    later = SHORT.replace("4 May", when).replace("12", count).replace("Ivo Marr", "Ada Bell")
    one = document("n1.txt", SHORT, publisher="River Wire", published="2031-05-04")
    two = document("n2.txt", later, publisher="Daily Sett", published=published)
    assert find_families([one, two], words).families == ()


def test_one_name_with_other_bytes_is_a_version_and_the_later_counts(document: Build, words: FamilyWords, story: str) -> None:
    first = document("report.txt", story, published="2031-05-04")
    second = document("report.txt", story.replace("fourteen", "seventeen"), published="2031-05-04", updated="2031-05-06")
    found = find_families([second, first], words)
    assert found.superseded == {first.id}
    assert found.families[0].edges[0].type is EdgeType.VERSION
    assert (found.families[0].edges[0].copy, found.families[0].edges[0].origin) == (second.id, first.id)


def test_short_versions_of_one_name_are_versions_too(document: Build, words: FamilyWords) -> None:
    first = document("note.txt", "Rebels took Sett on 3 May.", published="2031-05-04")
    second = document("note.txt", "The army still holds Sett, officials say.", published="2031-05-05")
    assert find_families([first, second], words).superseded == {first.id}


def test_blocks_a_site_repeats_are_furniture_but_shared_paragraphs_are_not(document: Build, words: FamilyWords, story: str) -> None:
    aside = "Sign up for the Courier morning letter"
    lines = story.split("\n") + OTHER.split("\n")
    pages = [document(f"p{n}.txt", "\n".join([*lines[3 * n : 3 * n + 3], aside]), publisher="Courier") for n in range(4)]
    copies = [document(f"c{n}.txt", story, publisher="Herald") for n in range(3)]
    found = find_families([*pages, *copies], words)
    assert {p.id: [s.of(p.text) for s in found.clutter.get(p.id, ())] for p in pages} == {p.id: [aside] for p in pages}
    assert not any(c.id in found.clutter for c in copies)


def test_what_stands_behind_the_closing_credit_of_a_copy_is_furniture(document: Build, words: FamilyWords, story: str) -> None:
    credit = "Associated Press writer Ada Bell contributed to this report."
    tail = OTHER.split("\n")
    page = document("page.txt", "\n".join([story, credit, *tail]), publisher="Courier", published="2031-05-04")
    wire = document("wire.txt", story, publisher="Associated Press", published="2031-05-04")
    found = find_families([page, wire], words)
    assert [s.of(page.text) for s in found.clutter[page.id]] == tail
    assert find_families([page], words).clutter == {}, "without a copy to compare nothing says where the story ends"


def test_blocks_marked_as_clutter_do_not_make_families(document: Build, words: FamilyWords, story: str) -> None:
    lines = OTHER.split("\n")
    clutter = dict.fromkeys(range(1, 11), BlockKind.CLUTTER)
    one = document("a.txt", "\n".join([lines[0], story]), clutter)
    two = document("b.txt", "\n".join([lines[1], story]), clutter)
    assert find_families([one, two], words).families == ()


def test_notices_of_correction_say_what_should_read_for_what(document: Build, words: FamilyWords) -> None:
    text = (
        "Sett was shelled overnight.\nCorrection\nThis version corrects that Sett is the third largest town, not the second.\n"
        "An earlier version of this story incorrectly said that the bridge was destroyed.\nUPDATES with comment from the ministry"
    )
    report = document("a.txt", text)
    found = find_families([report], words).corrections
    assert [(c.right, c.wrong) for c in found] == [
        ("Sett is the third largest town", "the second"),
        (None, "the bridge was destroyed"),
        (None, None),
    ]
    assert all(report.text[c.start : c.end] == c.words for c in found)


def test_text_without_notices_has_none(document: Build, words: FamilyWords, story: str) -> None:
    assert find_families([document("a.txt", story)], words).corrections == ()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6), unrelated=st.booleans())
def test_order_and_unrelated_documents_change_nothing(document: Build, words: FamilyWords, story: str, seed: int, unrelated: bool) -> None:
    lines = story.split("\n")
    pile = [
        document("wire.txt", story, publisher="Reuters", published="2031-05-04"),
        document("copy.txt", story + "\n" + lines[0], publisher="Courier", published="2031-05-05"),
        document("part.txt", "\n".join(lines[2:6]), published="2031-05-06"),
        document("report.txt", OTHER, published="2031-05-04"),
        document("report.txt", OTHER.replace("eleven", "twelve"), published="2031-05-07"),
    ]
    plain = find_families(pile, words)
    more = [*pile, document("alone.txt", "The lighthouse keeper of Brae counted forty ships in the strait on a windless morning.")]
    shuffled = random.Random(seed).sample(more if unrelated else pile, len(more) if unrelated else len(pile))
    again = find_families(shuffled, words)
    assert (again.families, again.edges, again.superseded, again.clutter) == (plain.families, plain.edges, plain.superseded, plain.clutter)
    assert len(plain.families) == 2


def test_the_two_copies_among_the_seeds_are_one_family(document: Build, words: FamilyWords, data_dir: Path) -> None:
    folder = data_dir / "seeds"
    if not folder.is_dir():
        pytest.skip(f"no seeds in {data_dir}")
    houses = {"insurgents-ap": "Associated Press", "insurgents-ctv": "CTV News"}
    files = sorted(folder.glob("*.txt"))
    pile = [document(p.name, p.read_text("utf-8"), publisher=houses.get(p.stem), published="2024-11-29") for p in files]
    found = find_families(pile, words)
    names = {d.id: d.stem for d in pile}
    assert [sorted(names[m] for m in f.members) for f in found.families] == [["insurgents-ap", "insurgents-ctv"]]
    assert names[found.families[0].origin] == "insurgents-ap"
    assert [(c.wrong, c.replaced) for c in found.corrections] == [("Aleppo is Syria's second largest city", ())]
