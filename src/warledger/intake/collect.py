"""The way in: from paths to raw documents, one at a time. A file or line that cannot be read never stops the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from warledger.intake.budget import Budget, Spent
from warledger.intake.dispatch import opener, read_source
from warledger.intake.fields import ArticleFields
from warledger.intake.formats import unpacked_name
from warledger.intake.limits import Limits
from warledger.intake.manifest import Manifest, load_manifest
from warledger.intake.source import Source
from warledger.intake.walk import MANIFEST, Found, walk
from warledger.records.document import RawDocument
from warledger.records.reason import Problem, Reason, Severity


def collect(
    paths: Sequence[Path],
    *,
    monitor: Path | None = None,
    limits: Limits = Limits(),  # noqa: B008
    fields: ArticleFields = ArticleFields(),  # noqa: B008
) -> Iterator[RawDocument | Problem]:
    """Every report in `paths` (files, or folders with all below them), decoded, and every reason why something was not read.

    Holds one document at a time. A document is named after its file (unpacked), a member of a container `file#id`;
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
            yield from _read(found, manifests[folder], limits, fields)


def _read(found: Found, manifest: Manifest, limits: Limits, fields: ArticleFields) -> Iterator[RawDocument | Problem]:
    file = found.name
    name = unpacked_name(file)
    try:
        budget = Budget(limits, found.path.stat().st_size)
    except OSError as error:
        yield Problem(name, Reason.UNREADABLE, Severity.FAILED, f"{found.shown}: {error.strerror or error}")
        return

    def opened() -> IO[bytes]:
        return found.path.open("rb")

    source = Source(
        name=name,
        file=name,
        shown=found.shown,
        location=found.location,
        open=opener(opened, file, budget, metered=False),
        said=lambda member: manifest.of(name, member),
        budget=budget,
        fields=fields,
    )
    try:
        yield from read_source(source)
    except Spent as spent:
        yield source.failed(Reason.TOO_LARGE, f"{found.shown}: {spent}; what came before was read")
