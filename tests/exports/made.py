"""A state made by hand: a small war with invented names, two reports of which one copies the other, and one of every kind of claim."""

from __future__ import annotations

import datetime as dt

from warledger.base.spans import Span
from warledger.base.times import Basis, Interval, Precision
from warledger.records.actor import ActorLink
from warledger.records.claim import Agreement, Claim, Content, Control, Count, Event, Modality, Movement, Statement, Strength, Toll
from warledger.records.control import Assertion, MapRow, PlaceControl, Rule, Spell, Status
from warledger.records.dispute import Dispute
from warledger.records.event import Happening
from warledger.records.family import Edge, EdgeType, Family
from warledger.records.figure import Cell, Figure
from warledger.records.link import Links
from warledger.records.place import Place, PlaceLink
from warledger.records.reason import Problem, Reason, Severity
from warledger.records.shape import Ring
from warledger.records.state import State
from warledger.records.status import ClaimStatus
from warledger.records.witness import Witness

DAY = dt.date(2031, 5, 4)
TEXT = (
    "Fifteen people were killed in Upper Tarn on Sunday. The Front took Mill Bridge. In all 200 were killed since May. "
    "The Front has 900 fighters. About 40 families fled to Sommer. The mayor condemned it. The two agreed on a truce. “Élan” denied it."
)


def claim(key: str, content: Content, words: str, document: str = "d-1", **fields: object) -> Claim:
    """A claim on the first place of `words` in the text."""
    start = TEXT.index(words)
    given: dict[str, object] = {"time": Interval(DAY, DAY, Precision.DAY, Basis.PUBLICATION), "confidence": 0.8, **fields}
    return Claim(key, document, Span(start, start + len(words)), words, content, **given)  # type: ignore[arg-type]


WIRE = ("Coast Wire",)
SAID = Modality.REPORTED
KILLING = "Fifteen people were killed in Upper Tarn on Sunday."
CLAIMS = (
    claim("r-e", Event("Attack", ("=SUM(A1)",), ("people",), killed=(Count("people", 15, 15),)), KILLING, places=("Upper Tarn",)),
    claim("r-c", Control("captured", ("Front",), ("Republic",)), "The Front took Mill Bridge.", places=("Mill Bridge",)),
    claim(
        "r-t",
        Toll("killed", "people", 200.0, None),
        "In all 200 were killed since May.",
        said_by=("the ministry",),
        modality=Modality.REPORTED,
    ),
    claim("r-s", Strength("Front", "personnel", 900.0, 900.0), "The Front has 900 fighters.", time=None),
    claim("r-m", Movement("fled", ("families",), 40, 40, (), ("Sommer",)), "About 40 families fled to Sommer."),
    claim("r-st", Statement("mayor", "Upper Tarn", "REJECT", ("attack",), "the attack"), "The mayor condemned it."),
    claim("r-a", Agreement(("Front", "Republic"), "truce"), "The two agreed on a truce.", notes="checked"),
    claim("r-d", Statement("Élan", act="REJECT"), "“Élan” denied it.", modality=Modality.DENIED),
    claim("r-k", Event("Attack", killed=(Count("people", 16, 16),)), KILLING, "d-2", places=("Upper Tarn",)),
    claim("r-x", Statement("reader", act="INFORM"), "The mayor condemned it.", "d-2", block="clutter"),
)
CELLS = (Cell("r-e", "Coast Wire", 15.0, 15.0, known=DAY), Cell("r-k", "the army", 16.0, 16.0, party=True, known=DAY))
_TARN = Place("monitor:1", "Upper Tarn", "populated", "XA", -45.12, 12.44)
_SOMMER = Place("test:2", "Sommer", "admin2", "XA", -45.3, 12.6, source="test", radius_km=12.0)
_AROUND = Ring(-45.3, 12.6, 0.0, 12.0)
_WITHIN = {"admin1": "Tarnland", "country": "Xaland"}


def happening(key: str, kind: str, *members: str, **fields: object) -> Happening:
    """A happening of one day."""
    return Happening(key, members, kind, DAY, DAY, **fields)  # type: ignore[arg-type]


