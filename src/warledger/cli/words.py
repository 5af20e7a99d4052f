"""Answers as lines a person reads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from warledger.pipeline.explaining import Explanation, NameWhy
from warledger.pipeline.limits import Gaps, Missed, counted

#: Lines of one list that are shown unless everything is asked for.
_SHOWN = 15
_MARKS = {"heading": "\x1b[1;36m", "strong": "\x1b[1m", "faint": "\x1b[2m", "warn": "\x1b[33m"}
_QUOTE = 300


def terminal_style(role: str, text: str) -> str:
    """The text with the marks of its role, for a terminal that shows colours."""
    return f"{_MARKS[role]}{text}\x1b[0m"


def explanation_lines(explanation: Explanation) -> Iterator[str]:
    """The record, its surroundings, its fields and names with their reasons."""
    record = explanation.record
    yield f"{record['id']}: {record['kind']} in {record['doc']} [{record['start']}-{record['end']}], {record['status']}\n"
    yield f"  ... {explanation.before} >>{record['quote']}<< {explanation.after} ...\n"
    if explanation.origin:
        yield f"  in {record['doc']}: {explanation.origin}\n"
    for citation in explanation.cited:
        yield f"  cited for it: {citation.words}{f' <{citation.url}>' if citation.url and citation.url != citation.words else ''}\n"
    explained = {field.field for field in explanation.fields}
    for field, value in record.items():
        if field not in _HEAD | explained and value not in (None, [], (), ""):
            yield f"  {field}: {_value(value)}\n"
    yield f"Who says so: {' <- '.join(explanation.chain)}\n"
    yield f"Made by {explanation.maker or 'an unnamed maker'}, confidence {record['confidence']}\n"
    yield from _reasons(explanation)
    for title, names in (("Places", explanation.places), ("Actors", explanation.actors)):
        yield from _names(title, names)
    if explanation.event:
        joined = f" ({explanation.joined})" if explanation.joined else ""
        yield f"Part of {explanation.event['id']}, {counted(len(explanation.event['members']), 'record')}{joined}\n"
    for whole, why in explanation.wholes.items():
        yield f"Which is a part of {whole} ({why})\n"
    for dispute in explanation.disputes:
        yield f"Disputed ({dispute['type']}): {dispute['why']} [{', '.join((*dispute['a'], *dispute['b']))}]\n"


_HEAD = frozenset({"id", "kind", "doc", "start", "end", "status", "quote", "canonical", "confidence"})


def _value(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "; ".join(_value(v) for v in value)
    if isinstance(value, dict):
        return " ".join(f"{k}={v}" for k, v in value.items())
    return str(value)


def _reasons(explanation: Explanation) -> Iterator[str]:
    if explanation.fields:
        yield "Why\n"
    told: set[str] = set()
    for field in explanation.fields:
        sure = f" ({field.confidence:.2f})" if field.confidence is not None else ""
        parts = [part for part in (field.rule, f'"{field.words}"' if field.words else "", field.link) if part]
        yield f"  {field.field}{sure} {_value(field.value)}: {' - '.join(parts)}\n"
        if field.lowered_by:
            yield f"      less sure: {', '.join(field.lowered_by)}\n"
        if field.entry and field.entry not in told:
            told.add(field.entry)
            yield f"      decided by {field.entry}\n"


def _names(title: str, names: tuple[NameWhy, ...]) -> Iterator[str]:
    if names:
        yield f"{title}\n"
    for name in names:
        why = f" - {name.why}" if name.why else ""
        yield f"  {name.name}: {name.taken}{why}\n"
        for other in name.others:
            yield f"    or {other}\n"


def gaps_lines(gaps: Gaps, *, everything: bool) -> Iterator[str]:
    """The lists of what was not done, the longest cut short, sentences by what they lacked, unless everything is asked for."""
    lists = {
        "Inputs not read, or not fully": [f"{p.name} ({p.reason.value}, {p.severity.value}): {p.detail}" for p in gaps.unread],
        "Documents without a date": list(gaps.undated),
        "Names not placed": [f"{u.name} ({u.reason}), in {counted(u.documents, 'document')}, such as {u.example}" for u in gaps.unplaced],
    }
    for title, lines in lists.items():
        yield f"{title}: {len(lines)}\n"
        yield from (f"  {line}\n" for line in (lines if everything else lines[:_SHOWN]))
        yield from _more(len(lines), everything=everything)
    sentences = len({(s.doc, s.start, s.end) for s in gaps.skipped})
    yield f"Sentences that gave nothing: {sentences}, for {counted(len(gaps.causes), 'cause')}\n"
    for cause in gaps.causes if everything else gaps.causes[:_SHOWN]:
        yield from _cause(cause)
    yield from _more(len(gaps.causes), everything=everything)
    if everything:
        yield "Every one of them\n"
        for s in gaps.skipped:
            yield f'  {s.doc}:{s.start}-{s.end} "{s.trigger}" ({" ".join(filter(None, (s.frame, s.reason.value, s.field)))}): {s.words}\n'


def _cause(cause: Missed) -> Iterator[str]:
    word = f'"{cause.trigger}" ' if cause.trigger else ""
    field = f" {cause.field}" if cause.field else ""
    frame = f"({cause.frame}) " if cause.frame else ""
    yield f"  {cause.count} x {word}{frame}{cause.reason.value}{field}: {cause.meaning}\n"
    yield from (f"      {s.doc}:{s.start}-{s.end} {s.words}\n" for s in cause.examples)
    if cause.mend:
        yield f"      decided by {cause.mend}\n"


def _more(count: int, *, everything: bool) -> Iterator[str]:
    if count > _SHOWN and not everything:
        yield f"  ... and {count - _SHOWN} more\n"
