"""PDFs: the text layer, in reading order, each line with its page and its place on it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from typing import Any

from warledger.base.spans import Span
from warledger.intake.source import Inner, Results, Source
from warledger.records.document import BlockKind, Passage
from warledger.records.origin import Origin
from warledger.records.reason import Problem, Reason, Severity

#: Bytes the process that opens a PDF may take.
_MEMORY = 2_000_000_000
#: Nothing is written, no compiled modules either, and what can be imported is what can be here.
_PROGRAM = """
import sys
sys.path[:], sys.dont_write_bytecode = {path!r}, True
from warledger.intake.pdf.worker import serve
serve({memory}, {seconds})
"""
_KINDS = {"title": (BlockKind.TITLE, 1), "heading": (BlockKind.HEADING, 2), "clutter": (BlockKind.CLUTTER, 0)}
_REASONS = {"locked": Reason.UNREADABLE, "damaged": Reason.DAMAGED, "complex": Reason.TOO_COMPLEX}
_MENDS = {"locked": "it is locked with a password; save it without one"}


def read_pdf(source: Source, inner: Inner) -> Results:
    """One report, or why there is none. Pages that are only pictures are told of."""
    data = source.whole(source.limits.document)
    if isinstance(data, Problem):
        yield data
        return
    answer = _asked(data, source.limits.seconds)
    if "error" in answer:
        words = _MENDS.get(answer["error"], answer["detail"])
        yield source.failed(_REASONS[answer["error"]], f"{source.shown}: {words}")
        return
    if not any(not kind or kind in ("title", "heading") for kind, _ in answer["paragraphs"]):
        detail = f"{source.shown}: {answer['pages']} pages and no text in them that could be read; pictures of text need OCR first"
        yield source.failed(Reason.NO_TEXT, detail)
        return
    if answer["blank"]:
        pages = ", ".join(map(str, answer["blank"][:20]))
        yield Problem(source.name, Reason.NO_TEXT, Severity.NOTED, f"{source.shown}: no text that could be read on page {pages}")
    yield _document(data, source, answer["paragraphs"])


def _document(data: bytes, source: Source, paragraphs: list[Any]) -> Any:
    text = ""
    passages, origins = [], []
    for kind, pieces in paragraphs:
        text += "\n" if text else ""
        start = len(text)
        for index, (words, page, box, glue) in enumerate(pieces):
            origins.append(Origin(len(text), len(text) + len(words), page=page, box=tuple(box)))
            text += words + (glue if index < len(pieces) - 1 else "")
        passages.append(Passage(Span(start, len(text)), *_KINDS.get(kind, (None, 0))))
    more: dict[str, Any] = {"passages": tuple(passages), "origins": tuple(origins)}
    return source.document(data, "pdf", text, **more)


def _asked(data: bytes, seconds: int) -> dict[str, Any]:
    """What the process that opens it answers; it is killed when it takes too long."""
    program = _PROGRAM.format(path=sys.path, memory=_MEMORY, seconds=seconds)
    try:
        done = subprocess.run([sys.executable, "-c", program], input=data, capture_output=True, timeout=seconds + 5, check=False)
    except subprocess.TimeoutExpired:
        return _too_slow(seconds)
    if done.returncode == 0:
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer
    if done.returncode == -getattr(signal, "SIGXCPU", 0):
        return _too_slow(seconds)
    said = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
    # PDFium aborts where it is given no more memory.
    if done.returncode == -signal.SIGABRT or "MemoryError" in said:
        return {"error": "complex", "detail": "it takes more memory than any report does"}
    return {"error": "damaged", "detail": f"its reader could not go on ({said[:200] or f'ended with {done.returncode}'})"}


def _too_slow(seconds: int) -> dict[str, Any]:
    return {"error": "complex", "detail": f"reading it takes more than {seconds} seconds"}
