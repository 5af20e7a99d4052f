"""Feeds and sitemaps: what an item says of itself, which of its texts is the report, and what is no feed."""

from __future__ import annotations

from pathlib import Path

import pytest

from warledger.intake.collect import collect
from warledger.records.document import RawDocument
from warledger.records.reason import Problem, Reason, Severity

BODY = "Fighters took the town of Marrow on Tuesday."
FULL = "&lt;p&gt;Fighters took the town of Marrow on Tuesday.&lt;/p&gt;"
RDF = """<?xml version="1.0" encoding="iso-8859-1"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Tull Courier</title></channel>
 <item><title>Caf\xe9 in Marrow</title><link>https://courier.example/1</link><dc:date>2031-06-03</dc:date><description>Shut.</description></item></rdf:RDF>"""


def gathered(folder: Path, feed: str | bytes) -> tuple[list[RawDocument], list[Problem]]:
    (folder / "a.xml").write_bytes(feed if isinstance(feed, bytes) else feed.encode())
    found = list(collect([folder / "a.xml"]))
    return [one for one in found if isinstance(one, RawDocument)], [one for one in found if isinstance(one, Problem)]


def rss(item: str) -> str:
    return f"<rss><channel><title>Tull Courier</title><item>{item}</item></channel></rss>"


def test_an_rdf_feed_in_another_encoding(tmp_path: Path) -> None:
    (document,), problems = gathered(tmp_path, RDF.encode("latin-1"))
    assert document.text == "Café in Marrow\n\nShut." and not problems
    given = document.given
    assert (given.published, given.publisher, given.url) == ("2031-06-03", "Tull Courier", "https://courier.example/1")
    assert set(given.basis.values()) == {"feed"}


@pytest.mark.parametrize(
    ("item", "text", "syntax"),
    [
        (f"<title>Marrow</title><description>{BODY}</description>", f"Marrow\n\n{BODY}", "txt"),
        (f"<title>Marrow</title><description>Read more</description><content>{FULL}</content>", f"<p>{BODY}</p>", "fragment"),
        ("<title>Marrow falls</title>", "Marrow falls", "txt"),
        ("<title>Marrow &amp;amp; Tull</title><description>R&amp;amp;D.</description>", "R&amp;D.", "fragment"),
    ],
)
def test_the_fullest_text_of_an_item_is_the_report(tmp_path: Path, item: str, text: str, syntax: str) -> None:
    (document,), _ = gathered(tmp_path, rss(item))
    assert (document.text, document.syntax) == (text, syntax)


def test_an_item_of_a_collected_feed_names_its_own_source(tmp_path: Path) -> None:
    (document,), _ = gathered(
        tmp_path, rss(f"<title>M</title><source url='https://x.example'>Orvane News</source><description>{BODY}</description>")
    )
    assert document.given.publisher == "Orvane News"


def test_items_go_by_their_own_id_then_their_address_then_their_number(tmp_path: Path) -> None:
    items = (
        f"<guid>g-1</guid><title>A</title></item><item><link>https://a.example/2</link><title>B</title></item><item><title>{BODY}</title>"
    )
    documents, _ = gathered(tmp_path, rss(items))
    assert [document.name for document in documents] == ["a.xml#g-1", "a.xml#https://a.example/2", "a.xml#3"]


def test_an_impossible_date_is_told_and_the_item_read(tmp_path: Path) -> None:
    documents, problems = gathered(tmp_path, rss(f"<title>{BODY}</title><pubDate>Yesterday</pubDate>"))
    assert documents[0].given.published is None and [(one.name, one.reason) for one in problems] == [("a.xml#1", Reason.BAD_DATE)]


@pytest.mark.parametrize(
    ("feed", "reason", "severity"),
    [
        ("<urlset><url><loc>https://a.example</loc></url></urlset>", Reason.NO_TEXT, Severity.SKIPPED),
        ("<sitemapindex/>", Reason.NO_TEXT, Severity.SKIPPED),
        ("<rss><channel/></rss>", Reason.EMPTY, Severity.FAILED),
        ("<svg/>", Reason.NO_ARTICLE, Severity.FAILED),
        ("<rss><channel><item/></channel></rss>", Reason.NO_TEXT, Severity.FAILED),
        ("not XML at all", Reason.DAMAGED, Severity.FAILED),
    ],
)
def test_what_holds_no_report_is_listed(tmp_path: Path, feed: str, reason: Reason, severity: Severity) -> None:
    documents, problems = gathered(tmp_path, feed)
    assert not documents and [(one.reason, one.severity) for one in problems] == [(reason, severity)]


def test_a_feed_cut_short_gives_the_items_before_the_cut(tmp_path: Path) -> None:
    whole = rss(f"<title>One</title><description>{BODY}</description></item><item><title>Two</title><description>{BODY}</description>")
    documents, _ = gathered(tmp_path, whole[: whole.index("Two") + 3])
    assert documents[0].text == f"One\n\n{BODY}"
