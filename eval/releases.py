"""Military press releases with hand-filled figures: the day, the province and the number killed, in texts of a few lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from eval.data import Row, rows, write_rows
from eval.result import Result
from eval.workshop import Monitor, Workshop, warledger
from warledger.base.similarity import fold_name, name_similarity

CASES = ("data/isaf/releases.jsonl",)
#: Folded names this alike (of 100) are spellings of one province.
ALIKE = 92.0
#: UCDP's `where_prec` of a first-order division.
_PROVINCE = 4


def evaluate(workshop: Workshop) -> Result:
    """Shares of releases with the right day, province and least number killed."""
    coded = rows(workshop.data / CASES[0])
    folder = workshop.work / "releases"
    warledger("init", folder)
    file = write_rows(workshop.work / "releases.jsonl", [{"id": row["id"], "text": row["text"]} for row in coded])
    warledger("read", folder, file)
    metrics, report = shares(coded, by_release(rows(Monitor(folder).records)))
    return Result("releases", metrics, tuple(report), CASES)


def by_release(records: Iterable[Row]) -> dict[str, list[Row]]:
    """The records by the release's own id, in the order of the text."""
    made: dict[str, list[Row]] = defaultdict(list)
    for record in sorted(records, key=lambda r: (r["start"], r["id"])):
        made[record["doc"].partition("#")[2]].append(record)
    return made


def shares(coded: Sequence[Row], found: dict[str, list[Row]]) -> tuple[dict[str, float], list[str]]:
    """The metrics, each in words, beside what the commonest answer to all would get."""
    tests: dict[str, tuple[str, Callable[[Row, list[Row]], bool]]] = {
        "day": ("start_date", day_right),
        "province": ("province", province_right),
        "killed": ("min_killed", killed_right),
    }
    metrics, report = {}, []
    for name, (field, right) in tests.items():
        cases = [row for row in coded if row["gold"][field] not in (None, [], [""])]
        hits = sum(right(row["gold"], found.get(row["id"], [])) for row in cases)
        metrics[f"releases.{name}"] = hits / max(1, len(cases))
        common = majority([repr(row["gold"][field]) for row in cases])
        report.append(f"{name}: {hits} of {len(cases)} releases ({metrics[f'releases.{name}']:.3f}; the commonest answer: {common:.3f})")
    linked = [(row["gold"], where) for row in coded if row["gold"]["province"] and (where := linked_provinces(found.get(row["id"], [])))]
    hits = sum(any(names(place, province) for place in where for province in gold["province"]) for gold, where in linked)
    metrics["releases.linked"] = hits / max(1, len(linked))
    report.append(f"linked: {hits} of {len(linked)} releases with a linked place have one in the coded province")
    return metrics, report


def linked_provinces(records: Sequence[Row]) -> set[str]:
    """The first-order divisions in which the linked places of the records lie, or which they are."""
    places = [place for record in records for place in record.get("canonical", {}).get("places", {}).values()]
    return {place.get("within", {}).get("admin1") or place["name"] for place in places if place["where_prec"] <= _PROVINCE}


def day_right(gold: Row, records: Sequence[Row]) -> bool:
    """Whether the first event happened on the coded day."""
    first = next((r for r in records if r["kind"] == "event"), None)
    return first is not None and bool(first["date_start"] == gold["start_date"])


def province_right(gold: Row, records: Sequence[Row]) -> bool:
    """Whether a place of any record is, or names, a coded province."""
    places = [place for r in records for place in (*r["places"], *r.get("from", ()), *r.get("to", ()))]
    return any(names(place, province) for place in places for province in gold["province"])


def killed_right(gold: Row, records: Sequence[Row]) -> bool:
    """Whether the least numbers of dead of all events add up to the coded number."""
    counts = [int(entry["low"] or 0) for r in records if r["kind"] == "event" for entry in r["killed"]]
    return sum(counts) == int(gold["min_killed"])


def names(place: str, province: str) -> bool:
    """Whether a run of the place's words is a spelling of the province ("Pactia province", "Paktya")."""
    words, wanted = fold_name(place).split(), fold_name(province)
    size = len(wanted.split())
    return any(name_similarity(" ".join(words[i : i + size]), wanted) >= ALIKE for i in range(len(words) - size + 1))


def majority(answers: Sequence[str]) -> float:
    """The share of the commonest answer."""
    return max((answers.count(answer) for answer in set(answers)), default=0) / max(1, len(answers))
