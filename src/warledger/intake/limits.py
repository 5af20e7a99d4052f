"""How much one input may be before it is refused; all in bytes."""

from __future__ import annotations

import msgspec


class Limits(msgspec.Struct, frozen=True):
    """`document`: one report, or one line of a container. `container`: a `.json` file, which is read whole.
    `unpacked`: everything one compressed file may unfold to."""

    document: int = 20_000_000
    container: int = 200_000_000
    unpacked: int = 4_000_000_000
