"""A monitor's own word lists: found, told apart by their words, and named when they cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from warledger.base.errors import UsageError
from warledger.pipeline.build import Toolkit
from warledger.pipeline.monitor import load_monitor
from warledger.pipeline.scaffold import scaffold

FRAME = '[[extend]]\nid = "control.captured"\nverbs = ["wrestle"]\n'


def monitor(folder: Path, **lists: str) -> Toolkit:
    (folder / "vocab").mkdir(parents=True, exist_ok=True)
    for name, text in lists.items():
        (folder / "vocab" / f"{name}.toml").write_text(text, encoding="utf-8")
    return Toolkit(load_monitor(folder, {}))


def test_its_words_are_among_the_packaged(tmp_path: Path) -> None:
    tools = monitor(tmp_path, frames=FRAME, nouns='armed = ["askari"]', times="[month]\nramadan = 3")
    assert "wrestle" in tools.words.claims.frames.by_verb
    assert {"askari", "soldier"} <= tools.words.claims.nouns.armed
    assert tools.words.grammars.times.lexicon["ramadan"].number == 3


def test_other_words_are_another_maker_and_comments_are_not(tmp_path: Path) -> None:
    plain = monitor(tmp_path / "a").maker
    assert "words" not in plain
    assert monitor(tmp_path / "b", frames="# nothing yet\n").maker == plain
    changed = {monitor(tmp_path / "c", frames=FRAME).maker, monitor(tmp_path / "d", nouns='armed = ["askari"]').maker, plain}
    assert len(changed) == 3


def test_the_state_is_worked_out_anew_when_words_change(tmp_path: Path) -> None:
    (tmp_path / "vocab").mkdir()
    before = load_monitor(tmp_path, {}).fingerprint
    (tmp_path / "vocab" / "sides.toml").write_text('government = ["askari"]', encoding="utf-8")
    assert load_monitor(tmp_path, {}).fingerprint != before


def test_a_list_of_no_such_name_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r'frame\.toml.*did you mean "frames\.toml"'):
        monitor(tmp_path, frame=FRAME)


def test_a_broken_entry_is_told_with_its_file(tmp_path: Path) -> None:
    tools = monitor(tmp_path, frames=FRAME.replace("control.captured", "control.seized"))
    with pytest.raises(UsageError, match=r"vocab/frames\.toml: .*control\.seized.*warledger lint"):
        tools.words.claims  # noqa: B018


def test_a_new_monitor_has_a_commented_list_that_changes_nothing(tmp_path: Path) -> None:
    scaffold(tmp_path / "new")
    tools = Toolkit(load_monitor(tmp_path / "new", {}))
    assert "words" not in tools.maker
    commented = (tmp_path / "new" / "vocab" / "frames.toml").read_text(encoding="utf-8")
    lines = [line.removeprefix("#").removeprefix(" ") for line in commented.partition("#\n")[2].splitlines()]
    shown = "\n".join(line for line in lines if not line.endswith(":") and "reports." not in line)
    assert "own.scoured" in {f.id for f in monitor(tmp_path / "shown", frames=shown).words.claims.frames.frames}
