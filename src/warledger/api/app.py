"""The application: routes, failures, guard and page put together."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any

from fastapi import FastAPI

from warledger import __version__
from warledger.api import faults, record, reports, review
from warledger.api.answers import Answers
from warledger.api.door import Door
from warledger.api.guard import Guard
from warledger.api.page import page_router
from warledger.api.schemas import document
from warledger.api.token import Review
from warledger.pipeline.accuracy import accuracy
from warledger.pipeline.shelf import Shelf

ROOT = "/api/v1"
_ABOUT = """The record of one monitor, read-only unless the server was started with `--review`.

Addresses in answers (`href` and other fields of addresses) are relative to `/api/v1/`. `on` asks about a day, `known` about what was known
on a day; both are `YYYY-MM-DD`. Lists come in pages: send `next` back as `cursor`. Every answer has a weak `ETag` that changes when the
ledger or the monitor's files do. Offsets count code points and are half-open. Texts and names are those of the reports: show them as text,
never as markup."""


def make_app(shelf: Shelf, *, review_by: Review | None = None, names: Iterable[str] = (), page: Path | None = None) -> FastAPI:
    """The application over one monitor. It answers to `names` beside localhost and addresses; `page` is the folder of the built page
    (default: the one that came with the package)."""
    app = FastAPI(
        title="Warledger", version=__version__, description=_ABOUT, docs_url=None, redoc_url=None, openapi_url=f"{ROOT}/openapi.json"
    )
    app.state.door = Door(shelf, Answers(shelf), accuracy(files("warledger")), review_by)
    for module in (reports, record, review):
        app.include_router(module.router, prefix=ROOT)
    app.include_router(page_router(page or packaged_page()))
    app.openapi = partial(_openapi, app)  # type: ignore[method-assign]
    faults.register(app)
    app.add_middleware(Guard, names=tuple(names))
    return app


def packaged_page() -> Path:
    """Where the built page is, if it was built."""
    return Path(str(files("warledger").joinpath("page")))


def _openapi(app: FastAPI) -> dict[str, Any]:
    made = document(app)
    made["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer", "description": "Printed by `serve --review`."}}
    return made
