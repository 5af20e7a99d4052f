"""The process that opens a PDF. PDFium is a large C++ library fed with files of any origin: it runs apart, with a limit on its memory
and time, and whatever happens to it happens to this process alone.

Reads the file from its standard input and writes one JSON object to its standard output:
`{"error": ..., "detail": ...}`, or `{"pages": n, "blank": [pages without text], "paragraphs": [...]}`, a paragraph being
`[kind, [[text, page, box, glue], ...]]` (see `paragraphs.Piece`).
"""

from __future__ import annotations

import ctypes
import json
import os
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from warledger.intake.pdf.reading import read_pages
from warledger.intake.pdf.words import Word

#: More than any report has.
_MOST_PAGES = 3000
_MOST_LETTERS = 5_000_000
_MOST_WORDS_A_PAGE = 20_000
#: A page on which more than this share of letters cannot be told has no text that could be read.
_UNTOLD = 0.3
#: The size of type as a share of the height of its line: the least there is, and the usual one.
_LEAST_SIZE, _SIZE = 0.65, 0.87
#: What PDFium puts for a hyphen at the end of a line.
_BROKEN = "\x02"
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_Box = tuple[float, float, float, float]
_PASSWORD = 4  # FPDF_ERR_PASSWORD (fpdfview.h)


class _Refused(Exception):
    """Why it is not read: the error's name, and what to tell the user."""


def serve(memory: int, seconds: int) -> None:
    """Reads one PDF, in at most `memory` bytes and `seconds` of computing where the system can hold a process to that."""
    _bound(memory, seconds)
    with os.fdopen(0, "rb") as given, os.fdopen(1, "wb") as told:
        data = given.read()
        told.write(json.dumps(_answer(data)).encode())


def _bound(memory: int, seconds: int) -> None:
    try:
        import resource
    except ImportError:  # Windows: the time limit of the process that waits holds
        return
    for limit, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(limit)
        resource.setrlimit(limit, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _answer(data: bytes) -> dict[str, Any]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        pages = list(_pages(document))
    except _Refused as refused:
        return {"error": refused.args[0], "detail": refused.args[1]}
    except MemoryError:
        return {"error": "complex", "detail": "it takes more memory than any report does"}
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower()
        return {"error": "locked" if locked else "damaged", "detail": str(error)}
    blank = [number for number, (_, words) in enumerate(pages, 1) if not words]
    made = [[one.kind, one.pieces] for one in read_pages(pages)]
    return {"pages": len(pages), "blank": blank, "paragraphs": made}


def _pages(document: Any) -> Iterator[tuple[float, list[Word]]]:
    """The height and the words of each page."""
    if len(document) > _MOST_PAGES:
        raise _Refused("complex", f"it has {len(document):,} pages; at most {_MOST_PAGES:,} are read")
    letters = 0
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        letters += text.count_chars()
        if letters > _MOST_LETTERS:
            raise _Refused("complex", f"more than {_MOST_LETTERS:,} letters")
        words = list(_words(page, text))
        if len(words) > _MOST_WORDS_A_PAGE:
            raise _Refused("complex", f"more than {_MOST_WORDS_A_PAGE:,} words on page {number + 1}")
        told = sum(_is_told(word.letters) for word in words)
        yield page.get_height(), words if told >= (1 - _UNTOLD) * len(words) else []
        text.close()
        page.close()


def _is_told(letters: str) -> bool:
    """Whether the letters are any: fonts may have none but numbers of shapes, which come as private or unknown characters."""
    return not any(letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff" or letter < " " for letter in letters)


def _words(page: Any, text: Any) -> Iterator[Word]:
    """The words in the order of the file, cut at blanks (those that PDFium finds between letters included) and at the ends of lines."""
    from pypdfium2 import raw

    place = _placer(page)
    letters = ""
    boxes: list[_Box] = []
    sizes: list[float] = []
    for at in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, at))
        blank = letter.isspace() or letter == "\0"
        box = _loose_box(raw, text, at)
        if letters and (blank or _is_elsewhere(boxes[-1], box) or letters.endswith(_BROKEN)):
            yield _word(letters, boxes, sizes, place)
            letters, boxes, sizes = "", [], []
        if not blank:
            letters += letter
            boxes.append(box)
            sizes.append(raw.FPDFText_GetFontSize(text, at))
    if letters:
        yield _word(letters, boxes, sizes, place)


def _is_elsewhere(last: _Box, box: _Box) -> bool:
    """Whether a letter stands on another line than the last, or far off."""
    height = last[3] - last[1]
    return box[1] > last[3] or box[3] < last[1] or box[0] < last[0] - 2 * height or box[0] > last[2] + 2 * height


def _loose_box(raw: Any, text: Any, at: int) -> _Box:
    """Left, bottom, right and top of a letter with the height of its line, in the page's own measure."""
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text, at, box)
    return (box.left, box.bottom, box.right, box.top)


def _placer(page: Any) -> Any:
    """From a point in the page's own measure to one from the upper left corner of the page as it is shown (turned, cut)."""
    from pypdfium2 import raw

    width, height = page.get_size()
    fine = 20  # steps to a point: PDFium gives whole ones

    def place(x: float, y: float) -> tuple[float, float]:
        across, down = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(page, 0, 0, round(width * fine), round(height * fine), 0, x, y, across, down)
        return across.value / fine, down.value / fine

    return place


def _written(letters: str) -> str:
    """The letters as one writes them: no ligatures, characters of two halves whole, what is no character as U+FFFD."""
    whole = letters.replace(_BROKEN, "-").encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _LIGATURE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), whole)


def _word(letters: str, boxes: list[_Box], sizes: list[float], place: Any) -> Word:
    left, bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, top = max(box[2] for box in boxes), max(box[3] for box in boxes)
    (x1, y1), (x2, y2) = place(left, bottom), place(right, top)
    height = abs(y2 - y1)
    # What the file calls the size may be scaled afterwards (browsers print at three quarters); a line is a little higher than its type.
    size = sizes[0] if _LEAST_SIZE < sizes[0] / (height or 1) <= 1 else _SIZE * height
    return Word(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2), size, _written(letters))
