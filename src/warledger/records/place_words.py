"""The words of place and of actors' names that linking reads with. Knowledge only: the texts are parsed here, read elsewhere."""

from __future__ import annotations

import tomllib
from typing import Any

import msgspec

from warledger.records.layers import layered

_NEAR = 2


class PlaceWords(msgspec.Struct, frozen=True):
    """How reports say where (`vocab/places.toml`). Numbers are UCDP `where_prec` codes; words are lower case, phrases of several allowed.

    `before` and `after` map words around a name to the reach they give it; `divisions` those of them that name an administrative
    division (5: only where one is so named); `itself` are words that leave the place as it is, as do compounds that end in one of
    `adjectives`; `sizes` say how many people a place so called can have, `leads` stand before a whole phrase. `directions` are given
    their reach by what they are of; `bearings` are the winds in degrees, `half_deg` to either side. `units` are kilometres a unit; a
    distance is right to `tolerance` of it, and to `least_km` at best. `rings` say how far around the point an area lies (km from and
    to), `same` which words say the same. Behind words of `inside` stands a container, of `beside` a neighbour, of `away` an origin.
    `lines` are words for what runs between two ends, `line_half_km` to either side. `demonyms` map adjectives to the country they are
    of ("Xish border").
    """

    before: dict[str, int] = {}
    after: dict[str, int] = {}
    itself: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    sizes: dict[str, int] = {}
    leads: frozenset[str] = frozenset()
    divisions: dict[str, int] = {}
    directions: frozenset[str] = frozenset()
    bearings: dict[str, float] = {}
    half_deg: float = 45.0
    of_country: int = 5
    of_division: int = 4
    of_town: int = 3
    near_km: float = 25.0
    tolerance: float = 0.2
    least_km: float = 2.0
    units: dict[str, float] = {}
    rings: dict[str, tuple[float, float]] = {}
    same: dict[str, str] = {}
    inside: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    away: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()
    lines: frozenset[str] = frozenset()
    line_half_km: float = 5.0
    demonyms: dict[str, str] = {}


class WorldNames(msgspec.Struct, frozen=True):
    """What a list of towns lacks: other names of countries (by ISO 3166 alpha-2 code), waters and regions of the world (name ->
    latitude and longitude in degrees), other names of waters, and names never taken for places on sight."""

    country_names: dict[str, tuple[str, ...]] = {}
    waters: dict[str, tuple[float, float]] = {}
    regions: dict[str, tuple[float, float]] = {}
    water_names: dict[str, tuple[str, ...]] = {}
    never: frozenset[str] = frozenset()


class ActorWords(msgspec.Struct, frozen=True):
    """How actors' names vary (`vocab/linking.toml`): `bodies` that may end a name, `titles` before a person's, and descriptions
    without a name -> the one they count as; `state` are words of a nation's own forces and offices, `loose` those before a name that
    leave it who it is, `ties` how a described actor hangs on a named one -> the words that say so; `short` are initials of bodies of the
    whole world -> their names. All but these lower case.

    `nations` map names and adjectives of nations, folded, to the nation's name; `kinds` are common nouns for bodies and fighters
    (`vocab/nouns.toml`), which name nobody. Both are empty unless given.
    """

    bodies: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    generic: dict[str, str] = {}
    state: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()
    ties: dict[str, frozenset[str]] = {}
    short: dict[str, str] = {}
    nations: dict[str, str] = {}
    kinds: frozenset[str] = frozenset()


class LinkingWords(msgspec.Struct, frozen=True):
    """Everything linking knows about words."""

    places: PlaceWords = PlaceWords()
    actors: ActorWords = ActorWords()


