"""One event told over two sentences."""

from __future__ import annotations

from tests.stages.claims.reports import Read, content, of_kind
from warledger.records.claim import Count


def test_the_dead_of_the_next_sentence_belong_to_the_event_before(read: Read) -> None:
    claims = read("A drone strike hit a barracks in Orvane on Monday. At least nine soldiers were killed in the strike.")
    event = content(claims, "event")
    assert (event.type, event.killed) == ("Air/drone strike", (Count("soldiers", 9, None),))
    (claim,) = of_kind(claims, "event")
    assert claim.places and claim.quote.endswith("in the strike.")


def test_another_voice_keeps_its_own_record_and_takes_over_what_happened(read: Read) -> None:
    claims = of_kind(read("Warplanes bombed Sull on Monday. Nine people were killed in the attack, doctors said."), "event")
    assert [(getattr(c.content, "type", ""), c.said_by) for c in claims] == [
        ("Air/drone strike", ()),
        ("Air/drone strike", ("doctors",)),
    ]


def test_an_arrest_does_not_kill(read: Read) -> None:
    claims = read("Police arrested nine men in Orvane. Two soldiers were killed near Mirrow.")
    assert sorted(getattr(c.content, "type", "") for c in of_kind(claims, "event")) == ["Armed clash", "Arrests"]
