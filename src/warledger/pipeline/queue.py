"""What to review first: the records on which most hangs, and of those the least certain."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from warledger.pipeline.dossier import same_words
from warledger.pipeline.standing import by_hand
from warledger.pipeline.view import View
from warledger.records.claim import FACTUAL, Claim
from warledger.records.status import ClaimStatus

#: What a decision would change, and how much that counts beside the other things. A death toll grows with its figure: 10 dead
#: weigh as much as a line of control, 1,000 twice as much.
_DISPUTE, _CONTROL, _FIGURE, _SECOND_WITNESS = 1.5, 1.0, 0.5, 0.5
#: Even a record we are sure of may be wrong.
_DOUBT = 1.1
#: What a record weighs on which nothing hangs.
_LEAST = 0.1
_BODIES = frozenset({"killed", "injured", "casualties", "missing", "captured", "displaced"})


class Hangs(msgspec.Struct, frozen=True):
    """One thing a decision on the record would change: `what` is `dispute`, `control` or `figure`, `id` the dispute's, place's or
    event's; `points` its part of the weight, before doubt."""

    what: str
    id: str
    words: str
    points: float


class Item(msgspec.Struct, frozen=True):
    """A record to look at: how much hangs on it (any number, larger first), what, in words, and the same again piece by piece.
    `confidence` is the record's: the surer, the less there is to gain. `copies` say just the same in copies of the text."""

    record: str
    weight: float
    why: tuple[str, ...]
    confidence: float
    hangs: tuple[Hangs, ...] = ()
    copies: tuple[str, ...] = ()


def review_queue(view: View, decided: Iterable[str] = ()) -> list[Item]:
    """The machine's records that count and nobody has decided on, those on which most hangs first; of copies one stands for all."""
    stakes = _stakes(view)
    done = set(decided)
    open_to = [c for c in view.current if c.id not in done and not by_hand(c)]
    alike: dict[object, list[Item]] = defaultdict(list)
    for claim in open_to:
        witness = view.state.witnesses[claim.document]
        key = claim.id if witness.family == claim.document else same_words(view, claim)
        alike[key].append(_item(claim, stakes.get(claim.id, [])))
    return sorted((_first(items) for items in alike.values()), key=lambda i: (-i.weight, i.record))


def _item(claim: Claim, hangs: list[Hangs]) -> Item:
    if not hangs:
        return Item(claim.id, round(_LEAST * (_DOUBT - claim.confidence), 4), (), round(claim.confidence, 4))
    hangs.sort(key=lambda h: (-h.points, h.words))
    weight = (_LEAST + sum(h.points for h in hangs)) * (_DOUBT - claim.confidence)
    return Item(claim.id, round(weight, 4), tuple(dict.fromkeys(h.words for h in hangs)), round(claim.confidence, 4), tuple(hangs))


def _first(items: list[Item]) -> Item:
    """The copy on which most hangs, with the others named."""
    if len(items) == 1:
        return items[0]
    first, *others = sorted(items, key=lambda i: (-i.weight, i.record))
    return msgspec.structs.replace(first, copies=tuple(i.record for i in others))


def _stakes(view: View) -> dict[str, list[Hangs]]:
    found: dict[str, list[Hangs]] = defaultdict(list)
    for source in (_disputed, _deciding, _counted):
        for record, hangs in source(view):
            found[record].append(hangs)
    return found


def _disputed(view: View) -> Iterator[tuple[str, Hangs]]:
    for dispute in view.state.disputes:
        if dispute.real:
            for side in (dispute.a, dispute.b):
                yield side[0], Hangs("dispute", dispute.id, f"disputed ({dispute.type}): {dispute.why}", _DISPUTE / len(side))


def _deciding(view: View) -> Iterator[tuple[str, Hangs]]:
    for control in view.state.control:
        for spell in control.spells[-1:]:
            for record in spell.evidence:
                words = f"decides who holds {control.names[0]} ({spell.holder or spell.status.value})"
                yield record, Hangs("control", control.key, words, _CONTROL / len(spell.evidence))


def _counted(view: View) -> Iterator[tuple[str, Hangs]]:
    for happening in view.state.happenings:
        alone = len(happening.sources) < 2
        for figure in happening.figures:
            most = max(figure.low or 0, figure.high or 0)
            if figure.measure not in _BODIES or most <= 0 or not _factual(view, figure.members):
                continue
            points = _FIGURE * math.log10(1 + most) + (_SECOND_WITNESS if alone else 0)
            words = f"counts {most:g} {figure.group} {figure.measure}{', with no second source' if alone else ''}"
            for record in figure.members:
                yield record, Hangs("figure", happening.id, words, points / len(figure.members))


def _factual(view: View, records: Iterable[str]) -> bool:
    return any(view.by_id[r].modality in FACTUAL and view.state.status[r] is ClaimStatus.CURRENT for r in records)
