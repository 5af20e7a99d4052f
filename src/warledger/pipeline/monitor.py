"""A monitor: a folder with reports, what a person knows of the war, and the ledger. Everything in it is optional."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import msgspec

from warledger.base.errors import UsageError
from warledger.base.ids import content_id, digest
from warledger.intake.fields import ArticleFields
from warledger.pipeline.actors_file import read_actors
from warledger.pipeline.own_words import own_words
from warledger.pipeline.settings import Settings, make_settings
from warledger.pipeline.tables import convert, read_table
from warledger.records.actor import Actor
from warledger.records.source import Source

#: The files of a monitor that bear on what is shown, besides reports and ledger.
FILES = ("monitor.toml", "actors.toml", "sources.toml", "places.csv")


class Period(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The days the monitor is about; either end may be open."""

    start: dt.date | None = None
    end: dt.date | None = None


class MonitorTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`monitor.toml`. `countries` are ISO 3166 alpha-2 codes and narrow place names; `languages` ISO 639-1 codes. `articles` says which
    fields of JSON articles and columns of tables hold what."""

    name: str = ""
    period: Period = Period()
    countries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("en",)
    settings: dict[str, bool | int | float | str] = {}
    articles: ArticleFields = ArticleFields()


class SourcesTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`sources.toml`: the fields are those of `records.source.Source`."""

    source: tuple[Source, ...] = ()


class Monitor(msgspec.Struct, frozen=True):
    """A monitor folder as its files describe it. `fingerprint` changes when any of those files does; `words` are its own word lists."""

    folder: Path
    name: str
    period: Period
    countries: tuple[str, ...]
    languages: tuple[str, ...]
    settings: Settings
    actors: tuple[Actor, ...]
    sources: tuple[Source, ...]
    fingerprint: str
    words: dict[str, str] = {}
    articles: ArticleFields = ArticleFields()

    @property
    def reports(self) -> Path:
        """Where the reports lie unless others are named."""
        return self.folder / "reports"

    @property
    def ledger(self) -> Path:
        """The ledger file."""
        return self.folder / "ledger.db"

    @property
    def vocab(self) -> Path:
        """The folder of the monitor's own word lists, there or not."""
        return self.folder / "vocab"

    @property
    def place_lists(self) -> tuple[Path, ...]:
        """The place lists the monitor brings (`gazetteers/*`), by name; hidden files are none."""
        folder = self.folder / "gazetteers"
        found = folder.iterdir() if folder.is_dir() else ()
        return tuple(sorted(path for path in found if path.is_file() and not path.name.startswith(".")))

    @property
    def places(self) -> Path:
        """The monitor's own gazetteer supplement, there or not."""
        return self.folder / "places.csv"


def load_monitor(folder: Path, environ: Mapping[str, str]) -> Monitor:
    """The monitor in `folder`; a folder without any of the files is a monitor with nothing said.

    Raises:
        UsageError: no such folder, or one of its files is broken (with the file and the line).
    """
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder", mend=f"Make a monitor there with: warledger init {folder}")
    path = folder / "monitor.toml"
    table = convert(read_table(path), MonitorTable, path)
    words = own_words(folder / "vocab")
    marks = [*(_digest(folder / name) for name in FILES), *(part for pair in sorted(words.items()) for part in pair)]
    monitor = Monitor(
        folder=folder,
        name=table.name or folder.resolve().name,
        period=table.period,
        countries=_countries(table.countries, path),
        languages=table.languages,
        settings=make_settings(table.settings, environ, str(path)),
        actors=read_actors(folder / "actors.toml"),
        sources=convert(read_table(folder / "sources.toml"), SourcesTable, folder / "sources.toml").source,
        fingerprint="",
        words=words,
        articles=table.articles,
    )
    lists = [(path.name, _digest(path)) for path in monitor.place_lists]
    return msgspec.structs.replace(monitor, fingerprint=content_id("monitor", [*marks, *lists] if lists else marks))


def _countries(codes: tuple[str, ...], path: Path) -> tuple[str, ...]:
    for code in codes:
        if len(code) != 2 or not (code.isascii() and code.isalpha()):
            raise UsageError(f'{path}: countries: "{code}" is no ISO 3166 two-letter code', mend='For example countries = ["FR", "DE"]')
    return tuple(code.upper() for code in codes)


def _digest(path: Path) -> str:
    try:
        return digest(path.read_bytes())
    except OSError:
        return ""
