"""How far people who judge the same things agree, beyond what chance would give."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import permutations


def cohens_kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa of two judges over the things both judged, one pair of labels each.

    `None` where it is not defined: nothing was judged, or both gave one and the same label throughout.
    Source: J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960).
    """
    if not pairs:
        return None
    total = len(pairs)
    first, second = (Counter(labels) for labels in zip(*pairs, strict=True))
    observed = sum(a == b for a, b in pairs) / total
    expected = sum(first[label] * second[label] for label in first) / total**2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def krippendorffs_alpha(units: Sequence[Sequence[str]]) -> float | None:
    """Krippendorff's alpha for nominal labels, of any number of judges with any missing: `units` are the labels each thing was given.

    `None` where it is not defined: no thing has two labels, or all labels are the same.
    Source: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), coincidence matrix for nominal data.
    """
    coincidences: dict[tuple[str, str], float] = defaultdict(float)
    for labels in units:
        for pair in permutations(labels, 2):
            coincidences[pair] += 1 / (len(labels) - 1)
    margins: dict[str, float] = defaultdict(float)
    for (label, _), weight in coincidences.items():
        margins[label] += weight
    total = sum(margins.values())
    expected = total**2 - sum(n**2 for n in margins.values())
    if total < 1 or expected == 0:
        return None
    observed = sum(weight for (a, b), weight in coincidences.items() if a != b)
    return 1 - (total - 1) * observed / expected
