"""What linking asks of a gazetteer; anything that answers these four questions will do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from warledger.records.place import Place


class Gazetteer(Protocol):
    """Places by name."""

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Every place that bears the name (folded), as its main or another name, in a fixed order."""
        ...

    def similar(self, name: str, countries: Sequence[str], limit: int) -> tuple[tuple[Place, float], ...]:
        """Places of these countries (ISO 3166 alpha-2) with similar names, best first, each with the similarity (0-100)."""
        ...

    def around(self, place: Place) -> tuple[Place, ...]:
        """The divisions and the country the place lies in, smallest first, as far as they are listed."""
        ...

    def is_place(self, name: str) -> bool:
        """Whether some place is known by the name. Cheap."""
        ...
