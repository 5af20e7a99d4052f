"""The document as a whole: its id, its language, what is refused, and what is known of it and why."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warledger.records.document import Document, Metadata, RawDocument
from warledger.records.layout import Layout
from warledger.records.reason import Problem, Reason, Severity
from warledger.stages.cleaning.clean import clean

Clean = Callable[..., Document]

FIRST = "Fighters of the Red Column took the town of Marrow on Tuesday after two days of shelling, residents said."
SECOND = "Nine people were killed in the market, doctors told reporters, and the road to Tull was closed by the army."
BODY = f"<body><article><p>{FIRST}</p><p>{SECOND}</p></article></body></html>"


def raw(text: str, name: str = "a.txt", *, location: str = "", given: Metadata = Metadata()) -> RawDocument:  # noqa: B008
    form = name.rsplit(".")[-1]
    return RawDocument(name, text.encode(), form, location, given, text)


def refused(made: RawDocument, layout: Layout, identify: Callable[[str], str] = lambda _: "en") -> Problem:
    document, problems = clean(made, identify=identify, layout=layout)
    assert document is None and len(problems) == 1
    return problems[0]


def test_an_id_comes_from_name_and_bytes_alone(layout: Layout) -> None:
    def made(one: RawDocument) -> str:
        document, _ = clean(one, identify=lambda _: "en", layout=layout)
        assert document is not None
        return document.id

    here = made(raw(FIRST, location="/here"))
    assert made(raw(FIRST, location="/there", given=Metadata(title="Marrow"))) == here
    assert len({here, made(raw(FIRST, "b.txt")), made(raw(FIRST + " "))}) == 3


def test_the_basis_of_each_field_is_named_and_the_firmest_wins(cleaned: Clean) -> None:
    head = "Column takes Marrow\nBy Ann Poe\nPublished 4 December 2024\nUpdated 5 December 2024 10:15 GMT\n"
    text = f"{head}TULL (AFP) - {FIRST}\n{SECOND}\n"
    bare = cleaned(text, "2024-12-03-marrow.txt").meta
    assert (bare.title, bare.agency) == ("Column takes Marrow", "AFP")
    assert (bare.published, bare.updated) == ("2024-12-04", "2024-12-05T10:15:00+00:00")
    assert set(bare.basis.values()) == {"text"}
    given = Metadata(published="2024-12-01", agency="XYZ", basis={"published": "manifest", "agency": "manifest"})
    told = cleaned(text, "2024-12-03-marrow.txt", given).meta
    assert (told.published, told.agency, told.updated) == ("2024-12-01", "XYZ", "2024-12-05T10:15:00+00:00")
    assert told.basis["published"] == "manifest" and told.basis["updated"] == "text"


@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("2024-12-03-marrow.txt", "2024-12-03"),
        ("marrow_20241203.txt", "2024-12-03"),
        ("marrow-2024-13-40.txt", None),
        ("unit-9999-01-01.txt", None),
        ("marrow.txt", None),
        ("dump-2024-12-03.txt#7", None),
    ],
)
def test_a_date_in_the_file_name_is_the_last_resort(layout: Layout, name: str, published: str | None) -> None:
    document, _ = clean(RawDocument(name, FIRST.encode(), "txt", text=FIRST), identify=lambda _: "en", layout=layout)
    assert document is not None and document.meta.published == published
    assert document.meta.basis.get("published") == ("file name" if published else None)


@pytest.mark.parametrize(
    ("opening", "published"),
    [
        ("MARROW, Tullia (Dec. 3, 2024) – ", "2024-12-03"),
        ("MARROW, 3 JAN 90 -- [TEXT] ", "1990-01-03"),
        ("MARROW | Wed May 4, 2011 7:39 pm EDT MARROW (Reuters) - ", "2011-05-04T19:39:00"),
        ("MARROW, Tullia (Dec. 3) – ", None),
        ("Last year, on 3 December 2023, the mayor left. ", None),
    ],
)
def test_dates_of_datelines(cleaned: Clean, opening: str, published: str | None) -> None:
    assert cleaned(f"{opening}{FIRST}\n{SECOND}").meta.published == published


def test_several_dates_on_lines_of_their_own_are_a_diary(cleaned: Clean) -> None:
    assert cleaned(f"3 December 2024\n{FIRST}\n4 December 2024\n{SECOND}\n5 December 2024\n{FIRST}\n").meta.published is None
    assert cleaned(f"Column takes Marrow\n3 December 2024\n{FIRST}\n{SECOND}\n").meta.published == "2024-12-03"


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("Daily Wire writers Ann Poe in Marrow and Bo Lind in Tull contributed to this report.", "Daily Wire"),
        ("By The Associated Press", "Associated Press"),
        ("With files from Daily Wire", None),
        ("By Ann Poe", None),
    ],
)
def test_the_agency_of_a_credit(cleaned: Clean, line: str, agency: str | None) -> None:
    assert cleaned(f"Column takes Marrow\n{FIRST}\n{SECOND}\n{line}\n").meta.agency == agency


def test_a_page_speaks_for_itself(cleaned: Clean) -> None:
    page = f"""<html><head><title>Column takes Marrow - Daily Post</title><meta property="og:site_name" content="Daily Post">
      <meta property="article:published_time" content="2024-12-03T10:15:00+02:00">
      <script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Marrow", "dateModified": "2024-12-04T08:00:00Z"}}</script>
      </head><body><nav><a href="/">Home</a></nav><article><h1>Column takes Marrow</h1><p>{FIRST}</p><h2>In the market</h2><p>{SECOND}</p>
      <ul><li>Marrow fell on Tuesday</li></ul><table><tr><td>Killed</td><td>9</td></tr></table></article><script>alert("12 killed")</script>
      <footer>Copyright</footer></body></html>"""
    document = cleaned(page, "2020-01-01.html")
    meta = document.meta
    assert (meta.title, meta.publisher) == ("Column takes Marrow", "Daily Post")
    assert (meta.published, meta.updated) == ("2024-12-03T10:15:00+02:00", "2024-12-04T08:00:00+00:00")
    assert set(meta.basis.values()) == {"markup"}
    assert [(block.kind, block.span.of(document.text)) for block in document.blocks] == [
        ("title", "Column takes Marrow"),
        ("paragraph", FIRST),
        ("heading", "In the market"),
        ("paragraph", SECOND),
        ("list_item", "Marrow fell on Tuesday"),
        ("list_item", "Killed | 9"),
    ]
    assert document.offsets is not None and all(document.offsets.aligned(block.span) for block in document.blocks)


def test_words_a_page_does_not_hold_are_unaligned(cleaned: Clean) -> None:
    page = f"<html><head><meta property='og:title' content='A title only machines see'></head>{BODY}"
    document = cleaned(page, "a.html")
    title, first = document.blocks[0], document.blocks[1]
    assert document.offsets is not None and title.kind == "title"
    assert document.offsets.to_origin(title.span) is None and document.offsets.aligned(first.span)


@pytest.mark.parametrize("date", ["9999-01-01T00:00:00Z", "once upon a time"])
def test_an_impossible_date_in_the_markup_is_told(layout: Layout, date: str) -> None:
    page = f"<html><head><meta property='article:published_time' content='{date}'></head>{BODY}"
    document, problems = clean(raw(page, "a.html"), identify=lambda _: "en", layout=layout)
    assert document is not None and document.meta.published is None and "published" not in document.meta.basis
    assert [problem.reason for problem in problems] == [Reason.BAD_DATE]


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("<html><body><nav><a href='/'>Home</a><a href='/world'>World</a></nav></body></html>", Reason.NO_ARTICLE),
        ("<html></html>", Reason.NO_ARTICLE),
        ("<" * 50_000, Reason.NO_ARTICLE),
        ("<div>" * 5_000 + FIRST, Reason.TOO_COMPLEX),
        ("<p>" + "<i></i>" * 90_000 + FIRST, Reason.TOO_COMPLEX),
    ],
)
def test_pages_without_an_article_or_too_much_markup(layout: Layout, page: str, reason: Reason) -> None:
    assert refused(raw(page, "a.html"), layout).reason is reason


def test_wiki_source_nested_too_deep(layout: Layout) -> None:
    assert refused(raw("{{a|" * 5000 + FIRST, "a.wiki"), layout).reason is Reason.TOO_COMPLEX


@pytest.mark.parametrize("text", ["", " \n", "------\n***\n"])
def test_nothing_to_read(layout: Layout, text: str) -> None:
    assert refused(raw(text), layout).reason is Reason.EMPTY


def test_a_paragraph_no_parser_takes(layout: Layout) -> None:
    assert refused(raw("Marrow " * 100_000), layout).reason is Reason.LINE_TOO_LONG


FRENCH = "Les combattants ont pris la ville mardi après deux jours de bombardements, ont dit des habitants."


def by_word(text: str) -> str:
    return "fr" if " les " in f" {text} " else "en"


def test_another_language_is_skipped_and_named(layout: Layout) -> None:
    problem = refused(raw(f"{FRENCH}\n{FRENCH}\n{FIRST}"), layout, by_word)
    assert (problem.reason, problem.severity) == (Reason.OTHER_LANGUAGE, Severity.SKIPPED) and "French (fr)" in problem.detail


@pytest.mark.parametrize("text", [f"{FRENCH}\n{FIRST}\n{SECOND}", "Les six de Marrow."])
def test_a_foreign_paragraph_or_a_short_text_is_no_reason_to_skip(layout: Layout, text: str) -> None:
    assert clean(raw(text), identify=by_word, layout=layout)[0] is not None


@pytest.mark.parametrize(("said", "read"), [("en-GB", True), ("English", True), ("fr", False)])
def test_what_the_manifest_says_of_the_language_counts(layout: Layout, said: str, read: bool) -> None:
    document, _ = clean(raw(FRENCH, given=Metadata(language=said)), identify=by_word, layout=layout)
    assert (document is not None) == read
    assert clean(raw(FIRST, given=Metadata(language=said)), identify=by_word, layout=layout)[0] is None or read


def test_wiki_source(cleaned: Clean) -> None:
    source = f"""{{{{Short description|A battle}}}}
{{{{Infobox military conflict
| date = 3 December 2024<br>{{{{small|(1 day)}}}}
| casualties1 = * 12 killed<ref>{{{{cite web|url=u}}}}</ref>
| image =
}}}}
The '''Battle of Marrow''' was fought by [[Red Column (2020)|the Red Column]].<ref name=a>Poe</ref> It ended.
[[File:M.jpg|thumb|200px|Fighters in [[Marrow]] on Tuesday]]
== Fighting ==
* {FIRST}
{{|
! Side !! Killed
|-
| Red || style="x" | 12
|}}
[[Category:Battles]]
"""
    document = cleaned(source, "a.wiki")
    assert [(block.kind, block.span.of(document.text)) for block in document.blocks] == [
        ("infobox", "Infobox"),
        ("infobox", "date: 3 December 2024 | (1 day)"),
        ("infobox", "casualties1: 12 killed"),
        ("paragraph", "The Battle of Marrow was fought by the Red Column. It ended."),
        ("caption", "Fighters in Marrow on Tuesday"),
        ("heading", "Fighting"),
        ("list_item", FIRST),
        ("list_item", "Side | Killed"),
        ("list_item", "Red | 12"),
    ]
    assert document.offsets is not None
    origin = document.offsets.to_origin(document.blocks[6].span)
    assert origin is not None and origin.of(source) == FIRST


@pytest.mark.parametrize(
    "told", ['"{}"', '{{"@type": "CorrectionComment", "text": "{}"}}', '["https://a.example/corrections", {{"text": "{}"}}]']
)
@pytest.mark.parametrize("notice", ["Nine people were killed in Marrow, not nineteen.", 'The mayor\u2019s name is Poe, not \\"Pole\\".'])
def test_a_correction_in_the_data_of_a_page_is_read_as_a_notice_and_leads_back(cleaned: Clean, told: str, notice: str) -> None:
    data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "correction": {told.format(notice)}}}</script>'
    text = "Fighters of the Red Column took the town of Marrow on Tuesday after two days of shelling, residents said."
    source = f"<html><head><title>Marrow falls</title>{data}</head><body><article><p>{text}</p><p>{text} Twice.</p></article></body></html>"
    document = cleaned(source, "a.html")
    last = document.blocks[-1]
    assert (last.kind, last.span.of(document.text)) == ("notice", notice.replace('\\"', '"'))
    assert document.offsets is not None
    origin = document.offsets.to_origin(last.span)
    assert origin is not None and origin.of(source) == notice


def test_a_correction_that_the_text_has_too_stands_once(cleaned: Clean) -> None:
    notice = "This version corrects that nine people were killed, not nineteen."
    text = "Fighters of the Red Column took the town of Marrow on Tuesday after two days of shelling, residents said."
    data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "correction": "{notice}"}}</script>'
    source = f"<html><head>{data}</head><body><article><p>{text}</p><p>{text} Twice.</p><p>{notice}</p></article></body></html>"
    assert cleaned(source, "a.html").text.count(notice) == 1
