"""The text the parser sees: of the same length as the document's, so that offsets hold, and in forms the parser knows."""

from __future__ import annotations

import re
from collections.abc import Iterable

from warledger.base.spans import Span
from warledger.stages.claims.dateline import dateline, entry_head, without_credit

#: Longest block given to the parser in one piece; longer ones are read up to here (code points).
LONGEST_BLOCK = 20_000

_FORMS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\n": " ", "\r": " ", "\t": " ", "—": "-", "\u2011": "-"})
#: "Air strike" at the start of a sentence the parser takes for the name of somebody who strikes.
_TWO_WORDS = re.compile(r"\b(Air) (strikes?)\b")
#: What stands between the start of a sentence and a date that opens it.
_OPENING = re.compile(
    r"""(?:^|[.!?:]["')]?\s|\n)\s*(?:(?:early|late|later|also)\s+)?(?:on|in|by|during|at|since|around|until|from)\s+(?:the\s+)?$""",
    re.IGNORECASE,
)
#: What follows a date that is set off from the clause: not a word that goes on with the date, nor a verb the date is subject of.
_CLAUSE = re.compile(
    r" (?!(?:and|or|to|of|when|while|alone|until|through|was|were|is|saw|had|has|will|than|that|which)\b)[A-Za-z]", re.IGNORECASE
)


def parser_text(text: str, dates: Iterable[Span] = (), blank: Iterable[Span] = ()) -> str:
    """The block with typographic marks in plain form, the dateline and the `blank` spans blank, and a comma after a date that opens
    a sentence.

    Without the comma the parser takes "On 5 December opposition forces captured Varno" for forces of 5 December. `dates` are the
    spans of the block's time expressions, in order.
    """
    shown = text[:LONGEST_BLOCK].translate(_FORMS)
    end = dateline(text)[0] or entry_head(text)[0]
    marks = list(" " * end + _joined(without_credit(shown[end:])))
    for span in blank:
        marks[span.start : min(span.end, len(marks))] = " " * (min(span.end, len(marks)) - span.start)
    for date in dates:
        if end <= date.start and date.end < len(shown) and _opens(shown, date, end):
            # The tokenizer cuts a comma off between letters ("December,rebels") but not after a digit: there it takes the digit's place.
            marks[date.end - shown[date.end - 1].isdigit()] = ","
    return "".join(marks)


def _joined(text: str) -> str:
    return _TWO_WORDS.sub(r"\1\2 ", text)


def _opens(text: str, date: Span, start: int) -> bool:
    return _CLAUSE.match(text, date.end) is not None and _OPENING.search(text[max(start, date.start - 40) : date.start]) is not None
