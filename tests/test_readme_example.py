"""The example on the README's first screen: its reports, read, give what it shows."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from warledger.cli.main import app

README = (Path(__file__).resolve().parent.parent / "README.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `(\w+\.txt)` \|([^|]+)\|([^|]*)\| (\d{4}-\d\d-\d\d) \|([^|]+)\|$", flags=re.M)


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What `warledger brief` prints for the reports in the README."""
    folder = tmp_path_factory.mktemp("readme")
    reports = folder / "reports"
    reports.mkdir()
    lines = []
    for name, publisher, agency, published, text in (map(str.strip, row) for row in ROW.findall(README)):
        (reports / name).write_text(text + "\n", encoding="utf-8")
        lines.append(json.dumps({"doc": name, "publisher": publisher, "agency": agency or None, "published": published}))
    (reports / "manifest.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert CliRunner().invoke(app, ["read", str(folder)]).exit_code == 0
    shown = CliRunner().invoke(app, ["brief", str(folder)])
    assert shown.exit_code == 0
    return shown.stdout


def test_there_are_reports_in_the_readme() -> None:
    assert len(ROW.findall(README)) == 3


def test_the_readme_shows_what_is_printed(brief: str) -> None:
    block = re.search(r"^```\n(WHAT HAPPENED\n.*?)^```", README, flags=re.S | re.M)
    assert block is not None
    assert block.group(1) in brief
