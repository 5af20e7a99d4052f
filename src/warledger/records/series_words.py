"""Words by which agreements hang together and positions show over time (`vocab/series.toml`)."""

from __future__ import annotations

import re

import msgspec

from warledger.records.layers import layered

_WORD = re.compile(r"[^\W_](?:[\w’'-]*[^\W_])?")
_SHORTEST = 4
#: Letters by which words of one stem meet ("sanction", "sanctions").
_STEM = 6


class SeriesWords(msgspec.Struct, frozen=True):
    """PLOVER acts `toward` and `against` an addressee; acts that `accept` or `refuse` a proposal; words that say an agreement was
    `extended`; `common` words that tell no matter from another; `deals`: kind of agreement -> its words. `fighting` event types,
    `taking` modes of control and `backing` acts tell who fights and who backs whom."""

    toward: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()
    accept: frozenset[str] = frozenset()
    refuse: frozenset[str] = frozenset()
    extended: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    deals: dict[str, frozenset[str]] = {}
    fighting: frozenset[str] = frozenset()
    taking: frozenset[str] = frozenset()
    backing: frozenset[str] = frozenset()

    def matter(self, text: str) -> frozenset[str]:
        """The words of a text that tell what it is about: their first six letters, in lower case."""
        words = {word.casefold() for word in _WORD.findall(text)}
        return frozenset(word[:_STEM] for word in words if len(word) >= _SHORTEST and word not in self.common and not word.isdigit())

    @property
    def kinds_of_deals(self) -> frozenset[str]:
        """The stems of the words for kinds of agreements: that two deals are resolutions says nothing of which."""
        return frozenset(word[:_STEM] for listed in self.deals.values() for word in listed)

    def deal(self, text: str) -> str:
        """What kind of agreement the text names; empty when its words fit any. The last such word decides ("peace talks plan")."""
        kinds = {word: kind for kind, listed in self.deals.items() for word in listed}
        found = [(m.start(), kinds[m[0]]) for m in re.finditer(r"[\w-]+(?: fire| map)?", text.casefold()) if m[0] in kinds]
        return max(found)[1] if found else ""

    def extends(self, text: str) -> bool:
        """Whether the text says that something goes on for longer."""
        return any(word.casefold() in self.extended for word in _WORD.findall(text))


def parse_series_words(*texts: str) -> SeriesWords:
    """The words in the TOML texts, later ones laid over the first.

    Raises:
        KeyError: a list is missing. VocabularyError: not TOML, or nothing to lay it over.
    """
    data = layered(*texts)
    deals = {str(kind): frozenset(map(str, words)) for kind, words in data["deals"].items()}
    return SeriesWords(
        toward=frozenset(data["for"]),
        against=frozenset(data["against"]),
        accept=frozenset(data["accept"]),
        refuse=frozenset(data["refuse"]),
        extended=frozenset(data["extended"]),
        common=frozenset(data["common"]),
        deals=deals,
        fighting=frozenset(data["fighting"]),
        taking=frozenset(data["taking"]),
        backing=frozenset(data["backing"]),
    )
