"""The way in: from paths to raw documents, one at a time. A file or line that cannot be read never stops the rest."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import IO, cast

from warledger.intake.containers import json_members, line_members
from warledger.intake.decode import decode
from warledger.intake.formats import format_by_content, format_by_name, unpacked_name
from warledger.intake.limits import Limits
from warledger.intake.manifest import Manifest, load_manifest
from warledger.intake.walk import MANIFEST, Found, walk
from warledger.records.document import RawDocument
from warledger.records.reason import Problem, Reason, Severity


def collect(paths: Sequence[Path], *, monitor: Path | None = None, limits: Limits = Limits()) -> Iterator[RawDocument | Problem]:  # noqa: B008
    """Every report in `paths` (files, or folders with all below them), decoded, and every reason why something was not read.

    Holds one document at a time. A document is named after its file (without `.gz`), a member of a container `file#id`;
    where it lies is no part of its name. Never raises for what a file is or holds.
    """
    manifests: dict[Path, Manifest] = {}
    for found in walk(paths, monitor):
        if isinstance(found, Problem):
            yield found
            continue
        folder = found.path.parent
        if folder not in manifests:
            manifests[folder] = load_manifest(folder, limits.document)
            yield from manifests[folder].problems
        if found.path.name != MANIFEST:
            yield from _read(found, manifests[folder], limits)


def _read(found: Found, manifest: Manifest, limits: Limits) -> Iterator[RawDocument | Problem]:
    name = unpacked_name(found.path.name)
    try:
        with closing(_open(found.path)) as stream:
            yield from _documents(stream, name, found, manifest, limits)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield _failed(name, Reason.BROKEN_ARCHIVE, f"{found.shown}: {error}; what came before the break was read if it was whole")
    except OSError as error:
        yield _failed(name, Reason.UNREADABLE, f"{found.shown}: {error.strerror or error}")


def _open(path: Path) -> IO[bytes]:
    if path.name == unpacked_name(path.name):
        return path.open("rb")
    return cast("IO[bytes]", gzip.open(path, "rb"))


def _failed(name: str, reason: Reason, detail: str) -> Problem:
    return Problem(name, reason, Severity.FAILED, detail)


def _documents(stream: IO[bytes], name: str, found: Found, manifest: Manifest, limits: Limits) -> Iterator[RawDocument | Problem]:
    form = format_by_name(name)
    if form == "jsonl":
        yield from line_members(stream, name, found.location, manifest, limits)
        return
    limit = limits.container if form == "json" else limits.document
    data = stream.read(limit + 1)
    if len(data) > limit:
        yield _failed(name, Reason.TOO_LARGE, f"{found.shown}: larger than {limit:,} bytes; split it, or raise the limit")
    elif not data.strip():
        yield _failed(name, Reason.EMPTY, f"{found.shown}: holds nothing")
    elif form == "json":
        yield from json_members(data, name, found.location, manifest, limits)
    else:
        yield from _single(data, name, form or format_by_content(data), found, manifest)


def _single(data: bytes, name: str, form: str, found: Found, manifest: Manifest) -> Iterator[RawDocument | Problem]:
    text, _, problem = decode(data, name, markup=form == "html")
    if problem:
        yield problem
    if text is not None and not text.strip():
        yield _failed(name, Reason.EMPTY, f"{found.shown}: holds nothing but blanks")
    elif text is not None:
        yield RawDocument(name, data, form, found.location, manifest.of(name), text)
