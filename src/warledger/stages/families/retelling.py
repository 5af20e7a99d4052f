"""One text told again in other words: few of its runs of words are left, but what it tells, and in which order, is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set

import numpy as np
import numpy.typing as npt

from warledger.stages.families.shingles import Counts, among, shared
from warledger.stages.families.story import Story
from warledger.stages.families.words import Hashes

#: Share of the shorter text's pairs of telling words that a rewording keeps, and the share kept in all its fifths but one: what only quotes
#: a passage keeps nothing elsewhere. Measured on planted copies: rewordings keep 0.49 to 0.81 and 0.37 to 0.76, quoting stories up to 0.45
#: and 0.04, texts that have nothing to do with one another up to 0.15 and 0.10.
KEPT = 0.35
KEPT_IN_FIFTHS = 0.2
#: A text of fewer such pairs is too short to tell.
LEAST = 24
#: A freer telling keeps little but names and numbers: so many and such a share of the shorter text's, so much in the same order, and some
#: words beside them. Measured: retellings keep 18 to 30, 0.85 to 1.00 and 0.65 to 0.83; reports of one happening by two who were there
#: 3 to 10 and 0.23 to 0.77; others up to 14, 0.88 and 1.00, never with as many as these and as large a share.
FACTS_KEPT = 12
FACTS_SHARE = 0.75
IN_ORDER = 0.6
BESIDE = 0.06

_FIFTHS = 5


def told_again(short: Story, long: Story) -> str | None:
    """Why one is the other in other words, or `None`. `short` is the one with fewer pairs of telling words."""
    if len(short.gists) < LEAST:
        return None
    both = shared(short.gists, long.gists)
    kept = len(both) / len(short.gists)
    if kept < BESIDE:
        return None
    if kept >= KEPT and _in_fifths(short.telling, both) >= KEPT_IN_FIFTHS:
        return f"told in other words: {100 * kept:.0f} % of the pairs of telling words of the shorter text, throughout"
    facts, ordered = _facts_kept(short.facts, long.facts)
    if facts >= FACTS_KEPT and facts >= FACTS_SHARE * min(len(short.facts), len(long.facts)) and ordered >= IN_ORDER:
        return f"told in other words: {facts} names and numbers are the same, {100 * ordered:.0f} % of them in the same order"
    return None


def tellable(both: Counts, one: int, others: Counts) -> npt.NDArray[np.bool_]:
    """Where so many shared pairs of telling words are enough for `told_again` to find anything, given how many each document has."""
    least = np.minimum(one, others)
    enough: npt.NDArray[np.bool_] = (least >= LEAST) & (both >= BESIDE * least)
    return enough


def hopeful(kept: float, one: Set[int], other: Set[int]) -> bool:
    """Whether `told_again` may find something, given the share of pairs of telling words kept and the hashes of both documents' facts."""
    if kept >= KEPT:
        return True
    facts = len(one & other)
    return facts >= FACTS_KEPT and facts >= FACTS_SHARE * min(len(one), len(other))


def _in_fifths(telling: Hashes, both: Hashes) -> float:
    """The share kept in the fifth that keeps least but one."""
    shares = [float(part.mean()) if len(part) else 0.0 for part in np.array_split(among(telling, both), _FIFTHS)]
    return sorted(shares)[1]


def _facts_kept(one: Sequence[str], other: Sequence[str]) -> tuple[int, float]:
    """How many facts both have, and the share of these that stand in one order in both."""
    places = {fact: place for place, fact in enumerate(other)}
    kept = [places[fact] for fact in one if fact in places]
    ends: list[int] = []
    for place in kept:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
    return len(kept), len(ends) / max(1, len(kept))
