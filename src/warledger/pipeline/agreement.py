"""How far two or more reviewers agree: over the records that more than one person has judged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import msgspec

from warledger.base.agreement import cohens_kappa, krippendorffs_alpha
from warledger.pipeline.rulings import Finder, in_force
from warledger.records.claim import Claim
from warledger.records.decision import Decision, Verdict

_JUDGED = frozenset({Verdict.ACCEPT, Verdict.REJECT, Verdict.EDIT})

Judged = Mapping[str, Mapping[str, str]]


class Pair(msgspec.Struct, frozen=True):
    """Two reviewers: over how many records both judged, in how many they gave one judgement, and Cohen's kappa (`None`: not defined)."""

    a: str
    b: str
    both: int
    same: int
    kappa: float | None


class Differing(msgspec.Struct, frozen=True):
    """A record they judge otherwise: by reviewer."""

    record: str
    judged: dict[str, str]


class Agreement(msgspec.Struct, frozen=True):
    """`records` were judged by more than one person; `alpha` is Krippendorff's, over all of them (`None`: not defined)."""

    records: int
    alpha: float | None
    pairs: tuple[Pair, ...]
    differing: tuple[Differing, ...]


def agreement_of(decisions: Sequence[Decision], claims: Iterable[Claim]) -> Agreement:
    """The agreement of all who decided. A judgement is `accept`, `reject` or, where somebody edited a record and neither accepted nor
    rejected it afterwards, `edit`; what was undone or reset is none. Decisions on records that are gone are left out."""
    judged = _judged(decisions, Finder(claims))
    several = {record: by for record, by in judged.items() if len(by) > 1}
    people = sorted({who for by in several.values() for who in by})
    alpha = krippendorffs_alpha([list(by.values()) for _, by in sorted(several.items())])
    return Agreement(
        records=len(several),
        alpha=_rounded(alpha),
        pairs=tuple(pair for a, b in combinations(people, 2) if (pair := _pair(several, a, b)).both),
        differing=tuple(Differing(record, dict(sorted(by.items()))) for record, by in sorted(several.items()) if len(set(by.values())) > 1),
    )


def _judged(decisions: Sequence[Decision], finder: Finder) -> Judged:
    """The last judgement of each person of each record."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for decision in in_force(decisions):
        record = finder.find(decision) if decision.verdict in _JUDGED | {Verdict.RESET} else None
        if record is None:
            continue
        if decision.verdict is Verdict.RESET:
            found[record].pop(decision.decider, None)
        else:
            found[record][decision.decider] = decision.verdict.value
    return found


def _pair(judged: Judged, a: str, b: str) -> Pair:
    labels = [(by[a], by[b]) for _, by in sorted(judged.items()) if a in by and b in by]
    return Pair(a, b, len(labels), sum(x == y for x, y in labels), _rounded(cohens_kappa(labels)))


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
