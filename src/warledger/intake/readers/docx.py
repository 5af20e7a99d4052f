"""Office documents (.docx): the paragraphs of the body, each with its place in the file. Headers, footers, comments and deleted
text are left out; footnotes follow the text."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, Any

from warledger.base.spans import Span
from warledger.intake.budget import Budget, Spent
from warledger.intake.source import Inner, Results, Source, of_bytes
from warledger.intake.xml import BadXml, local, parse_xml
from warledger.records.document import BlockKind, Passage
from warledger.records.origin import Origin
from warledger.records.reason import Problem, Reason

_BODY, _NOTES, _STYLES = "word/document.xml", "word/footnotes.xml", "word/styles.xml"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: What these hold is no part of the text as it stands: deletions, moved-away text, field codes, text for programs, alternatives.
_LEFT_OUT = frozenset({"del", "movefrom", "instrtext", "fallback", "ppr", "rpr", "sectpr", "tblpr", "trpr", "tcpr"})


@dataclass
class _Text:
    """The text as it grows, with its passages and their paragraphs."""

    parts: list[str] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    origins: list[Origin] = field(default_factory=list)
    length: int = 0

    def add(self, words: str, kind: BlockKind | None, level: int, paragraphs: list[tuple[int, str]]) -> None:
        """One passage made of one paragraph, or of those of a table's row."""
        if self.length:
            self._put("\n")
        start = at = self.length
        for index, (number, piece) in enumerate(paragraphs):
            at += len(" | ") if index else 0
            self.origins.append(Origin(at, at + len(piece), paragraph=number))
            at += len(piece)
        self._put(words)
        self.passages.append(Passage(Span(start, self.length), kind, level))

    def _put(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)


def read_docx(source: Source, inner: Inner) -> Results:
    """One report."""
    data = source.whole(source.limits.document)
    if isinstance(data, Problem):
        yield data
        return
    try:
        made = _read(data, source)
    except BadXml as error:
        yield source.failed(Reason.TOO_COMPLEX if error.hostile else Reason.DAMAGED, f"{source.shown}: {error}")
    except RecursionError:
        yield source.failed(Reason.TOO_COMPLEX, f"{source.shown}: tables nested without end")
    except Spent as error:
        yield source.failed(Reason.TOO_LARGE, f"{source.shown}: {error}")
    except Exception as error:  # what the zip library raises over damage has no common ground
        detail = f"{source.shown}: no office document, or a damaged one ({type(error).__name__}: {error})"
        yield source.failed(Reason.DAMAGED, detail)
    else:
        if made.passages:
            more: dict[str, Any] = {"passages": tuple(made.passages), "origins": tuple(made.origins)}
            yield source.document(data, "docx", "".join(made.parts), **more)
        else:
            yield source.failed(Reason.NO_TEXT, f"{source.shown}: no words in it; pictures of text are not read")


def _read(data: bytes, source: Source) -> _Text:
    made = _Text()
    budget = Budget(source.limits, len(data))
    with zipfile.ZipFile(of_bytes(data)()) as archive:
        styles = _styles(_part(archive, _STYLES, source, budget))
        body = _part(archive, _BODY, source, budget)
        if body is None:
            raise KeyError(_BODY)
        walk = _Walk(made, styles)
        walk.of(body)
        notes = _part(archive, _NOTES, source, budget)
        for note in notes if notes is not None else ():
            if note.get(f"{_WORD}type") is None:
                walk.of(note)
    return made


def _part(archive: zipfile.ZipFile, name: str, source: Source, budget: Budget) -> Any:
    if name not in archive.namelist():
        return None
    with archive.open(name) as stream:
        return parse_xml(_bounded(stream, source, budget))


