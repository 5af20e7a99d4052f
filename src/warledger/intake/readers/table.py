"""Tables (.csv, .tsv) of articles: one a row, the first row naming the columns."""

from __future__ import annotations

import csv
import re

import msgspec

from warledger.intake.articles import made_article
from warledger.intake.decode import decode
from warledger.intake.fields import COMMON, ArticleFields
from warledger.intake.source import Inner, Results, Source
from warledger.records.reason import Problem, Reason

_DELIMITERS = ",;\t|"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def read_table(source: Source, inner: Inner) -> Results:
    """The articles of a table, each named `name#` and its own id or else its line number. Names of columns are matched in any case."""
    data = source.whole(source.limits.container)
    if isinstance(data, Problem):
        yield data
        return
    text, _, problem = decode(data, source.name)
    if problem:
        yield problem
    if text is not None:
        yield from _rows(text, source)


def _rows(text: str, source: Source) -> Results:
    csv.field_size_limit(source.limits.document)
    rows = csv.reader((line[0] for line in _LINE.finditer(text)), delimiter=source.fields.delimiter or _delimiter(text), strict=False)
    try:
        columns = [_name(column, source.fields) for column in next(rows, [])]
        if not any(name in columns for name in source.fields.names("text")):
            looked = ", ".join(source.fields.names("text"))
            detail = f"{source.shown}: no column holds a text; looked for {looked}. Name it under [articles] in monitor.toml"
            yield source.failed(Reason.NO_ARTICLE, detail)
            return
        read = 0
        for row in rows:
            if any(cell.strip() for cell in row):
                read += 1
                yield from _article(dict(zip(columns, row, strict=False)), str(rows.line_num), source)
        if not read:
            yield source.failed(Reason.EMPTY, f"{source.shown}: a table without rows")
    except csv.Error as error:
        yield source.failed(Reason.DAMAGED, f"{source.shown}: line {rows.line_num}: {error}; the rows before it were read")


def _article(row: dict[str, str], line: str, source: Source) -> Results:
    article = made_article({column: cell for column, cell in row.items() if cell.strip()}, source.name, line, source.fields, "table")
    if isinstance(article, Problem):
        yield article
        return
    yield from article.problems
    yield source.document(msgspec.json.encode(row), "csv", article.text, member=article.own_id or line, given=article.given)


def _delimiter(text: str) -> str:
    """What parts the columns most often in the first line."""
    head = text.partition("\n")[0]
    return max(_DELIMITERS, key=head.count)


def _name(column: str, fields: ArticleFields) -> str:
    """A column's name as it is looked for: as a field is called, where it differs from that only in case or blanks."""
    folded = column.strip().casefold().replace(" ", "_")
    known = {name.casefold(): name for field in COMMON for name in fields.names(field)}
    return known.get(column.strip().casefold()) or known.get(folded) or column.strip()
