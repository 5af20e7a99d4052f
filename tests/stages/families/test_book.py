"""The family stage with a memory comes to what it comes to from nothing, whatever came and went before."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eval.scale.reports import make_war
from warledger.base.tracked import Tracked
from warledger.records.document import Document
from warledger.records.family_words import FamilyWords
from warledger.stages.families import shingles
from warledger.stages.families.book import FamilyBook
from warledger.stages.families.find import find_families, findings_of
from warledger.stages.families.memory import Memory

Build = Callable[..., Document]


@cache
def pile() -> tuple[Document, ...]:
    """Reports of a made-up war, a third of them copies or versions of others, on pages with a menu and a closing line of the house."""
    from tests.stages.families.conftest import build

    made = []
    for report in make_war(36, days=12, places=6, actors=6).reports:
        lines = [report.title, *report.text.split("\n\n")[1:], f"Follow {report.publisher} for more"]
        meta = {"published": report.published.isoformat(), "updated": report.updated and report.updated.isoformat()}
        made.append(build(report.name, "\n".join(lines), None, publisher=report.publisher[:7], agency=report.agency, **meta))
    return tuple(made)


def encoded(memory: Memory) -> bytes:
    found = findings_of(memory)
    return msgspec.json.encode(found, order="sorted")


def afresh(held: dict[str, Document], words: FamilyWords) -> bytes:
    return msgspec.json.encode(find_families(held.values(), words), order="sorted")


STEPS = st.lists(st.sets(st.integers(0, 35), min_size=1, max_size=12), min_size=1, max_size=6)


@pytest.mark.parametrize("small_pile", [shingles.SMALL_PILE, 3000])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_documents_that_come_and_go_leave_what_those_that_stay_come_to(
    words: FamilyWords, monkeypatch: pytest.MonkeyPatch, steps: list[set[int]], small_pile: int
) -> None:
    monkeypatch.setattr(shingles, "SMALL_PILE", small_pile)
    monkeypatch.setattr(shingles, "MIN_CAP", 4)
    held: dict[str, Document] = {}
    book = FamilyBook(words, lambda i: held[i])
    for step in steps:
        chosen = {pile()[n].id: pile()[n] for n in step}
        gone = [i for i in chosen if i in held]
        held = {**{i: d for i, d in held.items() if i not in gone}, **{i: d for i, d in chosen.items() if i not in gone}}
        book.update([d for i, d in chosen.items() if i not in gone], gone)
        assert encoded(book.memory) == afresh(held, words)


def test_a_document_that_changes_is_compared_anew(document: Build, words: FamilyWords, story: str) -> None:
    one, other = document("a.txt", story, published="2031-05-04"), document("b.txt", story, published="2031-05-05")
    held = {d.id: d for d in (one, other)}
    book = FamilyBook(words, lambda i: held[i])
    book.update(held.values())
    assert findings_of(book.memory).families[0].origin == one.id
    held[one.id] = msgspec.structs.replace(one, meta=msgspec.structs.replace(one.meta, published="2031-05-06"))
    book.update([held[one.id]])
    assert findings_of(book.memory).families[0].origin == other.id


def test_what_was_remembered_goes_on_in_another_book_and_only_what_changed_is_marked(words: FamilyWords) -> None:
    held = {d.id: d for d in pile()}
    first = FamilyBook(words, held.__getitem__)
    first.update(pile()[:-1])
    kept = Memory(**{name: Tracked(getattr(first.memory, name).items()) for name in Memory.__dataclass_fields__})
    second = FamilyBook(words, held.__getitem__, kept)
    second.update([])
    assert not any(getattr(kept, name).changed for name in Memory.__dataclass_fields__)
    second.update(pile()[-1:])
    assert encoded(second.memory) == afresh(held, words)
    assert 0 < len(kept.entries.changed) < len(held)
