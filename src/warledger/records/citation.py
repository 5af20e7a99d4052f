"""Citations: what a text names as its source at a point, in references that are no part of the text itself."""

from __future__ import annotations

import msgspec


class Citation(msgspec.Struct, frozen=True, omit_defaults=True):
    """A reference that stands at `at` of the text (code points), behind the words it is for. `words` is the reference as a person reads
    it; the rest is what its template says of itself (`date` as written there)."""

    at: int
    words: str
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    date: str | None = None
