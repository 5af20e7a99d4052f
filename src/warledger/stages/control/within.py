"""What lies in what: parts in their towns, by the words of the claims; towns in their divisions, by the gazetteer."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from warledger.base.similarity import fold_name
from warledger.records.claim import Claim
from warledger.records.control_words import ControlWords
from warledger.records.keys import UNPLACED, name_key, place_key
from warledger.records.link import Links
from warledger.records.place import Place, PlaceLink

_NAME = r"(?:[a-z]{1,4}-)?[A-ZÀ-ÖØ-Þ][\w’'-]*(?:[ ](?:[a-z]{1,4}-)?[A-ZÀ-ÖØ-Þ][\w’'-]*)*"
_NAMES = rf"{_NAME}(?:(?:, and |, | and ){_NAME})*"
_SPLIT = re.compile(r", and |, | and ")
_OWNER = re.compile(rf"^(?P<whole>{_NAME}?)['’]s? (?P<parts>.+)$")


class Part(msgspec.Struct, frozen=True):
    """A part of a town: its own name, and the key of the town."""

    name: str
    whole: str

    @property
    def key(self) -> str:
        """The key of the part: that of the town, and its name."""
        return f"{self.whole}/{name_key(self.name).removeprefix(UNPLACED)}"


class PartFinder:
    """Finds what the words of a claim say its place is a part of ("the Riverside district of Oldbridge", "Oldbridge's Riverside
    quarter")."""

    def __init__(self, words: ControlWords, links: Links) -> None:
        self._links = links
        self._wholes: dict[str, set[str]] = defaultdict(set)
        for (document, name), link in links.places.items():
            if link.place is not None and link.place.kind == "populated" and not link.area:
                self._wholes[name_key(name)].add(place_key(links, document, name))
        nouns = "|".join(sorted(map(re.escape, words.parts), key=lambda w: (-len(w), w)))
        self._noun = re.compile(rf"\b(?:{nouns})\b", re.IGNORECASE) if nouns else None
        town = r"(?:the )?(?:(?:city|town|capital)(?: of)? )?"
        self._shapes = [
            re.compile(rf"(?P<whole>{_NAME}) (?:{nouns}) of (?P<parts>{_NAMES})"),
            re.compile(rf"(?P<parts>{_NAMES}) (?:{nouns}) (?:of|in) {town}(?P<whole>{_NAME})"),
            re.compile(rf"(?:{nouns}) of (?P<parts>{_NAMES}) in {town}(?P<whole>{_NAME})"),
            re.compile(rf"(?P<whole>{_NAME})(?:['’]s|(?<=s)['’]) (?P<parts>{_NAMES}) (?:{nouns})"),
        ]

    def part(self, claim: Claim) -> Part | None:
        """The part that the claim's first place is, with the town it is a part of."""
        if self._noun is None or not self._noun.search(f"{claim.quote} {claim.places[0]}"):
            return None
        place = fold_name(claim.places[0]).split()
        for shape in self._shapes:
            for match in shape.finditer(claim.quote):
                for name in _SPLIT.split(match["parts"]):
                    whole = self._key(claim.document, match["whole"])
                    if whole and _within_words(fold_name(name).split(), place):
                        return Part(name, whole)
        return self._by_places(claim)

    def _by_places(self, claim: Claim) -> Part | None:
        """A part that the coder named with its town behind it."""
        if len(claim.places) < 2 or not self._noun or not self._noun.search(claim.places[0]):
            return None
        whole = self._key(claim.document, claim.places[1])
        return Part(claim.places[0], whole) if whole else None

    def _key(self, document: str, name: str) -> str | None:
        link = self._links.place(document, name)
        if link is not None and link.place is not None and link.place.kind == "populated" and not link.area:
            return place_key(self._links, document, name)
        found = self._wholes.get(name_key(name), set())
        return next(iter(found)) if len(found) == 1 else None


def division_of(link: PlaceLink) -> str:
    """The province (or, with a slash, the district in it) that a name means the whole of, by country and code; "" for anything else."""
    place = link.place
    if place is None or place.kind not in ("admin1", "admin2") or link.part:
        return ""
    return _codes(place)[place.kind == "admin2"]


def divisions(places: Mapping[str, PlaceLink]) -> dict[str, tuple[str, ...]]:
    """The keys of the districts and provinces each place lies in, the smallest first; `places` are links by key."""
    areas: dict[str, list[str]] = defaultdict(list)
    for key, link in sorted(places.items()):
        if whole := division_of(link):
            areas[whole].append(key)
    found = {}
    for key, link in places.items():
        if link.place is not None and not link.part:
            found[key] = tuple(a for code in lies_in(link.place) for a in areas.get(code, ()) if a != key)
    return found


def lies_in(place: Place) -> tuple[str, ...]:
    """The district and the province that a place lies in, as `division_of` names them, as far as the gazetteer says."""
    province, district = _codes(place)
    if place.kind in ("country", "area", "admin1"):
        return ()
    return tuple(code for code in ((district, province) if place.kind != "admin2" else (province,)) if code)


def _codes(place: Place) -> tuple[str, str]:
    """The province and the district, each "" where the gazetteer has none."""
    province = f"{place.country}.{place.admin1}" if place.admin1 else ""
    return province, f"{province}/{place.admin2}" if province and place.admin2 else ""


def _within_words(part: Sequence[str], place: Sequence[str]) -> bool:
    return bool(part) and any(list(place[at : at + len(part)]) == list(part) for at in range(len(place) - len(part) + 1))


def order(keys: Iterable[str], within: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The keys with every area before what lies in it; what would lie in itself goes by its key."""
    done: dict[str, None] = {}

    def visit(key: str, above: frozenset[str]) -> None:
        if key in done or key in above:
            return
        for area in within.get(key, ()):
            visit(area, above | {key})
        done[key] = None

    for key in sorted(keys):
        visit(key, frozenset())
    return list(done)
