"""What a failure looks like: one JSON object that says what was wrong and the mend, under the status of its class."""

from __future__ import annotations

from typing import Any

import msgspec
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from warledger.base.errors import Ambiguous, LedgerLocked, NotFound, UsageError, WarledgerError
from warledger.pipeline.deciding import Outdated

JSON = "application/json"


class Fault(msgspec.Struct, frozen=True):
    """Why there is no answer, and what the asker can do about it."""

    status: int
    what: str
    mend: str


_STATUS: tuple[tuple[type[WarledgerError], int], ...] = (
    (NotFound, 404),
    (Ambiguous, 409),
    (Outdated, 409),
    (UsageError, 422),
    (LedgerLocked, 423),
    (WarledgerError, 503),
)
_WORDS = {404: "there is nothing here", 405: "this address does not take that method"}


def fault(status: int, what: str, mend: str = "", headers: dict[str, str] | None = None) -> Response:
    """The failure as an answer."""
    return Response(msgspec.json.encode(Fault(status, what, mend)), status, media_type=JSON, headers=headers)


def register(app: FastAPI) -> None:
    """Makes every failure of the application one of these."""
    app.add_exception_handler(WarledgerError, _foreseen)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(Exception, _unforeseen)


def _foreseen(request: Request, error: Exception) -> Response:
    assert isinstance(error, WarledgerError)
    status = next(status for kind, status in _STATUS if isinstance(error, kind))
    return fault(status, error.what, error.mend)


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first, *others = error.errors()
    more = f" (and {len(others)} more)" if others else ""
    return fault(422, f"{_where(first)}: {first['msg']}{more}", "The parameters and their forms are in /api/v1/openapi.json")


def _where(found: dict[str, Any]) -> str:
    return ".".join(str(part) for part in found["loc"] if part not in ("query", "body", "path")) or "the request"


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    what = _WORDS.get(error.status_code, str(error.detail))
    return fault(error.status_code, what, "/api/v1/meta lists what there is", dict(error.headers or {}))


def _unforeseen(request: Request, error: Exception) -> Response:
    return fault(500, "internal error", "What went wrong is printed where the server runs; please report it")
