"""Words of a text as one letter each, so that the shapes of dates can be written as short patterns over letters."""

from __future__ import annotations

import re

import msgspec

from warledger.base.spans import Span
from warledger.records.time_words import TimeRole, TimeVocabulary, TimeWord

#: Years that a report can mean; numbers outside are counts.
FIRST_YEAR, LAST_YEAR = 1800, 2150

_TOKEN = re.compile(
    r"(?P<numeric>\d{4}-\d{2}-\d{2}(?!\d)|\d{1,2}[/.]\d{1,2}[/.]\d{4}(?![\d/]))"
    r"|(?P<number>\d++(?:,\d{3}(?!\d)|\.\d++)*+)(?P<tail>st|nd|rd|th|s)?+(?![^\W\d_])"
    r"|(?P<glued>\d++)"
    r"|(?P<word>[^\W\d_]\w*)"
    r"|(?P<gap>\n[^\S\n]*\n)"
    r"|(?P<mark>[^\w\s])",
    re.IGNORECASE,
)
_DASHES = frozenset("-–—‑−")
_MARKS = {",": ",", "/": "/", "(": "(", ")": ")", ".": ".", "'": "'", "’": "'", ":": ":", ";": ";"}
_DUBIOUS = (TimeRole.MONTH_DUBIOUS, TimeRole.WEEKDAY_DUBIOUS)


class Tokens(msgspec.Struct):
    """A text's tokens: `letters[i]` is the role of token `i`, `starts[i]`/`ends[i]` its place, `values[i]` its number.

    Letters beyond those of `TimeRole`: `d` 1-31, `D` an ordinal 1st-31st, `y` a year, `Y` a four-digit number that can be none,
    `n` another number, `C` a decade, `I` a numeric date, `u` a dubious month in lower case, `x` any other word, `|` a blank line,
    and the marks `- , / ( ) . ' : ;` themselves (`?` for other marks).
    """

    text: str
    letters: str
    starts: list[int]
    ends: list[int]
    values: list[int]
    names: list[str]
    numeric_order: str = "unambiguous"

    def span(self, first: int, last: int) -> Span:
        """From the start of token `first` to the end of token `last - 1`."""
        return Span(self.starts[first], self.ends[last - 1])

    def word(self, index: int) -> str:
        """Token `index` as written; empty outside the text."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < len(self.starts) else ""

    def adjoin(self, first: int, last: int) -> bool:
        """Whether no white space stands between tokens `first` to `last - 1`."""
        return all(self.ends[i] == self.starts[i + 1] for i in range(first, last - 1))


def tokenise(text: str, words: TimeVocabulary) -> Tokens:
    """The tokens of `text` with their roles."""
    letters: list[str] = []
    tokens = Tokens(text, "", [], [], [], [], words.numeric_order)
    lexicon = words.lexicon
    at = 0
    while match := _TOKEN.search(text, at):
        start, at = match.span()
        kind = match.lastgroup
        letter, value, name = "x", 0, ""
        if kind == "word":
            lower = match.group().lower()
            if at < len(text) and text[at] == "." and lower + "." in lexicon:
                lower, at = lower + ".", at + 1
            known = lexicon.get(lower)
            if known is not None:
                letter, value, name = _role(known, match.group()), known.number, known.name
        elif kind == "mark":
            letter = "-" if match.group() in _DASHES else _MARKS.get(match.group(), "?")
        elif kind == "gap":
            letter = "|"
        elif kind == "numeric":
            letter = "I"
        else:
            letter, value = _number(match)
        letters.append(letter)
        tokens.starts.append(start)
        tokens.ends.append(at)
        tokens.values.append(value)
        tokens.names.append(name)
    tokens.letters = "".join(letters)
    return tokens


def _role(known: TimeWord, word: str) -> str:
    """The role's letter; a name that is also an ordinary word must begin with a capital."""
    if known.role in _DUBIOUS and word.islower():
        return "u" if known.role is TimeRole.MONTH_DUBIOUS else "x"
    return known.role.value


def _number(match: re.Match[str]) -> tuple[str, int]:
    digits, tail = match.group("number") or match.group("glued"), (match.group("tail") or "").lower()
    if not digits.isascii() or not digits.isdigit() or len(digits) > 4:
        return "n", 0
    value = int(digits)
    if tail == "s":
        return ("C", value) if len(digits) == 4 and FIRST_YEAR <= value <= LAST_YEAR and value % 10 == 0 else ("n", value)
    if match.lastgroup == "glued":
        return "n", value
    if tail:
        return ("D", value) if 1 <= value <= 31 else ("n", value)
    if len(digits) == 4:
        return ("y", value) if FIRST_YEAR <= value <= LAST_YEAR else ("Y", value)
    return ("d", value) if len(digits) <= 2 and 1 <= value <= 31 else ("n", value)
