"""How much one input may be before it is refused; sizes in bytes."""

from __future__ import annotations

import msgspec


class Limits(msgspec.Struct, frozen=True):
    """`document`: one report, or one line of a container. `container`: a file that is read whole to find the reports in it.
    `unpacked`: everything one compressed file or archive may unfold to, and `ratio` how many times its own size that may be (asked
    beyond `slack`). `members`: how many files an archive may hold; `depth`: how deep archives, feeds and mails may lie in one another.
    `seconds`: how long one PDF may take."""

    document: int = 20_000_000
    container: int = 200_000_000
    unpacked: int = 4_000_000_000
    members: int = 100_000
    depth: int = 3
    ratio: int = 250
    slack: int = 50_000_000
    seconds: int = 60
