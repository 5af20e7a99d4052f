"""An HTML page to reading text: the article's paragraphs in order, one a line, each word mapped back to the page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from warledger.base.offsets import OffsetMap, Piece
from warledger.records.document import BlockKind, Metadata
from warledger.records.layout import Layout
from warledger.records.reason import Reason
from warledger.stages.cleaning.align import align
from warledger.stages.cleaning.page_data import page_corrections, page_metadata
from warledger.stages.cleaning.reading import Reading, Unreadable
from warledger.stages.cleaning.running import Running
from warledger.stages.cleaning.second_look import Looked, look_again
from warledger.stages.cleaning.segments import segments
from warledger.stages.cleaning.units import Paragraph, Unit, folded, make_unit

#: More markup than any article needs; what has more is a generated list or an attack, and parsing it could take minutes.
MOST_TAGS = 150_000
DEEPEST = 400
LONGEST = 10_000_000
#: Corrections in its data that a page is believed.
MOST_CORRECTIONS = 20

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)")
#: Tags that nest without limit in broken pages because authors leave them open, or that never hold anything.
_UNNESTED = frozenset(
    "p li td th tr dt dd option thead tbody br hr img input meta link area base col embed source track wbr param".split()  # noqa: SIM905
)
_BLOCKS = frozenset(("head", "p", "item", "quote", "row", "list", "table", "code", "body", "main", "div", "comments"))
_MARKUP = re.compile(r"<[^<>]{0,500}>")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")


def read_page(source: str, layout: Layout) -> Reading:
    """The article in the HTML `source`: title, headings, paragraphs, lists and tables, and what the page says of itself.

    Nothing is fetched and no script runs.

    Raises:
        Unreadable: there is no article in it (NO_ARTICLE), or the markup is too large or nested too deep (TOO_COMPLEX).
    """
    check_size(source)
    body, found = _extract(source)
    paragraphs = list(_paragraphs(body)) if body is not None else []
    looked = look_again(paragraphs, list(segments(_tree(source), layout)), found.title, layout) if paragraphs else Looked(())
    paragraphs = list(looked.paragraphs)
    if not any(len(one.words.split()) >= 8 for one in paragraphs if one.kind is not BlockKind.HEADING):
        raise Unreadable(Reason.NO_ARTICLE, "no article found in the page; save its text as .txt if there is one")
    paragraphs = with_title(paragraphs, found.title)
    told = _unseen(source, " ".join(one.words for one in paragraphs))
    text, units = laid_out([*paragraphs, *(Paragraph(words, BlockKind.NOTICE) for words, _ in told)])
    seen, unseen = units[: len(units) - len(told)], units[len(units) - len(told) :]
    offsets = align(text, [unit.span for unit in seen], source)
    pieces = [_quoted(unit, raw, source) for unit, (_, raw) in zip(unseen, told, strict=True)]
    offsets = OffsetMap.build([*offsets.pieces, *(piece for piece in pieces if piece)], len(text), len(source))
    return Reading(text, units, offsets, found, left_out=looked.left_out)


def _unseen(source: str, shown: str) -> list[tuple[str, str]]:
    """The corrections that the page's data tell and its text does not: words, and the string as it stands in the data."""
    told = ((folded(_MARKUP.sub(" ", raw)), raw) for raw in islice(page_corrections(source), MOST_CORRECTIONS))
    return [(words, raw) for words, raw in told if any(map(str.isalnum, words)) and words not in shown]


def _quoted(unit: Unit, raw: str, source: str) -> Piece | None:
    """Where the page's data have a string, as JSON writes it."""
    for written in (json.dumps(raw, ensure_ascii=False)[1:-1], json.dumps(raw)[1:-1]):
        at = source.find(written)
        if at >= 0:
            return Piece(unit.span.start, unit.span.end, at, at + len(written), exact=written == unit.words)
    return None


def _tree(source: str) -> Any:
    from lxml import html  # trafilatura has loaded it by now

    return html.document_fromstring(
        _DECLARATION.sub("", source), parser=html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    )


