"""Documents: what was handed in, what was read of it, and how the one maps to the other."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from warledger.base.offsets import OffsetMap
from warledger.base.spans import Span
from warledger.records.citation import Citation
from warledger.records.origin import Origin


class Metadata(msgspec.Struct, frozen=True):
    """What is known about a document; `None` is unknown. Dates are ISO (`YYYY-MM-DD`, optionally with a time).

    `basis` says per field where it was found: `manifest`, `markup`, `json`, `text`, `file name`, ...
    """

    title: str | None = None
    publisher: str | None = None
    agency: str | None = None
    published: str | None = None
    updated: str | None = None
    url: str | None = None
    genre: str | None = None
    language: str | None = None
    basis: dict[str, str] = {}

    def over(self, other: Metadata) -> Metadata:
        """This, and where it knows nothing `other`; each field keeps its basis."""
        values = {field: getattr(self, field) or getattr(other, field) for field in METADATA_FIELDS}
        basis = {**other.basis, **{field: why for field, why in self.basis.items() if getattr(self, field)}}
        return Metadata(**values, basis=basis)


#: The fields of `Metadata` that say something of the document.
METADATA_FIELDS = ("title", "publisher", "agency", "published", "updated", "url", "genre", "language")


class BlockKind(StrEnum):
    """What a stretch of text is in its page. Claims are taken from every kind; those from `clutter` never count."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    INFOBOX = "infobox"
    CAPTION = "caption"
    CREDIT = "credit"
    NOTICE = "notice"
    CLUTTER = "clutter"


class Passage(msgspec.Struct, frozen=True, array_like=True):
    """One paragraph of a source text whose file says where paragraphs are; `kind` is `None` where the file does not say what it is."""

    span: Span
    kind: BlockKind | None = None
    level: int = 0


class RawDocument(msgspec.Struct, frozen=True):
    """One report as handed in. `name` is the file name, or `file#member` inside a container; `location` the folder it
    was found in (never exported); `given` what a manifest or a container says of it; `text` is `data` decoded, without a
    byte-order mark (for an article in JSON: its title and body).

    `syntax` is how `text` is marked up (`txt`, `md`, `wiki`, `html` for a whole page, `fragment` for a piece of one), where
    the format alone does not say. Formats that know their paragraphs give `passages`; those that are more than their text
    give `origins`. Both point into `text`. `file` is the name of the file it was, where that is one in an archive."""

    name: str
    data: bytes
    format: str
    location: str = ""
    given: Metadata = Metadata()
    text: str = ""
    syntax: str = ""
    passages: tuple[Passage, ...] = ()
    origins: tuple[Origin, ...] = ()
    file: str = ""


class Block(msgspec.Struct, frozen=True, array_like=True):
    """One stretch of the text, its kind, and for headings the level (1 = highest). Blocks are in order and disjoint."""

    span: Span
    kind: BlockKind
    level: int = 0


class Document(msgspec.Struct, frozen=True):
    """A report as read: `text` is what all spans point into, `blocks` its structure.

    For `.txt` and `.md` the text is the decoded file, unchanged; for other formats it is made from the source and
    `offsets` maps it back to the decoded source. `origins` say where in the file stretches of the decoded source stand, for files
    that are more than their text; `citations` are what it names as its sources in references. `id` is a hash of name and bytes,
    `digest` of the bytes alone.
    """

    id: str
    name: str
    digest: str
    format: str
    text: str
    blocks: tuple[Block, ...]
    meta: Metadata
    language: str = "en"
    offsets: OffsetMap | None = None
    origins: tuple[Origin, ...] = ()
    citations: tuple[Citation, ...] = ()

    @property
    def stem(self) -> str:
        """The name a person calls it by: the file's stem, `stem#member` for members of a container."""
        file, mark, member = self.name.partition("#")
        stem = file.rsplit(".", 1)[0] if "." in file.lstrip(".") else file
        return f"{stem}{mark}{member}"

    @property
    def known(self) -> str | None:
        """The ISO day its claims are known from: the updated date of a version, else the published date."""
        date = self.meta.updated or self.meta.published
        return date[:10] if date else None
