"""Notices that something printed was wrong: where they stand, and what should read for what where the sentence says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from warledger.base.spans import Span
from warledger.records.document import Document
from warledger.records.family import Correction
from warledger.records.family_words import FamilyWords

_LINE = re.compile(r"[^\n]+")
_TRIM = " \t,;:.'\"“”‘’"


def find_corrections(document: Document, words: FamilyWords) -> tuple[Correction, ...]:
    """The notices of one document in order, updates among them (with neither part known)."""
    patterns = [p for p in (*words.corrections, *words.updates) if p.search(document.text)]
    found: list[Correction] = []
    for line in _LINE.finditer(document.text) if patterns else ():
        for notice in _in_line(document, Span(*line.span()), patterns):
            if not any(notice.start < f.end and f.start < notice.end for f in found):
                found.append(notice)
    return tuple(sorted(_without_heads(found), key=lambda c: (c.start, c.end)))


def _in_line(document: Document, line: Span, patterns: Sequence[re.Pattern[str]]) -> Iterator[Correction]:
    for pattern in patterns:
        match = pattern.search(document.text, line.start, line.end)
        if match:
            parts = match.groupdict()
            wrong, right = _part(parts.get("wrong")), _part(parts.get("right"))
            text = match.group().rstrip()
            yield Correction(document.id, match.start(), match.start() + len(text), text, wrong, right)


def _without_heads(found: list[Correction]) -> list[Correction]:
    """A bare heading "Correction" says nothing when the notice itself stands within the next lines."""
    spoken = [c for c in found if c.wrong or c.right]
    return [c for c in found if c.wrong or c.right or not any(0 <= s.start - c.end <= 80 for s in spoken)]


def _part(words: str | None) -> str | None:
    return (words or "").strip(_TRIM) or None
