"""Claims: our records of the seeds and of another war beside those of careful readers, and who is said to say so."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

from eval.bootstrap import interval, slots_by_unit
from eval.data import Row, rows, texts
from eval.result import Result
from eval.scorer import Table, load_module, read_table, run_scorer
from eval.workshop import Workshop

CASES = ("gold/seeds-dev.jsonl", "gold/libya-dev.jsonl", "gold/news-extra.json")


def evaluate(workshop: Workshop) -> Result:
    """Slots and found F1 on the seeds (whole, dev, check) and on Libya, with intervals, and the share of attributions found."""
    metrics: dict[str, float] = {}
    report: list[str] = []
    for name, table, spread in (*_seeds(workshop), _libya(workshop)):
        metrics |= metrics_of(name, table)
        report += [f"{name}: slots F1 {table.slots:.3f}{spread}", *table.text.splitlines()]
    share, found, count = attributions(workshop)
    metrics["claims.attributions"] = share
    report.append(f"attributions: {found} of {count} sources named by a record on their words ({share:.3f})")
    return Result("claims", metrics, tuple(report), CASES)


def metrics_of(name: str, table: Table) -> dict[str, float]:
    """The metrics of one table, by full name."""
    made = {f"claims.{name}.slots": table.slots, f"claims.{name}.grounded": table.grounded}
    if name in ("seeds", "libya"):
        made |= {f"claims.{name}.{kind}": f1 for kind, f1 in table.found.items()}
    return made


def _seeds(workshop: Workshop) -> list[tuple[str, Table, str]]:
    scorer, records = workshop.gold / "score_seeds.py", workshop.seeds.records
    tables = [("seeds", read_table(run_scorer(scorer, records)))]
    tables += [(f"seeds-{part}", read_table(run_scorer(scorer, records, "--part", part))) for part in ("dev", "check")]
    module = load_module(workshop.gold / "score.py")
    documents = texts(workshop.seeds_folder)
    unit = section_of(module, documents, workshop.gold / "split.tsv")
    gold = [r for r in rows(workshop.gold / "seeds-dev.jsonl") if unit(r)]
    ours = [r for r in rows(records) if unit(r)]
    spread = _spread(*interval(slots_by_unit(module, gold, ours, documents, unit)), "sections")
    return [(name, table, spread if name == "seeds" else "") for name, table in tables]


def _libya(workshop: Workshop) -> tuple[str, Table, str]:
    gold, records = workshop.gold / "libya-dev.jsonl", workshop.libya.records
    table = read_table(run_scorer(workshop.gold / "score.py", gold, records, "--docs", workshop.libya_folder))
    module = load_module(workshop.gold / "score.py")
    units = slots_by_unit(module, rows(gold), rows(records), texts(workshop.libya_folder), lambda r: str(r["doc"]))
    return "libya", table, _spread(*interval(units), "documents")


def _spread(low: float, high: float, units: str) -> str:
    return f"  (95 % over {units}: {low:.3f} to {high:.3f})"


def section_of(scorer: ModuleType, documents: dict[str, str], split: Path) -> Callable[[Row], str]:
    """Names the section of a record by `split.tsv`; the empty string for a record in none."""
    with split.open(encoding="utf-8") as lines:
        parts = [(row["doc"], int(row["start"]), int(row["end"])) for row in csv.DictReader(lines, delimiter="\t")]

    def section(record: Row) -> str:
        span = scorer.span(record, documents)
        at = span[0] if span else -1
        return next((f"{doc}:{start}" for doc, start, end in parts if doc == record["doc"] and start <= at < end), "")

    return section


def attributions(workshop: Workshop) -> tuple[float, int, int]:
    """The share of hand-listed attributions that a record on the same words names as speaker or in `said_by`; hits; their number."""
    scorer, documents = load_module(workshop.gold / "score.py"), texts(workshop.seeds_folder)
    listed = json.loads((workshop.gold / "news-extra.json").read_text(encoding="utf-8"))["attributions"]
    records = rows(workshop.seeds.all_records)
    found = sum(any(_names(scorer, documents, row, record) for record in records) for row in listed)
    return found / max(1, len(listed)), found, len(listed)


def _names(scorer: ModuleType, documents: dict[str, str], row: Row, record: Row) -> bool:
    at, span = scorer.span(row, documents), scorer.span(record, documents)
    if row["doc"] != record["doc"] or not at or not span or at[1] <= span[0] or span[1] <= at[0]:
        return False
    names = [*record["said_by"], record.get("speaker"), record.get("affiliation")]
    wanted = [row["source"], row.get("resolves_to")]
    return any(scorer.same_name(a, b) for a in names if a for b in wanted if b)
