"""A text's words, digits and marks, with their places: what amounts are read from."""

from __future__ import annotations

import re

import msgspec

from warledger.base.spans import Span

_TOKEN = re.compile(r"(?P<digits>[0-9]++(?:,[0-9]{3}(?![0-9]))*+(?:\.[0-9]++)?+)|[^\W\d_]+|[^\w\s]")
#: Blanks that group digits ("15 000"): no-break, narrow no-break and thin space.
GROUPING = frozenset("\u00a0\u202f\u2009")
DASHES = frozenset("-–—‑−")
_MOST_DIGITS = 15


class Words(msgspec.Struct):
    """`lower[i]` is token `i` in lower case; `digits[i]` its number when it is written in digits, else `None`."""

    text: str
    lower: list[str]
    starts: list[int]
    ends: list[int]
    digits: list[float | None]

    def at(self, index: int) -> str:
        """Token `index` in lower case; empty outside the text."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def phrase(self, first: int, size: int) -> tuple[str, ...]:
        """The `size` tokens from `first` in lower case; empty where they run out of the text."""
        return tuple(self.lower[first : first + size]) if 0 <= first <= len(self.lower) - size else ()

    def touching(self, index: int) -> bool:
        """Whether tokens `index` and `index + 1` stand together without a blank."""
        return 0 <= index < len(self.lower) - 1 and self.ends[index] == self.starts[index + 1]

    def broken(self, index: int) -> bool:
        """Whether a blank line stands between tokens `index` and `index + 1`: no amount runs over it."""
        return 0 <= index < len(self.lower) - 1 and self.text.count("\n", self.ends[index], self.starts[index + 1]) > 1

    def span(self, first: int, last: int) -> Span:
        """From the start of token `first` to the end of token `last - 1`."""
        return Span(self.starts[first], self.ends[last - 1])

    def written(self, index: int) -> str:
        """Token `index` as the text has it."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < len(self.lower) else ""


def split(text: str) -> Words:
    """The tokens of `text`; digits grouped by commas or thin spaces are one ("15,000")."""
    words = Words(text, [], [], [], [])
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        piece = match.group()
        if match.lastgroup == "digits":
            if _grouped(words, text, start, piece):
                last = words.digits[-1]
                words.digits[-1] = _value(f"{last:.0f}{piece}")
                words.ends[-1] = end
                words.lower[-1] = text[words.starts[-1] : end]
                continue
            words.digits.append(_value(piece))
        else:
            words.digits.append(None)
        words.lower.append(piece.lower())
        words.starts.append(start)
        words.ends.append(end)
    return words


def _grouped(words: Words, text: str, start: int, piece: str) -> bool:
    """Whether these three digits go on a number: after a thin space always, after a plain one only where they are round."""
    if not words.lower or words.digits[-1] is None or len(piece) != 3 or words.ends[-1] != start - 1:
        return False
    head = words.lower[-1]
    if not re.fullmatch(r"[1-9][0-9]{0,2}(?:\s[0-9]{3})*", head):
        return False
    return text[start - 1] in GROUPING or (text[start - 1] == " " and piece.endswith("00"))


def _value(digits: str) -> float | None:
    """The number, whole where it can be; `None` for runs of digits too long to count anything (account and telephone numbers)."""
    plain = digits.replace(",", "")
    if len(plain) > _MOST_DIGITS:
        return None
    return float(plain) if "." in plain else int(plain)
