"""The example monitor: what a careful reader finds in its reports, asked for with the commands a user has, and record by record."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import tomllib
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from eval.data import ROOT, Row, rows, write_rows
from eval.result import Result
from eval.scorer import Table, read_table, run_scorer
from eval.workshop import Monitor, Workshop, warledger

EXAMPLE = ROOT / "examples" / "aleppo-2024"


def evaluate(workshop: Workshop) -> Result:
    """Shares of the expected families, tolls, holders and disputes that come out right."""
    facts = tomllib.loads((EXAMPLE / "expected" / "facts.toml").read_text(encoding="utf-8"))
    monitor = read_copy(workshop.work / "example")
    sides = Sides(tomllib.loads((EXAMPLE / "actors.toml").read_text(encoding="utf-8"))["actor"])
    records, disputes = rows(monitor.records), rows(monitor.disputes)
    everything = rows(monitor.all_records)  # what was put right does not count, and is told of among the disputes
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda fact: ask(monitor.folder, fact), facts["holds"]))
    checks = {
        "families": families_right(facts, monitor.families),
        "tolls": {fact["what"]: toll_right(fact, rows(monitor.events), records) for fact in facts["toll"]},
        "holds": {_question(f): holder_right(f, a, sides) for f, a in zip(facts["holds"], answers, strict=True)},
        "disputes": {_opposed(f): dispute_right(f, disputes, everything, typed=False) for f in facts["dispute"]},
        "disputes_typed": {_opposed(f): dispute_right(f, disputes, everything, typed=True) for f in facts["dispute"]},
    }
    metrics = {f"example.{name}": sum(asked.values()) / len(asked) for name, asked in checks.items()}
    report = [f"{'right' if right else 'WRONG'}  {name}: {what}" for name, asked in checks.items() for what, right in asked.items()]
    table = against_gold(workshop, records)
    metrics |= {"example.slots": table.slots, "example.grounded": table.grounded}
    return Result("example", metrics, (*report, f"six reports coded by hand: slots F1 {table.slots:.3f}", *table.text.splitlines()))


def against_gold(workshop: Workshop, records: Sequence[Row]) -> Table:
    """Our records of the reports that were coded by hand, beside the hand-made ones."""
    gold = EXAMPLE / "expected" / "gold.jsonl"
    coded = {row["doc"] for row in rows(gold)}
    ours = write_rows(workshop.work / "example-coded.jsonl", [row for row in records if row["doc"] in coded])
    return read_table(run_scorer(workshop.gold / "score.py", gold, ours, "--docs", EXAMPLE / "reports"))


def read_copy(folder: Path) -> Monitor:
    """The example read in a copy. One of its files is broken on purpose: `read` ends with 1."""
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("ledger.db*"))
    warledger("read", folder, allow=(0, 1))
    return Monitor(folder)


def ask(folder: Path, fact: Row) -> Row:
    """The answer of `who-holds` to one question; empty when the question was taken for an ambiguous one."""
    answer = warledger("who-holds", folder, fact["place"], "--on", fact["on"].isoformat(), "--json", allow=(0, 2))
    return dict(json.loads(answer)) if answer.strip() else {}


class Sides:
    """Whose side a name in a text is on, by the monitor's `actors.toml`."""

    def __init__(self, actors: Sequence[Row]) -> None:
        self._by_name = {name.casefold(): actor for actor in actors for name in (actor["name"], *actor.get("aliases", ()))}

    def of(self, holder: str | None, day: dt.date) -> set[str]:
        """The sides of one holder, or of joint holders joined by " and ", on a day."""
        actors = [self._by_name.get(name.strip().casefold()) for name in (holder or "").split(" and ")]
        return {side for actor in actors if actor for side in _sides_on(actor, day)}


def _sides_on(actor: Row, day: dt.date) -> Iterable[str]:
    spells = [*actor.get("sides", ()), *([{"name": actor["side"]}] if "side" in actor else [])]
    return [spell["name"] for spell in spells if spell.get("start", dt.date.min) <= day <= spell.get("end", dt.date.max)]


def holder_right(fact: Row, answer: Row, sides: Sides) -> bool:
    """Whether the assessed holder is of the expected side ("none": a holder of no side) and the status the expected one."""
    assessed = answer.get("assessed") or {}
    found = sides.of(" and ".join(assessed.get("canonical") or ()) or assessed.get("holder"), fact["on"])
    wanted = set() if fact["side"] == "none" else {fact["side"]}
    claimed = {side for row in answer.get("claimed", ()) for side in sides.of(row["holder"], fact["on"])}
    said = "claimed" not in fact or fact["claimed"] in claimed
    return bool(assessed.get("holder")) and found == wanted and assessed.get("status") == fact["status"] and said


def families_right(facts: Row, families: Sequence[Row]) -> dict[str, bool]:
    """Each expected family whole and with its origin; each pair or group that is none, apart."""
    checks = {}
    for fact in facts["family"]:
        right = any(set(f["members"]) == set(fact["members"]) and f["origin"] == fact["origin"] for f in families)
        checks["one family: " + ", ".join(fact["members"])] = right
    for fact in facts["not_family"]:
        joined = any(len(set(f["members"]) & set(fact["members"])) > 1 for f in families)
        checks["no family: " + ", ".join(fact["members"])] = not joined
    return checks


def toll_right(fact: Row, events: Sequence[Row], records: Sequence[Row]) -> bool:
    """Whether one event holds a record of every quote, and counts the expected dead and independent sources."""
    members = [on_words(quote, records) for quote in fact["quotes"]]
    return any(
        all(ids & set(event["members"]) for ids in members)
        and len(event["sources"]) == fact["sources"]
        and any(row["measure"] == "killed" and row["low"] == row["high"] == fact["killed"] for row in event["figures"])
        for event in events
    )


def dispute_right(fact: Row, disputes: Sequence[Row], records: Sequence[Row], *, typed: bool) -> bool:
    """Whether a dispute, as real as expected, has a record of each quote on either side; with `typed`, of the expected type too."""
    a, b = on_words(fact["a"], records), on_words(fact["b"], records)
    for row in disputes:
        left, right = set(row["a"]), set(row["b"])
        opposed = (left & a and right & b) or (left & b and right & a)
        if opposed and row["real"] == fact["real"] and (not typed or row["type"] == fact["type"]):
            return True
    return False


def on_words(quote: Row, records: Sequence[Row]) -> set[str]:
    """The ids of the records whose words hold the quote, or lie in it."""
    words = quote["quote"]
    return {r["id"] for r in records if r["doc"] == quote["doc"] and (words in r["quote"] or r["quote"] in words)}


def _question(fact: Row) -> str:
    return f"{fact['place']} on {fact['on']}: {fact['side']}, {fact['status']}"


def _opposed(fact: Row) -> str:
    return f"{fact['type']}: {fact['a']['doc']} / {fact['b']['doc']}"
