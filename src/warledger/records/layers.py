"""Word lists in layers: what comes with Warledger, and a monitor's own file over it.

A monitor's file has the lists and tables of the packaged one: what it lists is added, a frame of a known id takes the packaged frame's
place. `[remove]` takes away what is listed under the same names; `[[extend]]` adds to one frame, named by its `id`.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any

#: Keys that say where a list comes from, not what is in it.
ABOUT = frozenset({"source", "date"})
#: Arrays of tables: a row is known by this key, or (`None`) has a name of its own for its words.
ROWS = {"frame": "id", "act": "verbs", "means": "words"}
CHANGES = frozenset({"remove", "extend"})

Table = dict[str, Any]


class VocabularyError(ValueError):
    """A vocabulary file that cannot be used; the message names the entry and the mend."""


def layered(*texts: str) -> Table:
    """The table of the first TOML text with those after it laid over it.

    Raises:
        VocabularyError: not TOML, a list nobody knows, or something to take away that is not there.
    """
    if not texts:
        return {}
    base = loaded(texts[0])
    for text in texts[1:]:
        lay_over(base, loaded(text))
    return base


def loaded(text: str) -> Table:
    """The TOML text as a table.

    Raises:
        VocabularyError: it is no TOML (with line and column).
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what = str(error).replace("at end of document", f"at line {len(text.splitlines())}, the last")
        raise VocabularyError(f"not TOML: {what}") from error


def lay_over(base: Table, own: Mapping[str, Any]) -> None:
    """Lays `own` over `base`, which is changed.

    Raises:
        VocabularyError: as `layered`.
    """
    for key in own:
        if key not in base and key not in ABOUT | CHANGES | ROWS.keys():
            raise VocabularyError(f'no list is called "{key}"{meant(key, base)}')
    _take_away(base, own.get("remove", {}), "remove")
    for row in own.get("extend", []):
        _extend(base, row)
    for key, value in own.items():
        if key not in ABOUT | CHANGES:
            base[key] = _rows(base.get(key, []), value, key) if key in ROWS else _joined(base[key], value, key)


def meant(word: str, known: Iterable[str]) -> str:
    """A guess at what was meant, as the end of a message."""
    listed = sorted(k for k in known if k not in ABOUT)
    near = difflib.get_close_matches(word, listed, n=1)
    return f'; did you mean "{near[0]}"?' if near else f"; known are {', '.join(listed)}"


def _rows(base: Any, own: Any, key: str) -> list[Table]:
    if not isinstance(own, list) or not all(isinstance(row, dict) for row in own):
        raise VocabularyError(f"{key}: each entry begins with [[{key}]]")
    if key != "frame":
        return [*base, *own]
    places = {row.get("id"): n for n, row in enumerate(base)}
    rows = list(base)
    for row in own:
        if row.get("id") in places:
            rows[places[row["id"]]] = row
        else:
            rows.append(row)
    return rows


def _joined(base: Any, own: Any, key: str) -> Any:
    if isinstance(base, dict) and isinstance(own, dict):
        return {**base, **{k: _joined(base[k], v, f"{key}.{k}") if k in base else v for k, v in own.items()}}
    if isinstance(base, list) and isinstance(own, list) and not key.startswith("after_article"):
        return [*base, *(word for word in own if word not in base)]
    if isinstance(base, list) != isinstance(own, list) or isinstance(base, dict) != isinstance(own, dict):
        raise VocabularyError(f"{key}: must be a {_shape(base)}, as in the packaged file")
    return own


def _shape(value: Any) -> str:
    return "list" if isinstance(value, list) else "table" if isinstance(value, dict) else "single value"


def _take_away(base: Table, gone: Any, where: str) -> None:
    if not isinstance(gone, dict):
        raise VocabularyError(f"{where}: must be a table, such as [remove] with verbs = [...] under it")
    for key, words in gone.items():
        if key not in base:
            raise VocabularyError(f'{where}: no list is called "{key}"{meant(key, base)}')
        if isinstance(words, dict):
            _take_away(base[key], words, f"{where}.{key}")
            continue
        if not isinstance(words, list):
            raise VocabularyError(f"{where}.{key}: must be a list of what to take away")
        for word in words:
            base[key] = _without(base[key], word, f"{where}.{key}", ROWS.get(key, ""))


def _without(held: Any, word: str, where: str, row: str) -> Any:
    if row == "id":
        left: Any = [r for r in held if r.get("id") != word]
    elif row:
        left = [{**r, row: [w for w in r.get(row, []) if w != word]} for r in held]
    elif isinstance(held, dict):
        left = {k: v for k, v in held.items() if k != word}
    else:
        left = [w for w in held if w != word]
    if left == held:
        raise VocabularyError(f'{where}: "{word}" is not there to take away; spell it as in the packaged file')
    return left


def _extend(base: Table, row: Table) -> None:
    frames: list[Table] = base.get("frame", [])
    wanted = row.get("id", "")
    at = next((n for n, frame in enumerate(frames) if frame.get("id") == wanted), None)
    if at is None:
        raise VocabularyError(f'extend: there is no frame "{wanted}"{meant(str(wanted), [str(f.get("id")) for f in frames])}')
    frame = dict(frames[at])
    _take_away(frame, row.get("remove", {}), f"extend {wanted}: remove")
    for key, value in row.items():
        if key not in {"id", "remove"}:
            frame[key] = _joined(frame[key], value, f"extend {wanted}: {key}") if key in frame else value
    base["frame"] = [*frames[:at], frame, *frames[at + 1 :]]
