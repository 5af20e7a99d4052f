"""Documents: the bytes handed in, the texts read from them, their metadata, and where they were seen."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator

import msgspec

from warledger.base.ids import canonical, digest
from warledger.base.offsets import OffsetMap
from warledger.records.citation import Citation
from warledger.records.document import Block, Document, Metadata
from warledger.records.origin import Origin


class Head(msgspec.Struct, frozen=True):
    """A document without its text."""

    id: str
    name: str
    digest: str
    format: str
    language: str
    meta: Metadata


class _Layout(msgspec.Struct, frozen=True, omit_defaults=True):
    blocks: tuple[Block, ...]
    offsets: OffsetMap | None
    origins: tuple[Origin, ...] = ()
    citations: tuple[Citation, ...] = ()


_LAYOUT = msgspec.json.Decoder(_Layout)
_METADATA = msgspec.json.Decoder(Metadata)

_HEADS = """
    SELECT d.id, d.name, d.digest, d.format, t.language, m.body
    FROM documents d JOIN current_texts t ON t.document = d.id JOIN current_metadata m ON m.document = d.id ORDER BY d.id
"""
_CURRENT = """
    SELECT d.id, d.name, d.digest, d.format, t.language, t.text, t.layout, m.body
    FROM documents d JOIN current_texts t ON t.document = d.id JOIN current_metadata m ON m.document = d.id
"""


def is_known(db: sqlite3.Connection, document_id: str) -> bool:
    """Whether the bytes are in the ledger."""
    return db.execute("SELECT 1 FROM documents WHERE id = ?", (document_id,)).fetchone() is not None


def name_of(db: sqlite3.Connection, document_id: str) -> str:
    """The file name (`file#member`) of a known document.

    Raises:
        KeyError: it is not known.
    """
    row = db.execute("SELECT name FROM documents WHERE id = ?", (document_id,)).fetchone()
    if row is None:
        raise KeyError(document_id)
    return str(row[0])


def add_source(db: sqlite3.Connection, run: int, document: Document, source: bytes) -> None:
    """Adds name and bytes of a document that is not known yet.

    Raises:
        ValueError: the bytes do not have the document's digest.
    """
    if digest(source) != document.digest:
        raise ValueError(f"{document.name}: the bytes do not have the digest {document.digest}")
    row = (document.id, run, document.name, document.stem, document.digest, document.format, zlib.compress(source))
    db.execute("INSERT INTO documents (id, run, name, stem, digest, format, source) VALUES (?, ?, ?, ?, ?, ?, ?)", row)


def has_text(db: sqlite3.Connection, document: Document) -> bool:
    """Whether the current text is this document's, blocks and offsets included."""
    held = db.execute("SELECT digest FROM current_texts WHERE document = ?", (document.id,)).fetchone()
    return held is not None and held[0] == _mark(document)


def add_text(db: sqlite3.Connection, run: int, document: Document) -> None:
    """Adds the text as read; it is the current one from now on."""
    layout = canonical(_Layout(document.blocks, document.offsets, document.origins, document.citations))
    mark = _mark(document)
    row = (document.id, run, mark, document.language, zlib.compress(document.text.encode()), zlib.compress(layout))
    db.execute("INSERT INTO texts (document, run, digest, language, text, layout) VALUES (?, ?, ?, ?, ?, ?)", row)


def current_text(db: sqlite3.Connection, document_id: str) -> int:
    """The row of the text that counts, of a known document."""
    return int(db.execute("SELECT id FROM current_texts WHERE document = ?", (document_id,)).fetchone()[0])


def add_metadata(db: sqlite3.Connection, run: int, document_id: str, meta: Metadata) -> bool:
    """Adds metadata, unless the current ones are the same; says whether it did."""
    body = canonical(meta).decode()
    held = db.execute("SELECT body FROM current_metadata WHERE document = ?", (document_id,)).fetchone()
    if held is not None and held[0] == body:
        return False
    db.execute("INSERT INTO metadata (document, run, body) VALUES (?, ?, ?)", (document_id, run, body))
    return True


def add_sighting(db: sqlite3.Connection, run: int, document_id: str, location: str) -> None:
    """Notes the first time a document is seen in a folder. The ordinal is the number of versions of its name seen there before."""
    db.execute(
        """INSERT INTO sightings (document, run, location, ordinal)
           SELECT d.id, ?, ?,
             (SELECT count(*) FROM documents o JOIN sightings s ON s.document = o.id WHERE o.name = d.name AND s.location = ?)
           FROM documents d WHERE d.id = ? ON CONFLICT DO NOTHING""",
        (run, location, location, document_id),
    )


def current(db: sqlite3.Connection) -> Iterator[Document]:
    """Every document with its newest text and metadata, sorted by id."""
    return map(_document, db.execute(f"{_CURRENT} ORDER BY d.id"))


def heads(db: sqlite3.Connection) -> Iterator[Head]:
    """Every document without its text, sorted by id."""
    rows = db.execute(_HEADS)
    return (Head(key, name, mark, kind, language, _METADATA.decode(body)) for key, name, mark, kind, language, body in rows)


def one(db: sqlite3.Connection, document_id: str) -> Document | None:
    """One document with its newest text and metadata."""
    row = db.execute(f"{_CURRENT} WHERE d.id = ?", (document_id,)).fetchone()
    return _document(row) if row else None


def source(db: sqlite3.Connection, document_id: str) -> bytes | None:
    """The bytes as handed in."""
    row = db.execute("SELECT source FROM documents WHERE id = ?", (document_id,)).fetchone()
    return zlib.decompress(row[0]) if row else None


def sightings(db: sqlite3.Connection) -> dict[str, list[tuple[str, int]]]:
    """Document id -> (location, ordinal), sorted."""
    found: dict[str, list[tuple[str, int]]] = {}
    for document, location, ordinal in db.execute("SELECT document, location, ordinal FROM sightings ORDER BY document, location"):
        found.setdefault(document, []).append((location, ordinal))
    return found


def names_under(db: sqlite3.Connection, location: str) -> tuple[tuple[str, str], ...]:
    """(location, name) of all documents seen in the folder or below it, sorted."""
    inside = location.rstrip("/\\")
    rows = db.execute(
        """SELECT DISTINCT s.location, d.name FROM sightings s JOIN documents d ON d.id = s.document
           WHERE s.location IN (?, ?) OR substr(s.location, 1, ?) IN (?, ?) ORDER BY s.location, d.name""",
        (location, inside, len(inside) + 1, inside + "/", inside + "\\"),
    )
    return tuple((place, name) for place, name in rows)


def _mark(document: Document) -> str:
    more = [part for part in (document.origins, document.citations) if part]
    return digest(canonical((document.text, document.language, document.blocks, document.offsets, *more)))


def _document(row: tuple[str, str, str, str, str, bytes, bytes, str]) -> Document:
    key, name, mark, kind, language, text, layout, meta = row
    shape = _LAYOUT.decode(zlib.decompress(layout))
    return Document(
        id=key,
        name=name,
        digest=mark,
        format=kind,
        text=zlib.decompress(text).decode(),
        blocks=shape.blocks,
        meta=_METADATA.decode(meta),
        language=language,
        offsets=shape.offsets,
        origins=shape.origins,
        citations=shape.citations,
    )
