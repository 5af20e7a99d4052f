"""What the second look at a page brings back into the article, what it takes out of it, and what it says it left out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warledger.records.document import Document, RawDocument
from warledger.records.layout import Layout
from warledger.records.reason import Reason, Severity
from warledger.stages.cleaning.clean import clean

Outline = Callable[..., list[tuple[str, str]]]

TEXT = [
    "Fighters of the Red Column took the town of Marrow on Tuesday after two days of shelling, residents said.",
    "Nine people were killed in the market, doctors told reporters, and the road to Tull was closed by the army.",
    "The council of Tull asked for a pause in the fighting so that the wounded could be carried over the river.",
    "By nightfall most of the shops in the upper town had opened again and the ferries were running.",
]
OTHER = [
    ("Drone hits depot outside Ormel, killing four", "Firefighters fought the blaze until the morning."),
    ("Ferry sinks off Port Amber with thirty aboard", "Nine men were pulled from the water before dark."),
    ("Car bomb kills police chief in Lower Hask", "No group has claimed responsibility for the attack."),
]


def page(body: str, title: str = "Column takes Marrow") -> str:
    return f"<html><head><title>{title}</title></head><body><main><h1>{title}</h1><div class='story'>{body}</div></main></body></html>"


def paragraphs(*words: str) -> str:
    return "".join(f"<p>{one}</p>\n" for one in words)


def kinds_of(outline: Outline, source: str) -> dict[str, str]:
    return {words: kind for kind, words in outline(source, "a.html")}


@pytest.mark.parametrize("share", [0.5, 0.8, 0.95, 1.0])
@pytest.mark.parametrize("at", [0, 1, 3])
def test_a_paragraph_that_is_mostly_links_stays(outline: Outline, share: float, at: int) -> None:
    words = TEXT[at].split()
    cut = max(1, int(share * len(words)))
    linked = f"<a href='/t'>{' '.join(words[:cut])}</a> {' '.join(words[cut:])}"
    found = outline(page(paragraphs(*TEXT[:at], linked, *TEXT[at + 1 :])), "a.html")
    assert [words for kind, words in found if kind == "paragraph"] == TEXT


def test_the_lines_under_a_headline_stay(outline: Outline) -> None:
    standfirst = "Residents describe a retreat that began before dawn."
    source = page(paragraphs(*TEXT)).replace("</h1>", f"</h1><p class='standfirst'>{standfirst}</p>")
    assert kinds_of(outline, source)[standfirst] == "paragraph"


@pytest.mark.parametrize(
    "markup", ["<figure><img src='a'><figcaption>{}</figcaption></figure>", "<div class='photo'><p class='photo-caption'>{}</p></div>"]
)
def test_words_under_a_picture_are_kept_as_such_and_in_their_place(outline: Outline, markup: str) -> None:
    caption = "Smoke rises over Ormel after a raid that killed three sailors."
    found = outline(page(paragraphs(*TEXT[:2]) + markup.replace("{}", caption) + paragraphs(*TEXT[2:])), "a.html")
    assert [kind for kind, _ in found] == ["title", "paragraph", "paragraph", "caption", "paragraph", "paragraph"]
    assert found[3] == ("caption", caption)


@pytest.mark.parametrize(
    "around", ["<div class='x1'>{}</div>", "<ul>{}</ul>", "<aside>{}</aside>", "<section id='related-stories'>{}</section>"]
)
def test_other_stories_amid_the_text_are_no_part_of_it(outline: Outline, around: str) -> None:
    items = "".join(f"<div><a href='/o'><h4>{title}</h4></a><p>{teaser}</p></div>" for title, teaser in OTHER)
    found = kinds_of(outline, page(paragraphs(*TEXT[:2]) + around.replace("{}", items) + paragraphs(*TEXT[2:])))
    assert all(found[words] == "paragraph" for words in TEXT)
    assert all(found.get(words, "clutter") == "clutter" for pair in OTHER for words in pair)


def test_a_short_report_over_a_long_list_of_cards_is_the_report_alone(outline: Outline) -> None:
    cards = "".join(
        f"<div class='unit'><h3><a href='/o'>{title}</a></h3><p>{teaser} It was the third this week.</p></div>"
        for title, teaser in OTHER * 3
    )
    found = outline(page(f"<div>{paragraphs(*TEXT[:3])}</div><div class='river'>{cards}</div>"), "a.html")
    assert [words for kind, words in found if kind not in ("title", "clutter")] == TEXT[:3]


def test_a_linked_headline_between_paragraphs_takes_none_of_them_along(outline: Outline) -> None:
    between = [f"<p class='more'><a href='/o'>{title}</a></p>" for title, _ in OTHER]
    found = kinds_of(outline, page("".join(one for pair in zip(map(paragraphs, TEXT), [*between, ""], strict=True) for one in pair)))
    assert [words for words, kind in found.items() if kind == "paragraph"] == TEXT


def test_prose_that_is_left_out_all_the_same_is_told(layout: Layout) -> None:
    odd = "The mayor of Tull said that nobody had told him of the retreat."
    aside = f"<div class='timestamp'><div class='z'>{odd}</div></div>"
    source = page(paragraphs(*TEXT[:2]) + aside + paragraphs(*TEXT[2:]))
    raw = RawDocument("a.html", source.encode(), "html", text=source)
    document, problems = clean(raw, identify=lambda _: "en", layout=layout)
    assert document is not None and odd not in document.text
    assert [(p.reason, p.severity) for p in problems] == [(Reason.LEFT_OUT, Severity.NOTED)] and odd[:40] in problems[0].detail


@pytest.mark.parametrize("how", ["hidden", "style='display: none'", "aria-hidden='true'"])
def test_what_no_reader_of_the_page_sees_does_not_come_back(layout: Layout, how: str) -> None:
    unseen = "Nobody was ever told that the bridge had been sold to the mayor of Tull."
    source = page(paragraphs(*TEXT[:2]) + f"<div class='timestamp' {how}><p>{unseen}</p></div>" + paragraphs(*TEXT[2:]))
    raw = RawDocument("a.html", source.encode(), "html", text=source)
    document, problems = clean(raw, identify=lambda _: "en", layout=layout)
    assert document is not None and unseen not in document.text and problems == ()


def test_each_word_still_leads_back(cleaned: Callable[..., Document]) -> None:
    source = page(
        paragraphs(*TEXT[:2]) + "<figure><figcaption>Smoke rises over Ormel &amp; Hask today.</figcaption></figure>" + paragraphs(*TEXT[2:])
    )
    document = cleaned(source, "a.html")
    assert document.offsets is not None
    for block in document.blocks:
        origin = document.offsets.to_origin(block.span)
        assert origin is not None
        assert origin.of(source).replace("&amp;", "&") == block.span.of(document.text)
