"""Sources: who publishes, owns and speaks."""

from __future__ import annotations

import msgspec


class Source(msgspec.Struct, frozen=True):
    """An outlet, agency, monitor or party's medium, as `sources.toml` lists it.

    `owner` is who owns or runs it, `affiliation` to whom it is close without speaking for a side ("state", "public", a movement);
    `party` is set when it speaks for a warring party; `grade` is an Admiralty grade (reliability A to F, credibility 1 to 6: "B2").
    `may_reprint` says that its texts may be published whole, `about` the page on which owner and affiliation can be checked.
    """

    name: str
    aliases: tuple[str, ...] = ()
    kind: str = "outlet"
    country: str | None = None
    language: str | None = None
    owner: str | None = None
    affiliation: str | None = None
    party: str | None = None
    grade: str | None = None
    may_reprint: bool = False
    about: str | None = None
