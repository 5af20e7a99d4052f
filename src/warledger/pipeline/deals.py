"""Agreements with their life: records that tell of one deal, made, violated, extended, ended or failed, in order of time."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from warledger.pipeline.positions import alike
from warledger.pipeline.series_merge import NEAR_DAYS, merged, when
from warledger.pipeline.series_rows import Row, RowMaker
from warledger.records.claim import Agreement, Claim
from warledger.records.keys import place_key, shown_name
from warledger.records.series import Series

#: Points from which on a record tells of a deal. A shared party weighs less than a shared name: the same parties make many deals.
ONE_DEAL = 0.6
_PARTIES, _KIND, _ANY_KIND, _NAMED, _MATTER, _PLACE, _NO_PARTY = 0.4, 0.3, 0.1, 0.5, 0.35, 0.15, -0.3
#: Against one deal: it was made twice, on days this far apart.
_MADE_TWICE, _APART_DAYS = -0.5, 14
#: Days without news after which a deal of no name of its own is another one.
_OLD_DAYS, _OLD = 400, -0.3
#: Of how many records of a deal the last ones a further record is compared with.
_COMPARED = 12
#: A name in more agreements than this, and in more than this share of them, is no deal's own.
_OFTEN, _OFTEN_SHARE = 4, 0.05
#: Parties a deal is called by.
_SHOWN = 4
_NAMES = re.compile(r"\b(?:[A-Z][\w’'-]+|\d{4})\b")
_YEAR = re.compile(r"\b(\d{4})\b")
EXTENDED = "extended"


@dataclass(frozen=True)
class _Told:
    """One agreement record, as deals are told apart by: `named` are the names in its own name, `made` the year it was made in,
    `first` and `last` its days as proleptic ordinals (both 1 where it has none)."""

    claim: Claim
    row: Row
    status: str
    kind: str
    parties: frozenset[str]
    named: frozenset[str]
    made: frozenset[str]
    matter: frozenset[str]
    places: frozenset[str]
    first: int
    last: int

    def marks(self, shared: Mapping[str, str]) -> frozenset[str]:
        """What it must share one of with a record of the same deal: kind and place alone never reach `ONE_DEAL`."""
        own = shared.get(self.claim.id)
        return self.parties | self.named | self.made | self.matter | (frozenset([own]) if own else frozenset())


def _fit(a: _Told, b: _Told, shared: Mapping[str, str]) -> float:
    """How well two records are of one deal, in points."""
    happening = shared.get(a.claim.id)
    if happening is not None and happening == shared.get(b.claim.id):
        return 1.0
    if a.kind and b.kind and a.kind != b.kind:
        return 0.0
    named = bool(a.named & (b.named | b.made) or b.named & a.made)
    score = _NAMED * named + (_KIND if a.kind == b.kind != "" else _ANY_KIND) + _PLACE * bool(a.places & b.places)
    score += _MATTER * alike(a.matter, b.matter)
    if a.parties and b.parties:
        score += _PARTIES * len(a.parties & b.parties) / min(len(a.parties), len(b.parties)) or _NO_PARTY
    return score + (0.0 if named else _against(a, b))


def _against(a: _Told, b: _Told) -> float:
    """What speaks against one deal where no name holds the two together: it was made twice, or long ago."""
    apart = abs(a.last - b.last) if a.last > 1 and b.last > 1 else 0
    if a.status == b.status == "made" and apart > _APART_DAYS and max(a.first, b.first) > min(a.last, b.last) + NEAR_DAYS:
        return _MADE_TWICE
    return _OLD if apart > _OLD_DAYS else 0.0


def _mean_fit(deal: Sequence[_Told], told: _Told, shared: Mapping[str, str]) -> float:
    """The mean over the deal's last records: one that shares something with each of its neighbours alone is another deal."""
    last = deal[-_COMPARED:]
    return sum(_fit(one, told, shared) for one in last) / len(last)


def deals(claims: Iterable[Claim], maker: RowMaker, shared: Mapping[str, str]) -> list[Series]:
    """One series a deal. Records are taken in order of time and each put to the deal it fits best, whatever order they are given in."""
    held = tuple(claims)
    common = _common(held)
    told = sorted((_told(c, maker, common) for c in held), key=lambda t: (when(t.row.point), t.claim.id))
    found: list[list[_Told]] = []
    near_by: dict[str, set[int]] = defaultdict(set)
    for one in told:
        marks = one.marks(shared)
        possible = sorted({n for mark in marks for n in near_by[mark]})
        best, at = max(((_mean_fit(found[n], one, shared), -n) for n in possible), default=(0.0, 0))
        if best < ONE_DEAL:
            at = -len(found)
            found.append([])
        found[-at].append(one)
        for mark in marks:
            near_by[mark].add(-at)
    return [_series(deal, maker, shared) for deal in found]


