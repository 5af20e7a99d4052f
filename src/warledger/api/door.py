"""What the routes work with: the shelf, the answers kept, and who may decide."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

import msgspec
from fastapi import Request
from starlette.responses import Response

from warledger.api.answers import Answers
from warledger.api.token import Review
from warledger.pipeline.accuracy import Measured
from warledger.pipeline.resources.catalogue import Catalogue
from warledger.pipeline.shelf import Shelf


@dataclass(frozen=True)
class Door:
    """One server's. Without `review` nothing can be decided."""

    shelf: Shelf
    answers: Answers
    accuracy: tuple[Measured, ...]
    review: Review | None


def door(request: Request) -> Door:
    """The door a request came in by."""
    return cast(Door, request.app.state.door)


def give(request: Request, known: dt.date | None, make: Callable[[Catalogue], msgspec.Struct]) -> Response:
    """What `make` makes of the state as known on that day, as JSON (see `Answers.give`)."""
    return door(request).answers.give(request, known, make)
