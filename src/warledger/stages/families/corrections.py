"""Notices that something printed was wrong: where they stand, and what should read for what where the words say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from warledger.base.spans import Span
from warledger.records.document import BlockKind, Document
from warledger.records.family import Correction, CorrectionKind
from warledger.records.family_words import FamilyWords

#: A notice is no longer than this (code points); what stands further on in its line is text.
LONGEST = 800
#: Code points from the end of a bare heading "Correction" to the notice under it.
_UNDER = 80

#: Letters of a word that is not found anywhere.
_TELLING = 4

_LINE = re.compile(r"[^\n]+")
#: Full stops behind initials and short titles ("Lt. Col. I. Marr") end no sentence.
_TITLED = r"(?<!\b[A-Z])(?<!\b(?:Lt|Dr|Mr|Ms|St|No))(?<!\b(?:Col|Gen|Maj|Sgt|Mrs|Gov|Rev|Sen))(?<!\b(?:Capt|Prof))"
#: A sentence with the blanks behind it.
_SENTENCE = re.compile(rf".+?(?:{_TITLED}[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z\d])|$)")
_TRIM = " \t,;:.'\"“”‘’()"


class Noticed(msgspec.Struct, frozen=True):
    """A stretch that is a notice, and of what kind."""

    span: Span
    kind: CorrectionKind


def find_corrections(document: Document, words: FamilyWords) -> tuple[Correction, ...]:
    """The notices of one document in order, updates among them."""
    text = document.text
    if not words.has_notice(text):
        return tuple(_marked(document, (), words))
    found = [_read(document, noticed, words) for line in _LINE.finditer(text) for noticed in _in_line(text, Span(*line.span()), words)]
    found = list(_under_heads(document, found, words))
    return tuple(sorted([*found, *_marked(document, found, words)], key=lambda c: c.start))


def _marked(document: Document, found: Sequence[Correction], words: FamilyWords) -> Iterator[Correction]:
    """What cleaning took for a notice, in wording that is none, where it says what was wrong and what is right."""
    for block in document.blocks:
        known = any(c.start < block.span.end and block.span.start < c.end for c in found)
        if block.kind is BlockKind.NOTICE and not known and len(block.span) <= LONGEST:
            notice = _read(document, Noticed(block.span, CorrectionKind.CORRECTION), words)
            if notice.wrong and notice.right:
                yield notice


def _in_line(text: str, line: Span, words: FamilyWords) -> Iterator[Noticed]:
    """The notices of a line: each sentence that begins one, with those behind it that belong to it."""
    if not words.has_notice(line.of(text)):
        return
    sentences = [Span(*match.span()) for match in _SENTENCE.finditer(text, line.start, line.end) if match[0].strip()]
    at = 0
    while at < len(sentences):
        kind = _kind(line.of(text), sentences[at].start - line.start, sentences[at].end - line.start, words)
        if kind is None:
            at += 1
            continue
        end = _end(text, line, sentences, at, words)
        yield Noticed(_trimmed(text, Span(sentences[at].start, sentences[end - 1].end)), kind)
        at = end


def _kind(line: str, start: int, end: int, words: FamilyWords) -> CorrectionKind | None:
    """What the sentence `[start, end)` of the line begins, if it begins a notice."""
    for kind, pattern in words.notices:
        if any(start <= match.start() < end for match in pattern.finditer(line)):
            return kind
    return None


def _end(text: str, line: Span, sentences: Sequence[Span], at: int, words: FamilyWords) -> int:
    """Behind which sentence the notice ends that begins with the one at `at`."""
    opens = not any(map(str.isalnum, text[line.start : sentences[at].start]))
    end = at + 1
    while end < len(sentences) and sentences[end].end - sentences[at].start <= LONGEST:
        one = sentences[end]
        more = _kind(line.of(text), one.start - line.start, one.end - line.start, words) is not None
        if not (opens or more or any(pattern.match(one.of(text)) for pattern in words.goes_on)):
            break
        end += 1
    return end


def _read(document: Document, noticed: Noticed, words: FamilyWords) -> Correction:
    text = noticed.span.of(document.text)
    found = next((match for pattern in words.readings if (match := pattern.search(text))), None)
    parts = found.groupdict() if found and noticed.kind is not CorrectionKind.UPDATE else {}
    wrong, right = _part(parts.get("wrong")), _part(parts.get("right"))
    return Correction(document.id, noticed.span.start, noticed.span.end, text, _in_full(wrong, right), right, noticed.kind)


def _in_full(wrong: str | None, right: str | None) -> str | None:
    """The wrong statement where a notice gives only its end: "the largest city, not second largest" is "the second largest city"."""
    if not wrong or not right or " " not in wrong or len(wrong.split()) >= len(right.split()):
        return wrong
    last = wrong.split()[-1]
    hits = list(re.finditer(rf"\b{re.escape(last)}\b", right))
    if len(last) < _TELLING or len(hits) != 1 or any(map(str.isdigit, wrong)) or wrong.split()[0][0].isupper():
        return wrong
    return f"{right[: hits[0].start()]}{wrong}{right[hits[0].end() :]}"


def _under_heads(document: Document, found: Sequence[Correction], words: FamilyWords) -> Iterator[Correction]:
    """The notices without bare headings ("Correction"): one of those gives its kind to the line under it, if that is part of it."""
    for at, notice in enumerate(found):
        if notice.kind is CorrectionKind.UPDATE or len(notice.words.split()) > 3:
            yield notice
            continue
        following = found[at + 1] if at + 1 < len(found) else None
        if following and 0 <= following.start - notice.end <= _UNDER:
            continue
        below = _below(document, notice)
        yield _read(document, Noticed(below, notice.kind), words) if below else notice


def _below(document: Document, head: Correction) -> Span | None:
    """The next line, where cleaning took it for part of the notice."""
    for block in document.blocks:
        if 0 <= block.span.start - head.end <= _UNDER:
            return block.span if block.kind is BlockKind.NOTICE and len(block.span) <= LONGEST else None
    return None


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _part(words: str | None) -> str | None:
    return (words or "").strip(_TRIM) or None
