"""One record, explained: its words in their sentence, and why every field is what it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from warledger.base.errors import UsageError
from warledger.exports.events import disputes_of, event
from warledger.exports.names import actor_names, place_names
from warledger.exports.records import record
from warledger.pipeline.citing import short
from warledger.pipeline.view import View
from warledger.records.claim import Claim
from warledger.records.event import Happening
from warledger.records.place import PlaceLink

_AROUND = 200
_SHOWN = 12


class Field(msgspec.Struct, frozen=True):
    """Why one field has its value: the rule, the words, how they hang together, and how sure."""

    field: str
    rule: str
    words: str
    link: str
    confidence: float | None


class NameWhy(msgspec.Struct, frozen=True):
    """What a name was taken to be, why, and what else it might have been."""

    name: str
    taken: str
    why: str
    others: tuple[str, ...] = ()


class Explanation(msgspec.Struct, frozen=True):
    """Everything known about one record. `event` and `joined` say which happening it is part of, and what joined it."""

    record: dict[str, Any]
    before: str
    after: str
    maker: str
    fields: tuple[Field, ...]
    places: tuple[NameWhy, ...]
    actors: tuple[NameWhy, ...]
    event: dict[str, Any] | None
    joined: str
    disputes: tuple[dict[str, Any], ...]


def explain(view: View, wanted: str) -> Explanation:
    """The record with that id, or the one id that begins so.

    Raises:
        UsageError: no such record, or several (they are listed).
    """
    claim = claim_in(view, wanted)
    text = next(d.text for d in view.documents if d.id == claim.document)
    disputes = disputes_of(view.state.disputes)
    happening = next((h for h in view.state.happenings if claim.id in h.members), None)
    return Explanation(
        record=record(view.state, claim),
        before=short(text[max(0, claim.span.start - _AROUND) : claim.span.start], _AROUND),
        after=short(text[claim.span.end : claim.span.end + _AROUND], _AROUND),
        maker=claim.maker,
        fields=tuple(_fields(claim)),
        places=tuple(_place(link) for n in place_names(claim) if (link := view.state.links.place(claim.document, n))),
        actors=tuple(_actor(view, claim, name) for name in actor_names(claim)),
        event=event(happening, disputes) if happening else None,
        joined=happening.why.get(claim.id, "") if happening else "",
        disputes=tuple(
            {"id": d.id, "type": d.type, "real": d.real, "why": d.why, "a": d.a, "b": d.b}
            for d in view.state.disputes
            if claim.id in (*d.a, *d.b)
        ),
    )


def find_happening(view: View, wanted: str) -> Happening | None:
    """The happening of that id, if it is one's id."""
    return next((h for h in view.state.happenings if h.id == wanted), None)


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
    found = sorted(i for i in view.by_id if i.startswith(wanted)) if wanted else []
    if len(found) == 1:
        return view.by_id[found[0]]
    if found:
        raise UsageError(f'{len(found)} records begin with "{wanted}"', mend="Say which: " + _listed(found))
    raise UsageError(f'no record "{wanted}"', mend="`warledger export DIR --format records --all` lists all ids")


def _fields(claim: Claim) -> Iterable[Field]:
    for name in sorted({*claim.why, *claim.confidences}):
        why = claim.why.get(name)
        sure = claim.confidences.get(name)
        yield Field(name, why.rule if why else "", why.words if why else "", why.link if why else "", sure)


def _place(link: PlaceLink) -> NameWhy:
    if link.place is None:
        taken = f"not placed ({link.reason.value})" if link.reason else "not placed"
    else:
        taken = f"{link.place.name}, {link.place.country} ({link.place.id}), precision {link.precision}"
    others = tuple(f"{c.place.name}, {c.place.country}, {c.score:.2f}: {c.why}" for c in link.candidates if c.place != link.place)
    return NameWhy(link.name, taken, link.why, others[:_SHOWN])


def _actor(view: View, claim: Claim, name: str) -> NameWhy:
    link = view.state.links.actor(claim.document, name)
    return NameWhy(name, link.canonical or "not in actors.toml" if link else "not linked", link.why if link else "")


def _listed(ids: Iterable[str]) -> str:
    held = sorted(ids)
    more = f" and {len(held) - _SHOWN} more" if len(held) > _SHOWN else ""
    return ", ".join(held[:_SHOWN]) + more
