"""What parties say and deny: shown beside what is assessed, and no part of it."""

from __future__ import annotations

from collections.abc import Callable

from tests.stages.control.asking import WORDS, linked, on, one_place
from warledger.records.actor import Actor, Side
from warledger.records.claim import Claim, Control, Modality
from warledger.records.control import Status
from warledger.records.link import Links
from warledger.records.place import Place
from warledger.records.source import Source
from warledger.records.witness import Witness
from warledger.stages.control.holding import who_holds
from warledger.stages.control.parties import Parties, make_parties
from warledger.stages.control.spells import control_of

Build = Callable[..., Claim]
Testify = Callable[..., Witness]

SETT = Place("g:1", "Sett", "populated", "XX", 1.0, 2.0)
LINKS = linked(("Sett", SETT))


def test_a_claim_to_a_part_or_to_have_entered_is_no_claim_to_the_place(claim: Build, nobody: Parties) -> None:
    party = {"modality": Modality.CLAIMED, "said_by": ("River Brigade",)}
    quote = "the Millside district of Sett"
    claims = [
        claim("d1", 0, Control("holds", ("Tarskan army",)), "2031-05-01", ("Sett",)),
        claim("d2", 0, Control("entered", ("River Brigade",)), "2031-05-03", ("Sett",), **party),
        claim("d2", 90, Control("captured", ("River Brigade",)), "2031-05-03", ("Millside",), quote=quote, **party),
    ]
    (control,) = (c for c in control_of(claims, LINKS, {}, nobody, WORDS) if c.key == "g:1")
    found = who_holds(control, claims, "Sett", on("2031-05-04"))
    assert (found.assessed.holder, found.assessed.status) == ("Tarskan army", Status.HELD)
    assert [(a.holder, a.by, a.part) for a in found.claimed] == [
        ("River Brigade", "River Brigade", "Millside"),
        ("River Brigade", "River Brigade", "entered it"),
    ]


def test_a_denial_is_shown_about_its_day_and_moves_nothing(claim: Build, no_links: Links, nobody: Parties) -> None:
    denied = claim(
        "d2", 0, Control("withdrew", (), ("Tarskan army",)), "2031-05-04", ("Sett",), modality=Modality.DENIED, said_by=("army officer",)
    )
    claims = [claim("d1", 0, Control("holds", ("Tarskan army",)), "2031-05-01", ("Sett",)), denied]
    control = one_place(claims, no_links, nobody)
    found = who_holds(control, claims, "Sett", on("2031-05-06"))
    assert found.assessed.holder == "Tarskan army"
    assert [(d.what, d.by, d.evidence) for d in found.denied] == [("Tarskan army withdrew", "army officer", (denied.id,))]
    assert who_holds(control, claims, "Sett", on("2031-06-06")).denied == ()


def test_our_fighters_are_those_of_whoever_says_so(claim: Build, witness: Testify, no_links: Links) -> None:
    actors = (Actor("River Brigade", sides=(Side("north"),)), Actor("Tarskan army", sides=(Side("south"),)))
    parties = make_parties(actors, (Source("Brigade Radio", party="River Brigade"),))
    ours = Control("captured", ("our fighters",), ("Tarskan army",))
    aired = claim("d1", 0, ours, "2031-05-04", ("Sett",), modality=Modality.REPORTED, said_by=("spokesman",))
    told = claim("d2", 0, ours, "2031-05-04", ("Sett",), modality=Modality.REPORTED, said_by=("Tarskan Army Press",))
    witnesses = {"d1": witness("d1", publisher="Brigade Radio"), "d2": witness("d2", publisher="Harbour News")}
    radio = one_place([aired], no_links, parties, witnesses)
    assert [(a.holder, a.by) for a in radio.claimed] == [("River Brigade", "River Brigade")]
    assert radio.spells == ()
    assert one_place([told], no_links, parties, witnesses).spells[-1].holder == "Tarskan Army Press"


def test_a_party_s_medium_that_quotes_somebody_by_name_is_no_party_to_it(claim: Build, witness: Testify, no_links: Links) -> None:
    parties = make_parties((), (Source("Brigade Radio", party="River Brigade"),))
    content = Control("captured", ("River Brigade",))
    quoted = claim("d1", 0, content, "2031-05-04", ("Sett",), modality=Modality.REPORTED, said_by=("River Observatory",))
    control = one_place([quoted], no_links, parties, {"d1": witness("d1", publisher="Brigade Radio")})
    assert control.spells[-1].holder == "River Brigade"
