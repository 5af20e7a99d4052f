"""One digest for everything a ledger's state depends on."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator

from warledger.base.ids import canonical
from warledger.ledger import problems

#: What counts, in an order that does not depend on the order of reading. Run numbers and instants of runs are left out;
#: folders too: of a document's folders only the order of versions of one name in one of them matters.
_COUNTS = (
    """SELECT d.id, t.digest, m.body FROM documents d
       JOIN current_texts t ON t.document = d.id JOIN current_metadata m ON m.document = d.id ORDER BY d.id""",
    "SELECT document, maker, body FROM current_claims ORDER BY document, claim",
    """SELECT r.document, g.start_at, g.end_at, g.cue, g.why FROM gaps g JOIN current_readings r ON r.id = g.reading
       ORDER BY r.document, g.start_at, g.end_at, g.cue, g.why""",
    "SELECT target, verdict, decider, at, reason, detail, anchor FROM decisions ORDER BY at, id",
    "SELECT document FROM forgotten ORDER BY document",
    """SELECT d.name, s.ordinal, d.id FROM sightings s JOIN documents d ON d.id = s.document
       WHERE (s.location, d.name) IN
         (SELECT location, name FROM sightings JOIN documents ON documents.id = document GROUP BY location, name HAVING count(*) > 1)
       ORDER BY d.name, s.ordinal, d.id""",
)


def content_digest(db: sqlite3.Connection) -> str:
    """SHA-256 (hex) over documents, current claims and gaps, decisions, versions and open problems."""
    total = hashlib.sha256()
    for part in _parts(db):
        total.update(part + b"\n")
    return total.hexdigest()


def _parts(db: sqlite3.Connection) -> Iterator[bytes]:
    for number, query in enumerate(_COUNTS):
        yield b"part %d" % number
        for row in db.execute(query):
            yield canonical(row)
    yield b"problems"
    for problem in problems.still_true(db):
        yield canonical(problem)
