"""Claims: what a report says happened, was so, or was said. The seven kinds and their fields are those of the codebook."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import msgspec

from warledger.base.ids import content_id
from warledger.base.spans import Span
from warledger.base.times import Interval
from warledger.records.mention import Mention
from warledger.records.provenance import Why


class Modality(StrEnum):
    """How firmly the content is put forward."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    CLAIMED = "claimed"
    DENIED = "denied"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"


#: Modalities that say the thing is so (denied, planned and hypothetical never count as having happened).
FACTUAL = frozenset({Modality.ASSERTED, Modality.REPORTED, Modality.CLAIMED})


class Count(msgspec.Struct, frozen=True):
    """How many of a group; `None` is no bound stated. A subset stands beside its whole."""

    group: str
    low: int | None = None
    high: int | None = None


class Event(msgspec.Struct, frozen=True, tag_field="kind", tag="event"):
    """Something physical happened. `type` is an ACLED sub-event type."""

    type: str
    actors1: tuple[str, ...] = ()
    actors2: tuple[str, ...] = ()
    killed: tuple[Count, ...] = ()
    injured: tuple[Count, ...] = ()
    captured: tuple[Count, ...] = ()


class Control(msgspec.Struct, frozen=True, tag_field="kind", tag="control"):
    """Who holds a place changed (`captured`, `entered`, `withdrew`, ...) or is stated (`holds`). One place a claim."""

    mode: str
    gained_by: tuple[str, ...] = ()
    lost_by: tuple[str, ...] = ()


class Toll(msgspec.Struct, frozen=True, tag_field="kind", tag="toll"):
    """A count over a period or area, not one incident."""

    measure: str
    group: str = ""
    low: float | None = None
    high: float | None = None
    by: tuple[str, ...] = ()


class Strength(msgspec.Struct, frozen=True, tag_field="kind", tag="strength"):
    """How many of something an actor has."""

    actor: str
    unit: str
    low: float | None = None
    high: float | None = None


class Movement(msgspec.Struct, frozen=True, tag_field="kind", tag="movement", rename={"origin": "from"}):
    """Forces or people going somewhere without a change of control being stated."""

    mode: str
    actors1: tuple[str, ...] = ()
    count_low: float | None = None
    count_high: float | None = None
    origin: tuple[str, ...] = ()
    to: tuple[str, ...] = ()


class Statement(msgspec.Struct, frozen=True, tag_field="kind", tag="statement"):
    """Someone said or did something without fighting. `act` is a PLOVER type, or `INFORM`."""

    speaker: str
    affiliation: str = ""
    act: str = "INFORM"
    target: tuple[str, ...] = ()
    topic: str = ""


class Agreement(msgspec.Struct, frozen=True, tag_field="kind", tag="agreement"):
    """A deal, ceasefire or zone; `status` is `made`, `violated`, `ended` or `failed`."""

    parties: tuple[str, ...] = ()
    what: str = ""
    status: str = "made"


Content = Event | Control | Toll | Strength | Movement | Statement | Agreement
KINDS = ("event", "control", "toll", "strength", "movement", "statement", "agreement")


class Claim(msgspec.Struct, frozen=True):
    """One thing one document says, with the exact words.

    `said_by` is the chain of who says so, nearest to the words first (empty: the text itself); names stay as the text
    has them. `why` and `confidences` explain single fields; `block` is the kind of block the words stand in.
    `maker` is the extractor and its version, or `hand:<name>` for coded records.
    """

    id: str
    document: str
    span: Span
    quote: str
    content: Content
    modality: Modality = Modality.ASSERTED
    said_by: tuple[str, ...] = ()
    time: Interval | None = None
    places: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    confidence: float = 0.5
    why: dict[str, Why] = {}
    confidences: dict[str, float] = {}
    block: str = "paragraph"
    maker: str = ""
    notes: str = ""

    @property
    def kind(self) -> str:
        """One of `KINDS`."""
        return str(self.content.__struct_config__.tag)

    @property
    def day(self) -> dt.date | None:
        """The last day it can be of, else the first; `None` when its words give neither."""
        return (self.time.end or self.time.start) if self.time else None


def claim_id(document: str, kind: str, span: Span, nth: int = 0) -> str:
    """The id of the `nth` claim of one kind on one span of one document: it survives re-reading."""
    parts = (document, kind, span.start, span.end) if nth == 0 else (document, kind, span.start, span.end, nth)
    return content_id("r", *parts)
