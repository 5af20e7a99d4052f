"""Places: gazetteer entries, and what a name in a text was taken to be."""

from __future__ import annotations

import msgspec

from warledger.records.reason import Reason
from warledger.records.shape import Shape


class Place(msgspec.Struct, frozen=True):
    """One entry of a gazetteer. `id` is the gazetteer's own (`geonames:170063`, `monitor:...`); `country` ISO 3166 alpha-2.

    `kind` is `country`, `admin1`, `admin2`, `populated`, `area` or `feature`; latitude and longitude are WGS 84 degrees. `admin1` and
    `admin2` are the list's codes or names of the divisions it lies in. `radius_km` is how far an area reaches from its point (for
    divisions and countries: as far as nineteen in twenty of their listed towns lie); 0 is unknown, or a point.
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
    admin2: str = ""
    radius_km: float = 0.0


class PlaceCandidate(msgspec.Struct, frozen=True):
    """One reading of a name with its score (0-1) and the reasons in words."""

    place: Place
    score: float
    why: str


class PlaceLink(msgspec.Struct, frozen=True):
    """What `name` was taken to be in one document. `place` is `None` with a `reason` when nothing could be said.

    `precision` is the UCDP `where_prec` code: 1 exact place, 2 within about 25 km of it, 3 second-order, 4 first-order division,
    5 a line or wide area, 6 country, 7 international waters or airspace.
    `area` marks names that mean an area and not the point of the place. `part` says, folded, what of or around the place is meant
    ("airport", "outskirts", "20 km south"); "" is the place itself. `shape` is the area meant, where its size is known or said.
    `within` names what the place lies in, by kind (`admin2`, `admin1`, `country`), as far as it is listed.
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
    part: str = ""
    shape: Shape | None = None
    within: dict[str, str] = {}

    @property
    def key(self) -> str:
        """What tells places apart: the gazetteer's id, with the part behind a slash; "" when unplaced."""
        if self.place is None:
            return ""
        return f"{self.place.id}/{self.part}" if self.part else self.place.id
