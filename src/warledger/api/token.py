"""Who may decide: whoever has the token that was printed when the server started."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass

from fastapi import Request
from starlette.exceptions import HTTPException

#: Random bytes in a token.
_BYTES = 24
_SCHEME = "bearer "


@dataclass(frozen=True)
class Review:
    """Review is on: the token that must come with each request, who decides when the request does not say, and the clock."""

    token: str
    decider: str
    clock: Callable[[], str]


def new_token() -> str:
    """A token nobody can guess: 192 bits of chance, in signs that can stand in an address."""
    return secrets.token_urlsafe(_BYTES)


def admit(request: Request, review: Review | None) -> Review:
    """Review, for who may.

    Raises:
        HTTPException: 403 where review is off, 401 without the token. The token is taken from the header alone: no page of another
            origin can make a browser send it.
    """
    if review is None:
        raise HTTPException(403, "this server only reads; start it with --review to decide")
    given = request.headers.get("authorization", "")
    token = given[len(_SCHEME) :] if given[: len(_SCHEME)].lower() == _SCHEME else ""
    if not hmac.compare_digest(token.encode("utf-8", "replace"), review.token.encode()):
        raise HTTPException(401, "the token that the server printed when it started is needed", {"WWW-Authenticate": "Bearer"})
    return review
