"""The same text in another house's style, and in another writer's words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random

_TOKEN = re.compile(r'"[^"]*"|[^\s"]+')
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?:-[A-Z]?[a-z]+)*")
_ATTRIBUTED = re.compile(r"^(.{30,}?),? ((?:[A-Z][\w.-]+ )+)said([^,]{0,40})\.$")
_MONTHS = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)"
_DAY = re.compile(rf"\b({_MONTHS}) (\d{{1,2}})\b")
_DISTANCE = re.compile(r"\b(\d+) (kilometers|kilometres|km|miles)\b")
_SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_KM = 1.609344
#: Share of names that another house spells otherwise, where it spells any so.
_NAMES_RESPELT = 0.5


@cache
def _table() -> dict[str, object]:
    return tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))


def _pairs(*keys: str) -> list[tuple[str, str]]:
    return [(one, other) for one, _, other in (pair.partition("|") for pair in _words(*keys))]


@cache
def _replacements(*keys: str) -> tuple[re.Pattern[str], dict[str, str]]:
    pairs = {one.lower(): other for one, other in _pairs(*keys)}
    words = "|".join(re.escape(one) for one in sorted(pairs, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE), pairs


def house_style(random: Random, sentences: Sequence[str]) -> list[str]:
    """The sentences as another house would print them: its spelling, units, numerals, dates, quotation marks and names."""
    text = "\n".join(sentences)
    american = random.random() < 0.5
    text = _spelt(text, american)
    if random.random() < 0.7:
        text = _names(random, text)
    for change in (_numerals, _dates, _units, _marks):
        if random.random() < 0.6:
            text = change(text)
    return text.split("\n")


def _spelt(text: str, american: bool) -> str:
    for one, other in _pairs("spelling"):
        before, after = (one, other) if american else (other, one)
        text = re.sub(rf"(?<!\w){re.escape(before)}(?!\w)", after, text)
    return text


def _names(random: Random, text: str) -> str:
    for one, other in _pairs("names"):
        text = text.replace(one, other) if random.random() < _NAMES_RESPELT else text
    respelt = {name: _respelt(random, name) for name in sorted(set(_NAME.findall(text))) if random.random() < _NAMES_RESPELT / 2}
    return re.sub(_NAME, lambda m: respelt.get(m[0], m[0]), text)


def _respelt(random: Random, name: str) -> str:
    choices = [(one, other) for one, other in _pairs("letters") if one in name]
    return name.replace(*random.choice(choices)) if choices else name


def _numerals(text: str) -> str:
    if re.search(r"\b(?:two|three|four|five|six|seven|eight|nine)\b", text):
        return re.sub(rf"\b({'|'.join(_SMALL[2:])})\b", lambda m: str(_SMALL.index(m[0])), text)
    return re.sub(r"(?<![\d.,:$-])\b(\d{1,2})\b(?![\d.,:%-])", lambda m: _SMALL[int(m[0])] if int(m[0]) < len(_SMALL) else m[0], text)


def _dates(text: str) -> str:
    return _DAY.sub(r"\2 \1", text)


def _units(text: str) -> str:
    def other(match: re.Match[str]) -> str:
        amount = int(match[1])
        return f"{round(amount * _KM)} kilometres" if match[2] == "miles" else f"{max(1, round(amount / _KM))} miles"

    return _DISTANCE.sub(other, text)


def _marks(text: str) -> str:
    return re.sub(r'"([^"\n]*)"', "“\\1”", text).replace("'", "’").replace(" -- ", " – ")


def reworded(random: Random, half: str, sentences: Sequence[str]) -> list[str]:
    """The sentences told by another writer: quotations, names and numbers as they are, much the same order, other words.

    The rewording is mechanical (words for words, small words dropped or added, attributions moved, sentences joined, swapped with the
    next or left out): it shows how a text is recognised without its runs of words, not how well a journalist writes.
    """
    part = half.replace("-", "_")
    told = [_reworded(random, part, s) for s in sentences if len(sentences) < 4 or random.random() < 0.9]
    for at in range(len(told) - 1):
        if random.random() < 0.12:
            told[at], told[at + 1] = told[at + 1], told[at]
    return told


def _reworded(random: Random, part: str, sentence: str) -> str:
    moved = _ATTRIBUTED.match(sentence) if random.random() < 0.7 else None
    if moved:
        sentence = (
            f"According to {moved[2].strip()}{moved[3]}, {moved[1][0].lower() if random.random() < 0.8 else moved[1][0]}{moved[1][1:]}."
        )
    pieces = re.split(r'("[^"]*")', sentence)
    said = "".join(piece if piece.startswith('"') else _changed(random, part, piece) for piece in pieces)
    return said[:1].upper() + said[1:]


def _changed(random: Random, part: str, piece: str) -> str:
    before = set(piece.split(" "))
    for keys in ((part, "change"), ("both", "change")):
        pattern, table = _replacements(*keys)
        piece = pattern.sub(lambda m, t=table: t[m[0].lower()] if random.random() < 0.9 else m[0], piece)  # type: ignore[misc]
    told: list[str] = []
    kept, most = 0, random.randint(2, 6)
    for word in piece.split(" "):
        found = _small(random, part, word, tired=kept >= most)
        kept = kept + 1 if found == [word] and word in before else 0
        told += found
    return " ".join(told)


def _small(random: Random, part: str, word: str, *, tired: bool) -> list[str]:
    """What becomes of one word; `tired`, of the next in a long stretch told with the words of the original."""
    if word in _words("both", "drop") or (word.endswith("ly") and random.random() < 0.5):
        return []
    if word in ("the", "a", "that", "an", "of") and (tired or random.random() < 0.3):
        return []
    if word in ("and", "who", "to", "is", "was", "were", "has", "have", "had", "in", "on", "by", "for", "with", "from") and (
        tired or random.random() < 0.15
    ):
        return [random.choice(_words(part, "add")), word]
    return [word]


@cache
def _words(*keys: str) -> list[str]:
    held: object = _table()
    for key in keys:
        assert isinstance(held, dict)
        held = held[key]
    assert isinstance(held, list)
    return [str(word) for word in held]
