"""The word difference of two texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from warledger.pipeline.comparing import changes

WORDS = st.lists(st.sampled_from(["war", "peace.", "17", "71", "north\n", "of"]), max_size=30).map(" ".join)


def test_one_changed_figure_is_one_change_with_its_surroundings() -> None:
    old = "Fighting went on. At least 71 soldiers were killed north of Tarn. Nobody else spoke."
    new = old.replace("71", "17")
    (change,) = changes(old, new)
    assert (change.old, change.new) == ("71", "17")
    assert old[change.start :].startswith("71") and new[change.start_new :].startswith("17")
    assert change.before.endswith("At least") and change.after.startswith("soldiers")


def test_blanks_make_no_difference() -> None:
    assert not list(changes("one two.\n\nThree", "one  two. Three"))


@given(WORDS, WORDS)
def test_the_changes_lead_from_one_text_to_the_other(old: str, new: str) -> None:
    made, at = [], 0
    for change in changes(old, new):
        made += [*old[at : change.start].split(), *change.new.split()]
        assert old[change.start :].split()[: len(change.old.split())] == change.old.split()
        at = change.start
        skipped = len(change.old.split())
        rest = old[at:]
        for _ in range(skipped):
            rest = rest.lstrip()
            rest = rest[len(rest.split()[0]) :]
        at = len(old) - len(rest)
    assert [*made, *old[at:].split()] == new.split()
