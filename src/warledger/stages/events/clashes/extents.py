"""How much of a place: one change, of a part or of the whole."""

from __future__ import annotations

import re

from warledger.stages.events.clashes.clash import SCOPE, Clash, Side, exact, gap
from warledger.stages.events.clashes.kin import could_be_one
from warledger.stages.events.clashes.matter import one_place, place_names

#: Days within which a part and the whole are of one change.
_ONE_CHANGE = 2
#: What may stand between an extent and the name of its place.
_OF = re.compile(
    r"^\W*(?:the )?(?:(?:north|south|east|west|cent)\w* )?"
    r"(?:(?:city|town|village|capital)\b(?! of)|(?:(?:city|town|village) of )?(?P<name>[A-Z][\w'’-]+))"
)


def extent(a: Side, b: Side) -> Clash | None:
    """One change of one place, of more or less of it."""
    if not _of_control(a, b) or gap(a, b) > _ONE_CHANGE or not could_be_one(a.by, b.by):
        return None
    one, other = extent_of(a), extent_of(b)
    if one == other or a.claim.quote == b.claim.quote:
        return None
    if not (one and other) and not (_plain(b if one else a) and gap(a, b) <= 1 and a.by.known and b.by.known):
        return None
    said = [f'"{side.said.extents[name]}"' if name else "the place, no more said" for side, name in ((a, one), (b, other))]
    labels = f"{a.facet.place} {one}", f"{b.facet.place} {other}"
    return Clash(SCOPE, *labels, f"how much of {a.places[0]}: {said[0]} or {said[1]}", 0.6)


def _plain(side: Side) -> bool:
    """Whether it tells of the whole place by saying no more, on a day of its own."""
    return side.facet.action == "taken" and exact(side)


def _of_control(a: Side, b: Side) -> bool:
    taking = ("taken", "entered")
    both = a.facet.kind == b.facet.kind == "control" and a.done and b.done
    return both and one_place(a, b) and a.facet.action in taking and b.facet.action in taking


def extent_of(side: Side) -> str:
    """How much of its place a claim of control speaks of: the name of an extent whose words stand before the place, or nothing."""
    names = place_names(side)
    for name, words in sorted(side.said.extents.items(), key=lambda row: (-len(row[1]), row)):
        match = _OF.match(side.claim.quote.partition(words)[2])
        if match and (match.group("name") is None or re.split(r"['’-]", match.group("name"))[0].casefold() in names):
            return name
    return ""
