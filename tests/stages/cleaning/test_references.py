"""References of wiki source: no part of the text, but kept with what they name and where they stand."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from warledger.records.citation import Citation
from warledger.records.document import Document, Metadata
from warledger.stages.cleaning.references import Reference, citations

Clean = Callable[..., Document]

TEXT = "Fighters took Marrow on 3 June 2031. Twelve people died."


def cited(cleaned: Clean, reference: str, *, rest: str = "") -> tuple[Citation, ...]:
    document = cleaned(f"Fighters took Marrow on 3 June 2031.{reference} Twelve people died.{rest}\n", "a.wiki")
    assert document.text.rstrip("\n") == TEXT
    return document.citations


def test_a_citation_keeps_what_its_template_says_and_stands_behind_its_sentence(cleaned: Clean) -> None:
    says = "|title=Column in [[Marrow (town)|Marrow]] |work=''Tull Courier'' |date=4 June 2031 |url=https://courier.example/1 "
    template = f"{{{{cite news |last=Poe {says}}}}}"
    (found,) = cited(cleaned, f'<ref name="one">{template}</ref>')
    assert TEXT[: found.at] == "Fighters took Marrow on 3 June 2031."
    assert (found.publisher, found.title, found.date, found.url) == (
        "Tull Courier",
        "Column in Marrow",
        "4 June 2031",
        "https://courier.example/1",
    )
    assert found.words == "Tull Courier, “Column in Marrow”, 4 June 2031"


@pytest.mark.parametrize(
    ("inside", "words", "url"),
    [
        ("[https://courier.example/2 Column in Marrow], Tull Courier", "Column in Marrow, Tull Courier", "https://courier.example/2"),
        ("Poe, ''A war in Orvane'', p. 12", "Poe, A war in Orvane, p. 12", None),
        ("https://courier.example/3", "https://courier.example/3", "https://courier.example/3"),
        ("{{cite web|url=https://courier.example/4}}", "https://courier.example/4", "https://courier.example/4"),
    ],
)
def test_references_without_a_template_or_without_a_title(cleaned: Clean, inside: str, words: str, url: str | None) -> None:
    (found,) = cited(cleaned, f"<ref>{inside}</ref>")
    assert (found.words, found.url) == (words, url)


def test_a_reference_that_names_another_is_that_one_again(cleaned: Clean) -> None:
    first, second = cited(cleaned, "<ref name=tc>Tull Courier</ref>", rest="<ref name='tc' />")
    assert (first.words, second.words) == ("Tull Courier", "Tull Courier")
    assert (first.at, second.at) == (36, len(TEXT))
    assert not cited(cleaned, "<ref name=unknown />") and not cited(cleaned, "<ref></ref>")


def test_an_article_is_an_encyclopaedia_unless_somebody_says_otherwise(cleaned: Clean) -> None:
    assert cleaned(TEXT, "a.wiki").meta.genre == "encyclopaedia"
    assert cleaned(TEXT, "a.wiki", Metadata(genre="newspaper")).meta.genre == "newspaper"


@pytest.mark.parametrize("piece", ["[[", "|", "{{cite news|a=", "[https://", "<ref>", "''", "[[a|", " ", "{", "https://a"])
def test_hostile_references_are_read_in_bounded_time(piece: str) -> None:
    begun = time.process_time()
    found = citations([Reference(0, f"<ref {piece * 100}>", "{{cite news|" + piece * 2000 + "}}")] * 1500)
    assert len(found) <= 1500 and time.process_time() - begun < 60
