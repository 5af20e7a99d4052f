"""Which countries reports are set in, by the names that leave little doubt; a name never votes for itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from warledger.stages.linking.mentions import Named

# A name borne in more countries than this says nothing about where a report is set.
_COUNTRIES_AT_MOST = 3
# The reports around count less than the report itself; a country the monitor does not list, less than one it does.
_PILE = 0.8
_UNLISTED = 0.6
# Half a vote more than the strongest country has: one unambiguous name is support, not certainty.
_DOUBT = 0.5


@dataclass(frozen=True)
class Votes:
    """`votes`: country (ISO 3166 alpha-2) -> key of a name -> its vote; `total`: country -> all its votes."""

    votes: Mapping[str, Mapping[str, float]]
    total: Mapping[str, float]
    _kept: dict[str, Mapping[str, float]] = field(default_factory=dict, compare=False)
    _tenths: dict[str, tuple[tuple[str, float], ...]] = field(default_factory=dict, compare=False)

    @classmethod
    def count(cls, named: Iterable[Named]) -> Votes:
        """One vote a name, shared between the countries where it is borne."""
        votes: dict[str, dict[str, float]] = defaultdict(dict)
        for name in sorted({n.key: n for n in named}.items()):
            countries = _countries(name[1])
            for country in countries:
                votes[country][name[0]] = 1.0 / len(countries)
        return cls(votes, {country: sum(given.values()) for country, given in votes.items()})

    def share(self, country: str, but: str) -> float:
        """0-1: how strongly the names other than `but` speak for the country, against the country they speak for most."""
        return self.shares(but).get(country, 0.0)

    def shares(self, but: str) -> Mapping[str, float]:
        """`share` for every country that has one. Worked out once a name."""
        if but not in self._kept:
            self._kept[but] = self._shares(but)
        return self._kept[but]

    def rounded(self, but: str) -> tuple[tuple[str, float], ...]:
        """`shares` in tenths, without those that round to nothing, sorted: what reports are set in does not change with every name
        that comes in, and reports of one setting can be answered together."""
        if but not in self._tenths:
            tenths = ((country, round(share, 1)) for country, share in self.shares(but).items())
            self._tenths[but] = tuple(sorted((country, share) for country, share in tenths if share > 0.0))
        return self._tenths[but]

    def _shares(self, but: str) -> Mapping[str, float]:
        others = {c: total - self.votes[c].get(but, 0.0) for c, total in self.total.items()}
        most = max(others.values(), default=0.0) + _DOUBT
        return {c: votes / most for c, votes in others.items() if votes > 0.0}


class Setting(msgspec.Struct, frozen=True):
    """Where one document is set: its own votes, those of all documents (in tenths), and the countries the monitor is about (may be
    none)."""

    document: Votes
    pile: Votes
    monitor: frozenset[str] = frozenset()

    def fit(self, country: str, but: str) -> float:
        """0-1: how well a place in this country fits, names with the key `but` set aside."""
        return self._fit(country, self.document.share(country, but), dict(self.pile.rounded(but)).get(country, 0.0))

    def likely(self, but: str, at_least: float, limit: int) -> Sequence[str]:
        """The countries that fit at least so well, best first."""
        own, pile = self.document.shares(but), dict(self.pile.rounded(but))
        fits = {c: self._fit(c, own.get(c, 0.0), pile.get(c, 0.0)) for c in {*self.monitor, *own, *pile}}
        return tuple(sorted((c for c, fit in fits.items() if fit >= at_least), key=lambda c: (-fits[c], c))[:limit])

    def _fit(self, country: str, own: float, pile: float) -> float:
        if country in self.monitor:
            return 1.0
        return max(own, _PILE * pile) * (_UNLISTED if self.monitor else 1.0)


def _countries(name: Named) -> list[str]:
    sovereign = [p.country for p in name.places if p.kind == "country"]
    found = sorted({p.country for p in name.places if p.country}) if not sovereign else sovereign[:1]
    return found if len(found) <= _COUNTRIES_AT_MOST else []
