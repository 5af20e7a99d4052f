"""Each house rule is shown to catch a planted breach, and to let pass what it should."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.rules import MOST_LINES, breaches, call_breaches, length_breaches, main, vocabulary_breaches

HEAD = 'source = "our own reading"\ndate = 2024-01-31\n'


def caught(module: str, source: str) -> list[str]:
    return [str(breach) for breach in call_breaches(module, "planted.py", source)]


@pytest.mark.parametrize("package", ["warledger.base.ids", "warledger.records.claim", "warledger.stages.claims.dates"])
@pytest.mark.parametrize(
    "line",
    [
        "open('x').read()",
        "x = path.read_text()",
        "x = path.read_bytes()",
        "path.write_text('x')",
        "import gzip; gzip.open('x')",
        "import io; io.open('x')",
        "import urllib.request; urllib.request.urlopen('x')",
        "from trafilatura import fetch_url",
        "print('x')",
        "x = input()",
        "exec('x = 1')",
        "x = eval('1')",
        "import datetime as dt; x = dt.datetime.now(dt.UTC)",
        "from datetime import date; x = date.today()",
        "import datetime; x = datetime.datetime.utcnow()",
        "import time; x = time.time()",
        "import os; x = os.environ['HOME']",
        "import os; x = os.getenv('HOME')",
        "import sys; sys.stdout.write('x')",
        "import spacy; x = spacy.load('x')",
        "import random; x = random.random()",
        "import numpy as np; x = np.random.rand()",
        "import uuid; x = uuid.uuid4()",
    ],
)
def test_the_pure_packages_reach_for_nothing(package: str, line: str) -> None:
    assert caught(package, line)


@pytest.mark.parametrize("module", ["warledger.pipeline.read", "warledger.intake.collect", "warledger.ledger", "warledger.exports"])
@pytest.mark.parametrize(
    "line", ["print('x')", "import os; x = os.environ", "from datetime import datetime; datetime.now()", "import sys; sys.exit(1)"]
)
def test_clock_environment_and_terminal_belong_to_the_doors(module: str, line: str) -> None:
    assert caught(module, line)
    assert not caught("warledger.cli.main", line)
    assert not caught("warledger.api.app", line)


def test_files_may_be_read_outside_the_pure_packages() -> None:
    assert not caught("warledger.intake.collect", "x = path.read_bytes()")
    assert not caught("warledger.stages.claims.dates", "import re; x = re.compile('x')")


def test_a_seeded_generator_is_allowed() -> None:
    assert not caught("warledger.stages.families.sketch", "import numpy as np; x = np.random.default_rng(7)")
    assert caught("warledger.stages.families.sketch", "import numpy as np; x = np.random.permutation(7)")


def test_only_the_composition_root_loads_the_model() -> None:
    assert caught("warledger.pipeline.read", "import spacy; spacy.load('x')")
    assert not caught("warledger.pipeline.build", "import spacy; spacy.load('x')")


def test_a_package_with_a_like_name_is_not_a_door() -> None:
    assert caught("warledger.client.main", "print('x')")


def test_a_file_ends_before_the_limit() -> None:
    assert list(length_breaches("long.py", "x = 1\n" * MOST_LINES))
    assert not list(length_breaches("short.py", "x = 1\n" * (MOST_LINES - 1)))


@pytest.mark.parametrize(
    "head",
    ["", 'source = "ours"\n', "date = 2024-01-31\n", 'source = " "\ndate = 2024-01-31\n', 'source = "ours"\ndate = "lately"\n'],
)
def test_a_word_list_says_whence_and_when(head: str) -> None:
    assert list(vocabulary_breaches("words.toml", head))
    assert not list(vocabulary_breaches("words.toml", HEAD + 'verbs = ["say"]\n'))


def planted(root: Path, file: str, text: str) -> Path:
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("src/warledger/stages/claims/planted.py", "print('x')\n"),
        ("src/warledger/records/vocab/planted.toml", "verbs = []\n"),
        ("eval/planted.py", "x = 1\n" * MOST_LINES),
        ("tests/planted.py", "x = 1\n" * MOST_LINES),
    ],
)
def test_the_command_finds_what_is_planted_in_a_tree(tmp_path: Path, file: str, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(planted(tmp_path, "src/warledger/base/ids.py", "x = 1\n"))]) == 0
    assert main([str(planted(tmp_path, file, text))]) == 1
    assert file in capsys.readouterr().out


def test_this_project_keeps_its_rules(repo_root: Path) -> None:
    assert [str(breach) for breach in breaches(repo_root)] == []
