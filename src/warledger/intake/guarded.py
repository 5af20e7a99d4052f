"""Streams of libraries that have many ways to say that a file is damaged, made to say it in one."""

from __future__ import annotations

import io
from typing import IO

from warledger.intake.budget import Broken


class Guarded(io.RawIOBase):
    """A member of an archive, as the archive's library opens it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream = stream

    def readable(self) -> bool:
        """Yes."""
        return True

    def read(self, size: int = -1, /) -> bytes:
        """As the stream does.

        Raises:
            Broken: the member is damaged.
        """
        try:
            return self.stream.read(size)
        except Exception as error:  # zlib.error, lzma.LZMAError, BadZipFile and ReadError have no common ground
            raise Broken(f"damaged ({type(error).__name__}: {error})") from error
