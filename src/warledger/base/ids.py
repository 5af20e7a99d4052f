"""Content ids: the same content gives the same id on every machine and in every order of reading."""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec

_ENCODER = msgspec.json.Encoder(order="sorted")


def canonical(value: Any) -> bytes:
    """One byte encoding per value: JSON with sorted keys and no white space."""
    return _ENCODER.encode(value)


def content_id(prefix: str, *parts: Any, digits: int = 16) -> str:
    """`prefix` + "-" + `digits` hex digits of the SHA-256 of the parts' canonical encoding."""
    return f"{prefix}-{hashlib.sha256(canonical(parts)).hexdigest()[:digits]}"


def digest(data: bytes) -> str:
    """SHA-256 of the bytes, in hex (64 digits)."""
    return hashlib.sha256(data).hexdigest()
