"""Search over quotes and titles."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ledger.reports import claim, document, keep, start
from warledger.ledger.search import Hit
from warledger.ledger.store import Ledger
from warledger.records.document import Metadata

SHELLS = "Shells killed five in al-Qasr."
STRIKE = 'An air strike hit Tell Nûr, the "northern gate".'
MADE = document("a.txt", f"{SHELLS} {STRIKE}", Metadata(title="Night of shelling in the north"))


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """A ledger with two claims on one titled document."""
    keep(ledger, start(ledger), MADE, claim(MADE, SHELLS), claim(MADE, STRIKE))
    return ledger


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("killing", [SHELLS]),
        ("KILLED five", [SHELLS]),
        ("killed strike", []),
        ("al-Qasr", [SHELLS]),
        ("tell nur", [STRIKE]),
        ('"northern gate"', [STRIKE]),
        ('"gate northern"', []),
        ("qas*", [SHELLS]),
        ("qas", []),
        ("shell", ["Night of shelling in the north", SHELLS]),
        ("killed OR strike", []),
        ("quote:killed", []),
        ("", []),
        ('" * (', []),
    ],
)
def test_what_is_found(filled: Ledger, query: str, found: list[str]) -> None:
    assert [hit.words for hit in filled.search(query)] == found


def test_a_hit_names_its_document_and_claim(filled: Ledger) -> None:
    assert filled.search("five") == (Hit(MADE.id, claim(MADE, SHELLS).id, SHELLS),)
    assert filled.search("night") == (Hit(MADE.id, None, "Night of shelling in the north"),)


def test_no_more_than_asked_for(filled: Ledger) -> None:
    assert [len(filled.search("shell", limit)) for limit in (-1, 0, 1, 2, 3)] == [0, 0, 1, 2, 2]


def test_only_what_counts_is_found_and_once(filled: Ledger) -> None:
    keep(filled, start(filled), MADE, claim(MADE, SHELLS), maker="frames 2")
    keep(filled, start(filled), MADE, claim(MADE, SHELLS, "hand:ann"), maker="hand:ann")
    filled.update_metadata(start(filled), MADE.id, Metadata(title="A quiet night"))
    assert [hit.words for hit in filled.search("shell")] == [SHELLS]
    assert filled.search("strike") == ()
    assert [hit.words for hit in filled.search("night")] == ["A quiet night"]


def test_any_query_is_a_question_and_never_an_error(filled: Ledger) -> None:
    @settings(max_examples=200, deadline=None)
    @given(st.text(alphabet=st.sampled_from("a\"*()^:-+ANDORT .,\0\\{}'é"), max_size=12) | st.text(max_size=12))
    def ask(query: str) -> None:
        assert len(filled.search(query)) <= 3

    ask()
