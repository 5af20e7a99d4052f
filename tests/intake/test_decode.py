"""Bytes to text: nothing is changed on the way, and no guess is made that leaves rubbish."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warledger.intake.decode import decode
from warledger.records.reason import Reason

CONTROLS = "".join(char for char in map(chr, range(32)) if char not in "\t\n\v\f\r\x1b")
SIGNATURES = ("%PDF", "{\\rtf", "BZh", "GIF8", "Rar!")
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\ufeff" + CONTROLS), min_size=1).filter(
    lambda text: not text.startswith(SIGNATURES)
)
SENTENCE = "Residents of the old town of Marrow left on Tuesday, the council said in a statement. "


@given(TEXTS)
def test_utf8_comes_out_as_it_went_in(text: str) -> None:
    assert decode(text.encode(), "a.txt")[:2] == (text, "utf-8")
    assert decode(b"\xef\xbb\xbf" + text.encode(), "a.txt").text == text


@given(TEXTS, st.sampled_from(["utf-16", "utf-32"]))
def test_marked_encodings_come_out_as_they_went_in(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt").text == text


@given(st.binary(min_size=1, max_size=300))
def test_any_bytes_give_a_text_or_a_reason(data: bytes) -> None:
    text, _, problem = decode(data, "a.txt", markup=True)
    assert (text is None) == (problem is not None and problem.reason is not Reason.GUESSED_ENCODING)
    assert text is None or "\0" not in text


@pytest.mark.parametrize("words", ["José’s café", "the “Red Column” – a militia", "façade … naïve", "cost £5"])
def test_windows_text_is_guessed_right(words: str) -> None:
    text, encoding, problem = decode((SENTENCE * 3 + words).encode("cp1252"), "a.txt")
    assert text == SENTENCE * 3 + words and encoding == "cp1252"
    assert problem is not None and problem.reason is Reason.GUESSED_ENCODING


def test_cyrillic_is_not_taken_for_latin() -> None:
    words = "Жители старого города покинули дома во вторник, сообщил городской совет в своём заявлении. " * 3
    assert decode(words.encode("cp1251"), "a.txt").text == words


@pytest.mark.parametrize("tail", [b"\xff", b"a \xfe b", "café ".encode() * 3 + b"caf\xe9", b" \xd7 "])
def test_bytes_no_guess_explains_are_refused(tail: bytes) -> None:
    decoded = decode(SENTENCE.encode() + tail, "a.txt")
    assert decoded.text is None and decoded.problem is not None and decoded.problem.reason is Reason.BAD_ENCODING


def test_only_a_page_declares_its_encoding() -> None:
    page = "<meta charset='koi8-r'><p>" + "Марроу пал" * 3
    assert decode(page.encode("koi8-r"), "a.html", markup=True)[:2] == (page, "koi8-r")
    lying = "<meta charset='utf-16'><p>café in Marrow</p>"
    assert decode(lying.encode(), "a.html", markup=True).text == lying
