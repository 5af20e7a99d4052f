"""Happenings: what belongs together, what stays apart, and what a happening says."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from warledger.records.claim import Claim, Content, Control, Count, Event, Modality, Movement, Statement, Toll
from warledger.records.event import Happening
from warledger.records.happening_words import HappeningWords
from warledger.records.link import Links
from warledger.records.place import Place, PlaceLink
from warledger.records.side_words import SideWords
from warledger.records.witness import Witness
from warledger.stages.events import cluster as stage
from warledger.stages.events.facets import facets_of

Build = Callable[..., Claim]
Testify = Callable[..., Witness]

TAKEN = Control("captured", ("River Brigade",), ("government forces",))
CLASH = Event("Armed clash", ("River Brigade",), ("government forces",), killed=(Count("soldiers", 12, 12),))


def cluster(
    claims: Sequence[Claim],
    links: Links,
    witnesses: dict[str, Witness],
    sides: SideWords | None = None,
    words: HappeningWords | None = None,
) -> tuple[Happening, ...]:
    """The happenings of the claims."""
    return stage.cluster(claims, links, witnesses, facets_of(claims, links, witnesses, sides, words))


def together(found: tuple[Happening, ...]) -> set[frozenset[str]]:
    """The happenings as sets of claim ids."""
    return {frozenset(h.members) for h in found}


def joined(found: tuple[Happening, ...], *claims: Claim) -> bool:
    """Whether the claims are all of one happening."""
    return any({c.id for c in claims} <= set(h.members) for h in found)


def test_two_reports_of_one_capture_are_one_happening_with_reasons(claim: Build, no_links: Links, sides: SideWords) -> None:
    one = claim("d1", 0, TAKEN, "2031-05-04", ("Sett",))
    other = claim("d2", 0, Control("captured", ("rebels",)), "2031-05-04", ("the town of Sett",))
    found = cluster([one, other], no_links, {}, sides)
    assert len(found) == 1
    assert set(found[0].members) == {one.id, other.id}
    assert all("one place" in found[0].why[c.id] for c in (one, other))
    assert found[0].type == "control: captured"


def test_a_capture_its_clash_and_its_toll_are_one_happening(claim: Build, no_links: Links, sides: SideWords) -> None:
    taken = claim("d1", 0, TAKEN, "2031-05-04", ("Sett",))
    clash = claim("d1", 50, CLASH, "2031-05-04", ("Sett",))
    toll = claim("d1", 100, Toll("killed", "soldiers", 12, 12, ("River Brigade",)), "2031-05-04", ("Sett",))
    found = cluster([taken, clash, toll], no_links, {}, sides)
    assert joined(found, taken, clash, toll)
    assert found[0].type == "Armed clash"


@pytest.mark.parametrize(
    ("content", "days", "places", "modality"),
    [
        (Control("entered", ("River Brigade",)), "2031-05-04", ("Sett",), Modality.ASSERTED),
        (TAKEN, "2031-05-04", ("Sett",), Modality.PLANNED),
        (TAKEN, "2031-05-04", ("Sett",), Modality.DENIED),
        (TAKEN, "2031-05-04", ("Brae",), Modality.ASSERTED),
        (TAKEN, "2031-05-04", ("outskirts of Sett",), Modality.ASSERTED),
        (TAKEN, "2031-06-04", ("Sett",), Modality.ASSERTED),
        (Control("retaken", ("government forces",), ("River Brigade",)), "2031-05-04", ("Sett",), Modality.ASSERTED),
        (Event("Peaceful protest", ("dockers",)), "2031-05-04", ("Sett",), Modality.ASSERTED),
    ],
)
def test_another_deed_place_day_side_or_reality_is_another_happening(
    claim: Build, no_links: Links, sides: SideWords, content: Content, days: str, places: tuple[str, ...], modality: Modality
) -> None:
    one = claim("d1", 0, TAKEN, "2031-05-04", ("Sett",))
    other = claim("d2", 0, content, days, places, modality=modality)
    assert not joined(cluster([one, other], no_links, {}, sides), one, other)


def test_two_strikes_of_one_day_on_one_town_stay_apart_without_more_in_common(claim: Build, no_links: Links) -> None:
    one = claim("d1", 0, Event("Air/drone strike", ("Tarsk",), ("market",)), "2031-05-04", ("Sett",))
    other = claim("d1", 900, Event("Air/drone strike", ("Lumme",), ("bridge",)), "2031-05-04", ("Sett",))
    assert not joined(cluster([one, other], no_links, {}), one, other)


def test_a_vague_claim_joins_but_brings_nobody_together(claim: Build, no_links: Links, sides: SideWords) -> None:
    one = claim("d1", 0, TAKEN, "2031-05-04", ("Sett",))
    again = claim("d2", 0, TAKEN, "2031-05-10", ("Sett",))
    vague = claim("d3", 0, TAKEN, "..2031-05-10", ("Sett",))
    found = cluster([one, again, vague], no_links, {}, sides)
    assert not joined(found, one, again)
    assert joined(found, again, vague)


def test_a_country_in_common_joins_no_fights(claim: Build) -> None:
    country = Place("c:1", "Tarsk", "country", "XX", 1.0, 2.0)
    links = Links({(d, "Tarsk"): PlaceLink(d, "Tarsk", country, precision=6) for d in ("d1", "d2")}, {})
    quotes = {"d1": "Rebels attacked a column.", "d2": "The army fought rebels at dawn."}
    claims = [claim(d, 0, Event("Armed clash", ("rebels",), ("army",)), "2031-05-04", ("Tarsk",), quote=q) for d, q in quotes.items()]
    assert len(cluster(claims, links, {})) == 2


def test_the_same_record_in_two_copies_of_a_text_is_one(claim: Build, witness: Testify, no_links: Links) -> None:
    words = "Fighters moved about in the hills, a resident said."
    copies = [claim(d, at, Movement("advanced", ("fighters",)), "", (), quote=words) for d, at in (("d1", 10), ("d2", 300))]
    witnesses = {d: witness(d, "f1") for d in ("d1", "d2")}
    found = cluster(copies, no_links, witnesses)
    assert joined(found, *copies)
    assert "copy" in " ".join(found[0].why.values())
    assert len(cluster(copies, no_links, {d: witness(d) for d in ("d1", "d2")})) == 2, "of two texts nothing says so"


def test_one_quote_that_lists_places_gives_a_happening_for_each(claim: Build, witness: Testify, no_links: Links) -> None:
    words = "The brigade took Sett, Brae and Lumme."
    towns = ("Sett", "Brae", "Lumme")
    claims = [claim(d, 0, TAKEN, "2031-05-04", (town,), quote=words, id=f"{d}-{town}") for d in ("d1", "d2") for town in towns]
    found = cluster(claims, no_links, {d: witness(d, "f1") for d in ("d1", "d2")})
    assert together(found) == {frozenset({f"d1-{town}", f"d2-{town}"}) for town in towns}


def test_one_quote_that_lists_losses_gives_a_happening_for_each(claim: Build, witness: Testify, no_links: Links) -> None:
    words = "The brigade seized trucks and radios."
    tolls = {group: Toll("captured", group, None, None, ("River Brigade",)) for group in ("trucks", "radios")}
    claims = [claim(d, 0, toll, "2031-05-04", quote=words, id=f"{d}-{group}") for d in ("d1", "d2") for group, toll in tolls.items()]
    found = cluster(claims, no_links, {d: witness(d, "f1") for d in ("d1", "d2")})
    assert together(found) == {frozenset({f"d1-{group}", f"d2-{group}"}) for group in tolls}


def test_one_named_victim_joins_reports_that_share_no_place(claim: Build, no_links: Links) -> None:
    one = claim("d1", 0, Event("Armed clash", ("rebels",), killed=(Count("Colonel Ivo Marr", 1, 1),)), "2031-05-04", ("Sett",))
    other = claim("d2", 0, Event("Armed clash", (), killed=(Count("the commander, Ivo Marr", 1, 1),)), "2031-05-04")
    assert joined(cluster([one, other], no_links, {}), one, other)


def test_figures_span_the_least_and_the_most_with_the_claims_behind_them(claim: Build, no_links: Links) -> None:
    def strike(low: int | None, high: int | None) -> Event:
        return Event("Air/drone strike", ("Tarsk",), ("market",), killed=(Count("Civilians" if low == 9 else "civilians", low, high),))

    claims = [claim(f"d{n}", 0, strike(*bounds), "2031-05-04", ("Sett",)) for n, bounds in enumerate([(9, 9), (11, None), (10, 14)])]
    found = cluster(claims, no_links, {})
    assert len(found) == 1
    (figure,) = found[0].figures
    assert (figure.measure, figure.group, figure.low, figure.high) == ("killed", "civilians", 9, 14)
    assert figure.members == found[0].members


def test_copies_and_one_cited_source_are_counted_once(claim: Build, witness: Testify, no_links: Links) -> None:
    said = ("River Observatory",)
    claims = [
        claim("wire", 0, TAKEN, "2031-05-04", ("Sett",)),
        claim("copy", 0, TAKEN, "2031-05-04", ("Sett",)),
        claim("third", 0, TAKEN, "2031-05-04", ("Sett",), said_by=said, modality=Modality.REPORTED),
        claim("fourth", 0, TAKEN, "2031-05-04", ("Sett",), said_by=said, modality=Modality.REPORTED),
        claim("fifth", 0, TAKEN, "2031-05-04", ("Sett",), said_by=("officials",), modality=Modality.REPORTED),
    ]
    witnesses = {
        "wire": witness("wire", "f1", publisher="Hill Wire", origin="wire"),
        "copy": witness("copy", "f1", publisher="Courier", known="2031-06-01", origin="wire"),
        "third": witness("third", publisher="Gazette"),
        "fourth": witness("fourth", publisher="Herald"),
        "fifth": witness("fifth"),
    }
    found = cluster(claims, no_links, witnesses)
    assert [h.sources for h in found] == [("Hill Wire", "River Observatory", "fifth")]


def test_who_is_read_beside_the_words_of_a_copy_is_no_second_source(claim: Build, witness: Testify, no_links: Links) -> None:
    words = "Fighters took Sett on Tuesday, the group said."
    told = {"wire": ("Hill Column",), "copy": ("Survey Print",)}
    claims = [claim(d, 0, TAKEN, "2031-05-04", ("Sett",), said_by=by, modality=Modality.REPORTED, quote=words) for d, by in told.items()]
    copied = {d: witness(d, "f1", origin="wire") for d in told}
    assert [h.sources for h in cluster(claims, no_links, copied)] == [("Hill Column",)]
    apart = {d: witness(d) for d in told}
    assert [h.sources for h in cluster(claims, no_links, apart)] == [("Hill Column", "Survey Print")]


def test_the_interval_is_the_tightest_all_members_allow(claim: Build, no_links: Links) -> None:
    claims = [claim("d1", 0, TAKEN, "2031-05-03..2031-05-04", ("Sett",)), claim("d2", 0, TAKEN, "2031-05-04..2031-05-05", ("Sett",))]
    found = cluster(claims, no_links, {})
    assert [(h.start, h.end) for h in found] == [(dt.date(2031, 5, 4), dt.date(2031, 5, 4))]


def test_the_place_is_spelt_as_most_reports_spell_it_and_placed_by_the_gazetteer(claim: Build) -> None:
    sett = Place("t:1", "Şētt-al-Marr", "populated", "XX", 1.5, 2.5)
    spelt = {"d1": "Seth", "d2": "Sett", "d3": "Sett", "d4": "Şētt"}
    links = Links({(d, name): PlaceLink(d, name, sett) for d, name in spelt.items()}, {})
    claims = [claim(d, 0, TAKEN, "2031-05-04", (name,)) for d, name in spelt.items()]
    found = cluster(claims, links, {})
    assert [(h.place, h.lat, h.lon, h.where_prec) for h in found] == [("Sett", 1.5, 2.5, 1)]
    assert cluster([claims[0], claims[1]], links, {})[0].place == "Seth", "of equals the first"


def test_statements_on_other_matters_stay_apart(claim: Build, no_links: Links) -> None:
    def said(document: str, at: int, topic: str) -> Claim:
        return claim(document, at, Statement("Ada Bell", "Tarsk", "REQUEST", ("council",), topic), "2031-05-04", quote=topic)

    aid = [said(document, 0, "open the harbour for flour convoys") for document in ("d1", "d2")]
    other = said("d2", 500, "release of captured teachers")
    found = cluster([*aid, other], no_links, {})
    assert joined(found, *aid)
    assert not joined(found, aid[0], other)


CONTENTS: tuple[Content, ...] = (
    TAKEN,
    CLASH,
    Control("entered", ("rebels",)),
    Control("withdrew", (), ("government forces",)),
    Event("Air/drone strike", ("Tarsk",), ("market",), killed=(Count("civilians", 9, None),)),
    Movement("advanced", ("rebels",), to=("Sett",)),
    Toll("places", "villages captured", 2, None, ("rebels",)),
    Statement("Ada Bell", "Tarsk", "REJECT", ("council",), "report about Sett"),
    Toll("killed", "civilians", 9, 12),
)


QUOTES = (
    "Rebels launched an offensive on Sett on Sunday.",
    "The battle of Sett began as rebels came near.",
    "Shells fell on the old harbour, witnesses said.",
    "Witnesses said that shells fell on the old harbour.",
)
Row = tuple[str, int, Content, str, tuple[str, ...], str]


@st.composite
def claim_sets(draw: st.DrawFn) -> list[Row]:
    """Rows that overlap in every way the features look at."""
    days = st.sampled_from(["", "2031-05-04", "2031-05-05", "2031-05-04..2031-05-06", "..2031-05-09", "2031-05-01..2031-05-31"])
    places = st.sampled_from([(), ("Sett",), ("Sett city",), ("harbour", "Sett"), ("city center", "Sett"), ("Brae",)])
    rows = st.tuples(
        st.sampled_from(["d1", "d2", "d3"]), st.integers(0, 400), st.sampled_from(CONTENTS), days, places, st.sampled_from(QUOTES)
    )
    return draw(st.lists(rows, min_size=1, max_size=14, unique_by=lambda r: (r[0], r[1], type(r[2]))))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=claim_sets(), seed=st.integers(0, 10**6))
def test_every_claim_is_in_one_happening_whatever_the_order(
    claim: Build, witness: Testify, no_links: Links, sides: SideWords, telling: HappeningWords, rows: list[Row], seed: int
) -> None:
    claims = [claim(*row[:5], quote=row[5]) for row in rows]
    witnesses = {"d1": witness("d1", "f1"), "d2": witness("d2", "f1"), "d3": witness("d3")}
    found = cluster(claims, no_links, witnesses, sides, telling)
    assert sorted(i for h in found for i in h.members) == sorted(c.id for c in claims)
    assert cluster(random.Random(seed).sample(claims, len(claims)), no_links, witnesses, sides, telling) == found
    assert len({h.id for h in found}) == len(found)


def test_the_id_depends_on_the_members_alone(claim: Build, no_links: Links) -> None:
    one, far = claim("d1", 0, TAKEN, "2031-05-04", ("Sett",)), claim("d9", 0, CLASH, "2033-01-01", ("Brae",))
    alone = cluster([one], no_links, {})[0].id
    assert alone in {h.id for h in cluster([one, far], no_links, {})}
