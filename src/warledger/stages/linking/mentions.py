"""The place names of all claims, and which entries of the gazetteer bear them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from warledger.base.similarity import fold_name
from warledger.records.claim import Claim, Movement
from warledger.records.place import Place
from warledger.stages.linking.gazetteer import Gazetteer
from warledger.stages.linking.phrases import Phrase, PhraseReader

# Of the bearers of a very common name only the user's own and the most populous (the gazetteer's order) can be meant.
_BEARERS = 24


class Named(msgspec.Struct, frozen=True):
    """A place phrase with its readings; `phrase` is the first whose name the gazetteer knows and `places` who bears it
    (none known: the last reading and no places; no reading at all: `None`)."""

    readings: tuple[Phrase, ...]
    phrase: Phrase | None
    places: tuple[Place, ...] = ()

    @property
    def key(self) -> str:
        """The folded name that was looked up: two phrases with one key are one vote about where a report is set."""
        return fold_name(self.phrase.name) if self.phrase else ""


def names_by_document(claims: Iterable[Claim]) -> dict[str, tuple[str, ...]]:
    """Document id -> the place names its claims use, sorted."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        found[claim.document].update(place_names(claim))
    return {document: tuple(sorted(names)) for document, names in sorted(found.items()) if names}


def place_names(claim: Claim) -> tuple[str, ...]:
    """Every place name of a claim, in the order of its fields."""
    content = claim.content
    return (*claim.places, *content.origin, *content.to) if isinstance(content, Movement) else claim.places


class NameBook:
    """Looks each phrase up once, whatever the number of documents that use it."""

    def __init__(self, gazetteer: Gazetteer, reader: PhraseReader) -> None:
        self._gazetteer = gazetteer
        self._reader = reader
        self._named: dict[str, Named] = {}

    def named(self, name: str) -> Named:
        """The phrase read and looked up."""
        if name not in self._named:
            self._named[name] = self._find(name)
        return self._named[name]

    def _find(self, name: str) -> Named:
        readings = self._reader.read(name)
        for phrase in readings:
            places = self._gazetteer.lookup(phrase.name)
            if places:
                return Named(readings, phrase, places[:_BEARERS])
        return Named(readings, readings[-1] if readings else None)
