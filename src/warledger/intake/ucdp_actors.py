"""Armed actors from the UCDP Actor Dataset, one row an actor: full names, renames, splits and mergers.

Needed columns (names of its codebook): `ActorId`, `NameData`, `Org`, `Location`; names, changes and conflicts are used where present.
It gives no days for changes of name. UCDP data are CC BY 4.0; cite the dataset's version.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from warledger.intake.gazetteers.rows import BadRow, Tally, read_rows
from warledger.records.reason import Problem

#: Codes of `Org`: how an actor is organised.
KINDS = {"1": "armed group", "2": "supporters", "3": "armed group", "4": "state"}
_NOTHING = frozenset({"", "n/a", "na", "none", "unknown"})
_NAMES = ("nameorig", "nameorigfull", "nameorigfulleng", "newname", "newnamefullmothertongue", "newnamefulleng")


class UcdpActor(msgspec.Struct, frozen=True):
    """One row. `names` are all other names it ever had, `dyads` the ids of the pairs it fought in; the others are names of actors: whom it
    split from, whom it was joined with (the list does not say who went into whom) and whom it was in alliance with."""

    id: str
    name: str
    kind: str
    names: tuple[str, ...]
    places: tuple[str, ...]
    dyads: tuple[str, ...] = ()
    split_from: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    allied: tuple[str, ...] = ()


def import_ucdp_actors(text: str, name: str = "UCDP actors") -> tuple[tuple[UcdpActor, ...], tuple[Problem, ...]]:
    """The actors of the text by name; malformed rows are counted by reason."""
    tally = Tally(name)
    found = []
    for line, row in read_rows(text, ("actorid", "namedata", "org", "location"), tally):
        try:
            found.append(_actor(row))
        except BadRow as error:
            tally.add(str(error), line)
    return tuple(sorted(found, key=lambda a: (a.name, a.id))), tally.problems()


def _actor(row: dict[str, str]) -> UcdpActor:
    name = row["namedata"]
    if name.casefold() in _NOTHING:
        raise BadRow("no name")
    others = dict.fromkeys(other for column in _NAMES for other in _names(row.get(column, "")) if other != name)
    return UcdpActor(
        id=row["actorid"],
        name=name,
        kind=KINDS.get(row["org"], ""),
        names=tuple(others),
        places=tuple(_parts(row["location"])),
        dyads=tuple(_parts(row.get("dyadid", ""))),
        split_from=tuple(_parts(row.get("nameprev", ""))) + tuple(_parts(row.get("namesplittemp", ""))),
        joined=tuple(_parts(row.get("groupname", ""))),
        allied=tuple(_parts(row.get("namealliance", ""))),
    )


def _names(cell: str) -> Iterator[str]:
    """A name, or several in order of time; a name with a comma of its own is not told from two."""
    for part in _parts(cell):
        yield re.sub(r"\s+", " ", part)


def _parts(cell: str) -> Iterator[str]:
    yield from (part for raw in cell.split(",") if (part := raw.strip()).casefold() not in _NOTHING)
