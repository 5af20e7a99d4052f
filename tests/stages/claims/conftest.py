"""A reader of invented reports, made once: the packaged vocabulary and a gazetteer of invented places."""

from __future__ import annotations

from typing import Any

import pytest

from tests.stages.claims.reports import Read, reader_with, report
from warledger.pipeline.vocabulary import WordLists
from warledger.records.claim import Claim
from warledger.stages.claims.reader import ClaimReader, Model


@pytest.fixture(scope="session")
def reader(model: Model) -> ClaimReader:
    """The claim reader with the packaged vocabulary."""
    return reader_with(model, WordLists.packaged().claims)


@pytest.fixture(scope="session")
def read(reader: ClaimReader) -> Read:
    """The claims of a text. Published on Friday 12 April 2030 unless told otherwise."""

    def claims(text: str, *, published: str | None = "2030-04-12", genre: str | None = None, **rest: Any) -> tuple[Claim, ...]:
        (reading,) = reader.read([report(text, published=published, genre=genre, **rest)])
        return reading.claims

    return claims
