"""The compiled world gazetteer on disk: made once, mapped into memory after that."""

from __future__ import annotations

import mmap
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from warledger.base.ids import content_id
from warledger.base.similarity import FOLD_VERSION
from warledger.intake.gazetteers.compile import FORMAT, compile_entries
from warledger.intake.gazetteers.entry import Entry
from warledger.intake.gazetteers.index import BrokenIndex, Index
from warledger.intake.gazetteers.library import THRESHOLD, divisions_text, library_entries, library_version
from warledger.records.place_words import WorldNames
from warledger.records.reason import Problem


def world_key(world: WorldNames) -> str:
    """What the compiled file depends on: library, list of divisions, threshold, folding rules, layout and the names of `world`."""
    names = (world.country_names, world.waters, world.water_names, world.regions)  # not `never`: it is asked at run time
    return content_id("gazetteer", library_version(), divisions_text(), THRESHOLD, FOLD_VERSION, FORMAT, names)


def open_world(cache_dir: Path | None, world: WorldNames, announce: Callable[[str], None] = lambda _: None) -> Index:
    """The world's places, compiled into `cache_dir` if they are not there yet; kept in memory where that cannot be written to.

    `announce` is told before the slow step (about a quarter of a minute, once).
    """
    return open_compiled(
        cache_dir,
        world_key(world),
        lambda: (library_entries(world), ()),
        lambda: announce("Compiling the gazetteer (once; about 20 seconds)"),
    )


def open_compiled(
    cache_dir: Path | None,
    key: str,
    entries: Callable[[], tuple[Iterable[Entry], tuple[Problem, ...]]],
    announce: Callable[[], None] = lambda: None,
) -> Index:
    """The places that `entries` gives, and its problems, compiled under the key, which must change with them: from `cache_dir` where
    they are there already. `announce` and `entries` are called before the slow step only."""
    path = cache_dir / f"{key}.bin" if cache_dir else None
    if path and (held := _mapped(path, key)):
        return held
    announce()
    found, problems = entries()
    data = compile_entries(found, key, problems)
    if path and _written(path, data) and (held := _mapped(path, key)):
        return held
    return Index(data)


def _mapped(path: Path, key: str) -> Index | None:
    try:
        with path.open("rb") as file:
            index = Index(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError, BrokenIndex):
        return None
    return index if index.header.key == key else None


def _written(path: Path, data: bytes) -> bool:
    """Whole or not at all: another process sees either no file or all of it."""
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=path.stem, suffix=".part", delete=False) as file:
            temporary = Path(file.name)
            file.write(data)
        temporary.replace(path)
    except OSError:
        if temporary:
            with suppress(OSError):
                temporary.unlink()
        return False
    return True
