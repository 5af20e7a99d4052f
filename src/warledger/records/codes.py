"""The closed sets of codes that records use, as the codebook has them, and what a frame of each kind may fill."""

from __future__ import annotations

import msgspec

from warledger.records.crosswalk import EVENT_TYPES as TYPES

#: ACLED's sub-event types, as the codebook lists them.
EVENT_TYPES = frozenset(sub for _, subs in TYPES.values() for sub in subs)
CONTROL_MODES = frozenset({"captured", "entered", "withdrew", "handed_over", "retaken", "besieged", "defended", "holds"})
MOVEMENT_MODES = frozenset({"deployed", "withdrew", "advanced", "evacuated", "fled", "returned", "airdropped"})
STATUSES = frozenset({"made", "violated", "ended", "failed"})
#: PLOVER's acts, and `INFORM` for a plain statement of fact.
ACTS = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE"}
    | {"REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "INFORM"}
)
EFFECTS = frozenset({"killed", "injured", "captured"})
#: Measures of a toll that a frame may have; others may be coded by hand.
MEASURES = (
    EFFECTS
    | {"casualties", "missing", "detained", "arrested", "abducted", "displaced", "returned", "evacuated", "affected", "trained"}
    | {"destroyed", "damaged", "places", "abandoned", "strikes", "attacks", "shells_fired"}
    | {"area_km2", "spent_usd", "usd_per_year", "tonnes_shipped"}
)


class Shape(msgspec.Struct, frozen=True):
    """What a frame of one kind says: the field of `set` with its codes, and the fields its roles may fill."""

    field: str
    codes: frozenset[str]
    roles: frozenset[str]


SHAPES = {
    "event": Shape("type", EVENT_TYPES, frozenset({"actors1", "actors2", "captured", "killed", "injured", "places"})),
    "effect": Shape("measure", EFFECTS, frozenset({"group", "by", "places"})),
    "control": Shape("mode", CONTROL_MODES, frozenset({"gained_by", "lost_by", "places"})),
    "toll": Shape("measure", MEASURES, frozenset({"group", "by", "places"})),
    "movement": Shape("mode", MOVEMENT_MODES, frozenset({"actors1", "origin", "to", "places"})),
    "giving_way": Shape("field", frozenset({"lost_by"}), frozenset({"loser"})),
    "agreement": Shape("status", STATUSES, frozenset({"parties", "what", "places"})),
}
