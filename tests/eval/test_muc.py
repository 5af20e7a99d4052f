"""Templates of the MUC format are read, matched and judged; texts in capitals get their case back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from eval.muc import (
    Match,
    Template,
    confidence,
    count_right,
    date_right,
    day_of,
    effect_right,
    messages,
    on_words,
    place_right,
    shares,
    templates,
    type_right,
)
from eval.truecase import Truecaser
from warledger.base.spans import Span
from warledger.base.times import Basis, Interval, Precision
from warledger.records.claim import Claim, Count, Event, Modality, Statement

KEY = """
0.  MESSAGE: ID                     DEV-MUC3-9001 (OURS)
1.  MESSAGE: TEMPLATE               1
2.  INCIDENT: DATE                  30 DEC 89
3.  INCIDENT: LOCATION              ORVANIA: KELLIN (DEPARTMENT): TESSK (TOWN)
4.  INCIDENT: TYPE                  BOMBING
9.  PERP: INDIVIDUAL ID             "REBELS"
                                    "GUNMEN"
11. PERP: ORGANIZATION CONFIDENCE   SUSPECTED OR ACCUSED BY AUTHORITIES: "RIVER FRONT"
19. HUM TGT: DESCRIPTION            "FARMERS"
21. HUM TGT: NUMBER                 5: "FARMERS"
23. HUM TGT: EFFECT OF INCIDENT     DEATH: "FARMERS"

0.  MESSAGE: ID                     DEV-MUC3-9001 (OURS)
1.  MESSAGE: TEMPLATE               2 (OPTIONAL)
4.  INCIDENT: TYPE                  ATTACK

0.  MESSAGE: ID                     DEV-MUC3-9002 (OURS)
1.  MESSAGE: TEMPLATE               *
4.  INCIDENT: TYPE                  *
"""
TEXT = """DEV-MUC3-9001 (OURS)

   TESSK, 3 JAN 90 -- [REPORT] [TEXT] REBELS KILLED FIVE FARMERS
OF TESSK.

   ALL WAS QUIET.

DEV-MUC3-9002 (OURS)

   TESSK, 4 JAN 90 -- [TEXT] IT RAINED.
"""
DAY = dt.date(1989, 12, 30)


def event(**changed: object) -> Claim:
    content = Event("Remote explosive/landmine/IED", killed=(Count("farmers", 5, 5),))
    time = Interval(DAY, DAY, Precision.DAY, Basis.STATED, "")
    made = {"modality": Modality.REPORTED, "said_by": ("the army",), "time": time, "places": ("Tessk",), **changed}
    return Claim("r", "d", Span(0, 9), "Rebels killed five farmers of Tessk.", content, **made)  # type: ignore[arg-type]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "dev-muc3-9001").write_text(TEXT, encoding="latin-1")
    (tmp_path / "key-dev-9001.muc4").write_text(KEY, encoding="latin-1")
    return tmp_path


def test_messages_lose_the_tags_of_the_service(folder: Path) -> None:
    assert dict(messages(folder)) == {
        "DEV-MUC3-9001": "TESSK, 3 JAN 90 -- REBELS KILLED FIVE FARMERS OF TESSK.\n\nALL WAS QUIET.",
        "DEV-MUC3-9002": "TESSK, 4 JAN 90 -- IT RAINED.",
    }


def test_filled_templates_that_are_not_optional_are_read(folder: Path) -> None:
    (template,) = templates(folder)
    assert (template.message, template.first(4), template.first(10)) == ("DEV-MUC3-9001", "BOMBING", "")
    assert template.fills == ["REBELS", "GUNMEN", "FARMERS"]


def test_the_event_on_the_coders_words_is_judged(folder: Path) -> None:
    (template,) = templates(folder)
    other = Claim("s", "d", Span(0, 9), "A bridge fell.", Event("Attack"))
    assert on_words(template, [other]) == []
    claims = on_words(template, [other, event()])
    assert claims == [event()]
    metrics, report = shares([Match(template, tuple(claims)), Match(template, ())])
    assert set(metrics.values()) == {0.5}
    assert all("the commonest answer to all 1.000" in line for line in report)


def test_each_slot_tells_right_from_wrong() -> None:
    claim = event()
    assert type_right("BOMBING", claim) and not type_right("ATTACK", claim) and not type_right("KIDNAPPING", claim)
    assert date_right("30 DEC 89", claim) and date_right("- 30 DEC 89", claim) and not date_right("31 DEC 89", claim)
    assert place_right("ORVANIA: KELLIN (DEPARTMENT): TESSK (TOWN)", claim) and not place_right("ORVANIA", claim)
    assert count_right("5", claim) and not count_right("4", claim) and not count_right("PLURAL", claim)
    assert effect_right("DEATH", claim) and effect_right("DEATH / INJURY", claim) and not effect_right("NO INJURY", claim)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"modality": Modality.ASSERTED}, "REPORTED AS FACT"),
        ({"modality": Modality.HYPOTHETICAL}, "POSSIBLE"),
        ({}, "SUSPECTED OR ACCUSED BY AUTHORITIES"),
        ({"said_by": ("a priest",)}, "SUSPECTED OR ACCUSED"),
        ({"said_by": ()}, "REPORTED AS FACT"),
    ],
)
def test_confidence_follows_from_modality_and_voices(changed: dict[str, object], expected: str) -> None:
    assert confidence(Match(Template("m", {}), (event(**changed),))) == expected


def test_who_owns_up_or_accuses_goes_before_how_the_event_is_told() -> None:
    admitted = Claim("s", "d", Span(0, 9), "The Front claimed responsibility.", Statement("Front", "", "CONCEDE"))
    accused = Claim("s", "d", Span(0, 9), "The army blamed the Front.", Statement("army", "", "ACCUSE", ("Front",)))
    assert confidence(Match(Template("m", {}), (event(), admitted))) == "CLAIMED OR ADMITTED"
    assert confidence(Match(Template("m", {}), (event(modality=Modality.ASSERTED), accused))) == "SUSPECTED OR ACCUSED BY AUTHORITIES"


def test_a_day_that_is_none_is_no_day() -> None:
    assert day_of("31 NOV 89") is None
    assert day_of("ON 2 FEB 91") == dt.date(1991, 2, 2)


def test_words_are_written_as_elsewhere() -> None:
    caser = Truecaser(["He said the army of Orvania left. The army left, said the NATO officer in Orvania, NATO said."])
    restored = caser.restore("THE ARMY LEFT ORVANIA. NATO SAID THE KELLIN FRONT [KFX] WAS NEGOTIATING.")
    assert restored == "The army left Orvania. NATO said the Kellin Front [KFX] Was negotiating."
