"""One JSON value a line: UTF-8, keys in the order written, whole numbers without a fraction."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import msgspec

#: What would be read as markup; report texts and file names may hold any of it.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|!~])")
_ENCODER = msgspec.json.Encoder()


def line(value: Any) -> str:
    """`value` as JSON on one line, with its newline. Dates become ISO days."""
    return _ENCODER.encode(value).decode("utf-8") + "\n"


def number(value: float | None) -> float | int | None:
    """15.0 as 15: counts are whole, areas and sums need not be."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def iso(day: dt.date | None) -> str | None:
    """The day as `YYYY-MM-DD`."""
    return day.isoformat() if day else None


def markdown_safe(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _MARKUP.sub(r"\\\1", text)
