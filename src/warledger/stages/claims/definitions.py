"""Short forms a document defines itself: "Long Name (LN)", and surnames of people it has named in full."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PARENTHESIS = re.compile(r"\(([A-Z][\w.&–/-]{1,14})(?:[;,][^)]*)?\)")
_OR_KNOWN_AS = re.compile(r",? (?:or|known as|abbreviated as|abbreviated) (?:the )?([A-Z][A-Z&.-]{1,10})\b")
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "al", "el", "de", "la", "du", "des", "to"})
_WORD = re.compile(r"[\w’'&/–-]+")


def definitions(text: str) -> dict[str, str]:
    """Short form -> long form, for every definition whose letters fit ("Free River Army (FRA)")."""
    found: dict[str, str] = {}
    for pattern in (_PARENTHESIS, _OR_KNOWN_AS):
        for match in pattern.finditer(text):
            short = match.group(1)
            long = _long_form(text[max(0, match.start() - 120) : match.start()], short)
            if long and short not in found:
                found[short] = long
    return found


def _long_form(before: str, short: str) -> str | None:
    """The words that end `before` and whose initials spell `short`, in order, letters of small words optional."""
    letters = [c.lower() for c in short if c.isalpha()]
    sentence = re.split(r"[.;:!?()\n\"“”]", before)[-1]
    words = list(_WORD.finditer(sentence))
    if len(letters) < 2 or not words:
        return None
    for start in range(len(words) - 1, max(-1, len(words) - 12), -1):
        run = [w.group() for w in words[start:]]
        if not run[0][:1].isupper() or len(run) < 2:
            continue
        if _spells(run, letters):
            return sentence[words[start].start() :].strip(" ,")
    return None


def _spells(run: list[str], letters: list[str]) -> bool:
    parts = [p for word in run for p in re.split(r"[-–’']", word) if p]
    initials = [p[0].lower() for p in parts]
    needed = [p[0].lower() for p in parts if p.lower() not in _SMALL]
    return (
        initials == letters
        or needed == letters
        or (len(letters) >= 3 and _is_subsequence(letters, initials) and initials[0] == letters[0] and len(needed) <= len(letters) + 1)
    )


def _is_subsequence(short: list[str], long: list[str]) -> bool:
    at = iter(long)
    return all(letter in at for letter in short)


def expand(name: str, known: dict[str, str]) -> str:
    """The name with a short form at its start, end or whole written out."""
    if name in known:
        return known[name]
    words = name.split(" ")
    for index in (0, len(words) - 1):
        base = re.sub(r"['’]s$", "", words[index])
        if base in known and len(words) > 1:
            return " ".join([*words[:index], known[base] + words[index][len(base) :], *words[index + 1 :]])
    return name


class FullNames:
    """Surnames -> the full name the document gave earlier."""

    def __init__(self) -> None:
        self._full: dict[str, str] = {}

    def see(self, names: Iterable[str]) -> None:
        """Remember people named in full."""
        for name in names:
            words = name.split()
            if 2 <= len(words) <= 4 and words[0][:1].isupper() and words[-1][:1].isupper():
                self._full.setdefault(words[-1], name)
                if len(words) > 2:
                    self._full.setdefault(" ".join(words[1:]), name)

    def knows(self, name: str) -> bool:
        """Whether the name is the full name of somebody seen."""
        return name in self._full.values()

    def surnames(self) -> frozenset[str]:
        """The short forms of the people seen, which are no places here though towns may bear them."""
        return frozenset(self._full)

    def full(self, name: str) -> str:
        """The full name for a surname (or itself)."""
        return self._full.get(name) or self._full.get(name.removeprefix("al-").removeprefix("Al-")) or name
