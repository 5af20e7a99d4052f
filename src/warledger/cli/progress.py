"""How far a run is: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from warledger.cli.output import note
from warledger.pipeline.read import Progress

#: Documents between two lines where there is no terminal.
EVERY = 100


@contextmanager
def shown() -> Iterator[Callable[[Progress], None]]:
    """A function to tell the progress of a run to."""
    if sys.stderr.isatty():
        with _bar() as tell:
            yield tell
    else:
        yield _lines()


def _lines() -> Callable[[Progress], None]:
    told = 0

    def tell(progress: Progress) -> None:
        nonlocal told
        if progress.read - told >= EVERY:
            told = progress.read
            note(f"read {progress.read} documents, {progress.seen} inputs seen")

    return tell


@contextmanager
def _bar() -> Iterator[Callable[[Progress], None]]:
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    counts = TextColumn("{task.fields[read]} documents read, {task.completed} inputs seen")
    columns = (SpinnerColumn(), counts, TimeElapsedColumn(), TextColumn("{task.description}"))
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, read=0)

        def tell(progress: Progress) -> None:
            bar.update(task, completed=progress.seen, read=progress.read, description=progress.name[:40].replace("[", "("))

        yield tell
