"""Names compared across spellings: one folded form per name, and how alike two folded names are.

The equivalences are those of romanisation in general (articles, vowel letters, endings), not of any one region's places.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz import fuzz

#: Bump when a change here alters folded forms: compiled indexes of folded names are keyed by it.
FOLD_VERSION = 1

_APOSTROPHES = re.compile(r"['`.]")
_OTHER = re.compile(r"[^a-z0-9]+")
# Doubled letters are spelling habit, except at the start of a token, where they are mostly initials ("SSNP").
_DOUBLED = re.compile(r"(?<=[a-z])([a-z])\1+")
_FEMININE_NISBA = re.compile(r"(?:iyah|iyeh|iya|iye|ieh|iah|eyah|eyeh|eya)$")
_FEMININE = re.compile(r"(?<=[a-z]{2})(?:ah|eh)$")
# Arabic article and its assimilated forms ("ash-Sham", "ad-Dumayr"): dropped only before the sound that makes them.
_ARTICLES = frozenset({"al", "el"})
_ASSIMILATED = re.compile(r"[ae](sh|dh|th|[rsdntz])$")

# One spelling per generic first word of place and person names. Source: BGN/PCGN romanisation of Arabic beside the usual
# press spellings (English and French); each value maps to itself.
_GENERIC_WORDS = {
    spelling: chosen
    for chosen, spellings in {
        "tell": "tell tel tall tal till",
        "deir": "deir dayr dair der deyr",
        "kafr": "kafr kefr kfar kfr kufr kafar",
        "khirbat": "khirbat khirbet khirba khirbah kherbet kharbat",
        "abu": "abu abo abou aboo",
        "umm": "umm um oum om",
        "sheikh": "sheikh shaykh sheik shekh cheikh shaikh",
        "jabal": "jabal jebel djebel gebel jabel jebal",
        "wadi": "wadi ouadi oued",
        "ayn": "ayn ain ein",
        "bayt": "bayt beit bait bet",
        "maarat": "maarat marat maaret maarrat maarret",
        "nahr": "nahr nahar",
        "mohamed": "mohamed muhamad mohamad mohammed muhammad mohammad muhammed mohamad muhamed",
        "saint": "saint st sankt",
        "mount": "mount mt",
        "fort": "fort ft",
    }.items()
    for spelling in spellings.split()
}

_IA = re.compile(r"ia$")
_VOWELS = re.compile(r"[aeiou]|[wy](?![aeiou])")
_LETTERS = (
    (re.compile(r"ou|oo|(?:aw|au|ow|uw)(?![aeiou])"), "u"),
    (re.compile(r"ei|ee|ie|iy|(?:ay|ai|ey)(?![aeiou])"), "i"),
    (re.compile(r"[ey]"), "i"),
    (re.compile(r"o"), "u"),
    (re.compile(r"q"), "k"),
)


@lru_cache(maxsize=1 << 16)
def fold_name(text: str) -> str:
    """One form for the spellings of a name: lower-case ASCII tokens parted by single blanks (empty for text without letters or digits).

    Diacritics, apostrophes and full stops go, hyphens part tokens, Arabic articles go, generic first words, doubled letters and
    feminine endings get one spelling. Folding a folded name changes nothing.
    """
    ascii_text = anyascii(_without_marks(text)) if not text.isascii() else text
    plain = _OTHER.sub(" ", _APOSTROPHES.sub("", ascii_text.casefold()))
    return " ".join(_without_articles([_fold_token(token) for token in plain.split()]))


@lru_cache(maxsize=1 << 16)
def plain_name(text: str) -> str:
    """A stricter form than the folded one: lower-case ASCII letters and digits, articles and spelling kept."""
    return _OTHER.sub(" ", _APOSTROPHES.sub("", anyascii(_without_marks(text)).casefold())).strip()


@lru_cache(maxsize=1 << 14)
def skeleton(folded: str) -> str:
    """A folded name with the letters romanisations disagree about merged (e, i, y and ei; o, u and ou; q and k)."""
    for pattern, letter in _LETTERS:
        folded = pattern.sub(letter, folded)
    return _DOUBLED.sub(r"\1", folded)


@lru_cache(maxsize=1 << 14)
def consonants(folded: str) -> str:
    """The consonants of a folded name, in order: what its spellings mostly agree about. An ending -ia counts as y, which tells
    "Nasiria" from "Nasira"; w and y count before a vowel only."""
    return " ".join(_VOWELS.sub("", _IA.sub("ya", token)) for token in folded.split())


def name_similarity(a: str, b: str) -> float:
    """How alike two folded names are, 0-100. The worst pair of tokens bounds names of equal length, so that a shared generic
    word ("Kafr ...") cannot carry two different names."""
    score = max(fuzz.ratio(a, b), fuzz.ratio(skeleton(a), skeleton(b)) - 2.0)
    first, second = a.split(), b.split()
    if len(first) == len(second) > 1:
        worst = min(max(fuzz.ratio(x, y), fuzz.ratio(skeleton(x), skeleton(y))) for x, y in zip(first, second, strict=True))
        score = min(score, (score + worst) / 2)
    return max(score, 0.0)


def _without_marks(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


@lru_cache(maxsize=1 << 16)
def _fold_token(token: str) -> str:
    while True:
        folded = _GENERIC_WORDS.get(token) or _spelling(token)
        if folded == token:
            return token
        token = folded


def _spelling(token: str) -> str:
    if len(token) < 4:
        return token
    single = _DOUBLED.sub(r"\1", token)
    return _FEMININE.sub("a", _FEMININE_NISBA.sub("ia", single))


def _without_articles(tokens: list[str]) -> list[str]:
    kept: list[str] = []
    for token in reversed(tokens):
        if not (kept and _is_article(token, kept[-1])):
            kept.append(token)
    return kept[::-1]


def _is_article(token: str, following: str) -> bool:
    if token in _ARTICLES:
        return True
    match = _ASSIMILATED.fullmatch(token)
    return match is not None and following.startswith(match.group(1))
