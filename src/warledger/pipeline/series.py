"""Series of actors out of the current records."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from warledger.base.similarity import fold_name
from warledger.pipeline.citing import says_who, short
from warledger.pipeline.view import View
from warledger.records.claim import Agreement, Claim, Modality, Movement, Statement, Strength
from warledger.records.keys import actor_key, shown_name
from warledger.records.series import Point, Series, Witnessed

#: Kinds of records that make series, in the order they are shown.
KINDS = ("strength", "movement", "agreement", "statement")
#: PLOVER acts for and against an addressee: who goes from one to the other has changed position.
_FOR = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
_AGAINST = frozenset({"ACCUSE", "REJECT", "THREATEN", "SANCTION", "COERCE", "ASSAULT"})
_QUOTE = 200

_Key = tuple[str, str, str]
_Row = tuple[Claim, str, Point]


def series_of(view: View, actor: str = "", kinds: Iterable[str] = KINDS, on: dt.date | None = None) -> list[Series]:
    """Every series (of an actor whose name holds the words of `actor`, case and accents aside), begun by the day `on`; those of one
    kind with most points first."""
    wanted, asked = fold_name(actor).split(), set(kinds)
    rows: dict[_Key, list[_Row]] = defaultdict(list)
    for claim in view.current:
        if claim.kind in asked and claim.modality is not Modality.DENIED and _begun(claim, on):
            for key, name, point in _points(view, claim):
                if all(word in fold_name(name).split() for word in wanted):
                    rows[key].append((claim, name, point))
    made = [_series(key, found) for key, found in rows.items()]
    return sorted(made, key=lambda s: (KINDS.index(s.kind), -len(s.points), s.actor, s.what))


def _points(view: View, claim: Claim) -> Iterator[tuple[_Key, str, Point]]:
    content = claim.content
    match content:
        case Strength(actor=actor, unit=unit, low=low, high=high) if actor:
            yield _one(view, claim, actor, unit, low, high, "")
        case Movement(mode=mode, actors1=actors, count_low=low, count_high=high):
            for actor in actors:
                yield _one(view, claim, actor, mode, low, high, _way(content))
        case Agreement(parties=parties, what=what, status=status):
            for actor in parties:
                yield _one(view, claim, actor, "agreements", None, None, f"{what} {status}".strip())
        case Statement(act=act) if content.speaker or content.affiliation:
            addressees = " and ".join(content.target)
            yield _one(view, claim, content.speaker or content.affiliation, "statements", None, None, f"{act} {addressees}".strip())


def _one(view: View, claim: Claim, actor: str, what: str, low: float | None, high: float | None, words: str) -> tuple[_Key, str, Point]:
    links, time = view.state.links, claim.time
    witness = Witnessed(claim.id, view.names[claim.document], says_who(view, claim), short(claim.quote, _QUOTE))
    start, end = (time.start, time.end) if time else (None, None)
    key = (claim.kind, actor_key(links, claim.document, actor), what)
    return key, shown_name(links, claim.document, actor), Point(start, end, low, high, words, claim.modality.value, (witness,))


def _way(content: Movement) -> str:
    parts = [f"from {' and '.join(content.origin)}" if content.origin else "", f"to {' and '.join(content.to)}" if content.to else ""]
    return " ".join(part for part in parts if part)


def _series(key: _Key, rows: list[_Row]) -> Series:
    kind, _, what = key
    names = Counter(name for _, name, _ in rows)
    merged: dict[Point, list[Witnessed]] = defaultdict(list)
    for _, _, point in rows:
        merged[msgspec.structs.replace(point, witnesses=())].extend(point.witnesses)
    points = [msgspec.structs.replace(p, witnesses=tuple(sorted(seen, key=lambda w: (w.doc, w.record)))) for p, seen in merged.items()]
    points.sort(key=_when)
    turns = tuple(_turns(points)) if kind == "statement" else ()
    return Series(min(names, key=lambda n: (-names[n], n)), kind, what, tuple(points), turns)


def _turns(points: list[Point]) -> Iterator[tuple[int, int]]:
    """Neighbouring statements to one addressee, one for and one against it."""
    last: dict[str, int] = {}
    for index, point in enumerate(points):
        act, _, addressee = point.words.partition(" ")
        if not addressee or act not in _FOR | _AGAINST:
            continue
        before = last.get(addressee)
        if before is not None and (points[before].words.partition(" ")[0] in _FOR) != (act in _FOR):
            yield before, index
        last[addressee] = index


def _when(point: Point) -> tuple[dt.date, dt.date, float, str]:
    first = point.start or point.end or dt.date.min
    return first, point.end or dt.date.max, point.low or point.high or 0.0, point.words


def _begun(claim: Claim, on: dt.date | None) -> bool:
    begun = (claim.time.start or claim.time.end) if claim.time else None
    return on is None or begun is None or begun <= on
