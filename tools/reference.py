"""`python -m tools.reference`: writes docs/reference from the program itself; a test says when a page is out of date."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import typer.main

from warledger.api.app import make_app
from warledger.cli.main import app
from warledger.pipeline.settings import PREFIX, Settings
from warledger.pipeline.shelf import Shelf

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "reference"
MADE = "<!-- Made by `make docs`; changes belong in the program. -->"


def pages() -> dict[str, str]:
    """The generated pages by file name."""
    return {"commands.md": "\n".join(commands_page()), "settings.md": "\n".join(settings_page()), "openapi.json": openapi()}


def openapi() -> str:
    """The API's OpenAPI document; the page's types are made from it."""
    made = make_app(Shelf(FOLDER, {})).openapi()
    return json.dumps(made, indent=1, ensure_ascii=False) + "\n"


def commands_page() -> Iterator[str]:
    """Every command with its arguments and options, as the command line's own help has them."""
    yield from (MADE, "", "# Commands", "")
    root: Any = typer.main.get_command(app)
    yield from _help(root.help)
    for name, command in root.commands.items():
        yield from command_section(name, command)


def command_section(name: str, command: Any) -> Iterator[str]:
    """One command: usage, what it does, its parameters."""
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option"]
    usage = " ".join(["warledger", name, *(_argument(p) for p in arguments), *(["[OPTIONS]"] if options else [])])
    yield from (f"## {name}", "", "```", usage, "```", "", *_help(command.help or ""))
    if command.params:
        yield from ("| | |", "| --- | --- |")
        yield from (f"| `{_label(p)}` | {_cell(p.help or '')} |" for p in [*arguments, *options])
        yield ""


def settings_page() -> Iterator[str]:
    """Every setting with its type, default and environment variable."""
    yield from (MADE, "", "# Settings", "")
    yield from (_told(Settings), "")
    yield from (f"They stand under `[settings]` in `monitor.toml`; an environment variable (`{PREFIX}` and the name in capitals) wins.", "")
    yield from ("| setting | type | default | variable |", "| --- | --- | --- | --- |")
    for field in msgspec.structs.fields(Settings):
        kind = "text" if field.type is str else "whole number from 1"
        yield f"| `{field.name}` | {kind} | `{field.default!r}` | `{PREFIX}{field.name.upper()}` |"
    yield ""


def _help(text: str) -> Iterator[str]:
    """The paragraphs of a help text; one marked to be left as it is (`\\b`) becomes a block of code."""
    for paragraph in inspect.cleandoc(text).split("\n\n"):
        head, mark, kept = paragraph.partition("\b\n")
        lines = [line for line in kept.splitlines() if line.startswith(" ")]
        yield from (("```", *inspect.cleandoc("\n".join(lines)).splitlines(), "```", "") if mark else (" ".join(head.split()), ""))


def _told(thing: type) -> str:
    return inspect.cleandoc(thing.__doc__ or "").replace("\n", " ").replace("  ", "\n\n")


def _argument(parameter: Any) -> str:
    label = _label(parameter)
    return label if parameter.required or label.startswith("[") else f"[{label}]"


def _label(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name.upper())
    flag = "/".join([*parameter.opts, *parameter.secondary_opts])
    return flag if parameter.is_flag else f"{flag} {parameter.metavar or 'TEXT'}"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def main() -> None:
    """Writes the pages."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
        print(f"docs/reference/{name}")


if __name__ == "__main__":
    main()
