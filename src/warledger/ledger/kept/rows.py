"""One table of the kept state: records by key, with the columns they are found by."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any, Generic, TypeVar

import msgspec

from warledger.base.uncollected import uncollected

T = TypeVar("T")

#: Keys asked for in one query.
_AT_ONCE = 500


class Connection:
    """A connection that several threads may use, one at a time."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._lock = threading.RLock()

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        with self._lock:
            return self._db.execute(query, values).fetchall()

    def run(self, statement: str, values: Sequence[Any] = ()) -> None:
        """A statement that gives nothing."""
        with self._lock:
            self._db.execute(statement, values)

    def many(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """One statement for each of the rows."""
        with self._lock:
            self._db.executemany(statement, rows)

    def close(self) -> None:
        """Closes it; closing twice is harmless."""
        with self._lock:
            self._db.close()


class Rows(Generic[T]):
    """The records of a table. Its columns are the key, those it is found by, and the body."""

    def __init__(self, db: Connection, table: str, kind: type[T], columns: Sequence[str], order: str = "") -> None:
        self._db = db
        self.table = table
        self._key = columns[0]
        self._order = order or columns[0]
        self._put = f"INSERT OR REPLACE INTO {table} ({', '.join((*columns, 'body'))}) VALUES ({', '.join('?' * (len(columns) + 1))})"
        self._decode = msgspec.msgpack.Decoder(kind).decode

    def put(self, rows: Iterable[Sequence[Any]]) -> None:
        """Keeps records: each row is the key, the other columns in order, and the record."""
        encode = msgspec.msgpack.Encoder().encode
        self._db.many(self._put, ((*row[:-1], encode(row[-1])) for row in rows))

    def drop(self, keys: Iterable[str]) -> None:
        """Takes records away."""
        self._db.many(f"DELETE FROM {self.table} WHERE {self._key} = ?", ((key,) for key in keys))

    def get(self, key: str) -> T | None:
        """The record of a key."""
        rows = self._db.rows(f"SELECT body FROM {self.table} WHERE {self._key} = ?", (key,))
        return self._decode(rows[0][0]) if rows else None

    def many(self, keys: Iterable[str]) -> dict[str, T]:
        """The records of these keys, as far as there are any."""
        waiting, found = iter(dict.fromkeys(keys)), {}
        while chunk := list(islice(waiting, _AT_ONCE)):
            marks = ", ".join("?" * len(chunk))
            query = f"SELECT {self._key}, body FROM {self.table} WHERE {self._key} IN ({marks})"
            found.update({key: self._decode(body) for key, body in self._db.rows(query, chunk)})
        return found

    def keys(self) -> list[str]:
        """All keys in the table's order."""
        return [row[0] for row in self._db.rows(f"SELECT {self._key} FROM {self.table} ORDER BY {self._order}")]

    def every(self) -> list[T]:
        """All records in the table's order."""
        with uncollected():
            return [self._decode(body) for (body,) in self._db.rows(f"SELECT body FROM {self.table} ORDER BY {self._order}")]

    def items(self) -> dict[str, T]:
        """All records by key, in the table's order."""
        with uncollected():
            rows = self._db.rows(f"SELECT {self._key}, body FROM {self.table} ORDER BY {self._order}")
            return {key: self._decode(body) for key, body in rows}

    def where(self, condition: str, values: Sequence[Any] = (), order: str = "", limit: int | None = None) -> list[T]:
        """The records a condition holds for, in the table's order or another; for the package's own queries."""
        query = f"SELECT body FROM {self.table} WHERE {condition} ORDER BY {order or self._order} LIMIT ?"
        return [self._decode(body) for (body,) in self._db.rows(query, (*values, -1 if limit is None else limit))]

    def count(self, condition: str = "1", values: Sequence[Any] = ()) -> int:
        """How many records a condition holds for; for the package's own queries."""
        return int(self._db.rows(f"SELECT count(*) FROM {self.table} WHERE {condition}", values)[0][0])
