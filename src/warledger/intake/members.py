"""Members of archives (zip, tar): which are read, which are refused, and the manifests among them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from warledger.intake.manifest import Manifest, parse_manifest
from warledger.intake.walk import MANIFEST, MONITOR_FILE
from warledger.records.document import Metadata

_OUTSIDE = re.compile(r"(?:^|/)\.\.(?:/|$)|^/|^[A-Za-z]:|\\|\0")


class Member(NamedTuple):
    """A path in an archive, as the archive writes it."""

    path: str

    @property
    def file(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]

    @property
    def folder(self) -> str:
        """What stands before it."""
        return self.path.rpartition("/")[0]

    @property
    def leads_out(self) -> bool:
        """Whether the path would lead out of the folder the archive is unpacked into (`..`, absolute paths, drives, backslashes)."""
        return bool(_OUTSIDE.search(self.path))

    @property
    def hidden(self) -> bool:
        """Whether it, or a folder it lies in, is hidden, as in folders on disk; what some systems add beside files is too."""
        return any((part.startswith(".") and part not in (".", "..")) or part == "__MACOSX" for part in self.path.split("/"))


class Manifests:
    """The `manifest.jsonl` files of one archive, each describing the members of its own folder; monitors in it are passed over."""

    def __init__(self, paths: Iterable[str]) -> None:
        members = [Member(path) for path in paths]
        self.files: dict[str, set[str]] = {}
        for member in members:
            self.files.setdefault(member.folder, set()).add(member.file)
        self.monitors = tuple(f"{m.folder}/" if m.folder else "" for m in members if m.file == MONITOR_FILE)
        self.held: dict[str, Manifest] = {}

    def add(self, member: Member, data: bytes) -> Manifest:
        """Takes in one manifest."""
        manifest = parse_manifest(data, self.files.get(member.folder, set()))
        self.held[member.folder] = manifest
        return manifest

    def of(self, member: Member) -> Metadata:
        """What the manifest of its folder says of a member."""
        return self.held[member.folder].of(member.file) if member.folder in self.held else Metadata()

    def wanted(self, member: Member) -> bool:
        """Whether a member is to be read: no manifest, not hidden, none of a monitor's own files."""
        own = any(member.path.startswith(folder) and not member.path.startswith(f"{folder}reports/") for folder in self.monitors)
        return bool(member.file) and member.file != MANIFEST and not member.hidden and not own
