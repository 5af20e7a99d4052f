"""Pieces of HTML that are all article, from feeds and mails: every block a line, what no reader sees left out."""

from __future__ import annotations

import pytest

from warledger.records.document import BlockKind, Metadata, RawDocument
from warledger.records.layout import Layout
from warledger.records.reason import Reason
from warledger.stages.cleaning.clean import clean

SEEN = "<p>Fighters took the town of Marrow on Tuesday.</p>"


def outline(layout: Layout, markup: str, title: str | None = None) -> list[tuple[str, str]]:
    raw = RawDocument("a.eml", markup.encode(), "eml", text=markup, syntax="fragment", given=Metadata(title=title))
    document, problems = clean(raw, identify=lambda _: "en", layout=layout)
    if document is None:
        return [(str(problem.reason), "") for problem in problems]
    assert document.offsets is not None
    for block in document.blocks:
        origin = document.offsets.to_origin(block.span)
        assert origin is not None or block.kind is BlockKind.TITLE
    return [(str(block.kind), block.span.of(document.text)) for block in document.blocks]


WORDS = ("paragraph", "Fighters took the town of Marrow on Tuesday.")


@pytest.mark.parametrize(
    "hidden",
    [
        "<div style='display:none'>{}</div>",
        "<span style='color:red; VISIBILITY: hidden'>{}</span>",
        "<p style='font-size:0px'>{}</p>",
        "<p hidden>{}</p>",
        "<script>{}</script>",
        "<style>{}</style>",
        "<!-- {} -->",
        "<form><button>{}</button></form>",
    ],
)
def test_what_no_reader_sees_is_left_out(layout: Layout, hidden: str) -> None:
    assert outline(layout, SEEN + hidden.format("Marrow fell twice.")) == [WORDS]


def test_blocks_are_what_they_are(layout: Layout) -> None:
    markup = f"<h2>The town</h2>{SEEN}<ul><li>12 killed</li><li>40 <b>hurt</b></li></ul><table><tr><td>Tull</td><td>3</td></tr></table>"
    items = [("list_item", "12 killed"), ("list_item", "40 hurt"), ("list_item", "Tull | 3")]
    assert outline(layout, markup) == [("heading", "The town"), WORDS, *items]


def test_lines_in_a_paragraph_end_where_sentences_end(layout: Layout) -> None:
    markup = "<div>Fighters took<br>Marrow on Tuesday.<br>Nobody was<br/>hurt there.</div>"
    assert [words for _, words in outline(layout, markup)] == ["Fighters took Marrow on Tuesday.", "Nobody was hurt there."]


def test_the_title_goes_before_it_unless_it_begins_with_it(layout: Layout) -> None:
    assert outline(layout, SEEN, "Marrow taken")[0] == ("title", "Marrow taken")
    assert len(outline(layout, f"<h1>Marrow taken</h1>{SEEN}", "Marrow taken")) == 2


@pytest.mark.parametrize("markup", ["<img src='a.png'>", "<div></div>", "<script>Marrow fell.</script>"])
def test_markup_without_words_is_refused(layout: Layout, markup: str) -> None:
    assert outline(layout, markup) == [(str(Reason.NO_ARTICLE), "")]
