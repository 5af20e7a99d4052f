"""`python -m eval.bench`: how fast a whole reading is beside plain spaCy on the same texts, and where its time and memory go.

Each side runs once, in a process of its own; loading models and the gazetteer is left out of both times. Memory is the most a process
held, with everything it loaded. Prints "skipped" where the articles are absent.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from eval.data import data_dir, rows, write_rows
from eval.stopwatch import Stopwatch, Timed
from warledger.ledger.store import Ledger
from warledger.pipeline.build import Toolkit
from warledger.pipeline.monitor import load_monitor
from warledger.pipeline.read import Outcome, ReadingTools, read_reports
from warledger.pipeline.scaffold import scaffold
from warledger.pipeline.settings import Settings

ARTICLES = Path("data") / "t17-libya" / "articles.jsonl"
WARM = "Two soldiers were killed on Monday when rebels shelled a village, officials said."
#: The instant of a run is no part of what is measured.
INSTANT = "2000-01-01T00:00:00+00:00"


@dataclass(frozen=True)
class Run:
    """One side: seconds in all, of the processor, and by stage; the most memory in MiB; the texts it read, and for a reading the
    records it took. Where the processor's seconds are far fewer, others used the machine and the speeds are not to be trusted."""

    seconds: float
    cpu: float
    memory: float
    stages: dict[str, float]
    read: int
    records: int = 0


def plain_spacy(articles: Path, work: Path) -> Run:
    """Every article through the whole pipeline of the setting's model, in batches as large as a reading's."""
    import spacy

    settings = Settings()
    nlp = spacy.load(settings.model)
    nlp(WARM)
    watch, start = Stopwatch(), time.process_time()
    with watch.stage("parse"):
        read = sum(1 for _ in nlp.pipe((row["text"] for row in rows(articles)), batch_size=settings.batch))
    return Run(sum(watch.seconds.values()), time.process_time() - start, peak_memory(), dict(watch.seconds), read)


def whole_reading(articles: Path, work: Path) -> Run:
    """What `warledger read` does with the articles, from the file to the ledger."""
    scaffold(work / "monitor")
    warm = work / "warm.txt"
    warm.write_text(WARM, encoding="utf-8")
    toolkit, watch = Toolkit(load_monitor(work / "monitor", {}), announce=lambda _: None), Stopwatch()
    read_into(work / "warm.db", toolkit.reading_tools(), warm, Stopwatch())
    toolkit.reader._parse = Timed(toolkit.reader._parse, watch, "parse")  # the one stage inside another's call
    start = time.process_time()
    outcome = read_into(work / "bench.db", timed(toolkit.reading_tools(), watch), articles, watch)
    cpu = time.process_time() - start
    return Run(sum(watch.seconds.values()), cpu, peak_memory(), dict(watch.seconds), outcome.read, outcome.claims)


def timed(tools: ReadingTools, watch: Stopwatch) -> ReadingTools:
    """The tools, with each one's time taken."""

    def collect(paths: Sequence[Path]) -> Iterator[Any]:
        return watch.along("collect", tools.collect(paths))

    def read(documents: Sequence[Any]) -> Iterable[Any]:
        return watch.along("claims", tools.read(documents))

    return ReadingTools(collect, watch.around("clean", tools.clean), read, tools.maker, tools.batch)


def read_into(file: Path, tools: ReadingTools, path: Path, watch: Stopwatch) -> Outcome:
    """Reads one path into a new ledger; what no tool takes counts for `rest`."""
    with watch.stage("ledger"), Ledger.open(file, write=True) as ledger, watch.stage("rest"):
        kept: Any = Timed(ledger, watch, "ledger")
        return read_reports(kept, tools, [path], clock=lambda: INSTANT)


def peak_memory() -> float:
    """The most memory this process has held, in MiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


SIDES = {"warledger": whole_reading, "spacy": plain_spacy}


def in_own_process(side: str, articles: Path) -> Run:
    """One side in a process of its own, so that memory is its own too."""
    command = [sys.executable, "-m", "eval.bench", "--side", side, "--articles", str(articles)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, stdin=subprocess.DEVNULL)
    return Run(**json.loads(done.stdout.splitlines()[-1]))


def report(words: int, ours: Run, plain: Run) -> Iterator[str]:
    """The comparison in words."""
    yield f"{ours.read} articles, {words:,} words, {ours.records:,} records"
    for name, run in (("warledger read", ours), ("plain spaCy", plain)):
        yield f"{name:<16}{words / run.seconds:>9,.0f} words/s{run.seconds:>9.1f} s{run.cpu:>9.1f} s of processor{run.memory:>8.0f} MiB"
    wall, cpu = plain.seconds / ours.seconds, plain.cpu / ours.cpu
    yield f"a whole reading goes at {wall:.2f} of plain spaCy's speed ({cpu:.2f} by time of the processor)"
    for stage, seconds in sorted(ours.stages.items(), key=lambda row: -row[1]):
        yield f"  {stage:<10}{seconds:>8.1f} s{seconds / ours.seconds:>7.1%}"


def main(given: Sequence[str]) -> int:
    """The command; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench", description=__doc__)
    parser.add_argument("--limit", type=int, help="only the first so many articles")
    parser.add_argument("--articles", type=Path, default=data_dir() / ARTICLES, help="another file of JSON Lines with `id` and `text`")
    parser.add_argument("--side", choices=SIDES, help="measure one side in this process and print it as JSON")
    options = parser.parse_args(given)
    if not options.articles.exists():
        print(f"skipped: no {options.articles}")
        return 0
    with tempfile.TemporaryDirectory(prefix="warledger-bench-") as folder:
        if options.side:
            print(json.dumps(asdict(SIDES[options.side](options.articles, Path(folder)))))
            return 0
        chosen = list(islice(rows(options.articles), options.limit))
        articles = write_rows(Path(folder) / "articles.jsonl", chosen)
        runs = [in_own_process(side, articles) for side in SIDES]
    if any(run.read != len(chosen) for run in runs):
        print(f"failed: of {len(chosen)} articles, {', '.join(f'{side} read {run.read}' for side, run in zip(SIDES, runs, strict=True))}")
        return 1
    for line in report(sum(len(row["text"].split()) for row in chosen), *runs):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
