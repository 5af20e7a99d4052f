"""Full-text search over the quotes of current claims and the titles of documents."""

from __future__ import annotations

import re
import sqlite3
from itertools import islice

import msgspec

_WORDS = re.compile(r'"([^"]+)"|([^\s"]+)')


class Hit(msgspec.Struct, frozen=True):
    """Words found: `claim` is the id of the claim that quotes them, `None` when they are the title of the document."""

    document: str
    claim: str | None
    words: str


def find(db: sqlite3.Connection, query: str, limit: int) -> tuple[Hit, ...]:
    """Quotes and titles that hold every word of the query, the best first, titles before quotes; at most `limit`.

    Words match whatever their case, accents and English endings; words in double quotes must stand together, a `*` at
    the end of a word stands for any ending. Every other sign is read as a blank.
    """
    match = _expression(query)
    if not match or limit <= 0:
        return ()
    titles = db.execute(
        """SELECT m.document, m.title FROM titles JOIN current_metadata m ON m.id = titles.rowid
           WHERE titles MATCH ? ORDER BY bm25(titles), m.document LIMIT ?""",
        (match, limit),
    )
    hits = [Hit(document, None, title) for document, title in titles]
    quotes = db.execute(
        """SELECT r.document, c.claim, c.quote FROM quotes JOIN claims c ON c.id = quotes.rowid JOIN current_readings r ON r.id = c.reading
           WHERE quotes MATCH ? ORDER BY bm25(quotes), r.document, c.start_at, c.claim, c.id""",
        (match,),
    )
    # One id may be held by a machine and by a hand: one hit. (Asking `current_claims` would rank every claim of the ledger first.)
    found = dict.fromkeys(Hit(document, claim, quote) for document, claim, quote in quotes)
    return (*hits, *islice(found, limit - len(hits)))


def _expression(query: str) -> str:
    """The query in FTS5's language: every part a quoted string, so that no sign of the user's is an operator."""
    parts: list[str] = []
    for phrase, word in _WORDS.findall(query.replace("\0", " ")):
        text = phrase or word
        if any(sign.isalnum() for sign in text):
            parts.append(f'"{text.rstrip("*")}"' + ("*" if text.endswith("*") else ""))
    return " ".join(parts)
