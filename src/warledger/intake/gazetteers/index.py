"""A compiled gazetteer: answers from flat arrays, from a file mapped into memory or from bytes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from mmap import mmap
from typing import Any

import msgspec
import numpy as np
from rapidfuzz import fuzz, process

from warledger.base.similarity import name_similarity
from warledger.intake.gazetteers.compile import DEGREE, MAGIC, Header, name_hash
from warledger.records.place import Place

# Below this plain ratio two folded names are not looked at again. Spellings of one name that fold differently stood at 82 and above.
_CUTOFF = 76.0
_EXTRACTED = 24
_COUNTRIES_HELD = 8


class BrokenIndex(ValueError):
    """The bytes are no compiled gazetteer of this format."""


class Index:
    """Places by folded name. Nothing is parsed on opening; only what is asked for is touched."""

    def __init__(self, data: bytes | mmap) -> None:
        """Raises `BrokenIndex` when the data is not what `compile_entries` makes."""
        self.header, start = _header(data)
        try:
            self._arrays = {name: np.frombuffer(data, dtype, count, start + at) for name, (at, dtype, count) in self.header.arrays.items()}
            self._keys, self._key_rows = self._arrays["keys"], self._arrays["key_rows"]
        except (ValueError, KeyError) as error:
            raise BrokenIndex(f"cut short: {error}") from error
        self._names = lru_cache(maxsize=_COUNTRIES_HELD)(self._names_in)

    def lookup(self, folded: str) -> tuple[Place, ...]:
        """Every place with this folded name, the most populous first."""
        first, last = self._range(folded)
        return tuple(sorted((self._place(int(row)) for row in self._key_rows[first:last]), key=lambda p: (-p.population, p.id)))

    def has(self, folded: str) -> bool:
        """Whether any place has this folded name."""
        first, last = self._range(folded)
        return last > first

    def similar(self, folded: str, countries: Sequence[str], limit: int) -> list[tuple[Place, float]]:
        """The places of these countries with the most similar folded names, best first, each with the similarity (0-100)."""
        best: dict[int, float] = {}
        for country in countries:
            names, rows = self._names(country)
            for name, _, at in process.extract(folded, names, scorer=fuzz.ratio, score_cutoff=_CUTOFF, limit=_EXTRACTED):
                row = int(rows[at])
                best[row] = max(best.get(row, 0.0), name_similarity(folded, name))
        found = [(self._place(row), score) for row, score in best.items()]
        return sorted(found, key=lambda f: (-f[1], -f[0].population, f[0].id))[:limit]

    def _range(self, folded: str) -> tuple[int, int]:
        wanted = np.uint64(name_hash(folded))
        return int(np.searchsorted(self._keys, wanted, "left")), int(np.searchsorted(self._keys, wanted, "right"))

    def _names_in(self, country: str) -> tuple[list[str], Any]:
        first, last, start, end = self.header.ranges.get(country, (0, 0, 0, 0))
        text = self._arrays["fuzzy"][start:end].tobytes().decode()
        return text.split("\n")[: last - first], self._arrays["fuzzy_rows"][first:last]

    def _place(self, row: int) -> Place:
        at = self._arrays["text_at"]
        text = self._arrays["text"][at[row] : at[row + 1]].tobytes().decode()
        identity, name, admin1, admin2 = text.split("\t")
        header = self.header
        return Place(
            identity,
            name,
            header.kinds[self._arrays["kind"][row]],
            header.countries[self._arrays["country"][row]],
            int(self._arrays["lat"][row]) / DEGREE,
            int(self._arrays["lon"][row]) / DEGREE,
            admin1,
            int(self._arrays["population"][row]),
            header.sources[self._arrays["source"][row]],
            admin2,
            float(self._arrays["radius"][row]),
        )


def _header(data: bytes | mmap) -> tuple[Header, int]:
    at = len(MAGIC) + 4
    if data[: len(MAGIC)] != MAGIC:
        raise BrokenIndex("not a compiled gazetteer")
    end = at + int.from_bytes(data[len(MAGIC) : at], "little")
    try:
        return msgspec.json.decode(data[at:end], type=Header), end
    except msgspec.MsgspecError as error:
        raise BrokenIndex(f"broken header: {error}") from error
