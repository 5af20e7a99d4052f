"""The codebook says what the word lists and the codes say."""

from __future__ import annotations

import re

import pytest

from tools.codebook import PAGE, Gap, frame_lines, matched, page, purpose
from warledger.records.claim import KINDS
from warledger.records.reason import Reason
from warledger.records.vocab import Frame

KEPT = PAGE.read_text(encoding="utf-8")


def test_the_page_in_the_repository_is_the_one_the_program_gives() -> None:
    assert page() == KEPT, "run `make docs`"


def test_every_kind_has_its_fields_and_every_reason_its_meaning() -> None:
    heads = re.findall(r"^### (\S+)$", KEPT, flags=re.M)
    assert set(KINDS) <= set(heads)
    assert set(Reason) <= set(re.findall(r"^\| `(\w+)` \|", KEPT, flags=re.M))


def test_every_wording_of_a_count_has_its_bounds() -> None:
    rows = dict(re.findall(r"^\| (\w+) \| ([\d,]+) \| null \|$", KEPT, flags=re.M))
    assert (rows["several"], rows["dozens"], rows["scores"], rows["hundreds"], rows["thousands"]) == ("2", "24", "40", "200", "2,000")
    assert re.search(r"^\| .*no fewer than N.* \| the number is the low bound; no high one \|$", KEPT, flags=re.M)


def test_it_says_whose_names_the_types_are() -> None:
    assert "not affiliated" in KEPT and "derived from ACLED data" in KEPT


def test_a_code_without_a_meaning_is_an_error() -> None:
    with pytest.raises(Gap, match="held"):
        matched("status", ["held"], {})


def test_a_meaning_without_a_code_is_an_error_where_the_program_has_them_all() -> None:
    with pytest.raises(Gap, match="lost"):
        matched("status", [], {"lost": "gone"})
    assert matched("status", [], {"lost": "gone"}, whole=False) == {"lost": "gone"}


def test_a_frame_shows_its_words_its_fields_and_what_it_asks_for() -> None:
    words = (("sink",), ("sinking of",), ())
    frame = Frame(
        "toll.sunk", "toll", {"measure": "sunk"}, *words, {"by": "subject|by"}, {"by": "by"}, ("by",), armed="by", counted_only=True
    )
    assert list(frame_lines(frame)) == [
        "- Records: toll (`measure` sunk)",
        "- Verbs: sink",
        "- Nouns: sinking of",
        "- Fields: `by` subject or by",
        "- Fields of the nouns: `by` by",
        "- Condition: needs `by`; `by` must bear arms; only with a count",
    ]


def test_a_list_is_described_by_the_first_sentence_of_its_head() -> None:
    assert purpose("# Words for\n# boats. Lower case.\nsource = 'x'\n# Not this") == "Words for boats."
