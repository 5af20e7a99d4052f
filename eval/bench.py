"""`python -m eval.bench`: how fast a whole reading is beside plain spaCy on the same texts, and where its time and memory go; the same on
a pile where nine words of ten are about something else; and how many records the relevance gate changes.

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
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from eval.data import Row, data_dir, rows, write_rows
from eval.elsewhere import pile
from eval.gate import difference, marks, toolkit
from eval.stopwatch import Stopwatch, Timed
from warledger.ledger.store import Ledger
from warledger.pipeline.read import Outcome, ReadingTools, read_reports
from warledger.pipeline.settings import Settings

ARTICLES = Path("data") / "t17-libya" / "articles.jsonl"
WARM = "Two soldiers were killed on Monday when rebels shelled a village, officials said."
#: The instant of a run is no part of what is measured.
INSTANT = "2000-01-01T00:00:00+00:00"
#: The pile has this many articles of the war in it: nine times as many words stand around them.
PILED = 40


Side = Callable[[Path, Path], "Run"]


@dataclass(frozen=True)
class Run:
    """One side: seconds in all, of the processor, and by stage; the most memory in MiB; the texts it read, and for a reading the
    records it took and the marks that tell them apart. Where the processor's seconds are far fewer, others used the machine and the
    speeds are not to be trusted."""

    seconds: float
    cpu: float
    memory: float
    stages: dict[str, float]
    read: int
    records: int = 0
    marks: Sequence[str] = ()


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


def whole_reading(articles: Path, work: Path, *, gate: bool = True) -> Run:
    """What `warledger read` does with the articles, from the file to the ledger."""
    warm = work / "warm.txt"
    warm.write_text(WARM, encoding="utf-8")
    kit, watch = toolkit(work / "monitor", gate=gate), Stopwatch()
    read_into(work / "warm.db", kit.reading_tools(), warm, Stopwatch())
    kit.reader._parse = Timed(kit.reader._parse, watch, "parse")  # the one stage inside another's call
    start = time.process_time()
    outcome = read_into(work / "bench.db", timed(kit.reading_tools(), watch), articles, watch)
    cpu, memory = time.process_time() - start, peak_memory()
    with Ledger.open(work / "bench.db") as ledger:
        told = marks(ledger.claims())
    return Run(sum(watch.seconds.values()), cpu, memory, dict(watch.seconds), outcome.read, outcome.claims, told)


def ungated_reading(articles: Path, work: Path) -> Run:
    """The same with every sentence parsed."""
    return whole_reading(articles, work, gate=False)


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


SIDES: dict[str, Side] = {"warledger": whole_reading, "spacy": plain_spacy, "ungated": ungated_reading}


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


def changed(gated: Run, ungated: Run) -> Iterator[str]:
    """What the relevance gate changes, in words."""
    share = difference(gated.marks, ungated.marks)
    yield f"the gate: {gated.records:,} records with it, {ungated.records:,} without; {share:.2%} differ"


class Unread(Exception):
    """A side did not read every article; the message says how many."""


def compared(articles: Path, chosen: Sequence[Row], *sides: str) -> tuple[int, list[Run]]:
    """The number of words, and the run of each side over the articles, written to a file first.

    Raises:
        Unread: a side left articles out.
    """
    write_rows(articles, list(chosen))
    runs = [in_own_process(side, articles) for side in sides]
    if any(run.read != len(chosen) for run in runs):
        raise Unread(f"of {len(chosen)} articles, {', '.join(f'{side} read {run.read}' for side, run in zip(sides, runs, strict=True))}")
    return sum(len(row["text"].split()) for row in chosen), runs


def lines(chosen: Sequence[Row], folder: Path, *, piled: bool) -> Iterator[str]:
    """Both comparisons and what the gate changes."""
    words, (ours, plain, ungated) = compared(folder / "articles.jsonl", chosen, *SIDES)
    yield from (*report(words, ours, plain), *changed(ours, ungated))
    if piled:
        yield "\nnine words of ten about something else:"
        words, (ours, plain) = compared(folder / "pile.jsonl", pile(chosen[:: max(1, len(chosen) // PILED)][:PILED]), "warledger", "spacy")
        yield from report(words, ours, plain)


def main(given: Sequence[str]) -> int:
    """The command; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench", description=__doc__)
    parser.add_argument("--limit", type=int, help="only the first so many articles")
    parser.add_argument("--articles", type=Path, default=data_dir() / ARTICLES, help="another file of JSON Lines with `id` and `text`")
    parser.add_argument("--side", choices=SIDES, help="measure one side in this process and print it as JSON")
    parser.add_argument("--no-pile", action="store_true", help="leave out the pile about something else")
    options = parser.parse_args(given)
    if not options.articles.exists():
        print(f"skipped: no {options.articles}")
        return 0
    with tempfile.TemporaryDirectory(prefix="warledger-bench-") as folder:
        if options.side:
            print(json.dumps(asdict(SIDES[options.side](options.articles, Path(folder)))))
            return 0
        chosen = list(islice(rows(options.articles), options.limit))
        try:
            for line in lines(chosen, Path(folder), piled=not options.no_pile):
                print(line)
        except Unread as error:
            print(f"failed: {error}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
