"""Figures of a conflict's infobox: whose, how many, and when."""

from __future__ import annotations

from tests.stages.claims.reports import Read, content, of_kind
from warledger.records.claim import Claim
from warledger.records.document import BlockKind

BOX = """| date = 3 April 2030 – 9 April 2030
| combatant1 = Free River Army
| combatant2 = Army of Kellin
| strength1 = 2,500 fighters
| strength2 = 12,000 soldiers
| casualties1 = 140 killed, 300 wounded
| casualties2 = 25 militiamen killed"""


def boxed(read: Read, text: str = BOX) -> tuple[Claim, ...]:
    return read(text, genre="encyclopaedia", kinds=dict.fromkeys(range(10), BlockKind.INFOBOX))


def test_strengths_belong_to_the_side_of_their_number(read: Read) -> None:
    found = [content((c,), "strength") for c in of_kind(boxed(read), "strength")]
    assert [(s.actor, s.low, s.high) for s in found] == [("Free River Army", 2500, 2500), ("Army of Kellin", 12000, 12000)]


def test_casualties_are_tolls_with_their_measure_and_group(read: Read) -> None:
    found = [content((c,), "toll") for c in of_kind(boxed(read), "toll")]
    assert [(t.measure, t.group, t.low) for t in found] == [
        ("killed", "Free River Army", 140),
        ("injured", "Free River Army", 300),
        ("killed", "militiamen", 25),
    ]


def test_each_figure_is_grounded_in_its_own_words_over_the_boxs_period(read: Read) -> None:
    claims = of_kind(boxed(read), "toll")
    assert ["140 killed" in c.quote for c in claims] == [True, False, False]
    for claim in claims:
        assert claim.quote == claim.span.of(BOX)
        assert claim.time is not None
        assert (str(claim.time.start), str(claim.time.end)) == ("2030-04-03", "2030-04-09")


def test_a_side_that_is_not_named_has_no_strength(read: Read) -> None:
    assert boxed(read, "| strength1 = 2,500 fighters") == ()


def test_names_alone_claim_nothing(read: Read) -> None:
    assert boxed(read, "| combatant1 = Free River Army\n| commander1 = Ilda Marsh") == ()
