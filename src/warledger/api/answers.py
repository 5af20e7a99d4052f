"""Answers: encoded once for each state and address, zipped once, and not sent again to who has them."""

from __future__ import annotations

import datetime as dt
import gzip
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

import msgspec
from fastapi import Request
from starlette.responses import Response

from warledger.api.faults import JSON
from warledger.pipeline.resources.catalogue import Catalogue
from warledger.pipeline.shelf import Shelf

#: Bytes of encoded answers kept, in all; answers over a quarter of it are not kept. Bodies under this many bytes are not zipped.
_BUDGET, _WORTH = 64_000_000, 1_000
_LEVEL = 5


@dataclass(frozen=True)
class _Body:
    plain: bytes
    zipped: bytes | None

    @property
    def size(self) -> int:
        return len(self.plain) + len(self.zipped or b"")


class Answers:
    """What the application answers with, over one shelf. Safe to use from several threads."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[str, str], _Body] = OrderedDict()
        self._size = 0

    def give(self, request: Request, known: dt.date | None, make: Callable[[Catalogue], msgspec.Struct]) -> Response:
        """What `make` makes of the state as known on that day, as JSON; 304 to an asker who has it.

        Raises:
            WarledgerError: the ledger cannot be read, or what `make` raises.
        """
        mark = self._shelf.mark()
        # Weak: the zipped and the plain form of one answer share it.
        headers = {"ETag": f'W/"{mark}"', "Cache-Control": "private, no-cache", "Vary": "Accept-Encoding"}
        if mark in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        body = self._body(mark, _address(request), lambda: make(self._shelf.catalogue(known)))
        if body.zipped is not None and "gzip" in request.headers.get("accept-encoding", ""):
            return Response(body.zipped, media_type=JSON, headers={**headers, "Content-Encoding": "gzip"})
        return Response(body.plain, media_type=JSON, headers=headers)

    def _body(self, mark: str, address: str, make: Callable[[], msgspec.Struct]) -> _Body:
        key = (mark, address)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        plain = msgspec.json.encode(make())
        body = _Body(plain, gzip.compress(plain, _LEVEL, mtime=0) if len(plain) >= _WORTH else None)
        with self._lock:
            self._keep(key, body)
        return body

    def _keep(self, key: tuple[str, str], body: _Body) -> None:
        if key in self._kept or body.size > _BUDGET // 4:
            return
        self._kept[key] = body
        self._size += body.size
        while self._size > _BUDGET:
            _, dropped = self._kept.popitem(last=False)
            self._size -= dropped.size


def _address(request: Request) -> str:
    """Path and parameters, whatever their order."""
    return f"{request.url.path}?{urlencode(sorted(parse_qsl(request.url.query, keep_blank_values=True)))}"
