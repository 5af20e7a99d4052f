"""Which reader reads what: the table of formats, and the one place that catches what a damaged file does to its reader."""

from __future__ import annotations

import io
from collections.abc import Callable
from importlib import import_module
from typing import IO, cast

from warledger.intake.budget import Broken, Budget, Metered, Spent
from warledger.intake.formats import format_by_content, format_by_name, packing, unpacked_name
from warledger.intake.packed import Unpacked
from warledger.intake.source import Reader, Results, Source
from warledger.records.reason import Reason

#: Format -> module of `readers` and its function.
READERS = {
    "txt": "plain:read_plain",
    "md": "plain:read_markdown",
    "wiki": "plain:read_wiki",
    "html": "plain:read_html",
    "json": "json_articles:read_json",
    "jsonl": "json_articles:read_lines",
    "csv": "table:read_table",
    "docx": "docx:read_docx",
    "pdf": "pdf:read_pdf",
    "eml": "mail:read_mail",
    "mhtml": "mhtml:read_saved_page",
    "mbox": "mbox:read_mbox",
    "xml": "feed:read_feed",
    "warc": "warc:read_warc",
    "zip": "zipped:read_zip",
    "tar": "tarred:read_tar",
}
_SNIFFED = 4096


def read_source(source: Source) -> Results:
    """The documents in a source of any format, and why something in it was not read.

    Raises:
        Spent: the file it lies in unfolds to more than it may.
    """
    if source.depth > source.limits.depth:
        detail = f"{source.shown}: lies more than {source.limits.depth} containers deep"
        yield source.failed(Reason.TOO_COMPLEX, detail)
        return
    try:
        yield from reader_of(_format(source))(source, read_source)
    except Broken as error:
        detail = f"{source.shown}: {error}; what came before the break was read if it was whole"
        yield source.failed(Reason.BROKEN_ARCHIVE, detail)
    except OSError as error:
        yield source.failed(Reason.UNREADABLE, f"{source.shown}: {error.strerror or error}")
    except Spent:
        raise
    except Exception as error:  # a fault of ours or of a library's, over one file; the others are no worse for it
        yield source.failed(Reason.INTERNAL, f"{source.shown}: {type(error).__name__}: {error}; please report this")


def reader_of(form: str) -> Reader:
    """The reader of a format; its module is loaded with the first call."""
    module, _, function = READERS[form].partition(":")
    return cast("Reader", getattr(import_module(f"warledger.intake.readers.{module}"), function))


def opener(open_packed: Callable[[], IO[bytes]], file: str, budget: Budget, *, metered: bool) -> Callable[[], IO[bytes]]:
    """How to open what `file` holds, unpacked where its name says that it is packed. What comes out of an archive (`metered`), and
    all that is unpacked, counts against the budget."""
    packed_with = packing(file)

    def opened() -> IO[bytes]:
        stream = open_packed()
        if packed_with:
            return cast("IO[bytes]", io.BufferedReader(Unpacked(stream, packed_with, budget)))
        return cast("IO[bytes]", io.BufferedReader(Metered(stream, budget))) if metered else stream

    return opened


def _format(source: Source) -> str:
    named = source.form or format_by_name(unpacked_name(source.file))
    if named:
        return named
    with source.open() as stream:
        return format_by_content(stream.read(_SNIFFED))
