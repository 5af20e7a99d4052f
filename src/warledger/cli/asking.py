"""brief, who-holds, explain, gaps, changes, series: the questions."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from warledger.base.errors import UsageError
from warledger.cli import words
from warledger.cli.context import places_of, view_of, views_between
from warledger.cli.errors import guarded
from warledger.cli.holding_words import holding_lines
from warledger.cli.options import All, Folder, Json, Known, On, day
from warledger.cli.output import put_json, put_lines
from warledger.cli.words_series import series_lines
from warledger.exports.brief.json import brief_json
from warledger.exports.brief.markdown import brief_markdown
from warledger.exports.brief.text import Style, brief_text, plain
from warledger.exports.changes.feed import changes_feed
from warledger.exports.changes.text import changes_text
from warledger.exports.series import export_series
from warledger.pipeline.briefing import brief as make_brief
from warledger.pipeline.changes import changes_between
from warledger.pipeline.explaining import explain as make_explanation
from warledger.pipeline.holding import hold, holding_object
from warledger.pipeline.limits import gaps_of
from warledger.pipeline.series import KINDS as SERIES_KINDS
from warledger.pipeline.series import series_of


class Form(StrEnum):
    """How a brief is written."""

    TEXT = "text"
    MD = "md"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Adds the commands to the application."""
    app.command("brief")(brief)
    app.command("who-holds")(who_holds)
    app.command("explain")(explain)
    app.command("gaps")(gaps)
    app.command("changes")(changes)
    app.command("series")(series)


@guarded
def brief(
    folder: Folder,
    on: On = None,
    known: Known = None,
    form: Annotated[Form, typer.Option("--format", "-f", help="Text, Markdown or JSON.")] = Form.TEXT,
    everything: All = False,
    json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
) -> None:
    """The situation: what happened, who says so, what is disputed, who holds what; with citations.

    A citation such as [wire-1129:120-340] is a document and the characters [120, 340) of its text (`warledger text`).

    \b
    Examples:
      warledger brief my-war
      warledger brief my-war --on 2024-12-01 --known 2024-12-01
      warledger brief my-war --all --format md > situation.md
    """
    put_lines(brief_lines(folder, on, known, Form.JSON if json else form, everything))


def brief_lines(
    folder: Path, on: str | None = None, known: str | None = None, form: Form = Form.TEXT, everything: bool = False
) -> Iterator[str]:
    """The lines of a brief."""
    page = make_brief(view_of(folder, known), day(on, "--on"), everything=everything)
    if form is Form.JSON:
        return brief_json(page)
    return brief_markdown(page) if form is Form.MD else brief_text(page, _style())


@guarded
def who_holds(
    folder: Folder,
    place: Annotated[str, typer.Argument(metavar="PLACE", help="A place the reports name.", show_default=False)],
    on: On = None,
    known: Known = None,
    json: Json = False,
) -> None:
    """Who holds a place on a day: as assessed from the claims, by which rule, and as claimed and denied by parties.

    PLACE may be spelt otherwise than in the reports, or be another name of the place in the gazetteer; the answer says what it was taken
    for. Exit code 2 when several places have that name; they are listed.

    \b
    Examples:
      warledger who-holds my-war Oldbridge --on 2024-12-06
      warledger who-holds my-war Oldbridge --json
    """
    view = view_of(folder, known)
    holding = hold(view, place, day(on, "--on"), places_of(view.monitor))
    if json:
        put_json(holding_object(view, holding))
    else:
        put_lines(holding_lines(view, holding))


@guarded
def explain(
    folder: Folder,
    record: Annotated[str, typer.Argument(metavar="RECORD", help="A record's id, or how it begins.", show_default=False)],
    known: Known = None,
    json: Json = False,
) -> None:
    """One record: its words in the text, why each field is what it is, what its names were taken to be.

    \b
    Examples:
      warledger explain my-war r-0123456789abcdef
      warledger explain my-war r-0123456789abcdef --known 2024-12-01
    """
    explanation = make_explanation(view_of(folder, known), record)
    if json:
        put_json(explanation)
    else:
        put_lines(words.explanation_lines(explanation))


