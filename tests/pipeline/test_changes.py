"""Happenings compared, whatever became of their records: each is new, gone, joined, split, or the one it was."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exports.made import TEXT, state
from warledger.base.ids import content_id
from warledger.pipeline.causes import Causes
from warledger.pipeline.changed_happenings import happening_lines
from warledger.pipeline.monitor import load_monitor
from warledger.pipeline.view import View
from warledger.records.change import Change, What
from warledger.records.document import Document, Metadata
from warledger.records.event import Happening
from warledger.records.status import ClaimStatus

RECORDS = ("r-e", "r-c", "r-t", "r-m", "r-st", "r-a", "r-d")
DOCUMENTS = tuple(Document(i, f"{i}.txt", "0", "txt", TEXT, (), Metadata()) for i in ("d-1", "d-2"))
#: Which happening each record is in; `None`: it does not count.
PARTING = st.lists(st.one_of(st.none(), st.integers(0, 3)), min_size=len(RECORDS), max_size=len(RECORDS))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("monitor")
    (made / "reports").mkdir()
    return made


def view(folder: Path, parting: list[int | None]) -> View:
    """A view in which the records are put together so; ids are made of the members, as everywhere."""
    groups: dict[int, list[str]] = {}
    for record, group in zip(RECORDS, parting, strict=True):
        if group is not None:
            groups.setdefault(group, []).append(record)
    happenings = tuple(Happening(content_id("h", *sorted(m)), tuple(sorted(m)), "Attack", None, None) for m in groups.values())
    made, counted = state(), {m for h in happenings for m in h.members}
    status = {c.id: ClaimStatus.CURRENT if c.id in counted else ClaimStatus.REJECTED for c in made.claims}
    return View(load_monitor(folder, {}), DOCUMENTS, msgspec.structs.replace(made, happenings=happenings, status=status, disputes=()), ())


@given(PARTING, PARTING)
def test_every_happening_is_accounted_for(folder: Path, before: list[int | None], after: list[int | None]) -> None:
    then, now = view(folder, before), view(folder, after)
    lines = list(happening_lines(then, now, Causes(then, now)))
    told = {change: {x.id for x in lines if x.change is change and x.what is What.HAPPENING} for change in Change}
    old, new = then.state.happenings, now.state.happenings

    def kin(of: Happening, among: Sequence[Happening]) -> list[Happening]:
        return [h for h in among if set(h.members) & set(of.members)]

    assert told[Change.ADDED] == {h.id for h in new if not kin(h, old)}
    assert told[Change.MERGED] == {h.id for h in new if len(kin(h, old)) > 1}
    assert told[Change.WITHDRAWN] == {h.id for h in old if not kin(h, new)}
    assert told[Change.SPLIT] == {h.id for h in old if len(kin(h, new)) > 1}
    assert all(x.causes for x in lines), "every change has a cause"
    for x in lines:
        if x.change is Change.SPLIT:
            assert set(x.into) == {h.id for h in kin(next(o for o in old if o.id == x.id), new)}


@given(PARTING)
def test_a_view_beside_itself_has_not_changed(folder: Path, parting: list[int | None]) -> None:
    same = view(folder, parting)
    assert list(happening_lines(same, view(folder, parting), Causes(same, same))) == []
