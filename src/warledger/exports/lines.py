"""One JSON value a line: UTF-8, keys in the order written, whole numbers without a fraction."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec

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
