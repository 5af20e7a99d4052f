"""A piece of HTML that is all article (an item of a feed, a part of a mail) to reading text: every block one line, nothing weighed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from warledger.records.document import BlockKind
from warledger.records.reason import Reason
from warledger.stages.cleaning.align import align
from warledger.stages.cleaning.page import check_size, laid_out, with_title
from warledger.stages.cleaning.reading import Reading, Unreadable
from warledger.stages.cleaning.running import Running
from warledger.stages.cleaning.units import Paragraph

_HIDDEN = frozenset(("script", "style", "template", "noscript", "svg", "head", "title", "iframe", "object", "form", "button", "nav"))
_INLINE_WORDS = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong "
    "sub sup time tt u var wbr img"
)
_INLINE = frozenset(_INLINE_WORDS.split())
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])", re.IGNORECASE)
_HEADING = re.compile(r"h([1-6])\Z")


def read_fragment(source: str, title: str | None) -> Reading:
    """The text of the HTML `source`, with `title` before it unless it begins with that. Nothing is fetched and no script runs.

    Raises:
        Unreadable: there is no word in it (NO_ARTICLE), or the markup is too large or nested too deep (TOO_COMPLEX).
    """
    check_size(source)
    paragraphs = with_title(list(_Walk().of(_parsed(source))), title)
    if not paragraphs:
        raise Unreadable(Reason.NO_ARTICLE, "no words in its markup")
    text, units = laid_out(paragraphs)
    return Reading(text, units, align(text, [unit.span for unit in units], source))


def _parsed(source: str) -> Any:
    from lxml import etree, html  # only who reads pages pays

    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    try:
        return html.fragment_fromstring(source, create_parent="div", parser=parser)
    except (etree.ParserError, ValueError):
        try:
            return html.document_fromstring(source, parser=parser)
        except (etree.ParserError, ValueError) as error:
            raise Unreadable(Reason.NO_ARTICLE, "no words in its markup") from error


class _Walk(Running):
    """Gathers running words until a block element ends them."""

    def of(self, element: Any, kind: BlockKind | None = None, level: int = 0) -> Iterator[Paragraph]:
        """The paragraphs under an element, in order."""
        if not isinstance(element.tag, str) or _is_hidden(element):
            return
        block = element.tag not in _INLINE
        inner, inner_level = _kind(element.tag, kind, level)
        if block and element.tag not in ("br", "td", "th"):
            yield from self.flushed(kind, level)
        elif element.tag == "br":
            yield from self.broken(kind, level)
        elif element.tag in ("td", "th"):
            self.cell()
        self.held.append(element.text or "")
        for child in element:
            yield from self.of(child, inner, inner_level)
            self.held.append(child.tail or "")
        if block and element.tag not in ("br", "td", "th"):
            yield from self.flushed(inner, inner_level)


def _is_hidden(element: Any) -> bool:
    """Whether no reader sees it: scripts and forms, and what its own style hides (previews in newsletters, words meant for machines)."""
    return element.tag in _HIDDEN or element.get("hidden") is not None or bool(_UNSEEN.search(element.get("style") or ""))


def _kind(tag: str, kind: BlockKind | None, level: int) -> tuple[BlockKind | None, int]:
    heading = _HEADING.match(tag)
    if heading:
        return BlockKind.HEADING, int(heading[1])
    if tag in ("li", "tr", "dd", "dt"):
        return BlockKind.LIST_ITEM, 0
    return (BlockKind.CAPTION, 0) if tag == "figcaption" else (kind, level)
