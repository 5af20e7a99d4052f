"""The changes as plain text in 80 columns: what came in, what was set right, what is told otherwise, what is new."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from warledger.exports.brief.text import WIDTH, Style, plain
from warledger.exports.changes.words import cause_words, said, title
from warledger.records.change import Cause, Change, Changes, Line, What
from warledger.records.evidence import Ruled

#: Lines of one section, causes of one line and names of one list that are shown unless everything is asked for.
_SHOWN, _CAUSES, _NAMES = 15, 3, 8
#: Kinds of happenings that are things done; statements, tolls and strengths come after them.
_DEEDLESS = ("statement", "toll", "strength", "agreement")

_SECTIONS: tuple[tuple[str, Callable[[Line], bool]], ...] = (
    ("SET RIGHT", lambda line: line.change is Change.CORRECTED),
    ("WITHDRAWN", lambda line: line.change is Change.WITHDRAWN),
    ("JOINED OR SPLIT", lambda line: line.change in (Change.MERGED, Change.SPLIT)),
    ("WHO HOLDS WHAT", lambda line: line.what is What.CONTROL and line.change in (Change.REVISED, Change.ADDED)),
    ("TOLD OTHERWISE BY LATER REPORTS", lambda line: line.what is not What.CONTROL and line.change is Change.REVISED),
    ("NEW FIGURES OF KNOWN HAPPENINGS", lambda line: line.what is What.FIGURE and line.change is Change.ADDED),
    ("NEW DISAGREEMENTS", lambda line: line.what is What.DISPUTE and line.change is Change.ADDED),
    ("NEW HAPPENINGS", lambda line: line.what is What.HAPPENING and line.change is Change.ADDED),
)


def changes_text(changes: Changes, style: Style = plain, *, everything: bool = False) -> Iterator[str]:
    """Every section that holds something; long ones cut short unless everything is asked for."""
    yield style("heading", title(changes)) + "\n\n"
    yield style("heading", "WHAT CAME IN") + "\n"
    for sentence in _came_in(changes, everything=everything):
        yield from _wrapped(sentence, "  ", "    ")
    for heading, belongs in _SECTIONS:
        lines = sorted((x for x in changes.lines if belongs(x)), key=_deeds_first)
        if lines:
            yield "\n" + style("heading", f"{heading} ({len(lines)})") + "\n"
            yield from _section(lines, style, everything=everything)
    if not changes.lines:
        yield "\nNothing in the record changed.\n"


def _came_in(changes: Changes, *, everything: bool) -> Iterator[str]:
    documents = _listed(changes.documents, None if everything else _NAMES)
    count = len(changes.documents)
    yield f"{count} report{'' if count == 1 else 's'}{f': {documents}' if documents else ''}"
    yield "1 record counts now and did not then" if changes.records == 1 else f"{changes.records} records count now and did not then"
    for replaced in changes.replaced:
        aside = f" ({replaced.records} records set aside)" if replaced.records else ""
        yield f"{replaced.known}: {replaced.later} is a newer version of {replaced.earlier}{aside}"
    for notice in changes.corrections:
        yield f'{notice.known}: correction in {notice.doc}: "{notice.words}"'
    if changes.decisions:
        yield from _decisions(changes.decisions, everything=everything)


def _decisions(decisions: Sequence[Ruled], *, everything: bool) -> Iterator[str]:
    by = Counter(d.decider for d in decisions)
    told = ", ".join(f"{count} by {decider}" for decider, count in sorted(by.items(), key=lambda item: (-item[1], item[0])))
    yield f"decisions of people: {told}{'' if everything else ' (--all lists them)'}"
    for d in decisions if everything else ():
        undone = f" of {d.undone}" if d.undone else ""
        yield f"{d.at} {d.decider}: {d.verdict}{undone} {d.target}{f' ({d.reason})' if d.reason else ''} [{d.id}]"


def _section(lines: Sequence[Line], style: Style, *, everything: bool) -> Iterator[str]:
    for line in lines if everything else lines[:_SHOWN]:
        day = f"{line.day} " if line.day else ""
        head = _wrapped(f"- {day}{line.about} [{line.id}]", "  ", "    ")
        yield from (style("warn", text) if line.change is Change.CORRECTED else text for text in head)
        for words in said(line):
            yield from _wrapped(words, "    ", "      ")
        for cause in line.causes if everything else line.causes[:_CAUSES]:
            yield from (style("faint", text) for text in _cause(cause, quoted=line.what is not What.DISPUTE))
        if len(line.causes) > _CAUSES and not everything:
            more = len(line.causes) - _CAUSES
            yield f"    ... and {more} more cause{'' if more == 1 else 's'}\n"
    if len(lines) > _SHOWN and not everything:
        yield f"  ... and {len(lines) - _SHOWN} more: --all\n"


def _cause(cause: Cause, *, quoted: bool) -> Iterator[str]:
    yield from _wrapped(cause_words(cause), "    ", "      ")
    for one in cause.evidence[: int(quoted)]:
        yield from _wrapped(f'"{one.quote}" [{one.doc}:{one.start}-{one.end}, {one.source}]', "      ")


def _deeds_first(line: Line) -> bool:
    return line.about.startswith(_DEEDLESS)


def _listed(names: Sequence[str], most: int | None) -> str:
    shown = names if most is None else names[:most]
    return ", ".join(shown) + (f" and {len(names) - len(shown)} more" if len(names) > len(shown) else "")


def _wrapped(text: str, first: str, rest: str | None = None) -> Iterable[str]:
    indent = first if rest is None else rest
    for line in textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False):
        yield line + "\n"
