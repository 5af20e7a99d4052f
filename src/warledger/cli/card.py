"""One record on the screen of a reviewer: why it is there, the words, what was read into them, what stands beside and against it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from warledger.exports.brief.text import Style
from warledger.exports.table import bounds
from warledger.pipeline.dossier import Dossier, Near
from warledger.records.evidence import Evidence, Ruled

WIDTH = 100
#: Witnesses and other sides shown of each.
_SHOWN = 3
#: A first word at least this long is taken for whole.
_PIECE = 12
#: How the fields of a record are told, in order. What is not here is told as the export calls it.
_TOLD = {
    "type": "what", "mode": "what", "what": "what", "act": "what", "measure": "what", "unit": "what", "topic": "about", "speaker": "who",
    "affiliation": "of", "actors1": "who", "gained_by": "to", "actor": "who", "parties": "who", "by": "who", "actors2": "to whom",
    "lost_by": "from", "target": "to whom", "group": "of whom", "killed": "killed", "injured": "injured", "captured": "captured",
    "places": "where", "from": "from where", "to": "to where",
}  # fmt: skip
#: Fields that are told even where nothing is said: a reviewer must see what is missing.
_CORE = frozenset({"actors1", "actors2", "gained_by", "lost_by", "speaker", "parties", "places"})
_COUNTED = (("low", "high"), ("count_low", "count_high"))


def card(dossier: Dossier, why: Iterable[str], style: Style) -> Iterator[str]:
    """The lines; words of reports are wrapped, never cut in the middle of one."""
    shown = dossier.explanation.record
    for reason in why:
        yield from _wrapped(style, "strong", f"why here: {reason}", "")
    yield ""
    yield from _words(dossier, style)
    yield ""
    yield from _wrapped(style, "heading", f"{shown['kind']}, {shown['modality']}  [{shown['id']}, {shown['status']}]", "")
    yield from _fields(dossier, style)
    yield from _beside(dossier, style)


def others(near: Iterable[Near], style: Style) -> Iterator[str]:
    """Happenings it might be joined with, numbered for `m`."""
    found = list(near)
    if not found:
        yield "  nothing else is told of its place or its days"
    for number, one in enumerate(found, 1):
        apart = "the same days" if one.days == 0 else f"{one.days} day{'s' if one.days > 1 else ''} apart"
        place = "the same place" if one.same_place else "another place"
        yield from _wrapped(style, "strong", f"{number}  {one.what} ({place}, {apart})", "  ")
        yield from _quoted((one.said,), style)


def _words(dossier: Dossier, style: Style) -> Iterator[str]:
    """The words in their surroundings: theirs marked, whatever the terminal can show."""
    told = dossier.explanation
    if told.before:
        yield from _wrapped(style, "faint", f"... {_from_a_word(told.before)}", "  ")
    yield from _wrapped(style, "strong", f">> {' '.join(told.record['quote'].split())} <<", "  ")
    if told.after:
        yield from _wrapped(style, "faint", f"{told.after} ...", "  ")
    title = f', "{dossier.title}"' if dossier.title else ""
    source = f"{told.record['doc']}{title}, {dossier.publisher or 'publisher unknown'}, {dossier.published or 'undated'}"
    said = " <- ".join(told.record["said_by"])
    yield from _wrapped(style, "plain", f"-- {f'{said}, in ' if said else ''}{source}", "  ")


def _from_a_word(text: str) -> str:
    """Without the piece of a word a stretch of text may begin with."""
    head, blank, rest = text.partition(" ")
    return rest if blank and len(head) < _PIECE and not head[:1].isupper() else text


def _fields(dossier: Dossier, style: Style) -> Iterator[str]:
    shown, taken = dossier.explanation.record, _taken(dossier)
    for field, label in _TOLD.items():
        value = _value(shown.get(field), taken) or ("not said" if field in _CORE and field in shown else "")
        if value:
            yield from _field(style, label, value)
    for low, high in _COUNTED:
        if shown.get(low) is not None or shown.get(high) is not None:
            yield from _field(style, "how many", bounds(shown.get(low), shown.get(high)))
    yield from _field(style, "when", _when(shown))
    if dossier.unsure:
        yield from _wrapped(style, "warn", f"unsure of: {', '.join(dossier.unsure)} (w shows why)", "  ")


def _taken(dossier: Dossier) -> dict[str, str]:
    """Names that stand for another, or for no place on the map; the rest are as written."""
    told = dossier.explanation
    named = told.record["canonical"]
    found = {name: f"= {canonical}" for name, canonical in named["actors"].items() if canonical != name}
    found |= {n.name: f"not placed: {n.why or n.taken}" for n in told.places if n.name not in named["places"]}
    for name, place in named["places"].items():
        near = "" if place["where_prec"] == 1 else f", precision {place['where_prec']}"
        found[name] = f"{place['lat']:.3f}, {place['lon']:.3f}{near}" if place["name"] == name else f"= {place['name']}{near}"
    return found


def _field(style: Style, label: str, value: str) -> Iterator[str]:
    yield from _wrapped(style, "plain", f"{label:<10} {value}", "  ", " " * 13)


def _value(value: Any, taken: dict[str, str]) -> str:
    if isinstance(value, dict):
        return f"{value['group'] or 'people'} {bounds(value['low'], value['high'])}"
    if isinstance(value, list | tuple):
        return "; ".join(_value(v, taken) for v in value)
    text = str(value or "")
    return f"{text} ({taken[text]})" if text in taken else text


def _when(shown: dict[str, Any]) -> str:
    start, end = shown["date_start"], shown["date_end"]
    if start is None and end is None:
        return "not said"
    days = str(start) if start == end else f"{start or '...'} to {end or '...'}"
    return f"{days} ({shown['date_precision']}, {shown['date_basis']})"


def _beside(dossier: Dossier, style: Style) -> Iterator[str]:
    event = dossier.explanation.event
    if dossier.copies:
        yield from _wrapped(
            style, "plain", f"the same words in copies: {_listed(e.doc for e in dossier.copies)} (a and r judge them too)", ""
        )
    told = [e for e in dossier.together if e.record not in {c.record for c in dossier.copies}]
    if event and told:
        joined = f": {dossier.explanation.joined}" if dossier.explanation.joined else ""
        yield from _wrapped(style, "heading", f"together with {len(told)} more{joined}", "")
        yield from _first(told, style)
    for other in dossier.against:
        real = "" if other.real else ", no real conflict"
        yield from _wrapped(style, "warn", f"against ({other.type}{real}): {other.why}", "")
        yield from _first(other.said, style)
    for decision in dossier.decisions:
        yield from _wrapped(style, "strong", f"decided: {_ruled(decision)}", "")


def _first(evidence: Iterable[Evidence], style: Style) -> Iterator[str]:
    """The first of them; the same words in several reports stand once."""
    alike: dict[str, list[Evidence]] = {}
    for one in evidence:
        alike.setdefault(one.quote, []).append(one)
    for held in list(alike.values())[:_SHOWN]:
        yield from _quoted(held, style)
    if len(alike) > _SHOWN:
        yield f"    ... and {len(alike) - _SHOWN} more"


def _quoted(alike: Sequence[Evidence], style: Style) -> Iterator[str]:
    where = "; ".join(f"{one.doc}, {one.source}" for one in alike)
    records = " ".join(one.record for one in alike)
    yield from _wrapped(style, "plain", f'"{alike[0].quote}" [{where}] {records}', "    ")


def _ruled(decision: Ruled) -> str:
    why = f" ({decision.reason})" if decision.reason else ""
    return f"{decision.verdict} by {decision.decider}, {decision.at[:10]}{why}"


def _listed(names: Iterable[str]) -> str:
    held = sorted(names)
    return ", ".join(held[:_SHOWN]) + (f" and {len(held) - _SHOWN} more" if len(held) > _SHOWN else "")


def _wrapped(style: Style, role: str, text: str, first: str, rest: str | None = None) -> Iterator[str]:
    indent = first if rest is None else rest
    for line in textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False):
        yield line if role == "plain" else style(role, line)
