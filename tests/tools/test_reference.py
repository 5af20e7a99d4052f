"""The generated pages say what the program says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.reference import command_section, pages


@pytest.mark.parametrize("name", pages())
def test_the_page_in_the_repository_is_the_one_the_program_gives(repo_root: Path, name: str) -> None:
    page = repo_root / "docs" / "reference" / name
    assert page.read_text(encoding="utf-8") == pages()[name], "run `make docs`"


def test_a_page_names_every_parameter() -> None:
    class Parameter:
        param_type_name, name, metavar, nargs, required, help = "argument", "folder", "DIR", 1, True, "The | folder."

    class Flag(Parameter):
        param_type_name, opts, secondary_opts, is_flag, help = "option", ["--all"], ["--some"], True, "Everything."

    class Command:
        help, params = "Shows it.\n\n\b\nExample:\n  warledger show my-war", [Flag(), Parameter()]

    section = "\n".join(command_section("show", Command()))
    assert "warledger show DIR [OPTIONS]" in section
    assert "| `DIR` | The \\| folder. |\n| `--all/--some` | Everything. |" in section
    assert "```\nwarledger show my-war\n```" in section
