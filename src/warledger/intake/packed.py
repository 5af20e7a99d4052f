"""Single files packed with gzip, bzip2 or xz, unpacked as they are read."""

from __future__ import annotations

import bz2
import io
import lzma
import zlib
from collections.abc import Callable
from typing import IO, Any

from warledger.intake.budget import Broken, Budget

_CHUNK = 1 << 16
#: Bytes the unpacking of one xz file may take; a dictionary of 64 MiB (`xz -9`) needs 65 MiB.
_XZ_MEMORY = 256 << 20

_MAKERS: dict[str, Callable[[], Any]] = {
    "gz": lambda: zlib.decompressobj(wbits=31),
    "bz2": bz2.BZ2Decompressor,
    "xz": lambda: lzma.LZMADecompressor(memlimit=_XZ_MEMORY),
}


class Unpacked(io.RawIOBase):
    """What a packed `stream` holds (`packing`: gz, bz2 or xz), as many members as follow one another, counted against `budget`."""

    def __init__(self, stream: IO[bytes], packing: str, budget: Budget) -> None:
        self.stream, self.make, self.budget = stream, _MAKERS[packing], budget
        self.engine = self.make()
        self.packing = packing
        self.waiting = b""
        self.begun = False

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        """As any raw stream's.

        Raises:
            Broken: cut short, or damaged.
            Spent: it unfolds to more than the budget allows.
        """
        wanted = min(len(buffer), _CHUNK, self.budget.left or 1)
        data = b""
        while not data:
            if self.engine.eof and not self._next():
                return 0
            data = self._more(wanted)
        self.budget.unfold(len(data))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Closes the packed stream too."""
        self.stream.close()
        super().close()

    def _more(self, wanted: int) -> bytes:
        if not self.waiting and getattr(self.engine, "needs_input", True):
            self.waiting = self.stream.read(_CHUNK)
            if not self.waiting and not getattr(self.engine, "unconsumed_tail", b""):
                raise Broken("cut short" if self.begun else "holds nothing")
        self.begun = True
        try:
            data: bytes = self.engine.decompress(self.waiting, wanted)
        except (zlib.error, lzma.LZMAError, OSError, EOFError, ValueError) as error:
            raise Broken(f"no {self.packing} file, or a damaged one ({error})") from error
        # zlib hands back what it did not take; the others keep it inside.
        self.waiting = getattr(self.engine, "unconsumed_tail", b"")
        return data

    def _next(self) -> bool:
        """Goes on to the member that follows, if one does; zeros may fill the file up."""
        rest = self.engine.unused_data or self.stream.read(_CHUNK)
        rest = rest.lstrip(b"\0")
        if not rest:
            return False
        self.engine, self.waiting = self.make(), rest
        return True
