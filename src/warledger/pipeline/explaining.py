"""One record, explained: its words in their sentence, and why every field is what it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from warledger.base.errors import Ambiguous, NotFound, UsageError
from warledger.exports.events import disputes_of, event
from warledger.exports.names import actor_names, place_names
from warledger.exports.records import record
from warledger.ledger.kept.questions import beginning_so
from warledger.pipeline.citing import short
from warledger.pipeline.entries import entry_of
from warledger.pipeline.placing import described
from warledger.pipeline.view import View
from warledger.pipeline.way_back import cited_for, way_back
from warledger.records.citation import Citation
from warledger.records.claim import Claim
from warledger.records.event import Happening
from warledger.records.place import PlaceLink
from warledger.records.provenance import Why

_AROUND = 200
#: How a name was come by, as reasons write it behind the name.
_HOW = re.compile(r"\(([a-z ]+)\)")
_SHOWN = 12


class Field(msgspec.Struct, frozen=True):
    """One field: its value, the rule that gave it and the list entry behind the rule, the words, how they hang together, how sure
    it is, and what made it less sure."""

    field: str
    value: Any
    rule: str
    entry: str
    words: str
    link: str
    confidence: float | None
    lowered_by: tuple[str, ...] = ()


class NameWhy(msgspec.Struct, frozen=True):
    """What a name was taken to be, why, and what else it might have been."""

    name: str
    taken: str
    why: str
    others: tuple[str, ...] = ()


class Explanation(msgspec.Struct, frozen=True):
    """Everything known about one record. `origin` is where in its file the words stand, for files that are more than their text; `cited`
    what the text cites for them; `chain` who says so, nearest to the words first, up to who published it; `event` and `joined` say which
    happening it is part of, and what joined it; `wholes` which happenings sum that one up with others, and why."""

    record: dict[str, Any]
    before: str
    after: str
    maker: str
    chain: tuple[str, ...]
    fields: tuple[Field, ...]
    places: tuple[NameWhy, ...]
    actors: tuple[NameWhy, ...]
    event: dict[str, Any] | None
    joined: str
    wholes: dict[str, str]
    disputes: tuple[dict[str, Any], ...]
    origin: str = ""
    cited: tuple[Citation, ...] = ()


def explain(view: View, wanted: str) -> Explanation:
    """The record with that id, or the one id that begins so.

    Raises:
        UsageError: no such record, or several (they are listed).
    """
    claim = claim_in(view, wanted)
    document = view.document(claim.document)
    text = document.text
    happening = view.home_of(claim)
    witness = view.state.witnesses[claim.document]
    shown = record(view.state, claim)
    return Explanation(
        record=shown,
        before=short(text[max(0, claim.span.start - _AROUND) : claim.span.start], _AROUND),
        after=short(text[claim.span.end : claim.span.end + _AROUND], _AROUND),
        maker=claim.maker,
        chain=tuple(dict.fromkeys(name for name in (*claim.said_by, witness.agency, witness.publisher or witness.doc) if name)),
        fields=tuple(_fields(claim, shown, view.monitor.words)),
        places=tuple(_place(link) for n in place_names(claim) if (link := view.state.links.place(claim.document, n))),
        actors=tuple(_actor(view, claim, name) for name in actor_names(claim)),
        event=event(happening, disputes_of(view.disputes_of(happening.members))) if happening else None,
        joined=happening.why.get(claim.id, "") if happening else "",
        wholes=happening.part_of if happening else {},
        disputes=tuple(
            {"id": d.id, "type": d.type, "real": d.real, "why": d.why, "a": d.a, "b": d.b} for d in view.disputes_of([claim.id])
        ),
        origin=way_back(document, claim.span),
        cited=cited_for(document, claim.span),
    )


def find_happening(view: View, wanted: str) -> Happening | None:
    """The happening of that id, if it is one's id."""
    return view.parts.happenings.get(wanted)


def claim_in(view: View, wanted: str) -> Claim:
    """The record of that id, or the only one whose id begins so.

    Raises:
        UsageError: no such record, or several (they are listed).
    """
    if wanted in view.by_id:
        return view.by_id[wanted]
    happening = find_happening(view, wanted)
    if happening:
        raise UsageError(f'"{wanted}" is an event', mend="Explain one of its records: " + _listed(happening.members))
    found = beginning_so(view.parts, wanted) if wanted else []
    if len(found) == 1:
        return view.by_id[found[0]]
    if found:
        raise Ambiguous(f'{len(found)} records begin with "{wanted}"', mend="Say which: " + _listed(found))
    then = f", as known on {view.state.known}" if view.state.known else ""
    raise NotFound(f'no record "{wanted}"{then}', mend="`warledger export DIR --format records --all` lists all ids")


def _fields(claim: Claim, shown: Mapping[str, Any], own: Mapping[str, str]) -> Iterable[Field]:
    for name in dict.fromkeys((*claim.why, *claim.confidences)):
        why = claim.why.get(name, Why(""))
        lowered = tuple(dict.fromkeys(how for how in _HOW.findall(why.words) if how != "as written"))
        sure = claim.confidences.get(name)
        yield Field(name, _value(name, claim, shown), why.rule, entry_of(why.rule, own), why.words, why.link, sure, lowered)


def _value(name: str, claim: Claim, shown: Mapping[str, Any]) -> Any:
    if name == "dates" and claim.time is not None:
        return f"{shown['date_start'] or ''}..{shown['date_end'] or ''} ({claim.time.precision.value}, {claim.time.basis.value})"
    return shown.get("agreement_status" if name == "status" else name)


def _place(link: PlaceLink) -> NameWhy:
    if link.place is None:
        taken = f"not placed ({link.reason.value})" if link.reason else "not placed"
    else:
        taken = f"{described(link.place, link.within)} ({link.key}), where_prec {link.precision}, {link.score:.2f}"
    others = tuple(f"{described(c.place)}, {c.score:.2f}: {c.why}" for c in link.candidates if c.place != link.place)
    return NameWhy(link.name, taken, link.why, others[:_SHOWN])


def _actor(view: View, claim: Claim, name: str) -> NameWhy:
    link = view.state.links.actor(claim.document, name, claim.day)
    if link is None:
        return NameWhy(name, "not linked", "")
    others = tuple(f"{c.name}, {c.score:.2f}: {c.why}" for c in link.candidates if c.name != link.canonical)
    taken = link.canonical or f'not in actors.toml; counted with all that are "{link.key}"'
    return NameWhy(name, taken, f"{link.why} ({link.score:.2f})" if link.why else "", others[:_SHOWN])


def _listed(ids: Iterable[str]) -> str:
    held = sorted(ids)
    more = f" and {len(held) - _SHOWN} more" if len(held) > _SHOWN else ""
    return ", ".join(held[:_SHOWN]) + more
