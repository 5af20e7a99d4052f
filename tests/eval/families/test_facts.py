"""The facts about a syndicated pair, on two texts made up here: a right answer has all of them, each wrong one loses its own."""

from __future__ import annotations

from typing import Any

from eval.families.facts import check, differences

STORY = "The convoy left Harbin Ford at dawn. It was hit twice, the council said."
KNOWN = {"family": ["wire", "site"], "article_end_ctv": "the council said.", "boilerplate_start_ctv": "Most read"}
TEXTS = {"wire": STORY, "site": f"{STORY}\nMost read\nTen walks for autumn"}


def family(**changed: Any) -> dict[str, Any]:
    edges = [{"from": "site", "to": "wire", "type": "reprint"}]
    return {"members": ["site", "wire"], "origin": "wire", "edges": edges, **changed}


def wrong(families: list[dict[str, Any]], starts: tuple[int, ...] = (37,)) -> int:
    """How many facts come out wrong, with records at `starts` of the copy."""
    return [*check(KNOWN, families, [{"doc": "site", "start": at} for at in starts], TEXTS).values()].count(False)


def test_the_right_answer_has_every_fact() -> None:
    assert wrong([family()]) == 0


def test_each_wrong_answer_loses_its_fact() -> None:
    assert wrong([family(origin="site")]) == 1
    assert wrong([family(members=["other", "site", "wire"])]) == 1
    assert wrong([family(edges=[{"from": "wire", "to": "site", "type": "reprint"}])]) == 1
    assert wrong([family(), {"members": ["a", "b"], "origin": "a", "edges": []}]) == 1
    assert wrong([family()], starts=(37, TEXTS["site"].index("Ten walks"))) == 1
    assert wrong([family()], starts=()) == 1


def test_a_quotation_does_not_join() -> None:
    edges = [*family()["edges"], {"from": "third", "to": "wire", "type": "quotes"}]
    assert wrong([family(edges=edges)]) == 0


def test_no_family_at_all_is_wrong_not_an_error() -> None:
    assert wrong([]) >= 4


def test_differences_are_counted_one_by_one() -> None:
    extra = {"wording_differences": [["grey", "gray"], ["grey", "gray"]], "insertions_ctv": ["A new line."]}
    told = [{"old": "grey,", "new": "gray,"}, {"old": "grey", "new": "gray"}, {"old": "", "new": "A  new line."}]
    assert [*differences(extra, told).values()] == [True, True]
    assert [*differences(extra, told[1:]).values()] == [False, True]
    assert [*differences(extra, told[:2]).values()] == [True, False]
