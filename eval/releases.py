"""Military press releases with hand-filled figures: days, killed and captured, in texts of a few lines. Part of the large sets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from eval.data import Row, rows, write_rows
from eval.result import Result
from eval.workshop import Monitor, Workshop, warledger

CASES = ("data/isaf/releases.jsonl",)


def evaluate(workshop: Workshop) -> Result:
    """Shares of releases with the right day, the right number killed and captured, and none where there was none."""
    coded = rows(workshop.data / CASES[0])
    folder = workshop.work / "releases"
    warledger("init", folder)
    file = write_rows(workshop.work / "releases.jsonl", [{"id": row["id"], "text": row["text"]} for row in coded])
    warledger("read", folder, file)
    metrics, report = shares(coded, by_release(rows(Monitor(folder).records)))
    return Result("releases", metrics, tuple(report), CASES)


def by_release(records: Iterable[Row]) -> dict[str, list[Row]]:
    """The records that say something happened, by the release's own id."""
    made: dict[str, list[Row]] = defaultdict(list)
    for record in records:
        if record["modality"] in ("asserted", "reported", "claimed"):
            made[record["doc"].partition("#")[2]].append(record)
    return made


def shares(coded: list[Row], found: dict[str, list[Row]]) -> tuple[dict[str, float], list[str]]:
    """The metrics, and each in words."""
    tests: dict[str, tuple[Callable[[Row], bool], Callable[[Row, list[Row]], bool]]] = {
        "day": (lambda gold: True, lambda gold, ours: any(r["date_start"] == r["date_end"] == gold["start_date"] for r in ours)),
        "killed": (lambda gold: gold["min_killed"] > 0, lambda gold, ours: counted("killed", ours) == gold["min_killed"]),
        "none_killed": (lambda gold: gold["min_killed"] == 0, lambda gold, ours: not counted("killed", ours)),
        "captured": (lambda gold: gold["min_captured"] > 0, lambda gold, ours: counted("captured", ours) == gold["min_captured"]),
    }
    metrics, report = {}, []
    for name, (asked, right) in tests.items():
        cases = [gold for gold in coded if asked(gold["gold"])]
        hits = sum(right(gold["gold"], found.get(gold["id"], [])) for gold in cases)
        metrics[f"releases.{name}"] = hits / max(1, len(cases))
        report.append(f"{name}: {hits} of {len(cases)} releases ({metrics[f'releases.{name}']:.3f})")
    return metrics, report


def counted(measure: str, records: Iterable[Row]) -> int:
    """The largest lower bound any event gives for the measure."""
    return max((int(entry["low"] or 0) for r in records if r["kind"] == "event" for entry in r[measure]), default=0)
