"""`python -m eval`: every suite, its report, and the gate. Ends with 1 when a metric is under its floor or a suite failed."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from eval import bias, calibration, claims, control, disputes, events, example, families, gate, muc, places, releases
from eval.cleaning import suite as cleaning
from eval.data import ROOT, data_dir, digest, located
from eval.floors import Floors, read_floors, write_floors
from eval.result import CommandFailed, Result
from eval.workshop import Workshop

FLOORS = ROOT / "eval" / "floors.toml"
LATEST = ROOT / "eval" / "results" / "latest.json"
Suite = Callable[[Workshop], Result]
SUITES: dict[str, Suite] = {
    "claims": claims.evaluate,
    "calibration": calibration.evaluate,
    "events": events.evaluate,
    "disputes": disputes.evaluate,
    "control": control.evaluate,
    "families": families.evaluate,
    "example": example.evaluate,
    "gate": gate.evaluate,
    "bias": bias.evaluate,
    "releases": releases.evaluate,
    "places": places.evaluate,
    "cleaning": cleaning.evaluate,
}
LARGE: dict[str, Suite] = {"muc": muc.evaluate, "copies": families.evaluate_whole}


def run_suite(name: str, suite: Suite, workshop: Workshop) -> Result:
    """The suite's result; a failing command or missing data make a result too."""
    try:
        return suite(workshop)
    except FileNotFoundError as error:
        return Result(name, skipped=f"no {error.filename}")
    except CommandFailed as error:
        return Result(name, failed=str(error))


def show(result: Result) -> None:
    """The suite's report on stdout."""
    print(f"\n== {result.suite}")
    for line in result.report:
        print(line)
    if result.skipped:
        print(f"skipped: {result.skipped}")
    if result.failed:
        print(f"failed: {result.failed}")


def judge(results: Sequence[Result], floors: Floors, digests: dict[str, str]) -> int:
    """Prints the gate's verdict; 0 when nothing is under its floor and nothing failed."""
    metrics = measured(results)
    ran = {result.suite for result in results if not (result.skipped or result.failed)}
    breaches = floors.breaches(metrics, ran)
    failed = [result.suite for result in results if result.failed]
    print("\n== floors")
    for file in floors.changed(digests):
        print(f"the cases changed: {file} is not the file the floors were measured on (--raise takes the new one)")
    for line in breaches:
        print(line)
    without = sorted(set(metrics) - set(floors.floors))
    if without:
        print(f"without a floor: {', '.join(without)}")
    if breaches or failed:
        print(f"failed: {len(breaches)} under their floor; suites that did not run through: {', '.join(failed) or 'none'}")
        return 1
    kept = len(set(metrics) & set(floors.floors))
    print(f"kept: {kept} floors of {', '.join(sorted(ran))}" if ran else "skipped: nothing was measured")
    return 0


def measured(results: Sequence[Result]) -> dict[str, float]:
    """All metrics by full name."""
    return {name: value for result in results for name, value in result.metrics.items()}


def arguments(given: Sequence[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m eval", description=__doc__)
    parser.add_argument("--full", action="store_true", help="the large sets too")
    parser.add_argument("--suite", action="append", choices=[*SUITES, *LARGE], help="only this suite (may be repeated)")
    parser.add_argument("--raise", dest="up", action="store_true", help="raise every floor to what is measured now")
    parser.add_argument("--lower", metavar="METRIC", help="let the floor of one metric down to what is measured now")
    parser.add_argument("--because", default="", metavar="WHY", help="why it may fall; kept in the file")
    return parser.parse_args(given)


def main(given: Sequence[str]) -> int:
    """The command; returns the exit code."""
    options = arguments(given)
    data = data_dir()
    if not data.is_dir():
        print(f"skipped: no data at {data} (set WARLEDGER_DATA)")
        return 0
    chosen = {n: s for n, s in {**SUITES, **LARGE}.items() if (n in options.suite if options.suite else n in SUITES or options.full)}
    results = []
    with tempfile.TemporaryDirectory(prefix="warledger-eval-") as work:
        workshop = Workshop(Path(work), data)
        for name, suite in chosen.items():
            results.append(run_suite(name, suite, workshop))
            show(results[-1])
    digests = {file: digest(located(file, data)) for result in results for file in result.cases}
    keep(results)
    floors = moved(read_floors(FLOORS), options, measured(results), digests)
    return judge(results, floors, digests)


def moved(floors: Floors, options: argparse.Namespace, metrics: dict[str, float], digests: dict[str, str]) -> Floors:
    """The floors after `--raise` or `--lower`, written when they moved."""
    after = floors
    if options.lower:
        after = after.lower(options.lower, metrics[options.lower], options.because)
    if options.up:
        after = after.raised(metrics, digests)
    if after is not floors:
        write_floors(FLOORS, after)
    return after


def keep(results: Sequence[Result]) -> None:
    """The metrics of this run, for a look by other programs."""
    LATEST.parent.mkdir(exist_ok=True)
    LATEST.write_text(json.dumps(measured(results), indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (ValueError, KeyError) as error:
        sys.exit(f"eval: {error}")
