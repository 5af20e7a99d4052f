"""How long families of a pile of generated documents take, how much memory, and how long one document more takes."""

from __future__ import annotations

import resource
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from random import Random

from eval.families.copies import HALVES, SEED, words_with
from eval.families.pile import Planter
from eval.families.prose import Prose
from eval.scale.names import Namer
from eval.scale.prose import filler
from warledger.records.document import Document
from warledger.records.family_words import FamilyWords
from warledger.stages.families.book import FamilyBook

#: Stories a half is made of; with its copies and what looks like them they make a little more than 10,000 documents.
STORIES = 6000
DOCUMENTS = 20_000
#: Documents added one by one, each timed.
ADDED = 20


def generated() -> tuple[list[Document], FamilyWords]:
    """20,000 documents and `ADDED` more of prose made up here: needs no data. The same every time."""
    documents: list[Document] = []
    agencies: tuple[str, ...] = ()
    for half in HALVES:
        random = Random(f"speed {half}")
        namer = Namer(random)
        prose = [Prose(half, tuple(filler(random, namer) for _ in range(random.randint(4, 12)))) for _ in range(STORIES)]
        planter = Planter(half, prose, SEED)
        documents += [p.document for p in planter.planted()]
        agencies += planter.press.agencies
    return Random(SEED).sample(documents, DOCUMENTS + ADDED), words_with(agencies)


def timed() -> Iterator[str]:
    """The report, line by line."""
    documents, words = generated()
    held = {d.id: d for d in documents}
    before = _peak()
    book = FamilyBook(words, held.__getitem__)
    seconds, own = _run(book, documents[:DOCUMENTS])
    found = len(book.memory.families)
    length = _words(documents) // len(documents)
    yield f"{DOCUMENTS} documents of {length} words: {found} families in {seconds:.1f} s ({own:.1f} s of the processor)"
    yield f"  most memory held: {_peak():.0f} MB, of which {before:.0f} MB before, for the documents and their making"
    each = [_run(book, [document])[0] for document in documents[DOCUMENTS:]]
    yield f"  one document more: {1000 * statistics.median(each):.0f} ms (median of {ADDED}; longest {1000 * max(each):.0f} ms)"


def _run(book: FamilyBook, documents: Sequence[Document]) -> tuple[float, float]:
    start, own = time.perf_counter(), time.process_time()
    book.update(documents)
    return time.perf_counter() - start, time.process_time() - own


def _words(documents: Sequence[Document]) -> int:
    return sum(d.text.count(" ") for d in documents)


def _peak() -> float:
    """The most memory this process has held so far, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)
