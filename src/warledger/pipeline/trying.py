"""What a monitor's own words change: its documents read in memory with the packaged words and with its own, and compared.

Nothing is written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

import msgspec

from warledger.records.claim import Claim
from warledger.records.document import Document

D = TypeVar("D")
_COMPARED = ("content", "modality", "said_by", "time", "places")


class Reads(Protocol):
    """A reader of documents."""

    def read(self, documents: Iterable[Document]) -> Iterator[HasClaims]:
        """One reading a document."""
        ...


class HasClaims(Protocol):
    """A reading."""

    @property
    def claims(self) -> Sequence[Claim]:
        """What was taken."""
        ...


class Altered(msgspec.Struct, frozen=True):
    """One record that is there with one vocabulary only, or another with the other. `rule` is the frame that tells of it now
    (or, when lost, told of it)."""

    doc: str
    kind: str
    rule: str
    quote: str
    before: dict[str, str]
    after: dict[str, str]


class Trial(msgspec.Struct, frozen=True):
    """What the monitor's own words add, lose and change in the documents of its ledger."""

    documents: int
    records: int
    added: tuple[Altered, ...]
    lost: tuple[Altered, ...]
    changed: tuple[Altered, ...]


def kept_parses(parse: Callable[[Iterable[str]], Iterator[D]]) -> Callable[[Iterable[str]], Iterator[D]]:
    """The parser, keeping what it made of the last texts, so that two readers share one parse."""
    kept: dict[str, D] = {}

    def shared(texts: Iterable[str]) -> Iterator[D]:
        wanted = list(texts)
        missing = [text for text in dict.fromkeys(wanted) if text not in kept]
        fresh = dict(zip(missing, parse(missing), strict=True))
        held = {text: fresh[text] if text in fresh else kept[text] for text in wanted}
        kept.clear()
        kept.update(held)
        yield from (held[text] for text in wanted)

    return shared


def try_words(
    documents: Sequence[Document], names: dict[str, str], before: Reads, after: Reads, progress: Callable[[int], None] = lambda _: None
) -> Trial:
    """Reads each document with both readers and compares what they give."""
    found: dict[str, list[Altered]] = {"added": [], "lost": [], "changed": []}
    records = 0
    for n, document in enumerate(documents, 1):
        (old,), (new,) = before.read([document]), after.read([document])
        records += len(new.claims)
        for what, altered in compare(names[document.id], old.claims, new.claims):
            found[what].append(altered)
        progress(n)
    return Trial(len(documents), records, *(tuple(found[what]) for what in ("added", "lost", "changed")))


def compare(doc: str, old: Iterable[Claim], new: Iterable[Claim]) -> Iterator[tuple[str, Altered]]:
    """The differences, claims of one kind on one span held against each other: equal ones first, the rest in order."""
    sides: dict[tuple[object, str], tuple[list[Claim], list[Claim]]] = defaultdict(lambda: ([], []))
    for n, claims in enumerate((old, new)):
        for claim in claims:
            sides[claim.span, claim.kind][n].append(claim)
    for (_, kind), (was, now) in sorted(sides.items(), key=lambda item: (str(item[0][0]), item[0][1])):
        gone = _without(was, now)
        come = _without(now, was)
        both = min(len(gone), len(come))
        for a, b in zip(gone[:both], come[:both], strict=True):
            before, after = _fields(a), _fields(b)
            differ = sorted(f for f in {*before, *after} if before.get(f) != after.get(f))
            shown = ({f: before.get(f, "") for f in differ}, {f: after.get(f, "") for f in differ})
            yield "changed", Altered(doc, kind, _rule(b), b.quote, *shown)
        yield from (("lost", Altered(doc, kind, _rule(c), c.quote, _fields(c), {})) for c in gone[both:])
        yield from (("added", Altered(doc, kind, _rule(c), c.quote, {}, _fields(c))) for c in come[both:])


def _without(claims: list[Claim], others: list[Claim]) -> list[Claim]:
    left = [tuple(getattr(o, f) for f in _COMPARED) for o in others]
    rest = []
    for claim in claims:
        key = tuple(getattr(claim, f) for f in _COMPARED)
        if key in left:
            left.remove(key)
        else:
            rest.append(claim)
    return rest


def _rule(claim: Claim) -> str:
    return claim.why["kind"].rule if "kind" in claim.why else ""


def _fields(claim: Claim) -> dict[str, str]:
    content = msgspec.to_builtins(claim.content)
    days = f"{claim.time.start or ''}..{claim.time.end or ''}" if claim.time else ""
    beside = {"places": claim.places, "said_by": claim.said_by, "modality": claim.modality.value, "dates": days}
    return {name: _text(value) for name, value in {**content, **beside}.items() if name != "kind" and value not in (None, (), [], "")}


def _text(value: object) -> str:
    if isinstance(value, list | tuple):
        return "; ".join(_text(v) for v in value)
    if isinstance(value, dict):
        return " ".join(f"{k}={v}" for k, v in value.items())
    return str(value)