@guarded
def gaps(folder: Folder, known: Known = None, everything: All = False, json: Json = False) -> None:
    """What was not done: files not read, documents without a date, names not placed, sentences that gave nothing.

    Sentences with a word of war that gave no record are grouped by word, frame and reason, the cause that recurs most first, with
    the entry of the vocabulary that decides; --all lists every one. Inputs that could not be read have no date: they stay in the list
    whatever day --known names.

    \b
    Examples:
      warledger gaps my-war
      warledger gaps my-war --all
    """
    found = gaps_of(view_of(folder, known))
    if json:
        put_json(found)
    else:
        put_lines(words.gaps_lines(found, everything=everything))


class Told(StrEnum):
    """How changes are written."""

    TEXT = "text"
    JSON = "json"
    ATOM = "atom"


@guarded
def changes(
    folder: Folder,
    since: Annotated[str, typer.Option("--since", metavar="DATE", help="The day after which things became known.", show_default=False)],
    known: Known = None,
    form: Annotated[Told, typer.Option("--format", "-f", help="Text, JSON, or an Atom feed.")] = Told.TEXT,
    everything: All = False,
    json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
) -> None:
    """What the record says and did not say on a day: added, revised, corrected, merged, split, withdrawn, each with its cause.

    Causes are reports published since, corrections in them, newer versions, and decisions people made since (with who, when and why).

    \b
    Examples:
      warledger changes my-war --since 2024-12-01
      warledger changes my-war --since 2024-12-01 --known 2024-12-08 --json
      warledger changes my-war --since 2024-12-01 --format atom > changes.xml
    """
    wanted = day(since, "--since")
    if wanted is None:
        raise UsageError("--since needs a date", mend="Such as --since 2024-12-01")
    found = changes_between(*views_between(folder, wanted, known), wanted)
    form = Told.JSON if json else form
    if form is Told.JSON:
        put_json(found)
    else:
        put_lines(changes_feed(found) if form is Told.ATOM else changes_text(found, _style(), everything=everything))


class Kind(StrEnum):
    """A kind of series."""

    STRENGTH = "strength"
    MOVEMENT = "movement"
    AGREEMENT = "agreement"
    STATEMENT = "statement"
    TOLL = "toll"


@guarded
def series(  # noqa: PLR0913 (the parameters of a command are its options)
    folder: Folder,
    actor: Annotated[str, typer.Argument(metavar="[ACTOR]", help="Words of an actor's name (default: all actors).")] = "",
    kind: Annotated[Kind | None, typer.Option("--kind", "-k", help="Only these.")] = None,
    on: On = None,
    known: Known = None,
    about: Annotated[str, typer.Option("--about", metavar="WORDS", help="Only points whose words hold all of these.")] = "",
    everything: All = False,
    csv: Annotated[bool, typer.Option("--csv", help="CSV, one row a point.")] = False,
    json: Json = False,
) -> None:
    """What one actor had, did, agreed to and said, over time: strengths, movements, agreements, statements; and how tolls moved.

    Each point names its witnesses, reports of one thing stand in one point, and whoever changed position is marked. Agreements are told
    with their life: made, violated, extended, ended, failed. A toll is shown when its counts are not all alike, in the order in which they
    became known, and why each differs from the one before: a new report, a correction, or scope.

    \b
    Examples:
      warledger series my-war "River Brigade"
      warledger series my-war --kind statement --about ceasefire
      warledger series my-war --kind strength --csv > strengths.csv
      warledger series my-war --kind toll Sommer
    """
    found = series_of(view_of(folder, known), actor, [kind.value] if kind else SERIES_KINDS, day(on, "--on"), about)
    if csv:
        put_lines(export_series(found))
    elif json:
        put_lines(msgspec.json.encode(s).decode() + "\n" for s in found)
    else:
        put_lines(series_lines(found, everything=everything))


def _style() -> Style:
    """Marks for a terminal that has them; none in a pipe or a file."""
    if not sys.stdout.isatty():
        return plain
    from rich.console import Console

    return words.terminal_style if Console().color_system else plain
