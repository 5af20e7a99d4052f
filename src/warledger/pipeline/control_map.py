"""The map as of a day: who holds each place that the reports say somebody took, left, held or fought for."""

from __future__ import annotations

import datetime as dt

from warledger.pipeline.holding import holding_of, registry_names
from warledger.pipeline.view import View
from warledger.records.control import MapRow, PlaceControl


def control_map(view: View, on: dt.date | None = None) -> tuple[MapRow, ...]:
    """One row a place with control claims of its own, by key; the day defaults to the latest published one. What nobody can be said to
    hold on that day has a row too, with the status `unknown` and the reason."""
    day = view.on(on)
    return tuple(_row(view, control, day) for control in view.state.control)


def _row(view: View, control: PlaceControl, day: dt.date | None) -> MapRow:
    holding = holding_of(view, control, control.names[0], day)
    spell, place = holding.assessed, control.place
    return MapRow(
        place=holding.place,
        key=control.key,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        where_prec=control.precision if place else None,
        holder=spell.holder,
        canonical=tuple(registry_names(view, spell)),
        status=spell.status,
        since=spell.since,
        rule=spell.rule,
        why=spell.why,
        sources=len(spell.told),
        evidence=spell.evidence,
        claimed=holding.claimed,
        within=control.within,
    )
