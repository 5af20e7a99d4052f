"""One suite for all formats: what is read is what was written, leads back to it, is the same each time, and damage is listed."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import pytest

from tests.intake.readers.reports import DAY
from tests.intake.readers.shapes import SHAPES, Shape, seen
from warledger.base.spans import Span
from warledger.intake.collect import collect
from warledger.pipeline.vocabulary import WordLists
from warledger.records.document import BlockKind, Document, RawDocument
from warledger.records.origin import origins_of
from warledger.records.reason import Problem, Reason, Severity
from warledger.stages.cleaning.clean import clean

LAYOUT = WordLists.packaged().layout
NEIGHBOUR = "Fighters of the Red Column took the town of Marrow on Tuesday."
every_shape = pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)


def gathered(folder: Path, file: str, data: bytes) -> tuple[list[RawDocument], list[Problem]]:
    """What reading a folder that holds the file gives."""
    (folder / file).write_bytes(data)
    found = list(collect([folder]))
    return [one for one in found if isinstance(one, RawDocument)], [one for one in found if isinstance(one, Problem)]


def read(folder: Path, shape: Shape) -> list[tuple[RawDocument, Document]]:
    raws, problems = gathered(folder, shape.file, shape.data)
    assert not problems
    return [(raw, cleaned(raw)) for raw in raws]


def cleaned(raw: RawDocument) -> Document:
    document, problems = clean(raw, identify=lambda _: "en", layout=LAYOUT)
    assert document is not None and not problems
    return document


@every_shape
def test_the_text_read_is_the_text_written(tmp_path: Path, shape: Shape) -> None:
    found = {
        document.name: tuple(" ".join(b.span.of(document.text).split()) for b in document.blocks) for _, document in read(tmp_path, shape)
    }
    assert found == {name: report.words for name, report in shape.holds.items()}


@every_shape
def test_blocks_are_in_order_disjoint_and_hold_every_word(tmp_path: Path, shape: Shape) -> None:
    for _, document in read(tmp_path, shape):
        spans = [block.span for block in document.blocks]
        assert all(a.end <= b.start for a, b in pairwise(spans)) and spans[-1].end <= len(document.text)
        between = [document.text[a.end : b.start] for a, b in pairwise([Span(0, 0), *spans, Span(len(document.text), len(document.text))])]
        assert not "".join(between).strip("\N{ZERO WIDTH NO-BREAK SPACE} \n#=")
        assert document.blocks[0].kind in (BlockKind.TITLE, BlockKind.HEADING)


@every_shape
def test_every_block_leads_back_to_where_it_was_written(tmp_path: Path, shape: Shape) -> None:
    for raw, document in read(tmp_path, shape):
        for block in document.blocks:
            words = " ".join(block.span.of(document.text).split())
            source = document.offsets.to_origin(block.span) if document.offsets else block.span
            if source is None:
                assert words == shape.holds[document.name].title == raw.given.title, "only a title said outside the text has no place in it"
                continue
            assert seen(source.of(raw.text)) == words
            if shape.find:
                places = origins_of(document.origins, source)
                assert places, "a format that is more than its text says where every word stands"
                assert seen(" ".join(shape.find(raw, place) for place in places)) == words


@every_shape
def test_what_the_file_says_of_itself_is_known(tmp_path: Path, shape: Shape) -> None:
    dated = shape.file.endswith((".json", ".jsonl", ".csv", ".tsv", ".rss", ".xml", ".eml", ".mbox"))
    for _, document in read(tmp_path, shape):
        assert document.meta.title == (None if document.format == "wiki" else shape.holds[document.name].title)
        assert not dated or (document.meta.published or document.meta.updated or "")[:10] == DAY


def test_who_saved_a_page_and_when_is_not_who_wrote_it(tmp_path: Path) -> None:
    ((raw, document),) = read(tmp_path, SHAPES["a saved page"])
    assert raw.given.url == "https://courier.example/1"
    assert (document.meta.publisher, document.meta.published) in ((None, None), ("courier.example", None))


@every_shape
def test_reading_again_gives_the_same(tmp_path: Path, shape: Shape) -> None:
    assert read(tmp_path, shape) == read(tmp_path, shape)


def with_neighbours(folder: Path, file: str, data: bytes) -> tuple[list[RawDocument], list[Problem]]:
    """What reading gives besides two sound reports, one before and one after the file, which must be read whatever it holds."""
    for name in ("0.txt", "zz.txt"):
        (folder / name).write_text(NEIGHBOUR, encoding="utf-8")
    raws, problems = gathered(folder, file, data)
    assert raws[0].name == "0.txt" and raws[-1].name == "zz.txt"
    return raws[1:-1], problems


#: Bytes that are no file of any format but look like the beginning of one, by the ending they are put under.
PRETENDERS = {
    "a.json": Reason.BAD_JSON,
    "a.csv": Reason.NO_ARTICLE,
    "a.rss": Reason.DAMAGED,
    "a.eml": Reason.DAMAGED,
    "a.mbox": Reason.DAMAGED,
    "a.mhtml": Reason.DAMAGED,
    "a.docx": Reason.DAMAGED,
    "a.pdf": Reason.DAMAGED,
    "a.warc": Reason.BROKEN_ARCHIVE,
    "a.zip": Reason.BROKEN_ARCHIVE,
    "a.tar": Reason.BROKEN_ARCHIVE,
    "a.txt.gz": Reason.BROKEN_ARCHIVE,
    "a.txt.bz2": Reason.BROKEN_ARCHIVE,
    "a.txt.xz": Reason.BROKEN_ARCHIVE,
    "a.tgz": Reason.BROKEN_ARCHIVE,
}


@pytest.mark.parametrize(("file", "reason"), PRETENDERS.items(), ids=PRETENDERS)
def test_a_file_that_is_not_what_its_name_says_is_listed(tmp_path: Path, file: str, reason: Reason) -> None:
    documents, problems = with_neighbours(tmp_path, file, b"Nothing of the kind.\n" * 40)
    assert not documents
    assert [(problem.reason, problem.severity) for problem in problems] == [(reason, Severity.FAILED)]
    assert problems[0].detail


#: Shapes whose second half is needed to read them at all, or whose loss is at least told of.
PACKED = [name for name, shape in SHAPES.items() if shape.file.endswith((".gz", ".bz2", ".xz", ".zip", ".docx", ".pdf", ".tar", ".warc"))]


@pytest.mark.parametrize("name", PACKED)
def test_a_file_cut_short_is_listed(tmp_path: Path, name: str) -> None:
    shape = SHAPES[name]
    data = shape.data.rstrip(b"\0")
    _, problems = with_neighbours(tmp_path, shape.file, data[: len(data) * 2 // 5])
    assert {problem.reason for problem in problems} & {Reason.BROKEN_ARCHIVE, Reason.DAMAGED}
    assert all(problem.severity is Severity.FAILED and problem.detail for problem in problems)


@every_shape
def test_whatever_bytes_are_damaged_the_run_goes_on(tmp_path: Path, shape: Shape) -> None:
    dice = random.Random(shape.file)
    for _ in range(12):
        data = bytearray(shape.data)
        for at in dice.sample(range(len(data)), 8):
            data[at] = dice.randrange(256)
        documents, problems = with_neighbours(tmp_path, shape.file, bytes(data))
        assert documents or problems, "neither read nor listed"
        for raw in documents:
            clean(raw, identify=lambda _: "en", layout=LAYOUT)
