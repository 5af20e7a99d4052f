"""Compiles entries into one block of bytes that opens without parsing: sorted hashes of folded names over flat arrays.

The block is a magic line, the length of a JSON header, the header (where each array lies), and the arrays, each aligned to
8 bytes, little-endian:

- `keys`, `key_rows`: hashes of folded names, and of the codes of divisions, (ascending, 64 bit) and the record each belongs to;
- `fuzzy`: folded names, one a line, grouped by country; `fuzzy_rows`: the record of each line;
- `lat`, `lon` (1e-5 degree), `population`, `radius` (km), `country`, `kind`, `source` (indices into the header's lists), `text_at`,
  `text`: the records.

At 1.2 million names in 64 bits the chance that any two share a hash is about 1 in 25 million.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from typing import Any

import msgspec
import numpy as np

from warledger.base.similarity import fold_name
from warledger.intake.gazetteers.entry import Entry
from warledger.records.reason import Problem

MAGIC = b"warledger gazetteer\n"
#: Bump when the layout of the block changes.
FORMAT = 3
DEGREE = 100_000
_ALIGN = 8
_SHORTEST = 2


class Header(msgspec.Struct):
    """Where the arrays lie (name -> offset from the end of the header, dtype, count) and the lists their indices point into.

    `problems` are the rows of the list that could not be used. `ranges` gives per country code the first and last (exclusive) line,
    and the first and last byte, in `fuzzy`.
    """

    key: str
    arrays: dict[str, tuple[int, str, int]]
    countries: list[str]
    kinds: list[str]
    sources: list[str]
    ranges: dict[str, tuple[int, int, int, int]]
    problems: tuple[Problem, ...] = ()


def name_hash(folded: str) -> int:
    """The 64-bit hash a folded name is found by."""
    return int.from_bytes(blake2b(folded.encode(), digest_size=8).digest(), "little")


def division_key(kind: str, country: str, admin1: str = "", admin2: str = "") -> str:
    """What a country or a division is found by, beside its names; no folded name has an equals sign."""
    return f"{kind}={country}={admin1}={admin2}"


def compile_entries(entries: Iterable[Entry], key: str, problems: tuple[Problem, ...] = ()) -> bytes:
    """The block for these entries; `key` is stored in it to tell which entries and rules made it, `problems` to be told again."""
    rows = sorted(entries, key=lambda e: (e.place.country, e.place.id))
    names = [_folded_names(entry) for entry in rows]
    lists = {field: sorted({getattr(e.place, field) for e in rows}) for field in ("country", "kind", "source")}
    fuzzy, ranges = _fuzzy(rows, names)
    arrays = {**_keys([[*group, *_codes(entry)] for entry, group in zip(rows, names, strict=True)]), **_records(rows, lists), **fuzzy}
    header = Header(key, {}, lists["country"], lists["kind"], lists["source"], ranges, problems)
    return _packed(header, arrays)


def _folded_names(entry: Entry) -> list[str]:
    folded = (fold_name(name) for name in (entry.place.name, *entry.aliases))
    return [name for name in dict.fromkeys(folded) if len(name) >= _SHORTEST]


def _codes(entry: Entry) -> tuple[str, ...]:
    place = entry.place
    if place.kind not in ("country", "admin1", "admin2"):
        return ()
    admin1, admin2 = (place.admin1 if place.kind != "country" else ""), (place.admin2 if place.kind == "admin2" else "")
    return (division_key(place.kind, place.country, admin1, admin2),)


def _keys(names: list[list[str]]) -> dict[str, Any]:
    hashes = np.fromiter((name_hash(name) for group in names for name in group), dtype="<u8")
    rows = np.repeat(np.arange(len(names), dtype="<u4"), [len(group) for group in names])
    order = np.lexsort((rows, hashes))
    return {"keys": hashes[order], "key_rows": rows[order]}


def _fuzzy(rows: list[Entry], names: list[list[str]]) -> tuple[dict[str, Any], dict[str, tuple[int, int, int, int]]]:
    lines: list[bytes] = []
    owners: list[int] = []
    ranges: dict[str, tuple[int, int, int, int]] = {}
    at = 0
    for row, (entry, group) in enumerate(zip(rows, names, strict=True)):
        first_line, _, first_byte, _ = ranges.get(entry.place.country, (len(lines), 0, at, 0))
        encoded = [name.encode() + b"\n" for name in group]
        lines.extend(encoded)
        owners.extend([row] * len(group))
        at += sum(map(len, encoded))
        ranges[entry.place.country] = (first_line, len(lines), first_byte, at)
    return {"fuzzy": np.frombuffer(b"".join(lines), dtype="u1"), "fuzzy_rows": np.array(owners, dtype="<u4")}, ranges


def _records(rows: list[Entry], lists: dict[str, list[str]]) -> dict[str, Any]:
    places = [entry.place for entry in rows]
    texts = ["\t".join(" ".join(part.split()) for part in (p.id, p.name, p.admin1, p.admin2)).encode() for p in places]
    index = {field: {value: i for i, value in enumerate(values)} for field, values in lists.items()}
    return {
        "lat": np.array([round(p.lat * DEGREE) for p in places], dtype="<i4"),
        "lon": np.array([round(p.lon * DEGREE) for p in places], dtype="<i4"),
        "population": np.array([p.population for p in places], dtype="<u4"),
        "radius": np.array([p.radius_km for p in places], dtype="<f4"),
        "country": np.array([index["country"][p.country] for p in places], dtype="<u2"),
        "kind": np.array([index["kind"][p.kind] for p in places], dtype="u1"),
        "source": np.array([index["source"][p.source] for p in places], dtype="u1"),
        "text_at": np.cumsum([0, *map(len, texts)]).astype("<u4"),
        "text": np.frombuffer(b"".join(texts), dtype="u1"),
    }


def _packed(header: Header, arrays: dict[str, Any]) -> bytes:
    parts: list[bytes] = []
    at = 0
    for name, array in arrays.items():
        data = array.tobytes()
        header.arrays[name] = (at, array.dtype.str, len(array))
        padding = -len(data) % _ALIGN
        parts.extend((data, b"\0" * padding))
        at += len(data) + padding
    encoded = msgspec.json.encode(header)
    encoded += b" " * (-(len(MAGIC) + 4 + len(encoded)) % _ALIGN)
    return b"".join((MAGIC, len(encoded).to_bytes(4, "little"), encoded, *parts))
