"""What the page asks for first, asked beforehand: a server says where it is once it can answer at once."""

from __future__ import annotations

import asyncio

from fastapi import FastAPI
from starlette.types import Message, Scope

#: Resources whose making reads most of the record.
_FIRST = ("meta", "map", "days", "spells", "control", "events")


def warm(app: FastAPI, root: str) -> None:
    """Asks the application for its largest resources, so that what they are made of is in memory. What fails will say so when it is asked
    for by somebody."""
    asyncio.run(_ask(app, [f"{root}/{name}" for name in _FIRST]))


async def _ask(app: FastAPI, paths: list[str]) -> None:
    for path in paths:
        await app(_scope(path), _nothing, _forget)


def _scope(path: str) -> Scope:
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": b"",
        "headers": [(b"host", b"localhost"), (b"accept-encoding", b"gzip")],
        "client": ("127.0.0.1", 0),
        "server": ("localhost", 80),
    }


async def _nothing() -> Message:
    return {"type": "http.request", "body": b"", "more_body": False}


async def _forget(_: Message) -> None:
    """The answer is kept by the application; nobody waits for it here."""
