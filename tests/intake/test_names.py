"""Names and characters that are no text: kept as U+FFFD, so that what bears them can be stored and printed."""

from __future__ import annotations

import io
import os
import tarfile
from pathlib import Path

import pytest

from tests.intake.readers.reports import MOMENT, REPORT, as_mail
from warledger.intake.collect import collect
from warledger.records.document import RawDocument

TEXT = b"Fighters took the town of Marrow on Tuesday."


def tar_with(name: bytes) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.GNU_FORMAT) as archive:
        info = tarfile.TarInfo(name.decode("utf-8", "surrogateescape"))
        info.size = len(TEXT)
        archive.addfile(info, io.BytesIO(TEXT))
    return out.getvalue()


ODD = {
    "a.tar": tar_with(b"caf\xe9.txt"),
    "a.xml": b"<rss><item><title>Marrow &#xD800; fell</title><guid>&#55296;</guid></item></rss>",
    "a.eml": as_mail(REPORT).replace(b"Subject: Red", b"Subject: R\xe9d \xff"),
    "b.eml": b'Subject: x\nDate: %s\nContent-Disposition: attachment; filename="caf\xe9.txt"\n\nMarrow fell.\n' % MOMENT.encode(),
    "a.json": b'{"text": "Marrow \\ud83d\\ude00 fell."}',
    "a.html": b"<html><body><article><p>"
    + b"Marrow &#xD800; fell to fighters on Tuesday said residents. " * 3
    + b"</p></article></body></html>",
}


@pytest.mark.parametrize("file", ODD)
def test_what_is_no_character_is_read_past(tmp_path: Path, file: str) -> None:
    (tmp_path / file).write_bytes(ODD[file])
    (found,) = collect([tmp_path])
    assert isinstance(found, RawDocument)
    for words in (found.name, found.text, found.given.title or ""):
        assert words.encode().decode() == words


def test_a_file_whose_name_is_no_text_is_read(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_bytes(TEXT)
    except OSError:
        pytest.skip("the file system takes only names that are text")
    (found,) = collect([tmp_path])
    assert isinstance(found, RawDocument) and found.name == "caf\N{REPLACEMENT CHARACTER}.txt"
