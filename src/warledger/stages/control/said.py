"""What parties say of a place, and what somebody denies: shown beside what is assessed, never part of it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

from warledger.records.claim import Claim, Control, Modality
from warledger.records.control import Assertion, Denial
from warledger.stages.control.moves import Move, day_or_none

_DENIED = {
    "captured": "{gained} took it",
    "retaken": "{gained} took it back",
    "handed_over": "it was handed over to {gained}",
    "entered": "{gained} entered it",
    "withdrew": "{lost} withdrew",
    "besieged": "{gained} besieged it",
    "defended": "{gained} held out",
    "holds": "{gained} held it",
}
_SOMEBODY = "somebody"


def assertions(made: Iterable[tuple[Move, str]]) -> tuple[Assertion, ...]:
    """What each party says, by day: a holder that the party names (a siege or a withdrawal names none); beside each move what part of
    the place, or what less than holding it, it is of ("": the place itself)."""
    found: dict[tuple[dt.date, str, str, str], list[str]] = defaultdict(list)
    for move, part in made:
        if move.gained:
            found[(move.day, move.party or "", move.gained.text, part)].append(move.claim)
    return tuple(
        Assertion(holder, by, tuple(sorted(ids)), day_or_none(day), part) for (day, by, holder, part), ids in sorted(found.items())
    )


def denials(claims: Sequence[Claim]) -> tuple[Denial, ...]:
    """What is denied about the place, by day."""
    found: dict[tuple[dt.date, str, str], list[str]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.content, Control) and claim.modality is Modality.DENIED:
            by = claim.said_by[0] if claim.said_by else ""
            found[claim.day or dt.date.min, by, _words(claim.content)].append(claim.id)
    return tuple(Denial(what, by, tuple(sorted(ids)), day_or_none(day)) for (day, by, what), ids in sorted(found.items()))


def _words(content: Control) -> str:
    gained, lost = " and ".join(content.gained_by) or _SOMEBODY, " and ".join(content.lost_by) or _SOMEBODY
    return _DENIED.get(content.mode, content.mode).format(gained=gained, lost=lost)
