"""What a reviewer types: `what = what`, counts as people write them, coordinates."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from warledger.base.errors import UsageError

#: Fields that hold a list of counts.
COUNTS = frozenset({"killed", "injured", "captured"})
_NUMBER = r"\d[\d,]*"
_COUNT = re.compile(
    r"(?:(?P<group>(?:(?!up to\b).)*?)\s+)?(?:(?P<most>up to)\s+)?"
    rf"(?P<low>{_NUMBER})(?:\s*[-–]\s*(?P<high>{_NUMBER})|(?P<more>\+|\s+or\s+more))?"
    r"(?:\s+(?P<after>\D.*))?",
    re.IGNORECASE,
)


def cut(text: str, mark: str) -> tuple[str, str]:
    """What stands before the mark and behind it, without blanks around."""
    before, _, after = text.partition(mark)
    return before.strip(), after.strip()


def pair(text: str) -> tuple[str, str]:
    """`what = what`.

    Raises:
        UsageError: it is not so.
    """
    name, value = cut(text, "=")
    if not (name and value):
        raise UsageError("say what = what", mend="? shows how")
    return name, value


def value_of(field: str, text: str, was: Any) -> Any:
    """A value as it was typed: JSON; counts ("soldiers 17; fighters 20-25; civilians 9+"); a list where the field has one; else the words.

    Raises:
        UsageError: no count, where the field holds counts.
    """
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError:
        pass
    parts = [part.strip() for part in text.split(";") if part.strip()]
    if field in COUNTS:
        return [count(part) for part in parts]
    return parts if isinstance(was, list | tuple) else text


def count(text: str) -> dict[str, Any]:
    """`soldiers 17`, `17 soldiers`, `soldiers 17-20`, `soldiers 17+`, `soldiers 17 or more`, `soldiers up to 80`.

    Raises:
        UsageError: it is none of these.
    """
    found = _COUNT.fullmatch(text.strip())
    if found is None:
        raise UsageError(f'"{text}" is no count', mend="Write it so: soldiers 17; fighters 20-25; civilians 9+; guards up to 80")
    low = int(found["low"].replace(",", ""))
    high = int(found["high"].replace(",", "")) if found["high"] else None if found["more"] else low
    group = " ".join(part for part in (found["group"], found["after"]) if part)
    return {"group": group, "low": None if found["most"] else low, "high": high}


def coordinates(text: str) -> tuple[float, float] | None:
    """`LAT, LON` in degrees; `None` where it is something else.

    Raises:
        UsageError: no place on earth.
    """
    try:
        lat, lon = (float(part) for part in text.split(","))
    except ValueError:
        return None
    if abs(lat) > 90 or abs(lon) > 180:
        raise UsageError(f"{text} is no place on earth", mend="Latitude -90 to 90, then longitude -180 to 180, in degrees")
    return lat, lon
