"""What one file may unfold to, however deep its parts lie in one another."""

from __future__ import annotations

import io
from typing import IO

from warledger.intake.limits import Limits


class Spent(Exception):
    """The file unfolds to more than it may; the message says to what, for the user. Nothing more is read of it."""


class Broken(Exception):
    """A packed file or archive is cut short or damaged; the message says how, for the user."""


class Budget:
    """Counts what is unfolded of one file of `packed` bytes and the members met in it.

    Raises:
        Spent: (from either count) more than the limits allow.
    """

    def __init__(self, limits: Limits, packed: int) -> None:
        self.limits, self.packed = limits, packed
        self.bytes = self.members = 0

    @property
    def left(self) -> int:
        """How many bytes more may be unfolded; one more than that is the end."""
        return max(0, self.limits.unpacked - self.bytes)

    def unfold(self, size: int) -> None:
        """`size` more bytes came out."""
        self.bytes += size
        if self.bytes > self.limits.unpacked:
            raise Spent(f"unfolds to more than {self.limits.unpacked:,} bytes")
        if self.bytes > self.limits.slack and self.bytes > self.limits.ratio * self.packed:
            raise Spent(f"unfolds to more than {self.limits.ratio} times its size, as only attacks do")

    def member(self) -> None:
        """One more member was met."""
        self.members += 1
        if self.members > self.limits.members:
            raise Spent(f"holds more than {self.limits.members:,} files")


class Metered(io.RawIOBase):
    """A stream whose bytes count against a budget; it delivers what the budget allows, and then raises."""

    def __init__(self, stream: IO[bytes], budget: Budget) -> None:
        self.stream, self.budget = stream, budget

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        """As any raw stream's.

        Raises:
            Spent: the budget ended before the stream did.
        """
        data = self.stream.read(min(len(buffer), self.budget.left + 1))
        keep = min(len(data), self.budget.left) or len(data)
        self.budget.unfold(keep)
        buffer[:keep] = data[:keep]
        return keep

    def close(self) -> None:
        """Closes the stream too."""
        self.stream.close()
        super().close()
