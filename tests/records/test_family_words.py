"""The vocabulary of the family stage."""

from __future__ import annotations

import pytest

from warledger.records.family_words import parse_family_words

MINIMAL = """
spellings = [["our$", "or"]]
credits = []
corrections = ["wrong (?P<wrong>x)"]
updates = []
[agencies]
"River Press" = ["RP"]
"""


def test_agencies_are_known_by_every_name() -> None:
    words = parse_family_words(MINIMAL, {"Hill Wire": ("HW",)})
    assert words.agency("the RP") is None
    assert [words.agency(name) for name in ("RP", "river press", "HW")] == ["River Press", "River Press", "Hill Wire"]
    assert [words.agency(name) for name in ("Courier", None)] == [None, None]


@pytest.mark.parametrize(
    ("text", "said"),
    [(MINIMAL.replace("updates = []\n", ""), "updates"), (MINIMAL.replace("(?P<wrong>x)", "(x"), "no pattern"), ("=", "Invalid")],
)
def test_a_bad_file_is_refused_with_a_reason(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        parse_family_words(text)
