"""A published folder over HTTP, for looking at it on this machine: files by name, nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from fastapi import FastAPI

from warledger.api import faults
from warledger.api.guard import Guard
from warledger.api.page import page_router


def make_published_app(folder: Path, *, names: Iterable[str] = ()) -> FastAPI:
    """The application over the folder as it is now. It answers to `names` beside localhost and addresses."""
    app = FastAPI(title="Warledger", docs_url=None, redoc_url=None, openapi_url=None)
    app.include_router(page_router(folder))
    faults.register(app)
    app.add_middleware(Guard, names=tuple(names))
    return app