def check_size(source: str) -> None:
    """Refuses markup that no parser should be given.

    Raises:
        Unreadable: larger, of more tags, or nested deeper than any article (TOO_COMPLEX).
    """
    if len(source) > LONGEST:
        raise Unreadable(Reason.TOO_COMPLEX, f"a page of {len(source):,} characters; at most {LONGEST:,} are read")
    depth = deepest = tags = 0
    for match in _TAG.finditer(source):
        tags += 1
        if match["name"].lower() not in _UNNESTED:
            depth = max(0, depth - 1) if match["close"] else depth + 1
            deepest = max(deepest, depth)
    if tags > MOST_TAGS or deepest > DEEPEST:
        raise Unreadable(Reason.TOO_COMPLEX, f"{tags:,} tags, nested {deepest:,} deep; at most {MOST_TAGS:,} and {DEEPEST} are read")


def _extract(source: str) -> tuple[Any, Metadata]:
    from trafilatura import bare_extraction  # a quarter of a second to load: only who reads pages pays

    source = _DECLARATION.sub("", source)
    # An explicit latest date keeps the library from asking the clock: one page, one reading, whenever it is read.
    dates = {"original_date": True, "extensive_search": False, "min_date": "1900-01-01", "max_date": "2100-12-31"}
    page = bare_extraction(source, include_comments=False, include_tables=True, with_metadata=True, date_extraction_params=dates)
    if page is None or isinstance(page, dict):
        return None, Metadata()
    said = {"title": page.title, "publisher": page.sitename or page.hostname, "url": page.url, "published": page.date}
    return page.body, page_metadata(source).over(_metadata(said))


def _metadata(said: dict[str, str | None]) -> Metadata:
    kept = {field: folded(value) for field, value in said.items() if value and folded(value)}
    return Metadata(**kept, basis=dict.fromkeys(kept, "markup"))


def _paragraphs(body: Any) -> Iterator[Paragraph]:
    """The paragraphs under an element of trafilatura's tree, in reading order."""
    yield from _Walk().of(body)


class _Walk(Running):
    """Gathers running words until a block element ends them; lists know they are lists, headings their level."""

    def of(self, element: Any, kind: BlockKind | None = None, level: int = 0) -> Iterator[Paragraph]:
        kind, level = _kind(element, kind, level)
        self.held.append(element.text or "")
        for child in element:
            if not isinstance(child.tag, str):
                pass
            elif child.tag in _BLOCKS:
                yield from self.flushed(kind, level)
                yield from self.of(child, kind, level)
            elif child.tag == "lb":
                yield from self.broken(kind, level)
            else:
                yield from self._inline(child, kind, level)
            self.held.append(child.tail or "")
        if element.tag in _BLOCKS:
            yield from self.flushed(kind, level)

    def _inline(self, child: Any, kind: BlockKind | None, level: int) -> Iterator[Paragraph]:
        if child.tag == "cell":
            self.cell()
        yield from self.of(child, kind, level)


def _kind(element: Any, kind: BlockKind | None, level: int) -> tuple[BlockKind | None, int]:
    if element.tag == "head":
        digits = re.sub(r"\D", "", element.get("rend") or "")
        return BlockKind.HEADING, int(digits[:1] or 2)
    if element.tag in ("item", "row"):
        return BlockKind.LIST_ITEM, 0
    return kind, level


def with_title(paragraphs: list[Paragraph], title: str | None) -> list[Paragraph]:
    """The page's title first, unless the article opens with it."""
    if not title or any(one.words.casefold() == title.casefold() for one in paragraphs[:3]):
        return paragraphs
    return [Paragraph(title, BlockKind.TITLE, 1), *paragraphs]


def laid_out(paragraphs: list[Paragraph]) -> tuple[str, tuple[Unit, ...]]:
    """The paragraphs as a text, one a line, and its units."""
    text = "\n".join(one.words for one in paragraphs)
    units = []
    at = 0
    for one in paragraphs:
        units.append(make_unit(text, at, at + len(one.words), one.kind, one.level))
        at += len(one.words) + 1
    return text, tuple(unit for unit in units if unit)