def state() -> State:
    """The state; every claim in its order."""
    names = {"d-1": "tarn-wire", "d-2": "tarn-post"}
    claims = tuple(sorted(CLAIMS, key=lambda c: (names[c.document], c.span.start, c.kind, c.id)))
    edge = Edge("d-2", "d-1", EdgeType.REPRINT, 0.9, "same words")
    return State(
        monitor="Tarn",
        on=DAY,
        known=None,
        witnesses={
            "d-1": Witness("d-1", "tarn-wire", "f-1", "Coast Wire", published=DAY, known=DAY, origin="d-1"),
            "d-2": Witness("d-2", "tarn-post", "f-1", "@post", origin="d-1"),
        },
        claims=claims,
        status={c.id: ClaimStatus.CLUTTER if c.id == "r-x" else ClaimStatus.CURRENT for c in claims},
        links=Links(
            {
                ("d-1", "Upper Tarn"): PlaceLink("d-1", "Upper Tarn", _TARN, 1, 1.0, "the monitor's own", within=_WITHIN),
                ("d-1", "Sommer"): PlaceLink("d-1", "Sommer", _SOMMER, 3, 0.8, "a district", True, shape=_AROUND, within=_WITHIN),
            },
            {("d-1", "Front"): ActorLink("d-1", "Front", "northern front", "Northern Front", 1.0, "alias")},
        ),
        families=(Family("f-1", ("d-1", "d-2"), "d-1", "it is earlier", (edge,)),),
        edges=(edge, Edge("d-2", "d-1", EdgeType.QUOTES, 0.2, "quotes it")),
        corrections=(),
        happenings=(
            happening(
                "h-1",
                "Attack",
                "r-e",
                "r-k",
                place="Upper Tarn",
                lat=-45.12,
                lon=12.44,
                where_prec=1,
                placed_by=("d-1", "Upper Tarn"),
                actors1=("=SUM(A1)",),
                figures=(Figure("killed", "people", 15.0, 16.0, ("r-e", "r-k"), CELLS),),
                sources=WIRE,
            ),
            happening(
                "h-2", "control: captured", "r-c", place="Mill Bridge", actors1=("Front",), actors2=("Republic",), sources=("Coast Wire",)
            ),
            Happening("h-3", ("r-s",), "strength: personnel", None, None, actors1=("-Front",)),
            happening("h-r-m", "movement: fled", "r-m", place="Sommer", lat=-45.3, lon=12.6, where_prec=3, placed_by=("d-1", "Sommer")),
            *(happening(f"h-{i}", "statement: REJECT", i) for i in ("r-t", "r-st", "r-a", "r-d")),
        ),
        control=(PlaceControl("~ml brdg", ("Mill Bridge",), (Spell("Front", Status.HELD, DAY, None, ("r-c",), "it took it"),), ("r-c",)),),
        disputes=(Dispute("x-1", ("r-e",), ("r-k",), "different figures", True, "15 and 16 killed"),),
        unread=(Problem("torn.gz", Reason.BROKEN_ARCHIVE, Severity.FAILED, "ends early"),),
    )


def map_rows() -> tuple[MapRow, ...]:
    """A map: a town held with a party's other word beside it, one fought for, and a name nobody could place."""
    claimed = (Assertion("Republic", "army officer", ("r-d",), DAY), Assertion("Republic", "army officer", ("r-d",), DAY, "Old Mill"))
    return (
        MapRow("Mill Bridge", "~ml brdg", None, None, None, None, (), Status.UNKNOWN, None, Rule.SILENCE, "nobody says so", 0, ()),
        MapRow("Sommer", "test:2", -45.3, 12.6, 3, None, (), Status.CONTESTED, DAY, Rule.PART, "=the Front entered it", 1, ("r-c", "r-e")),
        MapRow(
            "Upper Tarn",
            "monitor:1",
            -45.12,
            12.44,
            1,
            "Front and allies",
            ("Northern Front",),
            Status.HELD,
            DAY,
            Rule.CONFIRMED,
            "taken by Front and allies (2 independent sources)",
            2,
            ("r-c",),
            claimed,
            ("test:2",),
        ),
    )
