"""Places: gazetteer entries, and what a name in a text was taken to be."""

from __future__ import annotations

import msgspec

from warledger.records.reason import Reason


class Place(msgspec.Struct, frozen=True):
    """One entry of a gazetteer. `id` is the gazetteer's own (`geonames:170063`, `monitor:...`); `country` ISO 3166 alpha-2.

    `kind` is `country`, `admin1`, `admin2`, `populated`, `area` or `feature`; latitude and longitude are WGS 84 degrees.
    """

    id: str
    name: str
    kind: str
    country: str
    lat: float
    lon: float
    admin1: str = ""
    population: int = 0
    source: str = ""


class PlaceCandidate(msgspec.Struct, frozen=True):
    """One reading of a name with its score (0-1) and the reasons in words."""

    place: Place
    score: float
    why: str


class PlaceLink(msgspec.Struct, frozen=True):
    """What `name` was taken to be in one document. `place` is `None` with a `reason` when nothing could be said.

    `precision` is the UCDP `where_prec` code: 1 exact place, 2 near it, 3 second-order, 4 first-order division,
    5 a line or wide area, 6 country, 7 international waters or airspace.
    `area` marks names that are areas around the place ("outskirts of", "countryside", "20 km south of").
    """

    document: str
    name: str
    place: Place | None = None
    precision: int = 1
    score: float = 0.0
    why: str = ""
    area: bool = False
    reason: Reason | None = None
    candidates: tuple[PlaceCandidate, ...] = ()
