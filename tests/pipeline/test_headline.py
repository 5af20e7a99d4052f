"""What a line of the brief says: a sentence a reader understands, for every kind of happening."""

from __future__ import annotations

import pytest

from warledger.pipeline.headline import happening_words
from warledger.records.codes import ACTS
from warledger.records.event import Happening


def _happening(kind: str, place: str | None, first: tuple[str, ...] = (), second: tuple[str, ...] = ()) -> Happening:
    return Happening("h-1", ("r-1",), kind, None, None, place, actors1=first, actors2=second)


@pytest.mark.parametrize(
    ("happening", "words"),
    [
        (_happening("Armed clash", "Orvane", ("rebels",), ("army",)), "Armed clash, Orvane: rebels against army"),
        (_happening("control: captured", "Orvane", ("rebels",), ("army",)), "Orvane captured by rebels from army"),
        (_happening("control: withdrew", "Orvane", (), ("army",)), "army withdrew from Orvane"),
        (_happening("control: holds", "Orvane", ("rebels",)), "Orvane held by rebels"),
        (_happening("control: besieged", None, ("rebels",), ("army",)), "a place not named besieged by rebels against army"),
        (_happening("control: handed_over", "Orvane", ("police",), ("army",)), "Orvane handed over to police by army"),
        (_happening("movement: returned", "Sull", ("residents",)), "residents returned, Sull"),
        (_happening("statement: ACCUSE", None, ("Varno",), ("Tessk",)), "Varno accused Tessk"),
        (_happening("statement: REJECT", None, ("Varno",)), "Varno rejected what was asked or said"),
        (_happening("statement: INFORM", "Sull"), "somebody made a statement"),
        (_happening("toll: killed", "Varno"), "Toll of killed, Varno"),
        (_happening("strength: tanks", None, ("army",)), "Strength in tanks of army"),
        (_happening("agreement: violated", "Sull", ("army",), ("rebels",)), "Agreement violated: army and rebels, Sull"),
    ],
)
def test_every_kind_reads_as_a_sentence(happening: Happening, words: str) -> None:
    assert happening_words(happening) == words


@pytest.mark.parametrize("act", sorted(ACTS))
def test_no_act_shows_its_code(act: str) -> None:
    said = happening_words(_happening(f"statement: {act}", None, ("Varno",), ("Tessk",)))
    assert act not in said and said.startswith("Varno ") and said.endswith("Tessk")