def _common(claims: Sequence[Claim]) -> frozenset[str]:
    """Names that so many agreements have in theirs that they tell none from another."""
    counts = Counter(word for c in claims for word in set(_names(c)))
    return frozenset(word for word, count in counts.items() if count > max(_OFTEN, _OFTEN_SHARE * len(claims)))


def _names(claim: Claim) -> list[str]:
    content = claim.content
    return [word.casefold() for word in _NAMES.findall(content.what)] if isinstance(content, Agreement) else []


def _told(claim: Claim, maker: RowMaker, common: frozenset[str]) -> _Told:
    content = claim.content
    assert isinstance(content, Agreement)
    status = EXTENDED if content.status == "made" and maker.words.extends(f"{content.what} {claim.quote}") else content.status
    point = maker.point(_dated(claim, status), status, act=status, topic=content.what)
    links = maker.view.state.links
    parties = {word.casefold() for name in content.parties for word in name.split()}
    named = {word for word in _names(claim) if word not in common | parties and not maker.words.deal(word)}
    return _Told(
        claim=claim,
        row=Row(claim, "", "", point, (status, point.modality)),
        status=status,
        kind=maker.words.deal(content.what),
        parties=frozenset(maker.key(claim, name) for name in content.parties),
        named=frozenset(named),
        made=_made_in(claim, status),
        matter=maker.words.matter(content.what) - maker.words.kinds_of_deals,
        first=(point.start or point.end or dt.date.min).toordinal(),
        last=(point.end or point.start or dt.date.min).toordinal(),
        places=frozenset(place_key(links, claim.document, name) for name in claim.places),
    )


def _made_in(claim: Claim, status: str) -> frozenset[str]:
    """The year of its making, where that is told: what later reports call "the 2031 deal"."""
    time = claim.time
    year = str(time.start.year) if time and time.start and time.end and time.start.year == time.end.year else ""
    return frozenset([year]) if status == "made" and year else frozenset()


def _dated(claim: Claim, status: str) -> Claim:
    """The record, without its days where they are those of the deal's making: a year in a deal's name is not when it was broken."""
    time, content = claim.time, claim.content
    if status == "made" or time is None or not isinstance(content, Agreement) or time.start is None or time.end is None:
        return claim
    whole = (time.end - time.start).days > 300 and str(time.start.year) in _YEAR.findall(content.what)
    return msgspec.structs.replace(claim, time=None) if whole else claim


def _series(deal: Sequence[_Told], maker: RowMaker, shared: Mapping[str, str]) -> Series:
    named = _parties(deal, maker)
    points = tuple(point for point, _ in merged((t.row for t in deal), shared))
    return Series(_joined(named), "agreement", _called(deal), points, (), tuple(named))


def _parties(deal: Sequence[_Told], maker: RowMaker) -> dict[str, int]:
    """Every party as most records write it -> in how many it is, those in most first."""
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in (t.claim for t in deal):
        names = claim.content.parties if isinstance(claim.content, Agreement) else ()
        for name in names:
            written[maker.key(claim, name)][shown_name(maker.view.state.links, claim.document, name, claim.day)] += 1
    shown = {min(names, key=lambda n: (-names[n], n)): names.total() for names in written.values()}
    return dict(sorted(shown.items(), key=lambda item: (-item[1], item[0])))


def _joined(named: Mapping[str, int]) -> str:
    """The parties that most records name; those that one names in passing are left out where others are named again and again."""
    most = max(named.values(), default=0)
    leading = [party for party, count in named.items() if count > 1 or most == 1]
    more = f" and {len(leading) - _SHOWN} more" if len(leading) > _SHOWN else ""
    return " and ".join(leading[:_SHOWN]) + more


def _called(deal: Sequence[_Told]) -> str:
    """What most records call it, the longer name first: "deal" says less than "deal on prisoners"."""
    names = Counter(t.row.point.topic for t in deal if t.row.point.topic)
    return min(names, key=lambda n: (-names[n], -len(n), n), default="agreement")


def latest(series: Series) -> dt.date:
    """The last day anything is told of a series."""
    return max((p.end or p.start or dt.date.min for p in series.points), default=dt.date.min)
