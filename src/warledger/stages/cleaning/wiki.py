"""MediaWiki source to reading text: links, templates, references and tables resolved; headings and list marks kept for `lines`."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from warledger.base.spans import Span
from warledger.base.stamps import MONTH_NAMES
from warledger.records.document import BlockKind, Metadata
from warledger.records.layout import Layout
from warledger.records.reason import Reason
from warledger.stages.cleaning.lines import text_units
from warledger.stages.cleaning.reading import Reading, Unreadable, Writer
from warledger.stages.cleaning.references import Reference, citations
from warledger.stages.cleaning.units import Unit

#: Brackets nested deeper than this are no article; MediaWiki itself stops expanding templates at 40.
DEEPEST = 40

_BRACKETS = re.compile(r"\{\{|\}\}|\[\[|\]\]")
_TOKEN = re.compile(
    r"<!--|<(?P<hidden>ref|math|timeline|syntaxhighlight|source|score|imagemap)\b[^<>]{0,500}?(?P<void>/?)>|<nowiki>|<(?P<gallery>gallery)\b[^<>]*>"
    r"|</?[a-zA-Z][^<>]{0,500}>|\{\{|\{\||\[\[|\[(?=(?:https?:|ftp:|mailto:|//))|'{2,5}|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z]{2,31});|__[A-Z]+__|\n"
)
_PREFIX = re.compile(r"\s*:?\s*(?P<space>file|image|media|category|[a-z]{2,3})\s*:", re.IGNORECASE)
_OPTION = re.compile(
    r"\s*(?:thumb(?:nail)?|frame|frameless|border|left|right|cent(?:er|re)|none|upright(?:=[\d.]+)?|[\dx]+px|(?:alt|link|class|lang|page)=.*)\s*\Z",
    re.DOTALL,
)
_NAMED = re.compile(r"\s*(?P<key>[\w .-]{1,40}?)\s*=", re.DOTALL)
_MARKS = re.compile(r"[*#:;]*\s*")
_ROW = re.compile(r"(?P<row>\|-|\|\}|\{\|)|(?P<cell>\|\+|[|!])")
_ATTRIBUTES = re.compile(r"(?:\s*[\w-]+\s*=\s*(?:\"[^\"]*\"|[^\s|\"]+))+\s*\|(?!\|)")
_MONTHS = ("", *MONTH_NAMES)
_INFOBOX = re.compile(r"\s*infobox\b", re.IGNORECASE)
#: Texts in this markup are articles of encyclopaedias, unless somebody says otherwise.
_FOUND = Metadata(genre="encyclopaedia", basis={"genre": "format"})


def read_wiki(source: str, layout: Layout) -> Reading:
    """The reading text of MediaWiki `source`, every word of it mapped back.

    Raises:
        Unreadable: brackets are nested deeper than any article's.
    """
    page = _Page(source, layout)
    page.write(0, len(source))
    text = page.out.text()
    units = tuple(_captioned(unit, page.captions) for unit in text_units(text))
    return Reading(text, units, page.out.offsets(), _FOUND, citations(page.references))


def _captioned(unit: Unit, captions: list[Span]) -> Unit:
    return unit.of_kind(BlockKind.CAPTION) if any(span.covers(unit.span) for span in captions) else unit


class _Page:
    """One pass over the source. `inline` is the string that stands for a line break inside an infobox field, else `None`."""

    def __init__(self, source: str, layout: Layout) -> None:
        self.source, self.layout = source, layout
        self.out = Writer(source)
        self.captions: list[Span] = []
        self.references: list[Reference] = []
        self.inline: str | None = None
        self.closes = _pairs(source)

    def write(self, start: int, end: int) -> None:
        """Everything in `source[start:end]` that is to be read."""
        at = start
        while at < end:
            token = _TOKEN.search(self.source, at, end)
            self.out.copy(at, token.start() if token else end)
            at = self._token(token, end) if token else end

    def _token(self, token: re.Match[str], end: int) -> int:
        words, at = token[0], token.start()
        if words == "\n":
            return self._line_end(at, end)
        if words == "<!--":
            return self._past("-->", token.end(), end)
        if token["hidden"]:
            close = token.end() if token["void"] else self._past(f"</{token['hidden']}>", token.end(), end)
            if token["hidden"].lower() == "ref":
                inside = self.source[token.end() : close].removesuffix("</ref>")
                self.references.append(Reference(self.out.length, words, inside))
            return close
        if words == "<nowiki>":
            close = self._past("</nowiki>", token.end(), end)
            self.out.copy(token.end(), max(token.end(), close - len("</nowiki>")))
            return close
        if token["gallery"]:
            return self._gallery(token.end(), end)
        if words in ("{{", "[["):
            return self._bracket(words, at, end)
        if words == "{|":
            return self._table(at, end)
        if words == "[":
            return self._external(at, end)
        return self._mark(words, at, token.end())

    def _mark(self, words: str, at: int, end: int) -> int:
        """Quotation marks of emphasis, tags and switches vanish; entities become their character, `<br>` a break."""
        if words[0] == "&":
            self.out.put(html.unescape(words), at, end)
        elif words.lower().startswith("<br"):
            self.out.put(" " if self.inline is None else self.inline, at, end)
        return end

    def _line_end(self, at: int, end: int) -> int:
        if self.inline is None:
            self.out.copy(at, at + 1)
            return self._cells(at + 1, end)
        marks = _MARKS.match(self.source, at + 1, end)
        after = marks.end() if marks else at + 1
        self.out.put(self.inline, at, after)
        return after

    def _past(self, close: str, start: int, end: int) -> int:
        found = self.source.find(close, start, end)
        return end if found < 0 else found + len(close)

    def _bracket(self, words: str, at: int, end: int) -> int:
        close = self.closes.get(at)
        if close is None or close > end:
            self.out.copy(at, at + 2)
            return at + 2
        if words == "{{":
            self._template(at + 2, close - 2)
        else:
            self._link(at + 2, close - 2)
        return close

    def _link(self, start: int, end: int) -> None:
        parts = list(self._parts(start, end))
        prefix = _PREFIX.match(self.source, start, parts[0][1])
        space = prefix["space"].lower() if prefix else ""
        if space in ("file", "image"):
            self._picture(parts[1:])
        elif space != "category" or self.source[start] == ":":
            self.write(*_trimmed(self.source, *parts[-1]))

    def _picture(self, options: list[tuple[int, int]]) -> None:
        words = [part for part in options if not _OPTION.match(self.source, *part)]
        if words and self.inline is None:
            self._caption(*_trimmed(self.source, *words[-1]))

    def _caption(self, start: int, end: int) -> None:
        self.out.put("\n")
        opened = self.out.length
        self.write(start, end)
        self.captions.append(Span(opened, self.out.length))
        self.out.put("\n")

    def _gallery(self, start: int, end: int) -> int:
        close = self._past("</gallery>", start, end)
        for line in re.finditer(r"[^\n|]+\|(?P<words>[^\n]+)", self.source[start : max(start, close - len("</gallery>"))]):
            self._caption(*_trimmed(self.source, start + line.start("words"), start + line.end("words")))
        return close

    def _template(self, start: int, end: int) -> None:
        parts = list(self._parts(start, end))
        name = self.source[slice(*parts[0])].strip().lower().replace("_", " ")
        if _INFOBOX.match(name):
            self._infobox(parts[1:])
            return
        kept = [part for part in parts[1:] if not _NAMED.match(self.source, *part)]
        if name in self.layout.wiki_dates:
            self._date(kept, start, end)
            return
        if name in self.layout.wiki_last:
            kept = kept[-1:]
        elif name not in self.layout.wiki_all:
            kept = kept[:1] if name in self.layout.wiki_first else []
        for index, part in enumerate(kept):
            self.out.put((self.inline or " ") if index else "")
            self.write(*_trimmed(self.source, *part))

    def _date(self, parts: list[tuple[int, int]], start: int, end: int) -> None:
        """Year, month and day as "3 May 2031"; what is no numbers is read as it is written."""
        written = [self.source[slice(*part)].strip() for part in parts]
        numbers = [int(one) for one in written[:3] if one.isascii() and one.isdigit() and len(one) <= 4]
        if numbers and 1 <= (numbers[1:2] or [1])[0] <= 12:
            year, month, day = (*numbers, 0, 0)[:3]
            self.out.put(" ".join(one for one in (str(day or ""), _MONTHS[month], str(year)) if one), start, end)
        elif parts:
            self.write(*_trimmed(self.source, *parts[0]))

    def _infobox(self, fields: list[tuple[int, int]]) -> None:
        """`Infobox`, then one `- field: value` line each, as in plain-text copies of encyclopaedia articles."""
        self.out.put("\nInfobox\n")
        held, self.inline = self.inline, " | "
        for start, end in fields:
            named = _NAMED.match(self.source, start, end)
            value = _trimmed(self.source, _past_marks(self.source, named.end(), end), end) if named else (end, end)
            if named and value[0] < value[1]:
                self.out.put("- ")
                self.out.copy(named.start("key"), named.end("key"))
                self.out.put(": ", named.end("key"), value[0])
                self.write(*value)
                self.out.put("\n")
        self.inline = held
        self.out.put("\n")

    def _parts(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The parts between the pipes that belong to no inner bracket."""
        at = opened = start
        while at < end:
            if at in self.closes:
                at = min(self.closes[at], end)
                continue
            if self.source[at] == "|":
                yield opened, at
                opened = at + 1
            at += 1
        yield opened, end

    def _external(self, at: int, end: int) -> int:
        close = self.source.find("]", at, end)
        if close < 0:
            self.out.copy(at, at + 1)
            return at + 1
        blank = re.compile(r"\s").search(self.source, at, close)
        if blank:
            self.write(blank.end(), close)
        return close + 1

    def _table(self, at: int, end: int) -> int:
        """The table's own attributes are passed over; its rows are lines, which `_cells` opens."""
        line = self.source.find("\n", at, end)
        return end if line < 0 else line

    def _cells(self, at: int, end: int) -> int:
        """Past the marks a table line starts with; each line of cells becomes a list item."""
        row = _ROW.match(self.source, at, end)
        if not row or (self.inline is not None):
            return at
        line = self.source.find("\n", at, end)
        line = end if line < 0 else line
        if row["row"]:
            return line if row["row"] != "|}" else at + 2
        self.out.put("* ")
        for index, (start, stop) in enumerate(_split_cells(self.source, row.end(), line)):
            self.out.put(" | " if index else "")
            attributes = _ATTRIBUTES.match(self.source, start, stop)
            self.write(*_trimmed(self.source, attributes.end() if attributes else start, stop))
        return line


def _pairs(source: str) -> dict[int, int]:
    """Where each bracket that has a partner opens, and the end of that partner."""
    closes: dict[int, int] = {}
    stack: list[tuple[str, int]] = []
    for match in _BRACKETS.finditer(source):
        if match[0] in ("{{", "[["):
            stack.append((match[0], match.start()))
            if len(stack) > DEEPEST:
                raise Unreadable(Reason.TOO_COMPLEX, f"brackets nested deeper than {DEEPEST} at character {match.start()}")
        elif stack and stack[-1][0] == ("{{" if match[0] == "}}" else "[["):
            closes[stack.pop()[1]] = match.end()
    return closes


def _trimmed(source: str, start: int, end: int) -> tuple[int, int]:
    piece = source[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip())) if piece.strip() else start


def _past_marks(source: str, start: int, end: int) -> int:
    """Past the mark of a list that a field's value opens with."""
    start, _ = _trimmed(source, start, end)
    marks = _MARKS.match(source, start, end)
    return marks.end() if marks else start


def _split_cells(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in re.compile(r"\|\||!!").finditer(source, start, end):
        yield at, match.start()
        at = match.end()
    yield at, end
