"""The packaged words by which claims of one happening are known; claims clustered and searched for disputes with them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from warledger.records.claim import Claim
from warledger.records.dispute import Dispute
from warledger.records.dispute_words import DisputeWords, parse_dispute_words
from warledger.records.happening_words import HappeningWords, parse_happening_words
from warledger.records.link import Links
from warledger.records.side_words import SideWords
from warledger.records.witness import Witness
from warledger.stages.events.cluster import cluster
from warledger.stages.events.disputes import Lexicon, find_disputes
from warledger.stages.events.facets import facets_of

Find = Callable[..., tuple[Dispute, ...]]


@pytest.fixture(scope="session")
def telling(repo_root: Path) -> HappeningWords:
    """The packaged words, with two invented nations."""
    text = (repo_root / "src/warledger/records/vocab/happenings.toml").read_text("utf-8")
    return parse_happening_words(text, nations={"orvane": "Orvane", "orvanian": "Orvane", "tessk": "Tessk", "tesskian": "Tessk"})


@pytest.fixture(scope="session")
def dispute_words(repo_root: Path) -> DisputeWords:
    """The packaged words for disputes."""
    return parse_dispute_words((repo_root / "src/warledger/records/vocab/disputes.toml").read_text("utf-8"))


@pytest.fixture(scope="session")
def find(no_links: Links, sides: SideWords, dispute_words: DisputeWords) -> Find:
    """Cluster, then look for disputes."""

    def run(*claims: Claim, witnesses: dict[str, Witness] | None = None) -> tuple[Dispute, ...]:
        known = witnesses or {}
        facets = facets_of(claims, no_links, known, sides)
        return find_disputes(cluster(claims, no_links, known, facets), claims, known, facets, Lexicon(dispute_words, sides))

    return run


@pytest.fixture(scope="session")
def kinds(find: Find) -> Callable[..., list[tuple[str, bool]]]:
    """Type and reality of each dispute between the claims."""
    return lambda *claims, **more: [(d.type, d.real) for d in find(*claims, **more)]
