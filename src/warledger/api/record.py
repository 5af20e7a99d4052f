"""The routes about what happened: events, places, control, actors, series."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from warledger.api.door import give
from warledger.api.parameters import ActorsAsked, DisputesAsked, EventsAsked, Filters, KindsAsked, Known, OnKnown, PlacesAsked, SeriesAsked
from warledger.api.schemas import answers
from warledger.pipeline.resources.actors import Actor, ActorPage, actor, actor_page
from warledger.pipeline.resources.areas import AreaMap, area_map
from warledger.pipeline.resources.columns import Columns, columns
from warledger.pipeline.resources.days import Days, days
from warledger.pipeline.resources.disputes import DisputePage, dispute_page
from warledger.pipeline.resources.event import Event, event
from warledger.pipeline.resources.events import EventPage, event_page
from warledger.pipeline.resources.places import ControlMap, Place, PlacePage, SpellMap, control_map, place, place_page, spell_map
from warledger.pipeline.resources.series import SeriesPage, series_page

router = APIRouter()
Id = Annotated[str, Path(min_length=1, max_length=200, description="The id, or the name.")]


@router.get("/events", operation_id="events", summary="Happenings", responses=answers(EventPage))
def get_events(request: Request, asked: Annotated[EventsAsked, Query()]) -> Response:
    """A page of the happenings that pass all filters."""
    return give(request, asked.known, lambda c: event_page(c, asked.wanted(), asked.sort.value, asked.page()))


@router.get("/map", operation_id="map", summary="All happenings in columns", responses=answers(Columns))
def get_map(request: Request, asked: Annotated[Known, Query()]) -> Response:
    """Every happening in columns, for drawing: filter them where they are drawn."""
    return give(request, asked.known, columns)


@router.get("/days", operation_id="days", summary="Figures by day", responses=answers(Days))
def get_days(request: Request, asked: Annotated[Filters, Query()]) -> Response:
    """For each day the happenings that pass all filters, by type, with the least and the most that is said of killed and injured."""
    return give(request, asked.known, lambda c: days(c, asked.wanted()))


@router.get("/event/{id}", operation_id="event", summary="One happening", responses=answers(Event))
def get_event(request: Request, id: Id, asked: Annotated[Known, Query()]) -> Response:
    """One happening with all its witnesses. The id of one of its records leads to it too."""
    return give(request, asked.known, lambda c: event(c, id))


@router.get("/disputes", operation_id="disputes", summary="Disagreements", responses=answers(DisputePage))
def get_disputes(request: Request, asked: Annotated[DisputesAsked, Query()]) -> Response:
    """A page of the disagreements that pass all filters, with words of both sides; the real ones first, of those the surest."""
    return give(request, asked.known, lambda c: dispute_page(c, asked.wanted(), asked.page()))


@router.get("/places", operation_id="places", summary="Places", responses=answers(PlacePage))
def get_places(request: Request, asked: Annotated[PlacesAsked, Query()]) -> Response:
    """A page of the places that records name, those named most first."""
    return give(request, asked.known, lambda c: place_page(c, asked.text, asked.page()))


@router.get("/place/{id}", operation_id="place", summary="One place", responses=answers(Place))
def get_place(request: Request, id: Id, asked: Annotated[OnKnown, Query()]) -> Response:
    """One place: who held it when, on which evidence, and what happened there. A gazetteer's id or a name leads to it too."""
    return give(request, asked.known, lambda c: place(c, id, asked.on))


@router.get("/areas", operation_id="areas", summary="Places that are areas", responses=answers(AreaMap))
def get_areas(request: Request, asked: Annotated[Known, Query()]) -> Response:
    """The areas that names of places mean ("north of X", a province), as GeoJSON geometries: what is known no finer is drawn so."""
    return give(request, asked.known, area_map)


@router.get("/control", operation_id="control", summary="Who holds what", responses=answers(ControlMap))
def get_control(request: Request, asked: Annotated[OnKnown, Query()]) -> Response:
    """Who holds what on a day, as assessed and as claimed."""
    return give(request, asked.known, lambda c: control_map(c, asked.on))


@router.get("/spells", operation_id="spells", summary="Who held what over time", responses=answers(SpellMap))
def get_spells(request: Request, asked: Annotated[Known, Query()]) -> Response:
    """Who held what over time: from this a client draws the map of any day without asking again."""
    return give(request, asked.known, spell_map)


@router.get("/actors", operation_id="actors", summary="Actors", responses=answers(ActorPage))
def get_actors(request: Request, asked: Annotated[ActorsAsked, Query()]) -> Response:
    """A page of the actors that records name, those named most first."""
    return give(request, asked.known, lambda c: actor_page(c, asked.text, described=asked.described, page=asked.page()))


@router.get("/actor/{id}", operation_id="actor", summary="One actor", responses=answers(Actor))
def get_actor(request: Request, id: Id, asked: Annotated[OnKnown, Query()]) -> Response:
    """One actor: names, sides, series, whom it is told to fight and to fight beside. A name leads to it too."""
    return give(request, asked.known, lambda c: actor(c, id, asked.on))


@router.get("/series", operation_id="series", summary="Series of actors", responses=answers(SeriesPage))
def get_series(request: Request, asked: Annotated[KindsAsked, Query()]) -> Response:
    """Strengths, movements, agreements and statements over time, each point with its witnesses."""
    return give(request, asked.known, lambda c: series_page(c, asked.wanted(*asked.kind), asked.page()))


@router.get("/statements", operation_id="statements", summary="Who said what", responses=answers(SeriesPage))
def get_statements(request: Request, asked: Annotated[SeriesAsked, Query()]) -> Response:
    """What speakers said, over time, and where they changed position."""
    return give(request, asked.known, lambda c: series_page(c, asked.wanted("statement"), asked.page()))


@router.get("/agreements", operation_id="agreements", summary="Deals", responses=answers(SeriesPage))
def get_agreements(request: Request, asked: Annotated[SeriesAsked, Query()]) -> Response:
    """Deals with their life: made, violated, ended."""
    return give(request, asked.known, lambda c: series_page(c, asked.wanted("agreement"), asked.page()))
