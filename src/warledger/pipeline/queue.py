"""What to review first: the records on which most hangs, and of those the least certain."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from warledger.pipeline.standing import by_hand
from warledger.pipeline.view import View
from warledger.records.claim import FACTUAL
from warledger.records.status import ClaimStatus

#: What a decision would change, and how much that counts beside the other things. A death toll grows with its figure: 10 dead
#: weigh as much as a line of control, 1,000 twice as much.
_DISPUTE, _CONTROL, _FIGURE, _SECOND_WITNESS = 1.5, 1.0, 0.5, 0.5
#: Even a record we are sure of may be wrong.
_DOUBT = 1.1
_BODIES = frozenset({"killed", "injured", "casualties", "missing", "captured", "displaced"})


class Item(msgspec.Struct, frozen=True):
    """A record to look at: how much hangs on it (any number, larger first) and what, in words."""

    record: str
    weight: float
    why: tuple[str, ...]


def review_queue(view: View, decided: Iterable[str] = ()) -> list[Item]:
    """The machine's records that count and nobody has decided on, those on which most hangs first."""
    stakes = _stakes(view)
    done = set(decided)
    items = []
    for claim in view.current:
        if claim.id in done or by_hand(claim):
            continue
        reasons = stakes.get(claim.id, [])
        weight = (0.1 + sum(points for points, _ in reasons)) * (_DOUBT - claim.confidence)
        items.append(Item(claim.id, round(weight, 4), tuple(words for _, words in sorted(reasons, reverse=True))))
    return sorted(items, key=lambda i: (-i.weight, i.record))


def _stakes(view: View) -> dict[str, list[tuple[float, str]]]:
    found: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for source in (_disputed, _deciding, _counted):
        for record, points, words in source(view):
            found[record].append((points, words))
    return found


def _disputed(view: View) -> Iterator[tuple[str, float, str]]:
    for dispute in view.state.disputes:
        if dispute.real:
            for side in (dispute.a, dispute.b):
                yield side[0], _DISPUTE / len(side), f"disputed ({dispute.type})"


def _deciding(view: View) -> Iterator[tuple[str, float, str]]:
    for control in view.state.control:
        for spell in control.spells[-1:]:
            for record in spell.evidence:
                holder = spell.holder or spell.status.value
                yield record, _CONTROL / len(spell.evidence), f"decides who holds {control.names[0]} ({holder})"


def _counted(view: View) -> Iterator[tuple[str, float, str]]:
    for happening in view.state.happenings:
        alone = len(happening.sources) < 2
        for figure in happening.figures:
            most = max(figure.low or 0, figure.high or 0)
            if figure.measure not in _BODIES or most <= 0 or not _factual(view, figure.members):
                continue
            points = _FIGURE * math.log10(1 + most) + (_SECOND_WITNESS if alone else 0)
            for record in figure.members:
                yield record, points / len(figure.members), f"counts {most:g} {figure.group} {figure.measure}"


def _factual(view: View, records: Iterable[str]) -> bool:
    return any(view.by_id[r].modality in FACTUAL and view.state.status[r] is ClaimStatus.CURRENT for r in records)
