"""What is known of a document that lies in several folders."""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from warledger.records.document import Document, Metadata

_FIELDS = ("title", "publisher", "agency", "published", "updated", "url", "genre", "language")
_MANIFEST = "manifest"


def settled(document: Document, known: Document | None, location: str, seen_in: Collection[str]) -> Document:
    """The document with the metadata that hold.

    Found again in the one folder it is known from, it has the metadata found now. Lying in several folders (one with a manifest,
    one without), what is found now fills in and a manifest's word goes before any other, so the order of reading does not matter.
    """
    if known is None or not set(seen_in) - {location}:
        return document
    return msgspec.structs.replace(document, meta=_merged(known.meta, document.meta))


def _merged(old: Metadata, new: Metadata) -> Metadata:
    values: dict[str, str | None] = {}
    basis: dict[str, str] = {}
    for name in _FIELDS:
        kept = old if _keeps(old, new, name) else new
        values[name] = getattr(kept, name)
        if name in kept.basis:
            basis[name] = kept.basis[name]
    return Metadata(**values, basis=basis)


def _keeps(old: Metadata, new: Metadata, name: str) -> bool:
    if getattr(new, name) is None:
        return True
    stated = old.basis.get(name) == _MANIFEST and new.basis.get(name) != _MANIFEST
    return stated and getattr(old, name) is not None
