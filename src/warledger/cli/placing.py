"""places: what the reports' place names were taken to be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec
import typer

from warledger.cli.context import monitor_in, toolkit, view_of
from warledger.cli.errors import guarded
from warledger.cli.options import All, Folder, Json, Known
from warledger.cli.output import note, put_lines
from warledger.exports.geometry import in_words
from warledger.pipeline.limits import counted
from warledger.pipeline.placing import NamedPlace, Placing, described, placing_objects, placing_of

#: Lines of one list that are shown unless everything is asked for.
_SHOWN = 40


def register(app: typer.Typer) -> None:
    """Adds the command to the application."""
    app.command("places")(places)


@guarded
def places(
    folder: Folder,
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="Only names with these words in them, with all candidates.")] = "",
    known: Known = None,
    everything: All = False,
    json: Json = False,
) -> None:
    """What the reports' place names were taken to be, how exactly, and why; and the names that have no place, with the reason.

    With NAME also every candidate with its score. The codes of precision (where_prec) are UCDP's: 1 the place itself, 2 within 25 km,
    3 second-order division, 4 first-order division, 5 a line or wide area, 6 country, 7 open waters or the air.

    \b
    Examples:
      warledger places my-war
      warledger places my-war Oldbridge
      warledger places my-war --json
    """
    found = placing_of(view_of(folder, known), name)
    for problem in toolkit(monitor_in(folder)).place_problems:
        note(f"{problem.name}: {problem.detail}")
    if json:
        put_lines(msgspec.json.encode(row).decode() + "\n" for row in placing_objects(found))
    else:
        put_lines(placing_lines(found, detailed=bool(name), everything=everything))


def placing_lines(found: Placing, *, detailed: bool, everything: bool) -> Iterator[str]:
    """The lists as lines, long ones cut short unless everything is asked for; `detailed` adds reasons and candidates."""
    yield f"Placed: {counted(len(found.placed), 'name')}\n"
    for named in found.placed if everything or detailed else found.placed[:_SHOWN]:
        yield from _placed(named, detailed=detailed)
    yield from _more(len(found.placed), everything=everything or detailed)
    reasons = ", ".join(f"{u.names} {u.reason.value}" for u in found.reasons)
    yield f"Not placed: {counted(len(found.unplaced), 'name')}{f' ({reasons})' if reasons else ''}\n"
    for named in found.unplaced if everything or detailed else found.unplaced[:_SHOWN]:
        reason = named.link.reason.value if named.link.reason else "no_place"
        yield f"  {named.name} ({reason}, {counted(named.documents, 'document')}, such as {named.example}): {named.link.why}\n"
        yield from _candidates(named) if detailed else ()
    yield from _more(len(found.unplaced), everything=everything or detailed)


def _placed(named: NamedPlace, *, detailed: bool) -> Iterator[str]:
    link = named.link
    if link.place is None:
        return
    extent = f", {in_words(link.shape)}" if link.shape else ""
    where = f"where_prec {link.precision}{extent}, {counted(named.documents, 'document')}"
    yield f"  {named.name}: {described(link.place, link.within)} [{link.key}], {where}\n"
    if detailed:
        yield f"    {link.score:.2f} {link.why}\n"
        yield from _candidates(named)


def _candidates(named: NamedPlace) -> Iterator[str]:
    for candidate in named.link.candidates:
        if candidate.place != named.link.place:
            yield f"    or {described(candidate.place)} [{candidate.place.id}], {candidate.score:.2f}: {candidate.why}\n"


def _more(count: int, *, everything: bool) -> Iterator[str]:
    if count > _SHOWN and not everything:
        yield f"  ... and {count - _SHOWN} more (--all)\n"
