"""The text the parser sees: of the same length as the document's, so that offsets hold, and in forms the parser knows."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Doc

from warledger.base.spans import Span
from warledger.stages.claims.dateline import dateline, entry_head, without_credit

#: Longest block given to the parser in one piece; longer ones are read up to here (code points).
LONGEST_BLOCK = 20_000

_FORMS = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\n": " ", "\r": " ", "\t": " ", "—": "-", "\u2011": "-"}
)
#: Verbs of war that the parser knows for nothing or for nouns, each with one as long that it knows, and the lemma that is meant.
STAND_INS = {
    "retook": ("seized", "retake"),
    "retakes": ("invades", "retake"),
    "overran": ("invaded", "overrun"),
    "overruns": ("captures", "overrun"),
}
_STRANGE = re.compile(rf"\b(?:{'|'.join(STAND_INS)})\b")
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
    marks = list(" " * end + _plain(_joined(without_credit(shown[end:]))))
    for span in blank:
        marks[span.start : min(span.end, len(marks))] = " " * (min(span.end, len(marks)) - span.start)
    for date in dates:
        if end <= date.start and date.end < len(shown) and _opens(shown, date, end):
            # The tokenizer cuts a comma off between letters ("December,rebels") but not after a digit: there it takes the digit's place.
            marks[date.end - shown[date.end - 1].isdigit()] = ","
    return "".join(marks)


def restore(doc: Doc, text: str) -> None:
    """Gives the words that stood in for others the lemmas of those."""
    for found in _STRANGE.finditer(text[:LONGEST_BLOCK]):
        token = next((t for t in doc if t.idx == found.start()), None)
        if token is not None and token.text == STAND_INS[found[0]][0]:
            token.lemma_ = STAND_INS[found[0]][1]


def _plain(text: str) -> str:
    return _STRANGE.sub(lambda found: STAND_INS[found[0]][0], text)


def _joined(text: str) -> str:
    return _TWO_WORDS.sub(r"\1\2 ", text)


def _opens(text: str, date: Span, start: int) -> bool:
    return _CLAUSE.match(text, date.end) is not None and _OPENING.search(text[max(start, date.start - 40) : date.start]) is not None
