"""The relevance gate: do records change when sentences without a word of war are not parsed?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import structs

from eval.data import rows, write_rows
from eval.result import Result
from eval.workshop import Workshop
from warledger.base.ids import content_id
from warledger.pipeline.build import Toolkit
from warledger.pipeline.monitor import load_monitor
from warledger.pipeline.scaffold import scaffold
from warledger.records.claim import Claim
from warledger.records.document import Document, RawDocument

RELEASES = Path("data") / "isaf" / "releases.jsonl"
ARTICLES = Path("data") / "t17-libya" / "articles.jsonl"
#: Of the articles of the other war every so many is read; `make bench` compares them all.
EVERY = 15


def evaluate(workshop: Workshop) -> Result:
    """The share of records that are the same with and without the gate, by set of texts."""
    sets = {
        "seeds": workshop.seeds_folder,
        "releases": workshop.data / RELEASES,
        "articles": write_rows(workshop.work / "some.jsonl", rows(workshop.data / ARTICLES)[::EVERY]),
    }
    gated, whole = (toolkit(workshop.work / name, gate=gate) for name, gate in (("gated", True), ("whole", False)))
    metrics, report = {}, []
    for name, path in sets.items():
        documents = read_in(whole, path)
        with_gate, without = (marks(c for r in kit.reader.read(documents) for c in r.claims) for kit in (gated, whole))
        share = difference(with_gate, without)
        metrics[f"gate.kept.{name}"] = 1 - share
        report.append(f"{name}: {len(documents)} texts, {len(without):,} records without the gate, {share:.2%} differ with it")
    return Result("gate", metrics, tuple(report))


def toolkit(folder: Path, *, gate: bool) -> Toolkit:
    """The tools of a new, empty monitor."""
    scaffold(folder)
    return Toolkit(load_monitor(folder, {"WARLEDGER_GATE": str(gate).lower()}), announce=lambda _: None)


def read_in(kit: Toolkit, path: Path) -> list[Document]:
    """The documents under a path, cleaned."""
    tools = kit.reading_tools()
    cleaned = (tools.clean(raw)[0] for raw in tools.collect([path]) if isinstance(raw, RawDocument))
    return [document for document in cleaned if document is not None]


def marks(claims: Iterable[Claim]) -> list[str]:
    """What tells two claims apart, as short text; who made them does not."""
    return [content_id("m", structs.replace(claim, maker=""), digits=10) for claim in claims]


def difference(ours: Sequence[str], whole: Sequence[str]) -> float:
    """The share of `whole` that `ours` has not, or has otherwise: the larger of what is missing and what is there in excess."""
    a, b = Counter(ours), Counter(whole)
    return max(sum((b - a).values()), sum((a - b).values())) / max(1, len(whole))
