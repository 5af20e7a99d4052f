"""What stands before a sentence and is no part of it: a report's dateline ("TOWN, 5 December (Agency) - ") and the head of an
entry in a chronology or situation report ("29 November, Town (district): ", "Town, 28 Nov: ")."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from warledger.base.spans import Span
from warledger.records.document import Block, BlockKind

#: A place in capitals, or an agency in brackets, or a bare date, up to a dash before a new sentence.
_DATELINE = re.compile(
    r"(?:(?P<upper>(?=[A-Z'.]{3}|[A-Z'.]+[ -][A-Z])[A-Z'.]+(?:[ -][A-Z'.]{2,})*)(?:,? [\w., ]{1,30})?(?: ?\([^()]{2,40}\))?"
    r"|(?P<mixed>[A-Z][\w'. -]{1,30}?)(?:, [\w'., -]{1,40})? ?\([A-Z][^()]{1,40}\)"
    r"|\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?)"
    r"(?: (?:--?|[–—]) | ?— ?)(?=[\"“‘A-Z0-9])"
)
_DAY = r"(?:\d{1,2} [A-Z][a-z]{2,8}\.?(?: \d{4})?|[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)"
_PLACE = r"[A-Z][\w'’]+(?:[ -][\w'’]+){0,4}?"
#: An entry's head names a day, and mostly a place, before a colon.
_ENTRY = re.compile(
    rf"(?:{_DAY}, (?P<after>(?:[Nn]ear |[Nn]orth of |[Ss]outh of )?{_PLACE})(?: ?\([^()]{{2,40}}\))?"
    rf"|(?P<before>(?:Near )?{_PLACE})(?: ?\([^()]{{2,40}}\))?, {_DAY}"
    rf"|{_DAY}(?:,? [a-z]+(?: [a-z]+)?)?): (?=[\"“A-Za-z0-9])"
)

#: An agency in brackets and a dash amid a block whose headline or date runs on into the first sentence.
_CREDIT = re.compile(r" \([A-Z][A-Za-z.]{1,14}(?: [A-Z][a-z]+)?\) ?(?:--?) (?=[\"A-Z0-9])")

#: A name before a colon that opens a block ("Kellin State: Clashes ...", "Northern Kellin (Tessk): 40 dead").
_NAMED = r"[A-Z][\w'’-]*"
_HEAD = re.compile(
    rf"(?P<place>{_NAMED}(?:(?:(?:,|/| and| of) ?| ){_NAMED}){{0,5}}(?: (?P<word>[a-z]+))?)(?: ?\([^()]{{2,40}}\))?: (?=[\"“A-Z0-9])"
)
#: A name before a dash that opens a block ("Kellin - Its minister said ...").
_LISTED = re.compile(rf"(?P<name>{_NAMED}(?: (?:of |and )?{_NAMED}){{0,3}}) [–—-] (?=[\"“A-Z])")
_BEARING = re.compile(r"(?:(?:North|South|East|West)(?:[ -]?(?:[Ee]ast|[Ww]est))?(?:ern)?|Central|Greater|Upper|Lower) ")
_PARTS = re.compile(r", | and |/")
#: A report's dateline may follow a byline, a summary and a caption.
_OPENS = 4
#: An item of a digest opens with a town in capitals and an agency in brackets, wherever it stands.
_ITEM = re.compile(r"[A-Z'. -]{3,40}(?:, [\w'., -]{1,40})? ?\([A-Z][\w.& ]{1,30}\)")


def without_credit(text: str) -> str:
    """The text with a full stop where a headline that runs on ends in an agency's name ("... TOWN (Agency) -- The"); as long as before."""
    return _CREDIT.sub(lambda m: "." + " " * (len(m[0]) - 1), text)


def entry_head(text: str) -> tuple[int, int, int]:
    """Where an entry's head ends (0: there is none), and where the place it names starts and ends (equal: it names none)."""
    match = _ENTRY.match(text)
    if match is None:
        return 0, 0, 0
    group = "after" if match["after"] else "before"
    return (match.end(), *match.span(group)) if match[group] else (match.end(), 0, 0)


def place_head(text: str, is_place: Callable[[str], bool], divisions: Collection[str]) -> tuple[int, Span | None]:
    """Where the name of a place and a colon that open a block end (0: there is none), and where the place stands. Situation reports
    tell so, place by place. A name before a colon is one when it ends in a word for divisions of a country or is known as a place's."""
    match = _HEAD.match(text)
    if match is None:
        return 0, None
    known = match["place"].rpartition(" ")[2].lower() in divisions and " " in match["place"]
    names = [] if match["word"] else [match["place"], _BEARING.sub("", match["place"], count=1), *_PARTS.split(match["place"])]
    return (match.end(), Span(*match.span("place"))) if known or any(is_place(name) for name in names) else (0, None)


def listed_head(text: str, is_country: Callable[[str], bool]) -> int:
    """Where the name of a country and a dash that open a line of a list end (0: there are none): what the line is about, and no part of
    its sentence."""
    match = _LISTED.match(text)
    return match.end() if match is not None and is_country(match["name"]) else 0


def dateline(text: str) -> tuple[int, str]:
    """Where the dateline ends (0: there is none) and the place it names ("" when none), written as in a sentence."""
    match = _DATELINE.match(text)
    if match is None:
        return 0, ""
    place = (match["upper"] or match["mixed"] or "").strip(" ,.")
    return match.end(), place.title() if place.isupper() else place


class Head:
    """Whether a report or an item of a digest may still open: datelines stand there, while amid a report a name before a dash heads a
    line of a list ("Kellin - its minister said ..."). Mutable, one per document, told of its blocks in reading order."""

    def __init__(self) -> None:
        self._left = _OPENS

    def heading(self) -> None:
        """A heading: an item may open under it."""
        self._left = max(self._left, 1)

    def dateline(self, block: Block, text: str) -> tuple[int, str]:
        """As `dateline`, of a block of prose where one can stand; (0, "") elsewhere."""
        if block.kind is not BlockKind.PARAGRAPH:
            return 0, ""
        self._left -= 1
        return dateline(text) if self._left >= 0 or _ITEM.match(text) else (0, "")
