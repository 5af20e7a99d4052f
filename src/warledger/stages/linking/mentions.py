"""The place names of all claims, and which entries of the gazetteer bear them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from warledger.base.geodesy import distance_km
from warledger.base.similarity import fold_name
from warledger.records.claim import Claim, Movement
from warledger.records.containment import lies_in
from warledger.records.place import Place
from warledger.records.place_words import PlaceWords
from warledger.stages.linking.gazetteer import Gazetteer
from warledger.stages.linking.lines import Line, LineReader
from warledger.stages.linking.phrases import Hold, Phrase, PhraseReader

# Of the bearers of a very common name only the user's own and the most populous (the gazetteer's order) can be meant.
_BEARERS = 24
_KIND_OF = {3: "admin2", 4: "admin1", 5: "admin1"}
# "X near Y" puts X no farther from Y than this.
_BESIDE_KM = 60.0


class Named(msgspec.Struct, frozen=True):
    """A place phrase with its readings; `phrase` is the first whose name the gazetteer knows and `places` who bears it
    (none known: the last reading and no places; no reading at all: `None`). Of a phrase with two ends `line` says what they are."""

    readings: tuple[Phrase, ...]
    phrase: Phrase | None
    places: tuple[Place, ...] = ()
    line: Line | None = None

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

    def __init__(self, gazetteer: Gazetteer, words: PlaceWords) -> None:
        self._gazetteer = gazetteer
        self._words = words
        self._reader = PhraseReader(words)
        self._lines = LineReader(words)
        self._named: dict[str, Named] = {}

    def named(self, name: str) -> Named:
        """The phrase read and looked up."""
        if name not in self._named:
            self._named[name] = self._find(name)
        return self._named[name]

    def kept(self, phrase: Phrase, places: Sequence[Place]) -> tuple[Place, ...]:
        """Those of the places that lie where the phrase says, as far as the gazetteer knows what it says."""
        found = tuple(places)
        for hold in phrase.within:
            container = self.named(hold.name)
            if container.places:
                found = tuple(place for place in found if any(self._lies(place, hold, container, other) for other in container.places))
        return found

    def holders(self, phrase: Phrase) -> tuple[str, ...]:
        """The names of what the phrase says it lies in, where the gazetteer knows them."""
        return tuple(hold.name for hold in phrase.within if self.named(hold.name).places)

    def container(self, named: Named) -> Named | None:
        """What the name lies in, read alone: for a name that is known but cannot be told from its namesakes."""
        for phrase in named.readings if named.phrase is not None and not named.phrase.missed else ():
            places = self._bearers(phrase) if phrase.missed else ()
            if places:
                return Named(named.readings, phrase, places[:_BEARERS])
        return None

    def _lies(self, place: Place, hold: Hold, container: Named, other: Place) -> bool:
        phrase = container.phrase
        if hold.beside or (phrase is not None and phrase.reach > 1 and not phrase.division):
            return _near(place, other)
        if phrase is not None and phrase.division == 4 and other.kind == "populated":
            return (place.country, place.admin1) == (other.country, other.admin1)
        return lies_in(place, other)

    def _find(self, name: str) -> Named:
        readings = self._reader.read(name)
        for phrase in readings:
            line = None if phrase.words else self._line(phrase.name)
            if line is not None:
                end = line.first if self.named(line.first).places else line.second
                return Named((), Phrase(end), self.named(end).places, line)
            places = self._bearers(phrase)
            if places:
                return Named(readings, phrase, places[:_BEARERS])
        return self._by_people(name) or Named(readings, readings[-1] if readings else None)

    def _line(self, text: str) -> Line | None:
        """The first way to part the text into two ends that the gazetteer both knows; or one of them, where the ends are sure."""
        for line in self._lines.read(text):
            first, second = (self._words.demonyms.get(end, end) for end in (line.first, line.second))
            known = (bool(self.named(first).places), bool(self.named(second).places))
            if all(known) or (line.sure and any(known)):
                return Line(first, second, line.word)
        return None

    def _bearers(self, phrase: Phrase) -> tuple[Place, ...]:
        found = self._gazetteer.lookup(phrase.name)
        places = self.kept(phrase, [place for place in found if not phrase.largest or place.population <= phrase.largest])
        exact = tuple(place for place in places if place.kind == _KIND_OF.get(phrase.division))
        return exact or places

    def _by_people(self, name: str) -> Named | None:
        """ "Xish border": the country of the people in front, when nothing in the phrase is a name the gazetteer knows."""
        first, _, rest = name.removeprefix("the ").partition(" ")
        country = self._words.demonyms.get(first)
        if country is None or not rest.islower() or not any(rest.endswith(word) for word in self._words.after):
            return None
        found = self.named(f"{country} {rest}")
        return found if found.phrase is not None and found.phrase.reach > 1 and found.places else None


def _near(place: Place, other: Place) -> bool:
    if other.kind in ("country", "admin1") or not other.country:
        return place.country == other.country
    return distance_km(place.lat, place.lon, other.lat, other.lon) <= max(_BESIDE_KM, other.radius_km)
