"""Names of documents: short where clear, told apart by content where not, the same in any order."""

from __future__ import annotations

from itertools import permutations

import pytest

from warledger.base.errors import UsageError
from warledger.base.ids import content_id, digest
from warledger.pipeline.naming import export_names, find_document
from warledger.records.document import Document, Metadata


def document(name: str, text: str) -> Document:
    mark = digest(text.encode())
    return Document(content_id("d", name, mark), name, mark, "txt", text, (), Metadata())


def test_a_stem_one_document_has_is_its_name() -> None:
    held = [document("a.txt", "one"), document("b.jsonl#7", "two"), document("b.jsonl#8", "three")]
    assert sorted(export_names(held).values()) == ["a", "b#7", "b#8"]


def test_a_shared_stem_gets_the_content_hash_for_each() -> None:
    held = [document("a.txt", "one"), document("a.txt", "two"), document("a.md", "three")]
    names = export_names(held)
    assert {names[d.id] for d in held} == {f"a~{d.digest[:8]}" for d in held}


def test_equal_bytes_under_two_endings_are_told_apart_too() -> None:
    held = [document("a.txt", "one"), document("a.md", "one")]
    assert len(set(export_names(held).values())) == 2


def test_the_order_is_no_matter() -> None:
    held = [document("a.txt", "one"), document("a.txt", "two"), document("a.md", "one")]
    assert len({tuple(sorted(export_names(p).items())) for p in permutations(held)}) == 1


def test_a_document_is_found_by_any_of_its_names_and_candidates_are_listed() -> None:
    held = [document("a.txt", "one"), document("a.txt", "two"), document("b.txt", "three")]
    names = export_names(held)
    assert find_document("b", names, held) == find_document("b.txt", names, held) == held[2]
    assert find_document(names[held[0].id], names, held) == held[0]
    with pytest.raises(UsageError) as ambiguous:
        find_document("a", names, held)
    assert all(names[d.id] in str(ambiguous.value) for d in held[:2])
    with pytest.raises(UsageError, match="no document"):
        find_document("c", names, held)
