"""What cleaning is given: the packaged layout table, and an identifier that finds everything English."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from warledger.records.document import BlockKind, Document, Metadata, RawDocument
from warledger.records.layout import Layout, parse_layout
from warledger.stages.cleaning.clean import clean


@pytest.fixture(scope="session")
def layout(repo_root: Path) -> Layout:
    return parse_layout((repo_root / "src" / "warledger" / "records" / "vocab" / "layout.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def cleaned(layout: Layout) -> Callable[..., Document]:
    """A function from text (and a name) to the document cleaned from it."""

    def make(text: str, name: str = "a.txt", given: Metadata = Metadata()) -> Document:  # noqa: B008
        form = {"htm": "html"}.get(name.rsplit(".")[-1], name.rsplit(".")[-1])
        document, _ = clean(RawDocument(name, text.encode(), form, given=given, text=text), identify=lambda _: "en", layout=layout)
        assert document is not None
        return document

    return make


@pytest.fixture(scope="session")
def outline(cleaned: Callable[..., Document]) -> Callable[..., list[tuple[str, str]]]:
    """A function from text to its blocks: kind and words."""

    def make(text: str, name: str = "a.txt", given: Metadata = Metadata()) -> list[tuple[str, str]]:  # noqa: B008
        document = cleaned(text, name, given)
        return [(str(BlockKind(block.kind)), " ".join(block.span.of(document.text).split())) for block in document.blocks]

    return make
