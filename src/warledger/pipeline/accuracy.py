"""What the records are measured to be worth: the floors under the evaluation's figures, which come with the package."""

from __future__ import annotations

import tomllib
from importlib.resources.abc import Traversable

import msgspec

#: What the page shows of the evaluation: a metric and what it says, in words.
SHOWN = {
    "claims.seeds.event": "events: F1 of the fields against hand-made records, on the war the rules were made with",
    "claims.seeds.control": "control: the same",
    "claims.seeds.toll": "tolls: the same",
    "claims.seeds.movement": "movements: the same",
    "claims.seeds.statement": "statements: the same",
    "claims.seeds.agreement": "agreements: the same",
    "claims.libya.event": "events: the same, on another war",
    "claims.libya.control": "control: the same, on another war",
    "claims.libya.toll": "tolls: the same, on another war",
    "claims.libya.statement": "statements: the same, on another war",
    "events.own.pairs": "pairs of records that share a happening: F1",
    "disputes.own.real.found": "real disagreements that are found, as a share of those found by hand",
    "families.facts": "who copied whom: right answers of those asked",
    "example.holds": "who holds a place on a day, in the example: right answers of those asked",
}


class Measured(msgspec.Struct, frozen=True):
    """One figure of the evaluation: the last one measured was not under `at_least` (0 to 1)."""

    metric: str
    what: str
    at_least: float


def accuracy(package: Traversable) -> tuple[Measured, ...]:
    """The figures; none where the floors did not come along. `package` is the folder of the package or, in a checkout, `src/warledger`."""
    for place in (package / "eval" / "floors.toml", package / ".." / ".." / "eval" / "floors.toml"):
        if place.is_file():
            floors = tomllib.loads(place.read_text(encoding="utf-8")).get("floors", {})
            return tuple(Measured(name, what, floors[name]) for name, what in SHOWN.items() if name in floors)
    return ()
