"""Small documents in our own words, one paragraph a line."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from warledger.base.spans import Span
from warledger.records.document import Block, BlockKind, Document, Metadata
from warledger.records.family_words import FamilyWords, parse_family_words


def build(name: str, text: str, kinds: dict[int, BlockKind] | None = None, **meta: Any) -> Document:
    """A document with a block per non-empty line; `kinds` by line number, else paragraphs."""
    blocks, at = [], 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            blocks.append(Block(Span(at, at + len(line)), (kinds or {}).get(number, BlockKind.PARAGRAPH)))
        at += len(line) + 1
    digest = hashlib.sha256(text.encode()).hexdigest()
    own = "d-" + hashlib.sha256(f"{name}\0{digest}".encode()).hexdigest()[:16]
    return Document(own, name, digest, "txt", text, tuple(blocks), Metadata(**meta))


@pytest.fixture(scope="session")
def document() -> Callable[..., Document]:
    """The builder of documents."""
    return build


@pytest.fixture(scope="session")
def words(repo_root: Path) -> FamilyWords:
    """The packaged vocabulary."""
    return parse_family_words((repo_root / "src/warledger/records/vocab/families.toml").read_text("utf-8"))


SENTENCES = (
    "Fighters crossed the river below Orvane before dawn and raised barricades along the harbour road.",
    "The garrison commander, Colonel Ivo Marr, told a local radio station that his men would not leave the fortress.",
    "Doctors at the municipal hospital said that fourteen wounded people had been brought in by noon, most of them dockers.",
    "Smoke rose over the grain silos while ferries carried families to the eastern bank of the river.",
    "Neither side had released figures for its own dead when the bridge was closed to traffic on Tuesday evening.",
    "The provincial council appealed for a pause in the shelling so that the neighbourhood of Sett could be emptied.",
    "Diplomats in the capital of neighbouring Tarsk said that mediators were travelling to the border crossing at Lumme.",
    "A convoy of nine trucks with flour and medicine has been waiting at the weighing station since the weekend.",
    "Prices of bread have doubled in the markets of the old quarter, where most shops kept their shutters down.",
    "Residents described drones circling above the cathedral square for the first time since the war began.",
)


@pytest.fixture(scope="session")
def story() -> str:
    """One report of ten paragraphs."""
    return "\n".join(SENTENCES)
