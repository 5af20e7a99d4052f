"""Place lists that users bring: which kind a file is, and its places. They are names to choose from, like the world's, and not trusted
on sight like the monitor's own `places.csv`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from warledger.base.ids import content_id
from warledger.base.similarity import FOLD_VERSION
from warledger.intake.gazetteers.cache import open_compiled
from warledger.intake.gazetteers.compile import FORMAT
from warledger.intake.gazetteers.entry import Entry
from warledger.intake.gazetteers.geonames import COLUMNS as GEONAMES_COLUMNS
from warledger.intake.gazetteers.geonames import import_geonames
from warledger.intake.gazetteers.index import Index
from warledger.intake.gazetteers.places_csv import parse_places_csv
from warledger.intake.gazetteers.ucdp import import_ucdp
from warledger.records.reason import Problem, Reason, Severity

#: Bump when an importer gives other places for the same file: compiled lists are kept by it.
VERSION = 1
_UCDP = "where_coordinates"
_OWN = ("name", "lat", "lon")


def import_list(name: str, text: str, country_code: Callable[[str], str]) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The places of a list and its rows that could not be used: a GeoNames dump (19 columns between tabs), a table of UCDP GED, or a
    table with the columns of `places.csv`. `country_code` gives ISO 3166 alpha-2 for a country's name ("" unknown)."""
    head = text.removeprefix("\ufeff").partition("\n")[0]
    if head.count("\t") == GEONAMES_COLUMNS - 1:
        return import_geonames(text, name=name)
    columns = [column.strip().lower() for column in head.split(",")]
    if _UCDP in columns:
        return import_ucdp(text, country_code, name)
    if all(column in columns for column in _OWN):
        entries, problems = parse_places_csv(text, name)
        return tuple(_listed(entry, name) for entry in entries), problems
    told = "no place list: neither a GeoNames dump, nor a table of UCDP GED, nor one with the columns name, lat, lon"
    return (), (Problem(name, Reason.BAD_RECORD, Severity.FAILED, told),)


def open_lists(
    files: Sequence[tuple[Path, str]],
    country_code: Callable[[str], str],
    cache_dir: Path | None,
    announce: Callable[[str], None] = lambda _: None,
) -> tuple[Index, ...]:
    """The compiled lists of these files (each with the digest of its content), from `cache_dir` where they are there already."""
    return tuple(_open(path, digest, country_code, cache_dir, announce) for path, digest in files)


def _open(path: Path, digest: str, country_code: Callable[[str], str], cache_dir: Path | None, announce: Callable[[str], None]) -> Index:
    key = content_id("list", path.name, digest, FOLD_VERSION, FORMAT, VERSION)

    def entries() -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
        return import_list(path.name, _read(path), country_code)

    return open_compiled(cache_dir, key, entries, lambda: announce(f"Compiling {path.name} (once)"))


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig", errors="replace")
    except OSError:
        return ""


def _listed(entry: Entry, name: str) -> Entry:
    return Entry(msgspec.structs.replace(entry.place, source=name), entry.aliases)
