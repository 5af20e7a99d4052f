"""Names are resolved by what the reports around them speak for, and left unresolved, with a reason, where nothing does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warledger.records.claim import Claim, Movement
from warledger.records.containment import contains
from warledger.records.place import PlaceLink
from warledger.records.place_words import LinkingWords
from warledger.records.reason import Reason
from warledger.stages.linking.gazetteer import Gazetteer
from warledger.stages.linking.places import link_places

MakeClaim = Callable[..., Claim]
Resolve = Callable[..., dict[str, PlaceLink]]


@pytest.fixture
def resolve(gazetteer: Gazetteer, words: LinkingWords, make_claim: MakeClaim) -> Resolve:
    """The links of the names of one report, by name."""

    def links(*names: str, countries: tuple[str, ...] = ()) -> dict[str, PlaceLink]:
        made = link_places([make_claim("d1", name) for name in names], gazetteer, words.places, countries)
        return {name: link for (_, name), link in made.items()}

    return links


def country(link: PlaceLink) -> str | None:
    return link.place.country if link.place else None


def test_the_reports_other_places_decide_between_countries(resolve: Resolve) -> None:
    assert country(resolve("Mill Ford", "Orsk", "Lamta")["Mill Ford"]) == "AA"
    assert country(resolve("Mill Ford", "Velm", "Ostrel")["Mill Ford"]) == "BB"


def test_the_monitors_countries_decide_without_other_places(resolve: Resolve) -> None:
    assert country(resolve("Mill Ford", countries=("BB",))["Mill Ford"]) == "BB"
    assert country(resolve("Twin", countries=("CC",))["Twin"]) == "CC"


def test_the_nearer_of_two_countries_is_no_guess_when_nothing_tells(resolve: Resolve) -> None:
    link = resolve("Twin")["Twin"]
    assert link.place is None
    assert link.reason in (Reason.AMBIGUOUS, Reason.ELSEWHERE)
    assert {c.place.country for c in link.candidates} == {"CC", "DD"}


def test_a_village_at_home_beats_a_city_abroad(resolve: Resolve) -> None:
    assert country(resolve("Tarnow", "Orsk", "Lamta", "Mill Ford")["Tarnow"]) == "AA"


def test_a_village_abroad_is_not_believed_but_a_city_and_a_country_are(resolve: Resolve) -> None:
    links = resolve("Orsk", "Lamta", "Mill Ford", "Tarnow", "Kurwen", "Farhaven", "Velm", "Bland")
    assert links["Farhaven"].place is not None
    assert links["Velm"].place is not None
    assert links["Bland"].precision == 6


def test_a_place_abroad_known_by_another_name_needs_support(resolve: Resolve) -> None:
    links = resolve("Orsk", "Lamta", "Mill Ford", "Old Farhaven")
    assert links["Old Farhaven"].reason is Reason.ELSEWHERE
    assert links["Old Farhaven"].candidates


@pytest.mark.parametrize(
    ("name", "precision", "area", "kind"),
    [
        ("Orsk", 1, False, "populated"),
        ("the city of Orsk", 1, False, "populated"),
        ("Orsk hospital", 1, True, "populated"),
        ("southern Orsk city", 1, True, "populated"),
        ("near Orsk", 2, True, "populated"),
        ("20 km south of Orsk", 2, True, "populated"),
        ("Orsk countryside", 2, True, "populated"),
        ("western edge of Orsk", 2, True, "populated"),
        ("northern Lamta", 2, True, "populated"),
        ("northern Orsk", 3, True, "populated"),
        ("Orsk district", 3, True, "admin2"),
        ("Orsk Province", 4, True, "admin1"),
        ("southern Orsk Province", 4, True, "admin1"),
        ("Sarnia region", 4, True, "admin1"),
        ("60 km south of Orsk", 4, True, "populated"),
        ("Lamta region", 5, True, "populated"),
        ("the road between Orsk and Sarn", 5, True, "area"),
        ("the Orsk-Lamta road", 2, True, "area"),
        ("Aland", 6, False, "country"),
        ("northern Aland", 5, True, "country"),
        ("border with Aland", 5, True, "country"),
        ("Aland-Cland border", 5, True, "country"),
        ("bases in Aland", 6, True, "country"),
        ("airspace over Aland", 7, True, "country"),
        ("Grey Sea", 7, False, "feature"),
    ],
)
def test_precision_is_that_of_the_phrase(resolve: Resolve, name: str, precision: int, area: bool, kind: str) -> None:
    link = resolve(name, "Orsk", "Lamta", "Mill Ford")[name]
    assert link.place is not None
    assert (link.precision, link.area, link.place.kind) == (precision, area, kind)
    assert link.why


@pytest.mark.parametrize(
    ("name", "inside", "outside"),
    [
        ("20 km south of Orsk", [(9.82, 10.0), (9.84, 10.08)], [(10.18, 10.0), (10.0, 10.0), (9.5, 10.0)]),
        ("near Orsk", [(10.0, 10.0), (10.1, 10.1)], [(10.4, 10.0)]),
        ("Orsk countryside", [(10.1, 10.1)], [(10.0, 10.0), (10.4, 10.0)]),
        ("southern Orsk Province", [(9.7, 10.0)], [(10.2, 10.0), (9.0, 10.0)]),
        ("northern Aland", [(12.0, 10.0)], [(8.0, 10.0)]),
        ("the road between Orsk and Sarn", [(11.0, 10.0)], [(11.0, 10.2), (9.9, 10.0)]),
        ("the area between Orsk and Lamta", [(10.1, 10.05)], [(10.3, 10.2)]),
    ],
)
def test_areas_keep_their_extent(
    resolve: Resolve, name: str, inside: list[tuple[float, float]], outside: list[tuple[float, float]]
) -> None:
    shape = resolve(name, "Orsk", "Lamta", "Sarn")[name].shape
    assert shape is not None
    assert all(shape.holds(*point) for point in inside)
    assert not any(shape.holds(*point) for point in outside)


@pytest.mark.parametrize("name", ["Orsk", "Orsk hospital", "Aland", "Grey Sea", "border with Aland", "Orsk highway"])
def test_no_extent_is_made_up(resolve: Resolve, name: str) -> None:
    link = resolve(name, "Orsk", "Lamta")[name]
    assert link.place is not None and link.shape is None


def test_what_says_where_it_lies_is_taken_at_its_word(resolve: Resolve) -> None:
    """Bearers of the name elsewhere are no answer; what the phrase says it lies in is, and says so."""
    links = resolve("Deep Well, Sarnia", "Deep Well, Orsk Province", "Mill Ford in Bland", "Orsk", "Lamta")
    well = links["Deep Well, Sarnia"]
    assert well.place is not None and (well.place.name, well.precision) == ("Deep Well", 1)
    assert well.within == {"admin1": "Sarnia", "country": "Aland"}
    coarse = links["Deep Well, Orsk Province"]
    assert coarse.place is not None and (coarse.place.kind, coarse.precision, coarse.area) == ("admin1", 4, True)
    assert "Deep Well" in coarse.why and coarse.key != links["Orsk"].key
    assert country(links["Mill Ford in Bland"]) == "BB"


def test_a_village_far_from_everything_a_report_tells_of_is_not_believed(resolve: Resolve) -> None:
    links = resolve("Deep Well", "Orsk", "Lamta", "Mill Ford")
    assert links["Deep Well"].reason is Reason.ELSEWHERE and links["Deep Well"].candidates
    assert country(resolve("Deep Well", "Sarn", "Orsk")["Deep Well"]) == "AA"
    assert country(resolve("Deep Well", "Orsk", "Sarnia")["Deep Well"]) == "AA"


def test_every_way_to_call_a_part_is_one_place_and_not_the_whole(resolve: Resolve) -> None:
    links = resolve("Orsk airport", "airport in Orsk", "Orsk's international airport", "Orsk", "Lamta airport", "Lamta")
    keys = {name: link.key for name, link in links.items()}
    assert keys["Orsk airport"] == keys["airport in Orsk"] == keys["Orsk's international airport"]
    assert len(set(keys.values())) == 4


def test_what_lies_where(resolve: Resolve) -> None:
    links = resolve("Orsk", "Lamta", "Kellin", "Sarn", "Orsk Province", "Lamta countryside", "Aland", "Orsk airport", "20 km south of Orsk")
    told = {(outer, inner) for outer in links for inner in links if outer != inner and contains(links[outer], links[inner])}
    assert {("Orsk Province", "Orsk"), ("Orsk Province", "Lamta"), ("Aland", "Sarn"), ("Orsk", "Orsk airport")} <= told
    assert ("Lamta countryside", "Orsk") in told
    assert not {("Orsk Province", "Sarn"), ("Lamta countryside", "Lamta"), ("Orsk", "Orsk Province"), ("Orsk airport", "Orsk")} & told
    assert not [inner for outer, inner in told if outer == "20 km south of Orsk"]


def test_a_line_does_not_depend_on_which_end_is_told_first(resolve: Resolve) -> None:
    links = resolve("the road between Orsk and Sarn", "the Sarn-Orsk highway", "road from Sarn to Orsk", "Orsk", "Sarn")
    assert len({link.key for name, link in links.items() if name not in ("Orsk", "Sarn")}) == 1


def test_an_end_that_is_not_known_leaves_the_other(resolve: Resolve) -> None:
    link = resolve("the road between Orsk and Xyrquol", "Orsk", "Lamta")["the road between Orsk and Xyrquol"]
    assert link.place is not None and link.place.name == "Orsk"
    assert link.precision > 1 and link.area


def test_a_province_is_another_place_than_its_town(resolve: Resolve) -> None:
    links = resolve("Orsk", "Orsk Province", "province of Orsk", "Lamta")
    ids = {name: link.place.id for name, link in links.items() if link.place}
    assert ids["Orsk"] != ids["Orsk Province"] == ids["province of Orsk"]


def test_resemblance_alone_decides_nothing(resolve: Resolve) -> None:
    assert resolve("Mill Forde")["Mill Forde"].reason is Reason.NOT_IN_GAZETTEER
    assert country(resolve("Mill Forde", "Orsk", "Lamta", "Mill Ford")["Mill Forde"]) == "AA"
    assert resolve("Ostral", "Orsk", "Lamta", "Mill Ford")["Ostral"].place is None
    assert resolve("Tornik", "Orsk", "Lamta", "Mill Ford")["Tornik"].place is None


def test_reasons(resolve: Resolve) -> None:
    links = resolve("the city", "Xyrquol", "Orsk")
    assert links["the city"].reason is Reason.NOT_A_NAME
    assert links["Xyrquol"].reason is Reason.NOT_IN_GAZETTEER
    assert all(link.why for link in links.values())


def test_where_movements_start_and_end_are_linked(gazetteer: Gazetteer, words: LinkingWords, make_claim: MakeClaim) -> None:
    claim = make_claim("d1", content=Movement("deployed", origin=("Orsk",), to=("Lamta",)))
    assert set(link_places([claim], gazetteer, words.places)) == {("d1", "Orsk"), ("d1", "Lamta")}


NAMES = [
    "Orsk",
    "Lamta",
    "Mill Ford",
    "Twin",
    "Tarnow",
    "Mill Forde",
    "near Velm",
    "Bland",
    "Ostrel",
    "Old Farhaven",
    "Orsk Province",
    "the city",
]


@given(st.lists(st.tuples(st.sampled_from(["d1", "d2", "d3"]), st.sampled_from(NAMES)), min_size=1, max_size=14), st.randoms())
def test_order_does_not_matter(
    gazetteer: Gazetteer, words: LinkingWords, make_claim: MakeClaim, pairs: list[tuple[str, str]], random: object
) -> None:
    claims = [make_claim(document, name) for document, name in pairs]
    shuffled = list(claims)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert link_places(claims, gazetteer, words.places) == link_places(shuffled, gazetteer, words.places)


def test_a_name_told_in_full_once_is_the_same_when_told_short(
    resolve: Resolve, gazetteer: Gazetteer, words: LinkingWords, make_claim: MakeClaim
) -> None:
    full, short = "Harrow district, Sarnia", "Harrow district"
    links = resolve(full, short, "Orsk")
    assert links[short].key == links[full].key != ""
    claims = [make_claim("d1", full, "Orsk"), make_claim("d2", short, "Orsk")]
    apart = link_places(claims, gazetteer, words.places, ["AA"])
    assert apart["d2", short].key == apart["d1", full].key != ""
    assert "another report" in apart["d2", short].why
    assert resolve(full, "Harrow district, Orsk Province", short)[short].place is None


def test_of_two_namesakes_as_likely_none_is_taken_but_what_they_lie_in_is(resolve: Resolve) -> None:
    assert resolve("Tessk", "Orsk", "Lamta")["Tessk"].reason is Reason.AMBIGUOUS
    link = resolve("Tessk in Aland", "Orsk", "Lamta")["Tessk in Aland"]
    assert link.place is not None and (link.place.kind, link.precision) == ("country", 6)


def test_who_writes_of_a_village_does_not_mean_the_city(resolve: Resolve) -> None:
    links = resolve("the village of Velm", "Velm", "Ostrel", "Kurwen")
    assert links["the village of Velm"].place is None and links["Velm"].place is not None


def test_what_is_called_after_a_place_far_away_does_not_lie_there(resolve: Resolve) -> None:
    links = resolve("Velm camp", "Velm Hospital", "Orsk hospital", "Orsk", "Lamta", countries=("AA",))
    assert links["Velm camp"].place is None and links["Velm Hospital"].place is None
    assert links["Orsk hospital"].place is not None


def test_a_division_called_after_a_direction_is_a_name(resolve: Resolve) -> None:
    links = resolve("Northern State", "in Northern State", "Orsk", "Lamta")
    assert {link.place.id for link in links.values() if link.place and link.precision == 4} == {"p:AA.09"}


def test_near_misses_are_kept_as_candidates(resolve: Resolve) -> None:
    link = resolve("Kurwon", "Velm", "Ostrel")["Kurwon"]
    assert link.place is not None or [c.place.name for c in link.candidates] == ["Kurwen"]
    assert all(0 < c.score <= 1 and c.why for c in link.candidates)
