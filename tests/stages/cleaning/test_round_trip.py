"""For documents in every format: blocks are in order and disjoint, no word is lost, and every aligned word leads back to itself."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from warledger.base.spans import Span
from warledger.records.document import Document

Clean = Callable[..., Document]

SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

#: Words as reports have them: plain, accented (composed and combining), right to left, with emoji, joiners, markup characters.
WORDS = [
    *("fighters", "took", "Marrow", "the", "town", "of", "Tull", "12", "1,200", "it’s", "“quoted”", "shell-fire", "co\u00adoperation"),
    *("caf\u00e9", "cafe\u0301", "Ze\u0301r\u00e9", "مارو", "na\u00efve", "\N{GRINNING FACE}"),
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    *("a<b", "R&D", "x>y", "AT&amp;T"),
]
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=9, max_size=30).map(lambda words: "Residents said " + " ".join(words) + ".")
PARAGRAPHS = st.lists(SENTENCES, min_size=2, max_size=6, unique=True)
PLAIN_WORDS = st.text(st.characters(codec="utf-8", min_codepoint=32), min_size=1, max_size=12).filter(lambda word: bool(word.strip()))
LINES = st.lists(st.lists(PLAIN_WORDS, min_size=1, max_size=20).map(" ".join), min_size=1, max_size=12)
FEW = ["fighters", "took", "the", "town", "of", "marrow", "after", "shelling"]
WIKI = [
    *("Marrow", "[[Tull]]", "[[Tull (city)|Tull]]", "'''bold'''", "''thin''", "caf&eacute;", "e\u0301", "x{{cite web|url=u}}", "[[open"),
    *("it<ref>Poe {{cite}}</ref>", "{{lang|ar|مارو}}", "[http://x.y words]", "\N{GRINNING FACE}", "<small>few</small>", "a|b"),
]


def check_blocks(document: Document) -> None:
    spans = [block.span for block in document.blocks]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(len(span) and span.end <= len(document.text) for span in spans)
    assert all(span.of(document.text) == span.of(document.text).strip() for span in spans)


def letters_outside(document: Document) -> str:
    """The letters and digits of the text that no block holds."""
    inside = bytearray(len(document.text))
    for block in document.blocks:
        inside[block.span.start : block.span.end] = b"\1" * len(block.span)
    return "".join(char for at, char in enumerate(document.text) if not inside[at] and char.isalnum())


def folded(words: str) -> str:
    """What a reader sees of some source: no tags, entities resolved, no blanks, one form for each character."""
    bare = html.unescape(re.sub(r"<[^>]*>", "", words))
    return "".join(char for char in unicodedata.normalize("NFC", bare) if char.isprintable() and not char.isspace())


@SETTINGS
@given(LINES, st.sampled_from(["\n", "\r\n", "\n\n", "\r"]))
def test_text_loses_no_word_whatever_it_holds(cleaned: Clean, lines: list[str], end: str) -> None:
    text = end.join([*lines, "Fighters took the town of Marrow on Tuesday."])
    document = cleaned(text)
    assert document.text == text
    check_blocks(document)
    kept = set(letters_outside(document))
    # What is left out can only be the marks of a list: numbers and single letters.
    assert all(char.isdigit() or len(re.findall(rf"(?m)^\s*\(?\w*{re.escape(char)}\w*[.)]\s", text)) for char in kept)


@SETTINGS
@given(PARAGRAPHS, st.integers(40, 100), st.sampled_from(["\n", "\r\n"]))
def test_wrapped_text_gives_the_paragraphs_back(cleaned: Clean, paragraphs: list[str], width: int, end: str) -> None:
    text = (end * 2).join(wrap(paragraph, width, end) for paragraph in paragraphs)
    document = cleaned(text)
    check_blocks(document)
    assert not letters_outside(document)


@SETTINGS
@given(st.lists(st.lists(st.sampled_from(FEW), min_size=40, max_size=90), min_size=2, max_size=4), st.integers(60, 90))
def test_wrapped_paragraphs_are_one_block_each(cleaned: Clean, words: list[list[str]], width: int) -> None:
    paragraphs = ["Residents said " + " ".join(some) + "." for some in words]
    document = cleaned("\n\n".join(wrap(paragraph, width, "\n") for paragraph in paragraphs))
    assert [" ".join(block.span.of(document.text).split()) for block in document.blocks] == paragraphs


def wrap(paragraph: str, width: int, end: str) -> str:
    lines = [""]
    for word in paragraph.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return end.join(lines)


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, list[str]]:
    """An HTML page, and the paragraphs a reader of it sees."""
    paragraphs = draw(PARAGRAPHS)
    body = "".join(f"<{tag}>{_marked_up(draw, words)}</{tag}>{draw(BLANKS)}" for words in paragraphs for tag in ["p"])
    head = draw(st.sampled_from(["", "<h1>Marrow falls to fighters</h1>", "<p class='byline'>By Ann Poe</p>"]))
    page = f"<!doctype html><html><head><title>Marrow falls</title></head><body><article>{head}{body}</article></body></html>"
    return page, paragraphs


BLANKS = st.sampled_from(["", "\n", "\r\n", "  ", "\n\t", "<!-- a comment <p> -->"])
_INLINE = st.sampled_from(["{}", "{}", "{}", "<b>{}</b>", "<em>{}</em>"])
_LINK = "<a href='/x?a=1&amp;b=2'>{}</a>"
_SPACES = st.sampled_from([" ", " ", " ", "  ", "\n", " \r\n ", "\t"])


def _marked_up(draw: st.DrawFn, words: str) -> str:
    made = []
    split = words.split(" ")
    # One link at most: a paragraph that is mostly links is a menu, and left out as one.
    linked = draw(st.integers(-1, len(split) - 1))
    for at, word in enumerate(split):
        plain = draw(st.sampled_from([_escape, _escape, _all_entities]))(word)
        made.append((_LINK if at == linked else draw(_INLINE)).format(plain))
    return "".join(word + (draw(_SPACES) if at < len(made) - 1 else "") for at, word in enumerate(made))


def _escape(word: str) -> str:
    return html.escape(word, quote=False)


def _all_entities(word: str) -> str:
    return "".join(f"&#{ord(char)};" if ord(char) > 127 or char in "<>&" else char for char in word)


@SETTINGS
@given(pages())
def test_a_page_gives_its_paragraphs_and_every_word_leads_back(cleaned: Clean, made: tuple[str, list[str]]) -> None:
    page, paragraphs = made
    document = cleaned(page, "a.html")
    check_blocks(document)
    assert not letters_outside(document)
    seen = folded(html.escape(document.text))
    assert all(folded(html.escape(words)) in seen for words in paragraphs)
    assert document.offsets is not None
    for block in document.blocks:
        assert document.offsets.aligned(block.span)
        for word in re.finditer(r"\S+", document.text[block.span.start : block.span.end]):
            leads_back(document, page, Span(word.start(), word.end()).shifted(block.span.start))


def leads_back(document: Document, source: str, span: Span) -> None:
    """The stretch of the source a word came from reads as that word."""
    assert document.offsets is not None
    origin = document.offsets.to_origin(span)
    assert origin is not None
    assert folded(origin.of(source)) == folded(html.escape(span.of(document.text)))


@SETTINGS
@given(st.lists(st.sampled_from(WIKI), min_size=3, max_size=40))
def test_wiki_source_reads_and_leads_back(cleaned: Clean, words: list[str]) -> None:
    source = "Residents said " + " ".join(words) + " on Tuesday.\n"
    document = cleaned(source, "a.wiki")
    check_blocks(document)
    assert not letters_outside(document) and "cite" not in document.text and "Poe" not in document.text
    assert document.text.startswith("Residents said ") and document.text.endswith(" on Tuesday.\n")
    assert document.offsets is not None and document.offsets.aligned(Span(0, len(document.text)))
    for word in re.finditer(r"\w+", document.text):
        origin = document.offsets.to_origin(Span(*word.span()))
        assert origin is not None
        assert html.unescape(origin.of(source)).replace("'''", "").replace("''", "") == word[0]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.wiki"])
def test_reading_twice_gives_the_same(cleaned: Clean, name: str) -> None:
    text = "<html><body><p>Residents said that fighters took the town of Marrow on Tuesday.</p></body></html>"
    assert cleaned(text, name) == cleaned(text, name)
