"""The house rules that no linter has: which calls may stand in which package, the length of a file, the head of a word list.

`python -m tools.rules [ROOT]` prints every breach under ROOT (default: this project) and ends with 1 when there is one.
Imports are the business of import-linter (pyproject.toml), style and docstrings that of ruff.
"""

from __future__ import annotations

import ast
import datetime as dt
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.calls import uses

MOST_LINES = 400
CHECKED = ("src", "eval", "tools", "tests")
PURE = ("warledger.base", "warledger.records", "warledger.stages")
DOORS = ("warledger.cli", "warledger.api")


@dataclass(frozen=True)
class Rule:
    """Names that modules under `never` may not use, unless they are under `only`; `but` are names that stay allowed.

    A name is dotted (`datetime.datetime.now`), ends in `.*` for all of a module, or starts with `.` for a method of anything.
    """

    why: str
    names: str
    only: tuple[str, ...] = ()
    never: tuple[str, ...] = ("warledger",)
    but: str = ""

    def bars(self, module: str) -> bool:
        """Whether the rule holds in `module`."""
        return _under(module, self.never) and not _under(module, self.only)

    def catches(self, name: str) -> bool:
        """Whether `name` is one of the rule's names."""
        return name not in self.but.split() and any(_matches(name, pattern) for pattern in self.names.split())


CLOCK = "datetime.datetime.now datetime.datetime.today datetime.datetime.utcnow datetime.date.today time.time time.localtime time.gmtime"
TERMINAL = "print input sys.exit sys.stdin.* sys.stdout.* sys.stderr.*"
FILES = "open io.open io.FileIO tomllib.load .open .read_text .read_bytes .write_text .write_bytes .iterdir .rglob .mkdir .unlink"
FETCHES = "urllib.request.* trafilatura.fetch_url trafilatura.fetch_response trafilatura.downloads.*"
CHANCE = "random.* secrets.* uuid.uuid1 uuid.uuid4 numpy.random.* os.urandom"

RULES = (
    Rule("base, records and stages do no I/O: read in intake or pipeline and pass the text in", f"{FILES} {FETCHES}", never=PURE),
    Rule("code is not made at run time", "exec eval compile __import__"),
    Rule("the clock is an argument; only the doors read it", CLOCK, only=DOORS),
    Rule("only the doors read the environment and the arguments", "os.environ.* os.environb.* os.getenv sys.argv.*", only=DOORS),
    Rule("only the doors talk to the terminal", TERMINAL, only=DOORS),
    Rule("the language model is loaded once, in pipeline/build.py", "spacy.load", only=("warledger.pipeline.build",)),
    Rule(
        "the same reports give the same ledger: no chance without a seed",
        CHANCE,
        only=("warledger.api.token",),
        but="random.Random numpy.random.default_rng numpy.random.Generator",
    ),
)


@dataclass(frozen=True, order=True)
class Breach:
    """A rule broken at a line of a file."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}"


def call_breaches(module: str, file: str, source: str) -> Iterator[Breach]:
    """Names in `source` that no rule lets `module` use."""
    rules = [rule for rule in RULES if rule.bars(module)]
    for name, line in uses(ast.parse(source)):
        for rule in rules:
            if rule.catches(name):
                yield Breach(file, line, f"{name}: {rule.why}")


def length_breaches(file: str, source: str) -> Iterator[Breach]:
    """A file of `MOST_LINES` lines or more."""
    lines = source.count("\n")
    if lines >= MOST_LINES:
        yield Breach(file, lines, f"{lines} lines, {MOST_LINES - 1} is the most: split it by noun")


def vocabulary_breaches(file: str, source: str) -> Iterator[Breach]:
    """A word list that does not say where it comes from (`source`) and of when it is (`date`, ISO)."""
    head = tomllib.loads(source)
    if not (isinstance(head.get("source"), str) and head["source"].strip()):
        yield Breach(file, 1, "no `source`: say where the words come from")
    if not _is_day(head.get("date")):
        yield Breach(file, 1, "no `date`: say of when the list is (YYYY-MM-DD)")


def breaches(root: Path) -> Iterator[Breach]:
    """Every breach in the project under `root`, file by file."""
    for path in _python_files(root):
        file, source = path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")
        yield from length_breaches(file, source)
        if file.startswith("src/"):
            yield from call_breaches(_module(file), file, source)
    for path in sorted((root / "src").rglob("vocab/**/*.toml")):
        yield from vocabulary_breaches(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))


def _python_files(root: Path) -> list[Path]:
    return sorted(path for folder in CHECKED for path in (root / folder).rglob("*.py"))


def _module(file: str) -> str:
    return file.removeprefix("src/").removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _under(module: str, packages: tuple[str, ...]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def _matches(name: str, pattern: str) -> bool:
    if pattern.startswith("."):
        return name.endswith(pattern)
    if pattern.endswith(".*"):
        return name == pattern[:-2] or name.startswith(pattern[:-1])
    return name == pattern


def _is_day(value: object) -> bool:
    if isinstance(value, dt.date):
        return True
    try:
        return isinstance(value, str) and bool(dt.date.fromisoformat(value))
    except ValueError:
        return False


def main(arguments: list[str]) -> int:
    """The command; returns the exit code."""
    root = Path(arguments[0]) if arguments else Path(__file__).resolve().parent.parent
    found = sorted(set(breaches(root)))
    for breach in found:
        print(breach)
    print(f"house rules: {len(found)} broken" if found else "house rules: kept")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
