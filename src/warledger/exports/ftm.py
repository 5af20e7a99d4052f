"""`ftm`: the events as FollowTheMoney entities (JSON Lines), for Aleph, OpenAleph and the tools around them.

Schemata and properties are those of FollowTheMoney 4.11 (MIT): an `Event` with its days, its place (`Address`), those involved
(`LegalEntity`: whether a name is a person's or a body's is not decided here) and the reports it rests on (`Article`, as `proof`). Ids are
our own. FollowTheMoney has no place for counts with bounds, sides or disagreement: figures stand in `summary`, quotes in `description`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from warledger.base.ids import content_id
from warledger.exports.lines import iso, line
from warledger.exports.names import actor_names
from warledger.exports.table import figure_words
from warledger.exports.told import Told, told
from warledger.records.keys import actor_key, shown_name
from warledger.records.place import Place
from warledger.records.state import State
from warledger.records.witness import Witness

Entity = dict[str, object]
Properties = dict[str, Iterable[str | None]]


def export_ftm(state: State, *, everything: bool = False) -> Iterator[str]:
    """Events in the order of `events`, each after the entities it is the first to name. `everything` changes nothing."""
    known: set[str] = set()
    for event in told(state):
        for entity in (*_named(event), _event(event)):
            if entity["id"] not in known:
                known.add(str(entity["id"]))
                yield line(entity)


def _named(event: Told) -> Iterator[Entity]:
    if event.place is not None:
        yield _address(event.place)
    for key, name in _involved(event).items():
        yield _entity(key, "LegalEntity", {"name": [name]})
    for witness in event.witnesses:
        yield _article(witness)


def _event(event: Told) -> Entity:
    happening, place = event.happening, event.place
    quotes = dict.fromkeys(" ".join(claim.quote.split()) for claim in event.claims)
    where = f", {happening.place}" if happening.place else ""
    return _entity(
        happening.id,
        "Event",
        {
            "name": [f"{happening.type}{where}"],
            "startDate": [iso(happening.start)],
            "endDate": [iso(happening.end)],
            "location": [happening.place],
            "country": [place.country.lower() if place else None],
            "addressEntity": [_place_id(place) if place else None],
            "involved": sorted(_involved(event)),
            "keywords": [happening.type],
            "summary": ["; ".join(figure_words(f) for f in happening.figures if f.low is not None or f.high is not None)],
            "description": quotes,
            "proof": sorted(witness.document for witness in event.witnesses),
            "publisher": sorted({witness.publisher or "" for witness in event.witnesses}),
            "sourceUrl": sorted({witness.url or "" for witness in event.witnesses}),
        },
    )


def _involved(event: Told) -> dict[str, str]:
    """Those it was done by and to, by id; who only tells of it is not involved."""
    named = {*event.happening.actors1, *event.happening.actors2}
    found: dict[str, str] = {}
    for claim in event.claims:
        for name in actor_names(claim):
            shown = shown_name(event.state.links, claim.document, name, claim.day)
            if shown in named or name in named:
                found[content_id("a", actor_key(event.state.links, claim.document, name, claim.day))] = shown
    return dict(sorted(found.items()))


def _address(place: Place) -> Entity:
    properties: Properties = {
        "name": [place.name],
        "full": [place.name],
        "country": [place.country.lower()],
        "latitude": [f"{place.lat:g}"],
        "longitude": [f"{place.lon:g}"],
    }
    return _entity(_place_id(place), "Address", properties)


def _article(witness: Witness) -> Entity:
    properties: Properties = {
        "name": [witness.title or witness.doc],
        "fileName": [witness.doc],
        "title": [witness.title],
        "publishedAt": [iso(witness.published)],
        "publisher": [witness.publisher],
        "sourceUrl": [witness.url],
    }
    return _entity(witness.document, "Article", properties)


def _place_id(place: Place) -> str:
    return content_id("p", place.id)


def _entity(key: str, schema: str, properties: Properties) -> Entity:
    """The entity with the properties that have a value; FollowTheMoney's values are lists of texts."""
    kept = {name: [v for v in values if v] for name, values in properties.items()}
    return {"id": key, "schema": schema, "properties": {name: values for name, values in kept.items() if values}}
