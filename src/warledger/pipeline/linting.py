"""A monitor's own word lists, checked entry by entry: what cannot be used, and what can never match."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

from warledger.base.errors import UsageError
from warledger.pipeline.own_words import READING
from warledger.pipeline.vocabulary import WordLists
from warledger.records.frame_check import mistakes
from warledger.records.layers import ABOUT, CHANGES, ROWS, VocabularyError, loaded
from warledger.records.vocab import Frame

#: The order in which the reader asks for the class of a noun: what stands in an earlier list is never asked for in a later.
CLASSES = ("never_actor", "armed", "weapon", "civilian", "person", "place", "political")
_INFLECTED = re.compile(r"\w{3,}(?:ing|[^e]ed)$")


class Finding(msgspec.Struct, frozen=True, order=True):
    """One thing wrong, or worth a look, in an entry of a file. An `error` keeps the monitor from being read."""

    file: str
    entry: str
    level: str
    what: str


def lint(own: Mapping[str, str]) -> tuple[Finding, ...]:
    """Everything found in a monitor's own lists (file name -> text)."""
    return tuple(finding for name in sorted(own) for finding in _file(name, own[name]))


def _file(name: str, text: str) -> Iterator[Finding]:
    try:
        table = loaded(text)
    except VocabularyError as error:
        yield Finding(name, "", "error", str(error))
        return
    errors = [*_frames_that_fail(name, table)] if name == "frames.toml" else []
    yield from errors or _unusable(name, text)
    packaged = loaded(WordLists.packaged().text(name))
    yield from _twice(name, table, packaged)
    if name == "frames.toml":
        yield from _shared(name, table, packaged)
        yield from _never(name, table)
    elif name != "demonyms.toml":
        yield from _capitals(name, table)
    if name == "nouns.toml":
        yield from _hidden(name, table, packaged)


def _frames_that_fail(name: str, table: Mapping[str, Any]) -> Iterator[Finding]:
    for n, row in enumerate(_rows(table, "frame"), 1):
        entry = str(row.get("id", f"frame {n}"))
        try:
            frame = msgspec.convert(row, Frame)
        except msgspec.ValidationError as error:
            yield Finding(name, entry, "error", str(error))
            continue
        yield from (Finding(name, entry, "error", wrong) for wrong in mistakes(frame))
        if not (frame.verbs or frame.nouns or frame.results):
            yield Finding(name, entry, "warning", "has neither verbs nor nouns: nothing triggers it")


def _unusable(name: str, text: str) -> Iterator[Finding]:
    """The first thing that keeps the list from being laid over the packaged one."""
    lists = WordLists.packaged({name: text})
    uses: dict[str, Callable[[], object]] = dict.fromkeys(READING, lambda: (lists.claims, lists.grammars))
    uses |= {"sides.toml": lambda: lists.sides, "linking.toml": lambda: lists.linking}
    uses |= {"series.toml": lambda: lists.series, "disputes.toml": lambda: lists.disputes}
    try:
        uses[name]()
    except UsageError as error:
        yield Finding(name, "", "error", error.what.removeprefix(f"{name}: "))


def _twice(name: str, own: Mapping[str, Any], packaged: Mapping[str, Any], under: str = "") -> Iterator[Finding]:
    for key, value in own.items():
        if key in ABOUT | CHANGES | ROWS.keys() or key not in packaged:
            continue
        held = packaged[key]
        if isinstance(value, dict) and isinstance(held, dict):
            yield from _twice(name, value, held, f"{key}.")
            same = [word for word in value if held.get(word) == value[word] and not isinstance(value[word], dict | list)]
        else:
            same = [w for w in value if w in held] if isinstance(value, list) and isinstance(held, list) else []
        yield from (Finding(name, f"{under}{key}", "warning", f'"{word}" is in the packaged list already') for word in same)


def _shared(name: str, own: Mapping[str, Any], packaged: Mapping[str, Any]) -> Iterator[Finding]:
    """Words that another frame of the same kind lists too: both tell of the sentence."""
    replaced = {row.get("id") for row in _rows(own, "frame")}
    before = [row for row in _rows(packaged, "frame") if row["id"] not in replaced]
    kinds = {row["id"]: row["kind"] for row in before}
    added = [*_rows(own, "frame"), *({**row, "kind": kinds.get(row.get("id"), "")} for row in _rows(own, "extend"))]
    for n, row in enumerate(added):
        for other in (*before, *added[:n]):
            yield from _same_words(name, row, other)


def _same_words(name: str, row: Mapping[str, Any], other: Mapping[str, Any]) -> Iterator[Finding]:
    if row.get("kind") != other.get("kind") or row.get("set", {}).get("measure") != other.get("set", {}).get("measure"):
        return
    where = "there already" if row.get("id") == other.get("id") else f"in {other.get('id')} too, which is of the same kind: both tell of it"
    for field in ("verbs", "nouns"):
        for word in sorted({*row.get(field, [])} & {*other.get(field, [])}):
            yield Finding(name, str(row.get("id")), "warning", f'{field}: "{word}" is {where}')


def _never(name: str, own: Mapping[str, Any]) -> Iterator[Finding]:
    """Words of frames that no lemma can be."""
    for row in (*_rows(own, "frame"), *_rows(own, "extend")):
        for verb in row.get("verbs", []):
            first = str(verb).split(" ")[0]
            if _INFLECTED.fullmatch(first):
                what = f'verbs: "{verb}" can hardly match: a verb is listed as its lemma, such as "capture" for "captured"'
                yield Finding(name, str(row.get("id")), "warning", what)
        for word in (*row.get("verbs", []), *row.get("nouns", [])):
            if not str(word).strip():
                yield Finding(name, str(row.get("id")), "error", "an empty word matches nothing: take it out")


def _capitals(name: str, own: Mapping[str, Any], under: str = "") -> Iterator[Finding]:
    for key, value in own.items():
        if key in ABOUT | CHANGES:
            continue
        for word in value if isinstance(value, list | dict) else []:
            if isinstance(word, str) and word != word.lower() and (isinstance(value, list) or name in {"times.toml", "quantities.toml"}):
                yield Finding(name, f"{under}{key}", "warning", f'"{word}" can never match: words are compared in lower case')


def _hidden(name: str, own: Mapping[str, Any], packaged: Mapping[str, Any]) -> Iterator[Finding]:
    gone = own.get("remove", {})
    for n, key in enumerate(CLASSES):
        for word in own.get(key, []):
            over = next((c for c in CLASSES[:n] if word in packaged.get(c, []) and word not in gone.get(c, [])), None)
            if over:
                what = f'"{word}" stays {over}: that list is asked first. Take it out there: [remove] {over} = ["{word}"]'
                yield Finding(name, key, "warning", what)


def _rows(table: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    rows = table.get(key, [])
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
