"""One row of a place list: the place and its other names."""

from __future__ import annotations

import msgspec

from warledger.records.place import Place


class Entry(msgspec.Struct, frozen=True):
    """A place with every other name it goes by."""

    place: Place
    aliases: tuple[str, ...] = ()
