"""Sources: who publishes, owns and speaks."""

from __future__ import annotations

import msgspec


class Source(msgspec.Struct, frozen=True):
    """An outlet, agency, monitor or party's medium, as `sources.toml` lists it. `party` is set when it speaks for a warring party,
    `may_reprint` when its texts may be published whole."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: str = "outlet"
    country: str | None = None
    language: str | None = None
    owner: str | None = None
    party: str | None = None
    grade: str | None = None
    may_reprint: bool = False