def _bounded(stream: IO[bytes], source: Source, budget: Budget) -> bytes:
    parts, size = [], 0
    while part := stream.read(1 << 16):
        budget.unfold(len(part))
        source.budget.unfold(len(part))
        size += len(part)
        if size > source.limits.document:
            raise Spent(f"one part of it unfolds to more than {source.limits.document:,} bytes")
        parts.append(part)
    return b"".join(parts)


def _styles(root: Any) -> dict[str, tuple[BlockKind, int]]:
    """What paragraphs of a style are, by the style's id: names are the same in every language of the program, ids are not."""
    found: dict[str, tuple[BlockKind, int]] = {}
    for style in root if root is not None else ():
        name = next((one.get(f"{_WORD}val", "") for one in style if local(one) == "name"), "").lower()
        key = style.get(f"{_WORD}styleId", "")
        if name == "title":
            found[key] = (BlockKind.TITLE, 1)
        elif name.startswith("heading ") and name[8:].isdigit():
            found[key] = (BlockKind.HEADING, int(name[8:]))
        elif name == "caption":
            found[key] = (BlockKind.CAPTION, 0)
        elif name.startswith("list "):
            found[key] = (BlockKind.LIST_ITEM, 0)
    return found


class _Walk:
    """Goes through the body, counting every paragraph; rows of tables are one passage each, as on web pages."""

    def __init__(self, made: _Text, styles: dict[str, tuple[BlockKind, int]]) -> None:
        self.made, self.styles = made, styles
        self.number = 0

    def of(self, element: Any) -> None:
        """Everything under an element that holds paragraphs and tables."""
        for child in element:
            kind = local(child)
            if kind == "p":
                self._paragraph(child)
            elif kind == "tr":
                self._row(child)
            elif kind not in _LEFT_OUT:
                self.of(child)

    def _paragraph(self, element: Any) -> None:
        self.number += 1
        number = self.number
        for words in _runs(element):
            kind, level = self._kind(element)
            self.made.add(words, kind, level, [(number, words)])
        for box in _boxes(element):
            self.of(box)

    def _row(self, row: Any) -> None:
        held: list[tuple[int, str]] = []
        for paragraph in row.iter(f"{_WORD}p"):
            self.number += 1
            words = " ".join(_runs(paragraph))
            if words:
                held.append((self.number, words))
        if held:
            self.made.add(" | ".join(words for _, words in held), BlockKind.LIST_ITEM, 0, held)

    def _kind(self, element: Any) -> tuple[BlockKind | None, int]:
        properties = next((one for one in element if local(one) == "ppr"), ())
        for one in properties:
            if local(one) == "numpr":
                return BlockKind.LIST_ITEM, 0
        style = next((one.get(f"{_WORD}val", "") for one in properties if local(one) == "pstyle"), "")
        return self.styles.get(style, (None, 0))


def _runs(paragraph: Any) -> list[str]:
    """The words of a paragraph, blanks folded, cut where it holds a forced end of a page or line and a sentence ends there."""
    pieces, held = [], ""
    for text in _texts(paragraph):
        if text == "\n" and held.rstrip().endswith((".", "!", "?", ":", "”", '"')):
            pieces.append(held)
            held = ""
        else:
            held += text
    return [words for piece in (*pieces, held) if (words := " ".join(piece.split()))]


def _texts(element: Any) -> Iterator[str]:
    for child in element:
        kind = local(child)
        if kind == "t":
            yield child.text or ""
        elif kind in ("tab", "ptab"):
            yield " "
        elif kind in ("br", "cr"):
            yield "\n"
        elif kind == "nobreakhyphen":
            yield "-"
        elif kind not in _LEFT_OUT and kind != "txbxcontent":
            yield from _texts(child)


def _boxes(paragraph: Any) -> list[Any]:
    """Text boxes anchored in a paragraph; the copies for older programs (`Fallback`) are left out."""
    found = paragraph.iter(f"{_WORD}txbxContent")
    return [box for box in found if not any(local(above) in ("fallback", "txbxcontent") for above in box.iterancestors())]
