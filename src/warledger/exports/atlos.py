"""`atlos`: the events as rows for Atlos' bulk import of incidents (CSV).

Columns are those Atlos' documentation asks for (`status`, `description`, `sensitive`) and two that every project has (`date`, `more_info`).
Coordinates go into `more_info`, not into Atlos' geolocation: that stands for a spot confirmed in a picture, ours is the middle of a town.
"""

from __future__ import annotations

from collections.abc import Iterator

from warledger.exports.cells import row
from warledger.exports.cite import paragraph
from warledger.exports.lines import iso
from warledger.exports.table import figure_words
from warledger.exports.told import Told, told
from warledger.records.state import State

COLUMNS = ("status", "description", "sensitive", "date", "more_info")
#: Atlos takes descriptions of 8 to 240 characters.
_LONGEST = 240
#: Nobody has judged the incident yet: harm to people is marked, so that nobody comes upon it unwarned.
_HARM, _NO_HARM = "Graphic Violence", "Not Sensitive"
_HARMED = frozenset({"killed", "injured", "casualties"})


def export_atlos(state: State, *, everything: bool = False) -> Iterator[str]:
    """A heading and one row an event, in the order of `events`."""
    yield row(COLUMNS)
    for event in told(state):
        happening = event.happening
        harm = any(f.measure in _HARMED and (f.low or f.high) for f in happening.figures)
        one_day = happening.start if happening.start == happening.end else None
        yield row(["Unclaimed", _description(event), _HARM if harm else _NO_HARM, iso(one_day), _more(event)])


def _description(event: Told) -> str:
    happening = event.happening
    days = "" if happening.start == happening.end else f", {happening.start or '...'} to {happening.end or '...'}"
    figures = "; ".join(figure_words(f) for f in happening.figures if f.low is not None or f.high is not None)
    told_in = f"{happening.type}{f', {happening.place}' if happening.place else ''}{days}{f': {figures}' if figures else ''}"
    return told_in if len(told_in) <= _LONGEST else told_in[: _LONGEST - 3].rsplit(" ", 1)[0] + "..."


def _more(event: Told) -> str:
    happening = event.happening
    where = ""
    if happening.lat is not None and happening.lon is not None:
        where = f" Near {happening.lat:g}, {happening.lon:g} (UCDP where_prec {happening.where_prec}; the middle of a place, not a spot)."
    return paragraph(event) + where
