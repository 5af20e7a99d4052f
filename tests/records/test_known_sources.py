"""The packaged list of agencies, monitors and state media."""

from __future__ import annotations

import pytest

from warledger.pipeline.listed import listed_sources
from warledger.pipeline.vocabulary import WordLists
from warledger.records.known_sources import parse_known_sources
from warledger.records.source import Source

COLUMNS = 'columns = ["name", "aliases", "kind", "country"]\n'


def test_a_row_is_a_source_and_an_empty_cell_is_unknown() -> None:
    found = parse_known_sources(COLUMNS + 'rows = [["Tarn Wire", ["TW"], "agency", ""]]')
    assert found == (Source("Tarn Wire", ("TW",), "agency"),)


def test_one_name_for_two_sources_and_a_short_row_are_told() -> None:
    with pytest.raises(ValueError, match="'TW' stands for Tarn Wire and for Third Way"):
        parse_known_sources(COLUMNS + 'rows = [["Tarn Wire", ["TW"], "agency", ""], ["Third Way", ["TW"], "outlet", ""]]')
    with pytest.raises(ValueError, match="shorter"):
        parse_known_sources(COLUMNS + 'rows = [["Tarn Wire", ["TW"], "agency"]]')


def test_every_packaged_row_says_where_it_was_looked_up_and_no_party() -> None:
    for source in WordLists.packaged().known_sources:
        assert source.about is not None and source.about.startswith("http"), source.name
        assert source.kind in {"agency", "monitor", "outlet"}, source.name
        assert source.affiliation in {None, "state", "public", "un"}, source.name
        assert source.country is None or (len(source.country) == 2 and source.country.isupper()), source.name
        assert source.party is None, source.name


def test_agencies_are_one_publisher_under_all_their_names() -> None:
    words = WordLists.packaged().families(())
    agencies = {s.name: s for s in WordLists.packaged().known_sources if s.kind == "agency"}
    assert set(words.agencies.values()) == set(agencies), "the list of the family stage has an agency this one has not"


def test_a_monitors_own_entry_takes_the_place_of_the_packaged_one() -> None:
    own = Source("Reuters news agency", ("Reuters",), "agency", grade="A2")
    listed = listed_sources((own,))
    assert [s.name for s in listed if "Reuters" in (s.name, *s.aliases)] == ["Reuters news agency"]
    assert any(s.name == "Agence France-Presse" for s in listed)
