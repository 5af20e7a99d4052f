"""How well a grouping of a planted pile agrees with the truth."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from eval.families.pile import KINDS, Planted
from warledger.records.family import Edge, EdgeType, Family

#: Document id -> the label of its group.
Labels = Mapping[str, str]


def adjusted_rand_index(truth: Sequence[str], found: Sequence[str]) -> float:
    """How far two groupings of the same things agree beyond chance: 1 alike, 0 by chance.

    Hubert and Arabie (1985), Comparing partitions, Journal of Classification 2: the pairs that both put together, less those expected.
    """
    both = _pairs(Counter(zip(truth, found, strict=True)).values())
    one, other = _pairs(Counter(truth).values()), _pairs(Counter(found).values())
    everything = len(truth) * (len(truth) - 1) / 2
    expected = one * other / everything if everything else 0.0
    most = (one + other) / 2
    return 1.0 if most == expected else (both - expected) / (most - expected)


def _pairs(sizes: Iterable[int]) -> float:
    return sum(n * (n - 1) / 2 for n in sizes)


@dataclass
class Scores:
    """What was measured of one half. Shares are 0 to 1; `found` is by kind of copy, `right` by type of edge."""

    rand: float
    precision: float
    recall: float
    found: dict[str, tuple[int, int]] = field(default_factory=dict)
    right: dict[str, tuple[int, int]] = field(default_factory=dict)
    typed: dict[str, tuple[int, int]] = field(default_factory=dict)
    origins: tuple[int, int] = (0, 0)
    joined: dict[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def found_in_all(self) -> str:
        """The share of all copies that are with what they came from."""
        hits, of = (sum(pair[at] for pair in self.found.values()) for at in (0, 1))
        return f"{hits / max(1, of):.3f}"


def grouped(planted: Sequence[Planted], labels: Labels) -> Scores:
    """The index and the precision and recall of pairs; documents without a label stand alone."""
    truth = [p.family for p in planted]
    found = [labels.get(p.document.id, p.document.id) for p in planted]
    both = _pairs(Counter(zip(truth, found, strict=True)).values())
    told, known = _pairs(Counter(found).values()), _pairs(Counter(truth).values())
    scores = Scores(adjusted_rand_index(truth, found), both / told if told else 1.0, both / known if known else 1.0)
    scores.found = _found(planted, labels)
    return scores


def _found(planted: Sequence[Planted], labels: Labels) -> dict[str, tuple[int, int]]:
    """Of each kind of copy that joins: how many are in one group with what they came from, and how many there are."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for p in planted:
        if p.kind and p.source and p.kind != "quotes":
            counts[p.kind][0] += labels.get(p.document.id, p.document.id) == labels.get(p.source, p.source)
            counts[p.kind][1] += 1
    return {kind: (counts[kind][0], counts[kind][1]) for kind in KINDS if kind in counts}


def judged(planted: Sequence[Planted], families: Iterable[Family], edges: Iterable[Edge]) -> Scores:
    """Everything, of the families and edges found on the pile."""
    own = {p.document.id: p for p in planted}
    families = [f for f in families if own.keys() & set(f.members)]
    edges = [e for e in edges if e.copy in own and e.origin in own]
    scores = grouped(planted, {member: f.id for f in families for member in f.members})
    linked = {(e.copy, e.origin) for e in edges} | {(e.origin, e.copy) for e in edges}
    quotes = [p for p in planted if p.kind == "quotes"]
    scores.found["quotes"] = (sum((p.document.id, p.source) in linked for p in quotes), len(quotes))
    scores.right = _right(own, edges)
    scores.typed = _typed(own, edges)
    scores.origins = _origins(own, families)
    scores.joined = _joined(planted, families)
    return scores


def _right(own: Mapping[str, Planted], edges: Sequence[Edge]) -> dict[str, tuple[int, int]]:
    """Of each type of edge: how many tie documents that have to do with one another, and how many there are."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for edge in edges:
        copy, origin = own[edge.copy], own[edge.origin]
        counts[edge.type][0] += _quoted(copy, origin, own) if edge.type is EdgeType.QUOTES else copy.family == origin.family
        counts[edge.type][1] += 1
    return {kind: (hits, of) for kind, (hits, of) in sorted(counts.items())}


def _quoted(one: Planted, other: Planted, own: Mapping[str, Planted]) -> bool:
    """Whether one has a passage of the other's family, or both of a third, or both are of one wording."""
    families = [{p.family} | ({own[p.source].family} if p.source else set()) for p in (one, other)]
    return bool(families[0] & families[1]) or (one.wording is not None and one.wording == other.wording)


def _typed(own: Mapping[str, Planted], edges: Sequence[Edge]) -> dict[str, tuple[int, int]]:
    """Of each kind of copy: how many edges from it have the type they should have, of those to what it came from."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for edge in edges:
        copy, origin = own[edge.copy], own[edge.origin]
        if copy.kind and copy.source == origin.document.id:
            counts[copy.kind][0] += edge.type in KINDS[copy.kind]
            counts[copy.kind][1] += 1
    return {kind: (counts[kind][0], counts[kind][1]) for kind in KINDS if kind in counts}


def _origins(own: Mapping[str, Planted], families: Sequence[Family]) -> tuple[int, int]:
    """How many families with their original among them name it, of how many."""
    with_origin = [f for f in families if any(_original(own[m]) for m in f.members)]
    return sum(_original(own[f.origin]) for f in with_origin), len(with_origin)


def _original(planted: Planted) -> bool:
    return planted.kind is None and planted.series is None


def _joined(planted: Sequence[Planted], families: Sequence[Family]) -> dict[str, tuple[int, int]]:
    """Of what only looks like copies, by kind of series: how many are wrongly in a family, and how many there are."""
    members = {m for f in families for m in f.members}
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for p in planted:
        if p.series:
            kind = "apart" if p.series.startswith(p.half) else p.series.split()[0]
            counts[kind][0] += p.document.id in members
            counts[kind][1] += 1
    return {kind: (wrong, of) for kind, (wrong, of) in sorted(counts.items())}
