"""Small claims in invented places."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from warledger.base.spans import Span
from warledger.base.times import Interval
from warledger.records.claim import Claim, Content, Modality, claim_id
from warledger.records.link import Links
from warledger.records.side_words import SideWords, parse_side_words
from warledger.records.witness import Witness


def build(document: str, at: int, content: Content, days: str = "", places: tuple[str, ...] = (), **more: Any) -> Claim:
    """A claim of 40 characters at `at`; `days` is "", one ISO day, or two with ".." between (either may be empty)."""
    start, mark, end = days.partition("..")
    span = Span(at, at + 40)
    parsed = [dt.date.fromisoformat(day) if day else None for day in (start, end if mark else start)]
    return Claim(
        id=more.pop("id", claim_id(document, type(content).__name__, span)),
        document=document,
        span=span,
        quote=more.pop("quote", f"words of {document} at {at}"),
        content=content,
        modality=more.pop("modality", Modality.ASSERTED),
        time=Interval(parsed[0], parsed[1]) if days else None,
        places=places,
        **more,
    )


def testify(document: str, family: str = "", known: str = "2031-06-30", **more: Any) -> Witness:
    """A document as a witness."""
    day = dt.date.fromisoformat(known)
    return Witness(document, document, family or document, published=day, known=day, **more)


@pytest.fixture(scope="session")
def claim() -> Callable[..., Claim]:
    """The builder of claims."""
    return build


@pytest.fixture(scope="session")
def witness() -> Callable[..., Witness]:
    """The builder of witnesses."""
    return testify


@pytest.fixture(scope="session")
def no_links() -> Links:
    """Nothing in the gazetteer or registry: names meet by their spelling."""
    return Links({}, {})


@pytest.fixture(scope="session")
def sides(repo_root: Path) -> SideWords:
    """The packaged words for sides."""
    return parse_side_words((repo_root / "src/warledger/records/vocab/sides.toml").read_text("utf-8"))
