"""Which claims count."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import msgspec
import pytest

from tests.ledger.reports import MAKER, claim, document, gap, keep, report, start
from warledger.base.spans import Span
from warledger.ledger.store import Ledger
from warledger.records.claim import Claim
from warledger.records.document import Document
from warledger.records.mention import Mention
from warledger.records.provenance import Why
from warledger.records.reason import Reason

MADE = document("a.html", "Two were shot in Oldmill. Five fled to Newmill. It rained.")
SHOT, FLED = "Two were shot in Oldmill.", "Five fled to Newmill."


def cleaned_anew(made: Document, text: str) -> Document:
    return msgspec.structs.replace(made, text=text, blocks=())


def keep_as(ledger: Ledger, made: Document, maker: str, *claims: Claim, source: Document = MADE) -> None:
    ledger.record_reading(start(ledger), made, source.text.encode(), "x", maker, claims, ())


def test_the_same_reading_again_changes_nothing(path: Path, ledger: Ledger) -> None:
    def counts() -> list[int]:
        db = sqlite3.connect(path)
        tables = ("documents", "texts", "metadata", "sightings", "readings", "claims", "gaps", "mended")
        return [db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables]

    read = [report(number) for number in range(5)]
    for made, claims in read:
        ledger.record_reading(start(ledger), made, made.text.encode(), "x", MAKER, claims, [gap(made, "Oldmill")])
    before, digest = counts(), ledger.content_digest()
    for made, claims in reversed(read):
        ledger.record_reading(start(ledger), made, made.text.encode(), "x", MAKER, claims, [gap(made, "Oldmill")])
    assert counts() == before
    assert ledger.content_digest() == digest


def test_a_new_maker_replaces_the_old_whose_claims_stay_in_the_file(path: Path, ledger: Ledger) -> None:
    keep_as(ledger, MADE, "frames 1", claim(MADE, SHOT), claim(MADE, FLED))
    ledger.record_reading(start(ledger), MADE, MADE.text.encode(), "x", "frames 2", [claim(MADE, FLED)], [gap(MADE, SHOT)])
    assert ledger.claims() == (claim(MADE, FLED),)
    assert ledger.gaps() == (gap(MADE, SHOT),)
    assert ledger.has_reading(MADE.id, "frames 2")
    assert ledger.has_reading(MADE.id)
    assert not ledger.has_reading(MADE.id, "frames 1")
    assert sqlite3.connect(path).execute("SELECT count(*) FROM claims").fetchone() == (3,)


def test_going_back_to_an_older_maker_gives_its_claims_again(ledger: Ledger) -> None:
    keep_as(ledger, MADE, "frames 1", claim(MADE, SHOT))
    before = ledger.content_digest()
    keep_as(ledger, MADE, "frames 2", claim(MADE, FLED))
    assert ledger.content_digest() != before
    keep_as(ledger, MADE, "frames 1", claim(MADE, SHOT))
    assert ledger.claims() == (claim(MADE, SHOT),)


def test_a_reading_that_found_nothing_is_a_reading(ledger: Ledger) -> None:
    keep_as(ledger, MADE, "frames 1", claim(MADE, SHOT))
    keep_as(ledger, MADE, "frames 2")
    assert ledger.has_reading(MADE.id, "frames 2")
    assert ledger.claims() == ()


def test_claims_come_in_the_order_of_the_text(ledger: Ledger) -> None:
    keep_as(ledger, MADE, MAKER, claim(MADE, FLED), claim(MADE, "Five fled"), claim(MADE, SHOT))
    assert [c.quote for c in ledger.claims()] == [SHOT, "Five fled", FLED]


def test_all_that_people_coded_counts_beside_the_machine(ledger: Ledger) -> None:
    rained = claim(MADE, "It rained.", "hand:ann")
    keep_as(ledger, MADE, "hand:ann", rained)
    keep_as(ledger, MADE, MAKER, claim(MADE, SHOT))
    keep_as(ledger, MADE, "hand:bob", claim(MADE, "Five fled", "hand:bob"))
    keep_as(ledger, MADE, "hand:ann", claim(MADE, FLED, "hand:ann"))
    assert [(c.quote, c.maker) for c in ledger.claims()] == [
        (SHOT, MAKER),
        ("Five fled", "hand:bob"),
        (FLED, "hand:ann"),
        ("It rained.", "hand:ann"),
    ]
    keep_as(ledger, MADE, "frames 2")
    assert len(ledger.claims()) == 3
    assert ledger.has_reading(MADE.id, "hand:bob")


def test_of_claims_with_one_id_hand_goes_before_machine_and_later_before_earlier(ledger: Ledger) -> None:
    ours, first, second = claim(MADE, SHOT), claim(MADE, SHOT, "hand:ann", killed=1), claim(MADE, SHOT, "hand:ann", killed=2)
    keep_as(ledger, MADE, "hand:ann", first)
    keep_as(ledger, MADE, MAKER, ours)
    assert ledger.claims() == (first,)
    keep_as(ledger, MADE, "hand:ann", second)
    assert ledger.claims() == (second,)
    keep_as(ledger, MADE, "hand:ann", second)
    keep_as(ledger, MADE, "hand:ann", first)
    assert ledger.claims() == (first,)


def test_one_id_in_two_documents_is_two_claims(ledger: Ledger) -> None:
    other = document("b.txt", SHOT)
    run = start(ledger)
    for made in (MADE, other):
        keep(ledger, run, made, msgspec.structs.replace(claim(made, SHOT), id="k1"))
    assert len(ledger.claims()) == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"quote": "Three were shot"},
        {"span": Span(1, 26)},
        {"span": Span(0, 900)},
        {"document": "d-other"},
    ],
)
def test_a_claim_whose_words_are_not_in_the_text_is_refused_with_its_document(ledger: Ledger, wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"does not stand in a\.html"):
        keep_as(ledger, MADE, MAKER, claim(MADE, FLED), msgspec.structs.replace(claim(MADE, SHOT), **wrong))
    assert ledger.documents() == ()


def test_two_claims_of_one_id_are_refused(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match="two claims of one id"):
        keep_as(ledger, MADE, MAKER, claim(MADE, SHOT), claim(MADE, SHOT, killed=9))


def test_a_gap_outside_the_text_is_refused(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match="gap"):
        ledger.record_reading(
            start(ledger), MADE, MADE.text.encode(), "x", MAKER, (), [msgspec.structs.replace(gap(MADE, SHOT), span=Span(0, 900))]
        )


def test_machine_claims_of_a_changed_text_wait_for_a_new_reading(ledger: Ledger) -> None:
    keep_as(ledger, MADE, MAKER, claim(MADE, SHOT))
    anew = cleaned_anew(MADE, f"News. {MADE.text}")
    ledger.add_document(start(ledger), anew, MADE.text.encode(), "x")
    assert ledger.claims() == ()
    assert not ledger.has_reading(MADE.id)
    keep_as(ledger, anew, MAKER, claim(anew, SHOT))
    assert ledger.claims() == (claim(anew, SHOT),)


def test_coding_by_hand_moves_with_its_words_into_a_changed_text(ledger: Ledger) -> None:
    coded = msgspec.structs.replace(
        claim(MADE, FLED, "hand:ann"),
        mentions=(Mention("to", "Newmill", Span(39, 46)), Mention("place", "Oldmill", Span(17, 24)), Mention("by", "people")),
        why={"mode": Why("verb", "fled", Span(31, 35))},
    )
    keep_as(ledger, MADE, "hand:ann", coded)
    anew = cleaned_anew(MADE, f"News. {FLED}")
    keep_as(ledger, anew, MAKER)
    (moved,) = ledger.claims()
    assert (moved.id, moved.maker) == (coded.id, "hand:ann")
    assert moved.span.of(anew.text) == moved.quote == FLED
    assert [m.span and m.span.of(anew.text) for m in moved.mentions] == ["Newmill", None, None]
    assert moved.why["mode"].span is not None
    assert moved.why["mode"].span.of(anew.text) == "fled"
    assert ledger.problems() == ()


@pytest.mark.parametrize("text", ["Nothing of it is left.", f"News. {SHOT} And again: {SHOT}"])
def test_coding_whose_words_are_gone_or_stand_twice_is_listed_until_it_is_coded_again(ledger: Ledger, text: str) -> None:
    keep_as(ledger, MADE, "hand:ann", claim(MADE, SHOT, "hand:ann"))
    anew = cleaned_anew(MADE, text)
    keep_as(ledger, anew, MAKER)
    assert ledger.claims() == ()
    (problem,) = ledger.problems()
    assert problem.reason is Reason.NOT_GROUNDED
    assert "ann" in problem.name
    assert SHOT in problem.detail
    keep_as(ledger, anew, "frames 2")
    assert ledger.problems() == (problem,)  # reading the document again codes nothing
    again = claim(anew, text.split()[0], "hand:ann")
    keep_as(ledger, anew, "hand:ann", again)
    assert ledger.claims() == (again,)
    assert ledger.problems() == ()


def test_coding_that_stands_where_it_stood_stays_even_if_its_words_stand_twice(ledger: Ledger) -> None:
    coded = claim(MADE, SHOT, "hand:ann")
    keep_as(ledger, MADE, "hand:ann", coded)
    keep_as(ledger, cleaned_anew(MADE, f"{SHOT} And again: {SHOT}"), MAKER)
    assert ledger.claims() == (coded,)
