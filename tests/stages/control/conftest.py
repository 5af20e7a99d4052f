"""Who is known to nobody."""

from __future__ import annotations

import pytest

from warledger.records.side_words import SideWords
from warledger.stages.control.parties import Parties, make_parties


@pytest.fixture(scope="session")
def nobody(sides: SideWords) -> Parties:
    """No registry: only words tell sides."""
    return make_parties((), (), sides)
