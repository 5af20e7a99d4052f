"""The routes of review: what to look at, and people's decisions. All need the token."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from fastapi import APIRouter, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field, field_validator
from starlette.responses import Response

from warledger.api.door import Door, door
from warledger.api.faults import JSON
from warledger.api.parameters import Known, Paged, Text
from warledger.api.schemas import review_answers
from warledger.api.token import Review, admit
from warledger.base.errors import NotFound, UsageError
from warledger.pipeline.deciding import Desk
from warledger.pipeline.resources.dossiers import RecordDossier, record_dossier
from warledger.pipeline.resources.reviews import DecisionPage, DecisionRow, QueuePage, decision_page, decision_row, queue_page
from warledger.records.decision import Decision, Verdict
from warledger.records.place import Place

router = APIRouter(prefix="/review")
Id = Annotated[str, Path(min_length=1, max_length=200, description="The id.")]
_SECURED: dict[str, Any] = {"security": [{"token": []}]}
#: Answers of review are for who has the token alone, and change with every decision.
_HEADERS = {"Cache-Control": "no-store"}


class Spot(BaseModel):
    """Where a place is, in WGS 84 degrees."""

    model_config = ConfigDict(extra="forbid")

    lat: float = Field(ge=-90, le=90, allow_inf_nan=False)
    lon: float = Field(ge=-180, le=180, allow_inf_nan=False)


class DecisionIn(BaseModel):
    """A decision. `target` is a record (accept, reject, reset, edit, merge, split), a name as texts write it (place, name), or a decision
    (undo). `changes` are the fields of an edit, `other` the record to merge with, `spot` where a place is (left out: it is no place),
    `canonical` the actor a name means, `document` the id of the only document a name is decided for. `seen` is the `mark` of the dossier
    the decider saw: what has changed since is not decided on."""

    model_config = ConfigDict(extra="forbid")

    verdict: Literal["accept", "reject", "reset", "edit", "merge", "split", "place", "name", "undo"]
    target: str = Field(min_length=1, max_length=200)
    reason: str = Field("", max_length=2_000)
    by: Text = Field("", description="Who decides (default: who started the server).")
    changes: dict[str, Any] = Field({}, max_length=40)
    other: Text = ""
    spot: Spot | None = None
    where_prec: int = Field(1, ge=1, le=7)
    canonical: Text = ""
    document: Text = ""
    seen: Text = ""

    @field_validator("*")
    @classmethod
    def _whole(cls, value: Any) -> Any:
        """Half of a surrogate pair is no character and could not be kept."""
        try:
            msgspec.json.encode(value if not isinstance(value, BaseModel) else value.model_dump())
        except (UnicodeEncodeError, ValueError) as error:
            raise ValueError("holds what is no text") from error
        return value


@router.get("/queue", operation_id="queue", summary="What to review", responses=review_answers(QueuePage), openapi_extra=_SECURED)
def get_queue(request: Request, asked: Annotated[Paged, Query()]) -> Response:
    """The machine's records nobody has decided on, those on which most hangs first, with their words."""
    here, _ = _admitted(request)
    return _give(queue_page(here.shelf.catalogue(asked.known), here.shelf.decisions(), asked.page()))


@router.get(
    "/dossier/{id}",
    operation_id="dossier",
    summary="What a decision needs",
    responses=review_answers(RecordDossier),
    openapi_extra=_SECURED,
)
def get_dossier(request: Request, id: Id, asked: Annotated[Known, Query()]) -> Response:
    """One record for who decides on it: its words, what its names were taken for, what stands near and against it, earlier decisions."""
    here, _ = _admitted(request)
    return _give(record_dossier(here.shelf.catalogue(asked.known), id))


@router.get("/decisions", operation_id="decisions", summary="Decisions", responses=review_answers(DecisionPage), openapi_extra=_SECURED)
def get_decisions(request: Request, asked: Annotated[Paged, Query()]) -> Response:
    """What people decided, the latest first."""
    here, _ = _admitted(request)
    return _give(decision_page(here.shelf.decisions(), asked.page()))


@router.post(
    "/decisions",
    operation_id="decide",
    summary="Decide",
    status_code=201,
    responses=review_answers(DecisionRow, 201),
    openapi_extra=_SECURED,
)
def post_decision(request: Request, asked: DecisionIn) -> Response:
    """Keeps a decision at once; none overwrites another. The state is worked out anew when next asked for."""
    here, review = _admitted(request)
    decision = _decision(here, Desk(here.shelf.catalogue().view, asked.by.strip() or review.decider, review.clock), asked)
    here.shelf.keep(decision)
    return _give(decision_row(decision), 201)


def _admitted(request: Request) -> tuple[Door, Review]:
    here = door(request)
    return here, admit(request, here.review)


def _give(answer: msgspec.Struct, status: int = 200) -> Response:
    return Response(msgspec.json.encode(answer), status, media_type=JSON, headers=_HEADERS)


def _decision(here: Door, desk: Desk, asked: DecisionIn) -> Decision:
    match asked.verdict:
        case "edit":
            if not asked.changes:
                raise UsageError("an edit changes nothing", mend='Name the fields: {"changes": {"places": ["..."]}}')
            return desk.edit(asked.target, asked.changes, asked.reason, seen=asked.seen)
        case "merge":
            return desk.merge(asked.target, asked.other, asked.reason, seen=asked.seen)
        case "split":
            return desk.split(asked.target, asked.reason, seen=asked.seen)
        case "place":
            return desk.place(asked.target, _place(asked), document=asked.document, where_prec=asked.where_prec, reason=asked.reason)
        case "name":
            if not asked.canonical.strip():
                raise UsageError("no actor is named", mend='Say which: {"canonical": "..."}')
            return desk.name(asked.target, asked.canonical, document=asked.document, reason=asked.reason)
        case "undo":
            return desk.undo(_made(here, asked.target), asked.reason)
        case verdict:
            return desk.judge(asked.target, Verdict(verdict), asked.reason, seen=asked.seen)


def _place(asked: DecisionIn) -> Place | None:
    spot = asked.spot
    if spot is None:
        return None
    return Place(f"decided:{spot.lat:.5f},{spot.lon:.5f}", asked.target, "populated", "", spot.lat, spot.lon, source="decision")


def _made(here: Door, wanted: str) -> Decision:
    found = next((d for d in here.shelf.decisions() if d.id == wanted), None)
    if found is None:
        raise NotFound(f'no decision "{wanted}"', mend="`review/decisions` lists them")
    return found
