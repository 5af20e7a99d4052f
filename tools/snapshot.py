"""`python -m tools.snapshot`: reads a copy of the example and writes what it gives into its folder `expected`; a test compares."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from warledger.exports.formats import FORMATS
from warledger.ledger.store import Ledger
from warledger.pipeline.build import Toolkit
from warledger.pipeline.monitor import load_monitor
from warledger.pipeline.read import Outcome, read_reports
from warledger.pipeline.view import open_view

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "aleppo-2024"
EXPECTED = EXAMPLE / "expected"
#: The formats that are kept beside the example.
KEPT = ("records", "events", "disputes")
#: No export may hold a clock: any instant will do.
INSTANT = "2000-01-01T00:00:00+00:00"


def copy_of_example(folder: Path) -> Path:
    """The example monitor with its reports and nothing read, in `folder`."""
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("ledger.db*", "expected"))
    return folder


def toolkit(folder: Path) -> Toolkit:
    """The tools of the monitor in `folder`, as the environment leaves them."""
    return Toolkit(load_monitor(folder, {}))


def read(folder: Path, tools: Toolkit, paths: Iterable[Path], *, again: bool = False) -> Outcome:
    """Reads `paths` into the ledger of the monitor in `folder`, which must be the one `tools` were made for."""
    monitor = load_monitor(folder, {})
    with Ledger.open(monitor.ledger, write=True) as ledger:
        return read_reports(ledger, tools.reading_tools(), list(paths), clock=lambda: INSTANT, again=again)


def exports(folder: Path, tools: Toolkit, forms: Iterable[str] = tuple(FORMATS)) -> dict[str, str]:
    """What the monitor in `folder` exports, by format."""
    state = open_view(load_monitor(folder, {}), tools.state_tools, None, tools.state_version).state
    return {form: "".join(FORMATS[form](state)) for form in forms}


def main() -> None:
    """Writes the files."""
    with tempfile.TemporaryDirectory() as place:
        folder = copy_of_example(Path(place) / EXAMPLE.name)
        tools = toolkit(folder)
        read(folder, tools, [folder / "reports"])
        for form, text in exports(folder, tools, KEPT).items():
            (EXPECTED / f"{form}.jsonl").write_text(text, encoding="utf-8", newline="")
            print(f"expected/{form}.jsonl: {text.count(chr(10))} lines")


if __name__ == "__main__":
    main()
