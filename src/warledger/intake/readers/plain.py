"""Text, Markdown, wiki source and web pages: one report, whose text is the file decoded."""

from __future__ import annotations

from warledger.intake.decode import decode
from warledger.intake.source import Inner, Results, Source
from warledger.records.reason import Problem, Reason


def read_plain(source: Source, inner: Inner) -> Results:
    """Plain text."""
    return _read(source, "txt")


def read_markdown(source: Source, inner: Inner) -> Results:
    """Markdown."""
    return _read(source, "md")


def read_wiki(source: Source, inner: Inner) -> Results:
    """MediaWiki source."""
    return _read(source, "wiki")


def read_html(source: Source, inner: Inner) -> Results:
    """A web page."""
    return _read(source, "html")


def _read(source: Source, form: str) -> Results:
    data = source.whole(source.limits.document)
    if isinstance(data, Problem):
        yield data
        return
    text, _, problem = decode(data, source.name, markup=form == "html", charset=source.charset)
    if problem:
        yield problem
    if text is not None and not text.strip():
        yield source.failed(Reason.EMPTY, f"{source.shown}: holds nothing but blanks")
    elif text is not None:
        yield source.document(data, form, text)
