"""Reads a folder in a process of its own that can be killed, cleaning what it reads, and tells what became of every file.

Run as `python hostile.py FOLDER`; prints one JSON object."""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path


def main(folder: Path) -> None:
    """Prints the documents by name with their text, the problems with their reason, and the most memory that was held (bytes)."""
    from warledger.intake.collect import collect
    from warledger.pipeline.vocabulary import WordLists
    from warledger.records.document import RawDocument
    from warledger.stages.cleaning.clean import clean

    layout = WordLists.packaged().layout
    read, problems = {}, []
    for found in collect([folder]):
        told: tuple[object, ...] = (found,)
        if isinstance(found, RawDocument):
            document, told = clean(found, identify=lambda _: "en", layout=layout)
            if document:
                read[document.name] = document.text
        problems += [(one.name, str(one.reason), one.detail) for one in told if not isinstance(one, RawDocument)]  # type: ignore[attr-defined]
    sys.stdout.write(json.dumps({"read": read, "problems": problems, "memory": _most_memory()}))


def _most_memory() -> int:
    """Bytes this process has held at most. Linux counts in `ru_maxrss` what its parent held when it was begun, and in VmHWM it does not
    (proc_pid_status(5))."""
    status = Path("/proc/self/status")
    if status.exists():
        return 1024 * next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main(Path(sys.argv[1]))
