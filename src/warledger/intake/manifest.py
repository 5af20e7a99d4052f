"""`manifest.jsonl`: what a person says of the files of one folder."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

import msgspec

from warledger.base.stamps import read_stamp
from warledger.intake.formats import unpacked_name
from warledger.intake.walk import MANIFEST
from warledger.records.document import METADATA_FIELDS, Metadata
from warledger.records.reason import Problem, Reason, Severity

_DATES = ("published", "updated")


class Manifest(msgspec.Struct, frozen=True):
    """What is given, by `doc` as written: a file's stem or its name, either with `#member` for one article of a container."""

    given: dict[str, Metadata] = {}
    problems: tuple[Problem, ...] = ()

    def of(self, file: str, member: str | None = None) -> Metadata:
        """What is said of a file, or of one member of it: the member before the file, the full name before the stem."""
        names = [_stem(file), unpacked_name(file), file]
        if member is not None:
            names += [f"{name}#{member}" for name in names]
        said = Metadata()
        for name in names:
            said = self.given.get(name, Metadata()).over(said)
        return said


def load_manifest(folder: Path, limit: int) -> Manifest:
    """The manifest of `folder`, empty where there is none. Lines that cannot be used become problems; the others count.

    Reads at most `limit` bytes. Never raises: an unreadable manifest is a problem too.
    """
    path = folder / MANIFEST
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
        names = {entry.name for entry in folder.iterdir()}
    except FileNotFoundError:
        return Manifest()
    except OSError as error:
        return Manifest(problems=(_bad(f"cannot be read: {error.strerror or error}"),))
    if len(data) > limit:
        return Manifest(problems=(Problem(MANIFEST, Reason.TOO_LARGE, Severity.FAILED, f"larger than {limit} bytes"),))
    return parse_manifest(data, names)


def parse_manifest(data: bytes, names: Collection[str]) -> Manifest:
    """The manifest whose bytes these are; `names` are the files beside it."""
    return _parsed(data, {part for name in names for part in (name, unpacked_name(name), _stem(name))})


def _stem(file: str) -> str:
    plain = unpacked_name(file)
    return plain.rsplit(".", 1)[0] if "." in plain.lstrip(".") else plain


def _bad(detail: str, reason: Reason = Reason.BAD_MANIFEST, severity: Severity = Severity.FAILED, name: str = MANIFEST) -> Problem:
    return Problem(name, reason, severity, detail)


def _parsed(data: bytes, files: set[str]) -> Manifest:
    given: dict[str, Metadata] = {}
    problems: list[Problem] = []
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").splitlines(), 1):
        if not line.strip():
            continue
        entry = _entry(line, number, files)
        if isinstance(entry, Problem):
            problems.append(entry)
            continue
        doc, said = entry
        metadata, wrong = _metadata(doc, said, number)
        given[doc] = metadata.over(given.get(doc, Metadata()))
        problems.extend(wrong)
    return Manifest(given, tuple(problems))


def _entry(line: bytes, number: int, files: set[str]) -> tuple[str, dict[str, Any]] | Problem:
    try:
        said = msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        return _bad(f"line {number} is not JSON ({error}); one object a line")
    doc = said.get("doc") if isinstance(said, dict) else None
    if not isinstance(doc, str) or not doc.strip():
        return _bad(f'line {number} names no document; it needs "doc": a file\'s name or stem')
    file = doc.partition("#")[0]
    if "/" in file or "\\" in file or file in ("..", "."):
        return _bad(f"line {number}: {doc!r} leads out of the folder; a manifest describes the files beside it", Reason.OUTSIDE_FOLDER)
    if file not in files:
        return _bad(f"line {number}: there is no file {file!r} beside this manifest", Reason.NO_FILE, Severity.NOTED)
    return doc, said


def _metadata(doc: str, said: dict[str, Any], number: int) -> tuple[Metadata, list[Problem]]:
    values: dict[str, str] = {}
    problems = []
    for field in METADATA_FIELDS:
        value = said.get(field)
        if value is None or value == "":
            continue
        if not isinstance(value, str):
            problems.append(_bad(f"line {number}: {field} of {doc!r} is no text; put it in quotation marks"))
            continue
        usable = read_stamp(value) if field in _DATES else value.strip()
        if usable:
            values[field] = usable
        elif field in _DATES:
            detail = f"{MANIFEST} line {number}: {field} {value[:60]!r} is no date from 1900 to 2100; write YYYY-MM-DD"
            problems.append(_bad(detail, Reason.BAD_DATE, name=doc))
    return Metadata(**values, basis=dict.fromkeys(values, "manifest")), problems
