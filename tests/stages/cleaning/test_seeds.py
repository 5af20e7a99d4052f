"""The real documents beside the repository: where furniture starts, and that no record stands on it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from warledger.base.spans import Span
from warledger.records.document import BlockKind, Document

Clean = Callable[..., Document]
NOT_ARTICLE = (BlockKind.CLUTTER, BlockKind.CREDIT)


@pytest.fixture(scope="module")
def documents(data_dir: Path, cleaned: Clean) -> dict[str, Document]:
    paths = [*(data_dir / "seeds").glob("*.txt"), *(data_dir / "data" / "libya-dev").glob("*.txt")]
    if not paths:
        pytest.skip(f"no seeds in {data_dir}")
    return {path.stem: cleaned(path.read_bytes().decode(), path.name) for path in paths}


def extra(data_dir: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((data_dir / "gold" / "news-extra.json").read_text(encoding="utf-8"))["syndication"]
    return found


def records(data_dir: Path) -> Iterator[dict[str, Any]]:
    for name in ("seeds-dev", "libya-dev"):
        yield from map(json.loads, (data_dir / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines())


def kinds_at(document: Document, quote: str) -> set[BlockKind]:
    at = document.text.index(quote)
    return {block.kind for block in document.blocks if block.span.overlaps(Span(at, at + len(quote)))}


def test_furniture_starts_where_the_article_has_ended(documents: dict[str, Document], data_dir: Path) -> None:
    document, told = documents["insurgents-ctv"], extra(data_dir)
    start = document.text.index(told["boilerplate_start_ctv"])
    assert {block.kind for block in document.blocks if block.span.start >= start} == {BlockKind.CLUTTER}
    assert BlockKind.CLUTTER not in {block.kind for block in document.blocks if block.span.start < start}


def test_credit_and_notice(documents: dict[str, Document], data_dir: Path) -> None:
    document, told = documents["insurgents-ctv"], extra(data_dir)
    assert kinds_at(document, told["credit_line"]) == {BlockKind.CREDIT}
    assert kinds_at(document, told["correction"]["quote"]) == {BlockKind.NOTICE}
    assert document.meta.agency == "Associated Press"


def test_other_seeds_hold_no_furniture(documents: dict[str, Document]) -> None:
    for stem in ("insurgents-ap", "reconciliation", "offensives", "intervention"):
        assert BlockKind.CLUTTER not in {block.kind for block in documents[stem].blocks}, stem


def test_no_record_stands_on_furniture_and_few_cross_blocks(documents: dict[str, Document], data_dir: Path) -> None:
    crossing = total = 0
    for record in records(data_dir):
        document = documents[record["doc"]]
        assert not kinds_at(document, record["quote"]).intersection(NOT_ARTICLE), record["id"]
        at = document.text.index(record["quote"])
        span = Span(at, at + len(record["quote"]))
        crossing += sum(block.span.overlaps(span) for block in document.blocks) > 1
        total += 1
    assert crossing <= total // 100


def test_texts_are_unchanged_and_only_marks_stand_between_blocks(documents: dict[str, Document], data_dir: Path) -> None:
    for document in documents.values():
        ends = [0, *(block.span.end for block in document.blocks)]
        starts = [*(block.span.start for block in document.blocks), len(document.text)]
        between = "".join(document.text[end:start] for end, start in zip(ends, starts, strict=True))
        assert not any(map(str.isalnum, between)), document.name
