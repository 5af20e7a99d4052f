"""Bytes to text: a byte-order mark, UTF-8, what a page declares, and only then a guess that must explain every odd byte."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from charset_normalizer import from_bytes

from warledger.intake.formats import binary_kind
from warledger.records.reason import Problem, Reason, Severity

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
          (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))  # fmt: skip
_DECLARED = re.compile(rb"""(?:<meta[^>]{0,200}?charset\s*=\s*["']?|<\?xml[^>]{0,80}?encoding\s*=\s*["'])([\w.:-]{2,40})""", re.IGNORECASE)
#: Bytes no text holds: C0 controls other than tab, line feed, vertical tab, form feed and carriage return, and escape.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_UTF8_PAIR = re.compile(rb"[\xc3-\xdf][\x80-\xbf](?![\x80-\xbf])|[\xe1-\xef][\x80-\xbf]{2}")
#: What may stand outside a word in a legacy encoding: quotation marks, dashes, the ellipsis, bullets, section, degree and currency signs.
_PUNCTUATION = frozenset("‘’‚“”„«»‹›–—…•·§°£€©®™¿¡½¼¾\xa0\xad")
#: Letters that legacy text hardly holds but damaged UTF-8 and binary bytes turn into.
_SUSPECT = frozenset("ÿþðÐÞ")
_GUESSABLE = re.compile(r"cp125\d|latin_1|iso8859_\d+|koi8_[ru]|mac_(?:roman|latin2|cyrillic)")


#: Encodings of Python's that no text of others is in, and that take a long time over what is made to hurt them.
_NO_CHARSETS = frozenset({"punycode", "idna", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7"})


class Decoded(NamedTuple):
    """`text` is `None` when the bytes are no text; `problem` then says why. A guess gives both."""

    text: str | None
    encoding: str = "utf-8"
    problem: Problem | None = None


def decode(data: bytes, name: str, *, markup: bool = False, charset: str = "") -> Decoded:
    """The text of `data` without a byte-order mark, otherwise unchanged. `markup` lets the bytes declare their own encoding (HTML);
    `charset` is what a server declared.

    Refused: NUL and control characters, signatures of other formats, and bytes that no guess turns into whole words.
    """
    kind = binary_kind(data)
    if kind:
        return _refused(name, Reason.BINARY, f"{kind}, not text; save its text as .txt, .md or .html")
    marked = _marked(data, name)
    if marked:
        return marked
    try:
        return _checked(data.decode("utf-8"), "utf-8", name)
    except UnicodeDecodeError as error:
        first_bad = error.start
    declared = (charset and said_to_be(data, charset)) or (markup and _declared(data))
    text, encoding = _wide(data) or declared or (None, "")
    if text is not None:
        return _checked(text, encoding, name)
    if b"\0" in data:
        return _refused(name, Reason.BINARY, "holds NUL bytes; not text")
    return _guessed(data, first_bad, name)


def _refused(name: str, reason: Reason, detail: str) -> Decoded:
    return Decoded(None, "", Problem(name, reason, Severity.FAILED, detail))


def _checked(text: str, encoding: str, name: str) -> Decoded:
    controls = len(_CONTROLS.findall(text))
    if "\0" in text or controls * 300 > len(text):
        return _refused(name, Reason.BINARY, f"holds {controls} control characters; not text")
    return Decoded(text, encoding)


def _marked(data: bytes, name: str) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return _checked(data[len(mark) :].decode(encoding), encoding, name)
            except UnicodeDecodeError as error:
                at = error.start + len(mark)
                detail = f"byte {at} is not {encoding}, which its byte-order mark promises; save it as UTF-8"
                return _refused(name, Reason.BAD_ENCODING, detail)
    return None


def _wide(data: bytes) -> tuple[str, str] | None:
    """UTF-16 without a mark: Latin text has its NULs at every second byte."""
    if len(data) < 4 or len(data) % 2:
        return None
    for encoding, zeros, others in (("utf-16-le", data[1::2], data[::2]), ("utf-16-be", data[::2], data[1::2])):
        if zeros.count(0) * 10 > len(zeros) * 7 and others.count(0) == 0:
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError:
                return None
    return None


def said_to_be(data: bytes, charset: str) -> tuple[str, str] | None:
    """The text of `data` in an encoding that a file or a server names, and that encoding's own name; `None` where it is not in that."""
    try:
        encoding = codecs.lookup(charset).name
        if encoding in _NO_CHARSETS:
            return None
        # Browsers read Latin-1 as its superset Windows-1252 (WHATWG Encoding Standard), and so do the pages that say it.
        encoding = "cp1252" if encoding in ("iso8859-1", "ascii") else encoding
        return data.decode(encoding), encoding
    except (LookupError, UnicodeError, ValueError):
        return None


def _declared(data: bytes) -> tuple[str, str] | None:
    found = _DECLARED.search(data[:4096])
    return said_to_be(data, found[1].decode("ascii", "replace")) if found else None


def _guessed(data: bytes, first_bad: int, name: str) -> Decoded:
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _in_words(text):
            note = f"not UTF-8 from byte {first_bad} on; read as {encoding}, a guess. Save it as UTF-8 to be sure"
            return Decoded(text, encoding, Problem(name, Reason.GUESSED_ENCODING, Severity.NOTED, note))
    return _refused(name, Reason.BAD_ENCODING, f"byte {first_bad} is not UTF-8 and no other encoding gives whole words; save it as UTF-8")


def _candidates(data: bytes) -> list[str]:
    if _UTF8_PAIR.search(data):
        return []  # damaged UTF-8: any single-byte reading would turn its sound characters into rubbish
    odd = sum(byte > 127 for byte in data)
    best = from_bytes(data[:200_000]).best()
    guesses = [best.encoding] if best and _GUESSABLE.fullmatch(best.encoding) else []
    # Few odd bytes mean English or another Latin text, where detectors tell cp1250 from cp1252 by chance.
    return ["cp1252", *guesses] if odd * 20 < len(data) else guesses


def _in_words(text: str) -> bool:
    if _CONTROLS.search(text):
        return False
    odd = [at for at, char in enumerate(text) if char > "\x7f"]
    # Where the script itself is odd, words of one letter are ordinary; in Latin text a lone odd letter is damage.
    alone = 4 * len(odd) > len(text)
    return all(_fits(text, at, alone=alone) for at in odd)


def _fits(text: str, at: int, *, alone: bool) -> bool:
    char = text[at]
    if char in _PUNCTUATION:
        return True
    return char.isalpha() and char not in _SUSPECT and (alone or text[at - 1 : at].isalpha() or text[at + 1 : at + 2].isalpha())