def parse_place_words(text: str) -> PlaceWords:
    """The phrases of `vocab/places.toml`.

    Raises:
        ValueError: not TOML, a missing table, or a code outside 1-7.
    """
    data = _toml(text)
    directions, distance, bearings = _table(data, "directions"), _table(data, "distance"), _table(data, "bearings")
    beside, lines = _table(data, "beside"), _table(data, "lines")
    sides = {f"{word} of": _NEAR for word in directions["words"]}
    return PlaceWords(
        before={**_by_code(_table(data, "before")), **sides},
        after=_by_code(_table(data, "after")),
        itself=frozenset(_table(data, "itself")["words"]),
        adjectives=frozenset(_table(data, "itself")["adjectives"]),
        sizes={str(word): int(people) for word, people in _table(data, "sizes").items()},
        leads=frozenset(_table(data, "leads")["words"]),
        divisions=_by_code(_table(data, "divisions")),
        directions=frozenset(directions["words"]),
        bearings={str(word): float(degrees) for word, degrees in bearings.items() if word != "half"},
        half_deg=float(bearings["half"]),
        of_country=int(directions["of_country"]),
        of_division=int(directions["of_division"]),
        of_town=int(directions["of_town"]),
        near_km=float(distance["near_km"]),
        tolerance=float(distance["tolerance"]),
        least_km=float(distance["least_km"]),
        units={str(k): float(v) for k, v in distance["units"].items()},
        rings={str(word): (float(row["km"][0]), float(row["km"][1])) for row in data.get("rings", []) for word in row["words"]},
        same={str(word): str(key) for key, words in _table(data, "same").items() for word in words},
        inside=frozenset(_table(data, "inside")["words"]),
        beside=frozenset(beside["words"]) | frozenset(sides),
        away=frozenset(beside["away"]),
        elsewhere=frozenset(_table(data, "elsewhere")["words"]),
        lines=frozenset(lines["words"]),
        line_half_km=float(lines["half_km"]),
    )


def parse_world_names(text: str) -> WorldNames:
    """The names of `vocab/places.toml`.

    Raises:
        ValueError: not TOML, or a missing table.
    """
    data = _toml(text)
    return WorldNames(
        country_names={str(k): tuple(v) for k, v in _table(data, "country_names").items()},
        waters=_points(_table(data, "waters")),
        regions=_points(_table(data, "regions")),
        water_names={str(k): tuple(v) for k, v in _table(data, "water_names").items()},
        never=frozenset(str(word) for word in _table(data, "never")["words"]),
    )


def parse_actor_words(*texts: str) -> ActorWords:
    """The words of `vocab/linking.toml`.

    Raises:
        ValueError: not TOML, a missing table, or a description that counts as two.
    """
    data = layered(*texts)
    generic: dict[str, str] = {}
    for key, names in _table(data, "generic").items():
        for name in names:
            if generic.setdefault(str(name), str(key)) != key:
                raise ValueError(f"linking.toml: {name!r} counts as {generic[name]!r} and as {key!r}")
    return ActorWords(
        bodies=frozenset(data["bodies"]),
        titles=frozenset(data["titles"]),
        generic=generic,
        state=frozenset(data["state"]),
        loose=frozenset(data["loose"]),
        ties={str(tie): frozenset(words) for tie, words in data["ties"].items()},
        short={str(initials): str(name) for initials, name in data["short"].items()},
    )


def _by_code(table: dict[str, Any]) -> dict[str, int]:
    found: dict[str, int] = {}
    for code, words in table.items():
        if code not in set("1234567"):
            raise ValueError(f"places.toml: {code!r} is no where_prec code (1-7)")
        found.update((str(word), int(code)) for word in words)
    return found


def _points(table: dict[str, Any]) -> dict[str, tuple[float, float]]:
    return {str(name): (float(point[0]), float(point[1])) for name, point in table.items()}


def _table(data: dict[str, Any], name: str) -> dict[str, Any]:
    table = data.get(name)
    if not isinstance(table, dict):
        raise ValueError(f"vocabulary: table [{name}] is missing")
    return table


def _toml(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"vocabulary: not TOML: {error}") from error
