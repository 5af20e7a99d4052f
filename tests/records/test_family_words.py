"""The vocabulary of the family stage."""

from __future__ import annotations

import pytest

from warledger.records.family_words import parse_family_words

MINIMAL = """
spellings = [["our$", "or"]]
credits = []
[terms]
one = "wrong"
two = "{one} (?:x|y)"
[notices]
kill = []
retraction = []
clarification = []
correction = ["{two}"]
update = []
[goes_on]
lines = []
[readings]
lines = ["{one} (?P<wrong>x)"]
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
    [
        (MINIMAL.replace("update = []\n", ""), "update"),
        (MINIMAL.replace("[readings]", "[reading]"), "readings"),
        (MINIMAL.replace("(?P<wrong>x)", "(x"), "no pattern"),
        ("=", "Invalid"),
    ],
)
def test_a_bad_file_is_refused_with_a_reason(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        parse_family_words(text)


def test_patterns_are_built_of_terms() -> None:
    words = parse_family_words(MINIMAL)
    assert words.has_notice("the wrong Y") and not words.has_notice("the right Y")
    assert words.readings[0].search("Wrong x")
