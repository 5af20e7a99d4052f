"""Names of files and members as text that can be kept and printed."""

from __future__ import annotations

import re

_NO_TEXT = re.compile("[\ud800-\udfff]")


def printable(name: str) -> str:
    """The name with U+FFFD for what is no text: bytes that are no UTF-8, which systems and archives hand over as lone surrogates."""
    return _NO_TEXT.sub("\N{REPLACEMENT CHARACTER}", name)
