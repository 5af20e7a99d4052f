"""Rows of a CSV file (RFC 4180, UTF-8): lists joined by "; ", nothing for `None`, and no text cell can start a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def row(cells: Sequence[object]) -> str:
    """One row with its newline. A text that a spreadsheet would take for a formula gets a `'` in front."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow([_cell(cell) for cell in cells])
    return out.getvalue()


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, int | float):
        return value
    text = "; ".join(str(v) for v in value) if isinstance(value, tuple | list) else str(value)
    return "'" + text if text.startswith(_STARTS_FORMULA) else text
