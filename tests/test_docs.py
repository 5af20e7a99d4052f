"""The documentation against what is there: links, commands, make verbs, dependencies and their licences."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata
from itertools import pairwise
from pathlib import Path

import pytest
from typer.main import get_command

from warledger.cli.asking import Form, Told
from warledger.cli.main import app
from warledger.exports.control import MAPS
from warledger.exports.formats import FORMATS, PARQUET

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/**/README.md")])
SCREEN = 40  # lines of a first screen
#: How some packages write the licence that the table names by its SPDX id.
SPDX = {
    "ISC License (ISCL)": "ISC",
    "BSD 2-Clause License": "BSD-2-Clause",
    "MIT License": "MIT",
    # Its own code under either, PDFium under both, PDFium's parts under permissive licences of their own that come in the package.
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
}


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def read(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def code(text: str) -> str:
    """The words in fences and back-ticks."""
    fenced = re.findall(r"^ *```[a-z]*\n(.*?)^ *```", text, flags=re.S | re.M)
    inline = re.findall(r"`([^`\n]+)`", re.sub(r"^ *```.*?^ *```", "", text, flags=re.S | re.M))
    return "\n".join([*fenced, *inline])


def anchors(page: Path) -> set[str]:
    heads = re.findall(r"^#+ +(.+)$", read(page), flags=re.M)
    return {re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    prose = re.sub(r"^ *```.*?^ *```", "", read(page), flags=re.S | re.M)
    for target in re.findall(r"\]\(([^)\s]+)\)", prose):
        if target.startswith(("http://", "https://", "mailto:")):
            continue
        file, _, anchor = target.partition("#")
        there = (page.parent / file).resolve() if file else page
        assert there.exists(), f"{name_of(page)}: {target}"
        assert not anchor or anchor in anchors(there), f"{name_of(page)}: {target}"


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_make_verbs_exist(page: Path) -> None:
    verbs = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.M))
    assert set(re.findall(r"(?:^|\n)make ([a-z-]+)", code(read(page)))) <= verbs


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_nothing_is_left_to_fill_in(page: Path) -> None:
    assert not re.search(r"TODO|TBD|FIXME|PLACEHOLDER|lorem ipsum", read(page))


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_no_merge_is_left_half_done(page: Path) -> None:
    assert not re.search(r"^(<{7}|={7}|>{7})( |$)", read(page), flags=re.M)


def test_every_page_is_reached_from_the_index() -> None:
    seen, waiting = set(), [ROOT / "docs" / "index.md"]
    while waiting:
        page = waiting.pop()
        if page in seen or page.suffix != ".md":
            continue
        seen.add(page)
        links = re.findall(r"\]\(([^)\s#]+)", read(page))
        waiting += [path for link in links if "://" not in link and (path := (page.parent / link).resolve()).is_file()]
    assert {p for p in PAGES if p.is_relative_to(ROOT / "docs")} <= seen


def test_the_first_screen_says_what_is_not_read() -> None:
    first = " ".join(read(ROOT / "README.md").splitlines()[:SCREEN])
    assert re.search(r"\b[Oo]nly English|English only|English is the (one|only) language", first)
    assert "make demo" in read(ROOT / "README.md") and "make test" in read(ROOT / "README.md")


def dependencies() -> list[str]:
    """Every package pyproject.toml names, to run, to work on it, and to build it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    for extra in project["project"].get("optional-dependencies", {}).values():
        lines += extra
    return [re.split(r"[<>=!~;\[ ]", line, maxsplit=1)[0] for line in lines]


def table() -> dict[str, str]:
    """Package -> licence, as decision 0002 has them."""
    return dict(re.findall(r"^\| `([\w-]+)` \| ([^|]+?) \|", read(ROOT / "docs/decisions/0002-dependencies.md"), flags=re.M))


def licence(package: str) -> str:
    """The licence in the installed package's metadata, by its SPDX id where there is one."""
    about = metadata.metadata(package)
    given = [about[key] for key in ("License-Expression", "License") if key in about]
    given += [line.rpartition(" :: ")[2] for line in about.get_all("Classifier") or [] if line.startswith("License")]
    return SPDX.get(given[0], given[0]) if given else ""


def test_every_dependency_is_explained_and_no_other() -> None:
    assert set(dependencies()) == set(table())


@pytest.mark.parametrize("package", dependencies())
def test_the_licence_is_the_one_its_metadata_state(package: str) -> None:
    try:
        stated = licence(package)
    except metadata.PackageNotFoundError:
        pytest.skip(f"{package} is not installed here")
    assert table()[package] == stated
    assert "GPL" not in stated


def shown_commands() -> list[tuple[str, list[str]]]:
    """(page, words) of every `warledger ...` in a fence or between back-ticks."""
    found = []
    for page in PAGES:
        for line in code(read(page)).splitlines():
            words = re.sub(r"^\$ ", "", line.strip()).partition(" #")[0].split()
            if words[:1] == ["warledger"] and len(words) > 1:
                found.append((name_of(page), words[1:]))
    return found


@pytest.mark.parametrize(("page", "words"), shown_commands(), ids=lambda value: value if isinstance(value, str) else " ".join(value))
def test_commands_in_the_docs_exist(page: str, words: list[str]) -> None:
    commands = getattr(get_command(app), "commands")  # noqa: B009  (typer's group type has it, click's base does not)
    assert words[0] in commands, f"{page}: warledger {words[0]}"
    known = {option for parameter in commands[words[0]].params for option in parameter.opts}
    assert {word for word in words[1:] if word.startswith("--")} <= known
    formats = {"brief": {form.value for form in Form}, "changes": {form.value for form in Told}}.get(words[0], {*FORMATS, *MAPS, PARQUET})
    assert {value for option, value in pairwise(words) if option == "--format" and not value.isupper()} <= formats


def test_the_readme_names_every_command() -> None:
    commands = set(getattr(get_command(app), "commands"))  # noqa: B009
    assert commands <= {words[0] for page, words in shown_commands() if page == "README.md"}
