"""`actors.toml`: what the how-to shows is read as it says, and every mistake is named."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from warledger.base.errors import UsageError
from warledger.pipeline.actors_file import read_actors
from warledger.records.actor import Actor, Change
from warledger.records.registry import Registry, make_registry


@pytest.fixture
def shown(repo_root: Path, tmp_path: Path) -> tuple[Actor, ...]:
    """The actors of the how-to's example."""
    page = (repo_root / "docs/how-to/name-the-actors.md").read_text(encoding="utf-8")
    example = re.search(r"```toml\n(.*?)```", page, flags=re.S)
    assert example is not None
    (tmp_path / "actors.toml").write_text(example[1], encoding="utf-8")
    return read_actors(tmp_path / "actors.toml")


def names(registry: Registry, name: str, day: str) -> list[str]:
    return [actor.name for actor in registry.on(name, dt.date.fromisoformat(day))]


def test_the_how_tos_example_does_what_the_page_says(shown: tuple[Actor, ...]) -> None:
    registry = make_registry(shown)
    assert names(registry, "the Orvane government", "2031-05-03") == ["Marr government"]
    assert names(registry, "Orvane government", "2031-05-20") == ["Transitional government"]
    assert names(registry, "River Guard", "2033-01-01") == ["River Brigade"]
    assert registry.side("River Brigade", dt.date(2031, 1, 31)) == "government"
    assert registry.side("River Guard", dt.date(2031, 2, 1)) == "opposition"


def test_history_and_doubts_are_kept(shown: tuple[Actor, ...]) -> None:
    (brigade,) = [actor for actor in shown if actor.name == "River Brigade"]
    assert [(past.how, past.actor, past.on) for past in brigade.history] == [(Change.SPLIT, "Marsh Column", dt.date(2029, 4, 2))]
    assert [(doubt.actor, doubt.score) for doubt in brigade.maybe] == [("Reed Company", 0.6)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('name = " "', "empty"),
        ('name = "x"\nsides = [{ name = "a", start = 2031-02-01, end = 2031-01-01 }]', "2031-01-01"),
        ('name = "x"\nend = 2030-01-01\nstart = 2031-01-01', "before 2031-01-01"),
        ('name = "x"\nhistory = [{ how = "married", actor = "y" }]', "married"),
        ('name = "x"\nmaybe = [{ actor = "y", score = 7 }]', "score"),
        ('name = "x"\naliases = [{ nam = "y" }]', "nam"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "actors.toml"
    path.write_text(f"[[actor]]\n{text}\n", encoding="utf-8")
    with pytest.raises(UsageError) as error:
        read_actors(path)
    assert said in str(error.value) and str(path) in str(error.value)
