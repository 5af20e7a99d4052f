"""What importers share: rows of a table by column name, coordinates checked, and malformed rows counted by what ails them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any

from warledger.records.reason import Problem, Reason, Severity

_SHOWN = 5


class BadRow(ValueError):
    """A row that cannot be used; the message is the reason it is counted under."""


class Tally:
    """Malformed rows of one list, counted by reason."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._lines: dict[str, list[int]] = {}

    def add(self, reason: str, line: int) -> None:
        """One more row (1-based line) with this reason."""
        self._lines.setdefault(reason, []).append(line)

    def problems(self) -> tuple[Problem, ...]:
        """One problem a reason, with the number of rows and the first lines."""
        return tuple(self._problem(reason, lines) for reason, lines in sorted(self._lines.items()))

    def _problem(self, reason: str, lines: Sequence[int]) -> Problem:
        shown = ", ".join(map(str, lines[:_SHOWN])) + (", ..." if len(lines) > _SHOWN else "")
        rows = "1 row" if len(lines) == 1 else f"{len(lines)} rows"
        return Problem(self._name, Reason.BAD_RECORD, Severity.FAILED, f"{rows} passed over: {reason} (line {shown})")


def read_rows(text: str, needed: Sequence[str], tally: Tally) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV text with a header, each with its last line number; column names are lower case, values stripped.

    Blank rows are skipped. A missing column of `needed` is counted once and ends the table; a row with more values than
    the header has columns is counted.
    """
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    header = [name.strip().lower() for name in next(reader, [])]
    missing = [name for name in needed if name not in header]
    if missing:
        tally.add(f"no column {' or '.join(missing)} in the header", 1)
        return
    for values in _guarded(reader, tally):
        if len(values) > len(header):
            tally.add("more values than columns", reader.line_num)
        elif any(value.strip() for value in values):
            yield reader.line_num, dict(zip(header, [v.strip() for v in values] + [""] * (len(header) - len(values)), strict=True))


def _guarded(reader: Any, tally: Tally) -> Iterator[list[str]]:
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            tally.add(f"not CSV: {error}", reader.line_num)


def coordinates(latitude: str, longitude: str) -> tuple[float, float]:
    """Degrees (WGS 84).

    Raises:
        BadRow: not numbers, or outside -90..90 and -180..180.
    """
    try:
        lat, lon = float(latitude), float(longitude)
    except ValueError:
        raise BadRow("latitude or longitude is no number") from None
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise BadRow("latitude or longitude out of range")
    return lat, lon
