"""actors, actor: who is in this war, and everything of one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from warledger.base.errors import UsageError
from warledger.cli.context import monitor_in, view_of
from warledger.cli.errors import guarded
from warledger.cli.options import All, Folder, Json, Known, On, day
from warledger.cli.output import note, put_json, put_lines
from warledger.cli.words_actors import cast_lines, profile_lines
from warledger.exports.actors_toml import actors_toml
from warledger.records.proposal import Proposal
from warledger.records.registry import fold_actor


def register(app: typer.Typer) -> None:
    """Adds the commands to the application."""
    app.command("actors")(actors)
    app.command("actor")(actor)


@guarded
def actors(
    folder: Folder,
    suggest: Annotated[bool, typer.Option("--suggest", help="As TOML to paste into actors.toml: only what it lacks.")] = False,
    ucdp: Annotated[Path | None, typer.Option("--from-ucdp", metavar="FILE", help="TOML from a CSV of the UCDP Actor Dataset.")] = None,
    known: Known = None,
    everything: All = False,
    json: Json = False,
) -> None:
    """Who is in this war: every actor the reports tell deeds of, with its names, how much is told, and on whose side it may stand.

    Nothing is decided: with --suggest, names that the reports themselves write out stand as entries, everything guessed as a comment
    with the words that speak for it.

    \b
    Examples:
      warledger actors my-war
      warledger actors my-war --suggest >> my-war/actors.toml
      warledger actors my-war --from-ucdp ucdp-actor.csv
    """
    found = list(_from_ucdp(folder, ucdp, known) if ucdp else _from_reports(folder, known, suggest=suggest, everything=everything))
    if json:
        put_lines(msgspec.json.encode(one).decode() + "\n" for one in found)
    elif suggest or ucdp:
        put_lines(actors_toml(found))
    else:
        put_lines(cast_lines(found))


@guarded
def actor(
    folder: Folder,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Any name of the actor.", show_default=False)],
    on: On = None,
    known: Known = None,
    everything: All = False,
    json: Json = False,
) -> None:
    """One actor: its names, its side over time, its strengths, what it lost by each source, whom it fights and backs.

    Exit code 2 when several actors have such a name; they are listed. What it moved, agreed to and said: `warledger series`.

    \b
    Examples:
      warledger actor my-war "River Brigade"
      warledger actor my-war NF --on 2031-05-04 --json
    """
    from warledger.pipeline.actors import profile

    found = profile(view_of(folder, known), name, day(on, "--on"))
    if json:
        put_json(found)
    else:
        put_lines(profile_lines(found, everything=everything))


def _from_reports(folder: Path, known: str | None, *, suggest: bool, everything: bool) -> Iterator[Proposal]:
    from warledger.pipeline.suggesting import listed
    from warledger.pipeline.suggesting import suggest as proposals

    view = view_of(folder, known)
    yield from proposals(view, everything=everything) if suggest else listed(view, everything=everything)


def _from_ucdp(folder: Path, file: Path, known: str | None) -> Iterator[Proposal]:
    """Actors of the list: of the monitor's countries, else those the reports name."""
    from warledger.intake.gazetteers.library import country_codes
    from warledger.pipeline.ucdp_registry import read_ucdp, ucdp_proposals
    from warledger.pipeline.vocabulary import WordLists

    monitor = monitor_in(folder)
    listed, problems = read_ucdp(file)
    for problem in problems:
        note(f"{problem.name}: {problem.detail}")
    named: Counter[str] = Counter()
    try:
        named.update(fold_actor(name) for _, name in view_of(folder, known).state.links.actors)
    except UsageError:
        note("nothing has been read yet: the names in the reports are not known")
    codes = country_codes(WordLists.packaged().world)
    found = ucdp_proposals(listed, monitor.countries, lambda place: codes.get(place, ""), named)
    note(f"{len(found)} of {len(listed)} actors of {file.name}; UCDP data are CC BY 4.0: cite the dataset and its version")
    yield from found
