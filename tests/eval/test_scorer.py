"""What the scorers print is read as it stands; the harness gives careful people's own records full marks and shuffled ones less."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval import disputes, events
from eval.bootstrap import f1, slots_by_unit
from eval.claims import metrics_of, section_of
from eval.data import Row, rows, texts, write_rows
from eval.pairing import pair
from eval.result import CommandFailed
from eval.scorer import load_module, read_table, run_scorer

TABLE = """\
kind         gold  pred pairs      P      R     F1  fields over the pairs
event          10     8     4  0.500  0.400  0.444  type=0.50 places=1.00
toll            2     0     0  0.000  0.000  0.000  
ungrounded 2
slots P 0.600 R 0.300 F1 0.400
"""  # noqa: W291


def test_a_table_is_read() -> None:
    table = read_table(TABLE)
    assert (table.slots, table.found, table.ungrounded, table.predicted) == (0.4, {"event": 0.444, "toll": 0.0}, 2, 8)
    assert table.grounded == pytest.approx(0.8)


def test_kinds_have_metrics_on_the_whole_sets_alone() -> None:
    assert "claims.seeds.event" in metrics_of("seeds", read_table(TABLE))
    assert "claims.seeds-dev.event" not in metrics_of("seeds-dev", read_table(TABLE))


def test_links_and_conflicts_are_read() -> None:
    links = "paired 9  gold pairs 3  our pairs 4  B3 P 0.500 R 1.000  biggest cluster 2\npairs P 0.100 R 0.200 F1 0.133\n"
    assert events.read_links(links) == {"precision": 0.1, "pairs": 0.133, "b3": pytest.approx(2 / 3)}
    conflicts = "real      gold   4  found   2 (0.50)  typed   1\nnot real  gold   2  found   2 (1.00)  typed   2\nreported 9\n"
    assert disputes.read_conflicts(conflicts) == {"real.found": 0.5, "real.typed": 0.25, "not_real.found": 1.0, "not_real.typed": 1.0}


@pytest.mark.parametrize("read", [read_table, events.read_links, disputes.read_conflicts])
def test_anything_else_is_refused(read: object) -> None:
    assert callable(read)
    with pytest.raises(CommandFailed):
        read("Traceback (most recent call last):")


def test_a_scorer_that_fails_says_why(tmp_path: Path) -> None:
    script = tmp_path / "broken.py"
    script.write_text("raise SystemExit('no such file')", encoding="utf-8")
    with pytest.raises(CommandFailed, match=r"broken\.py: no such file"):
        run_scorer(script)


@pytest.fixture(scope="module")
def gold(data_dir: Path) -> list[Row]:
    path = data_dir / "gold" / "libya-dev.jsonl"
    if not path.exists():
        pytest.skip("no hand-made records")
    return rows(path)


def shifted(records: list[Row]) -> list[Row]:
    """The records with their kinds passed round: grounded, but wrong."""
    return [{**r, "modality": "denied", "places": ["Nowhere"], "date_start": "1999-01-01", "date_end": "1999-01-01"} for r in records]


def test_perfect_records_have_full_marks(data_dir: Path, gold: list[Row], tmp_path: Path) -> None:
    scorer, docs = data_dir / "gold" / "score.py", data_dir / "data" / "libya-dev"
    perfect = write_rows(tmp_path / "perfect.jsonl", gold)
    table = read_table(run_scorer(scorer, data_dir / "gold" / "libya-dev.jsonl", perfect, "--docs", docs))
    assert table.slots == 1 and table.grounded == 1
    worse = write_rows(tmp_path / "worse.jsonl", shifted(gold))
    assert read_table(run_scorer(scorer, data_dir / "gold" / "libya-dev.jsonl", worse, "--docs", docs)).slots < 0.9


def test_the_units_add_up_to_the_whole(data_dir: Path, gold: list[Row]) -> None:
    module, documents = load_module(data_dir / "gold" / "score.py"), texts(data_dir / "data" / "libya-dev")
    for ours in (gold, shifted(gold), gold[::2]):
        whole = module.score([dict(r) for r in gold], [dict(r) for r in ours], documents)["slots"]["F1"]
        assert f1(slots_by_unit(module, gold, ours, documents, lambda r: str(r["doc"]))) == pytest.approx(whole, abs=1e-6)


def test_every_section_is_found(data_dir: Path) -> None:
    folder = data_dir / "gold"
    module = load_module(folder / "score.py")
    section = section_of(module, texts(data_dir / "seeds"), folder / "split.tsv")
    names = {section(record) for record in rows(folder / "seeds-dev.jsonl") if record["doc"] == "reconciliation"}
    assert names == {f"reconciliation:{start}" for start in (0, 1322, 2360, 3648)}


def test_perfect_records_pair_with_themselves(data_dir: Path, gold: list[Row]) -> None:
    module, documents = load_module(data_dir / "gold" / "score.py"), texts(data_dir / "data" / "libya-dev")
    renamed = [{**r, "id": f"ours-{r['id']}"} for r in reversed(gold)]
    names = pair(module, gold, renamed, documents)
    right = sum(ours == f"ours-{theirs}" for ours, theirs in names.items())
    assert len(set(names.values())) == len(names) >= 0.99 * len(gold)
    assert right >= 0.98 * len(gold)


def test_perfect_links_and_disputes_have_full_marks(data_dir: Path, tmp_path: Path) -> None:
    folder = data_dir / "gold"
    links, records = folder / "seeds-dev-links.jsonl", folder / "seeds-dev.jsonl"
    text = run_scorer(folder / "score_links.py", records, links, records, links, "--docs", data_dir / "seeds")
    assert events.read_links(text) == {"precision": 1.0, "pairs": 1.0, "b3": 1.0}
    listed = rows(folder / "seeds-dev-conflicts.jsonl")
    ours = [{**d, "real": d["type"] not in ("scope or update (not a true conflict)", "wording/correction")} for d in listed]
    file = write_rows(tmp_path / "disputes.jsonl", ours)
    found = disputes.read_conflicts(run_scorer(folder / "score_conflicts.py", folder / "seeds-dev-conflicts.jsonl", file))
    assert set(found.values()) == {1.0}, json.dumps(found)
