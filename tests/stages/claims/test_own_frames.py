"""A monitor's own frames change what is read."""

from __future__ import annotations

import msgspec

from tests.stages.claims.reports import reader_with, report
from warledger.pipeline.vocabulary import WordLists
from warledger.records.claim import Claim
from warledger.records.vocab import parse_frames
from warledger.stages.claims.reader import Model

SCOURED = """
[[frame]]
id = "own.swept"
kind = "control"
set = { mode = "captured" }
verbs = ["scour"]
roles = { gained_by = "subject", places = "object" }
needs = ["places"]
"""
THROTTLED = """
[[frame]]
id = "control.besieged"
kind = "control"
set = { mode = "besieged" }
verbs = ["throttle"]
roles = { gained_by = "subject", places = "object" }
needs = ["places"]
"""


def read_with(model: Model, extra: str, text: str) -> tuple[Claim, ...]:
    words = WordLists.packaged()
    vocabulary = msgspec.structs.replace(words.claims, frames=parse_frames(words.text("frames.toml"), extra))
    (reading,) = reader_with(model, vocabulary).read([report(text, published="2030-04-12")])
    return reading.claims


def test_a_new_verb_is_read(model: Model) -> None:
    text = "Rebels scoured Varno."
    assert read_with(model, "", text) == ()
    (claim,) = read_with(model, SCOURED, text)
    assert (claim.kind, claim.places, claim.why["places"].rule) == ("control", ("Varno",), "own.swept")
    assert [c.kind for c in read_with(model, SCOURED, "Rebels captured Varno.")] == ["control"]


def test_a_frame_of_the_same_id_replaces_the_packaged_one(model: Model) -> None:
    text = "Rebels throttled Varno.\nRebels besieged Orvane."
    assert [c.places for c in read_with(model, "", text)] == [("Orvane",)]
    assert [c.places for c in read_with(model, THROTTLED, text)] == [("Varno",)]
