"""Edited fields of a record, checked as hand-coded records are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from warledger.exports.records import AGREEMENT_STATUS
from warledger.pipeline.coded import BadRecord, parse_coded, time_of
from warledger.records.claim import Claim
from warledger.records.decision import Decision
from warledger.records.provenance import Why
from warledger.records.reason import Reason

_TIME = frozenset({"date_start", "date_end"})


def edited(claim: Claim, edits: Sequence[Decision]) -> Claim:
    """The claim with the values people gave, the later before the earlier. Edits that no longer fit it are left out."""
    for decision in edits:
        try:
            claim = with_fields(claim, decision.detail, decision)
        except BadRecord:
            continue
    return claim


def with_fields(claim: Claim, changes: Mapping[str, Any], decision: Decision) -> Claim:
    """The claim with these fields (as the export names them) changed; each says by whom and why.

    Raises:
        BadRecord: a field that may not be edited or does not exist for this kind, or a value of the wrong type.
    """
    coded, content = parse_coded(msgspec.json.encode(_row(claim, changes)).decode())
    said = Why("decision", decision.reason, None, f"by {decision.decider}")
    return msgspec.structs.replace(
        claim,
        content=content,
        modality=coded.modality,
        said_by=coded.said_by,
        places=coded.places,
        time=time_of(coded) if _TIME & changes.keys() else claim.time,
        notes=coded.notes or "",
        why={**claim.why, **dict.fromkeys(changes, said)},
        confidences={**claim.confidences, **dict.fromkeys(changes, 1.0)},
    )


def _row(claim: Claim, changes: Mapping[str, Any]) -> dict[str, Any]:
    fields = dict(msgspec.to_builtins(claim.content))
    common = {"said_by": claim.said_by, "modality": claim.modality.value, "places": claim.places, "notes": claim.notes, **_dates(claim)}
    named = {("status" if name == AGREEMENT_STATUS else name): value for name, value in changes.items()}
    editable = (fields.keys() | common.keys()) - {"kind"}
    if unknown := sorted(named.keys() - editable):
        # What a record is of stays: whoever wants other words or another kind rejects it and codes another.
        raise BadRecord(Reason.BAD_RECORD, f"{', '.join(unknown)} cannot be edited; this kind of record has {', '.join(sorted(editable))}")
    return {"doc": "", "quote": claim.quote, **common, **fields, **named}


def _dates(claim: Claim) -> dict[str, Any]:
    time = claim.time
    return {"date_start": time.start if time else None, "date_end": time.end if time else None}
