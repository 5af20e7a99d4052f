"""Where a claim took place, as clustering compares it: each place with what it lies in, and how the places of two claims relate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

import msgspec

from warledger.records.claim import Claim, Movement
from warledger.records.happening_words import HappeningWords
from warledger.records.keys import COUNTRY_WIDE, name_key, place_key
from warledger.records.link import Links

#: UCDP `where_prec` of a region of a country or a line, wider than a province.
_REGION = 5
#: Modes of movement that are about the place left; the others are about the place gone to.
LEAVING = frozenset({"withdrew", "evacuated", "fled"})


class Spot(msgspec.Struct, frozen=True):
    """One place. `key` is the place itself (`place_key`; all that is at the edge, or in the centre, of a town is one).

    `base` is the gazetteer's place it is in or around, `province` that of the base where it is smaller than a province, `direction` the
    letters of a region of a country. `scope` is 1 a place or area, 2 a region of a country, 3 a country or more. `provincial` says that
    it is a whole province or part of one, `nameless` that it has no name of its own; `part` is the `edge` or the `centre` of a town.
    """

    key: str
    base: str
    province: str = ""
    direction: str = ""
    scope: int = 1
    provincial: bool = False
    nameless: bool = False
    part: str = ""


class Where(StrEnum):
    """How the places of two claims relate, closest first."""

    SAME = "one place"
    PART = "a place and a part of it"
    AROUND = "a town and an area at it"
    PROVINCE = "a place in its province"
    REGION = "one region"
    COUNTRY = "one country"
    WIDER = "a country and a place"
    REGIONAL = "a region and a place"
    NOWHERE = "no place"
    UNSAID = "a place only on one side"
    OTHER = "different places"


def place_names(claim: Claim) -> tuple[str, ...]:
    """Most specific first. Of a movement where it goes, or whence when that is all there is or what it is about."""
    content = claim.content
    if isinstance(content, Movement):
        first = content.origin if content.mode in LEAVING else content.to
        return tuple(dict.fromkeys((*(first or content.to or content.origin), *claim.places)))
    return claim.places


def spots_of(claim: Claim, links: Links, words: HappeningWords) -> tuple[Spot, ...]:
    """The places of a claim, most specific first; one that only says where beside another it lies comes after those with names."""
    names = place_names(claim)
    found = [(*_spot(claim.document, name, links, words), name) for name in names]
    if claim.kind != "control":
        found = sorted(found, key=lambda row: row[1])
    return tuple(_in_town([spot for spot, _, _ in found], words.part(found[0][2]) if found else ""))


def _spot(document: str, name: str, links: Links, words: HappeningWords) -> tuple[Spot, bool]:
    """The place, and whether it is only said where beside another it lies."""
    link = links.place(document, name)
    key = place_key(links, document, name)
    if link is None or link.place is None:
        nameless = name[:1].islower() and name.split()[-1][:1].islower()
        return Spot(key, name_key(name), nameless=nameless), nameless and words.bare(name) and not words.part(name)
    place = link.place
    scope = 3 if link.precision >= COUNTRY_WIDE else 2 if link.precision >= _REGION and place.kind == "country" else 1
    province = f"{place.country}.{place.admin1}" if place.admin1 and place.kind != "country" else ""
    direction = words.direction(name) if scope == 2 else ""
    part = words.part(name) if link.area and scope == 1 else ""
    return Spot(f"{place.id}/{part}" if part else key, place.id, province, direction, scope, place.kind == "admin1", part=part), False


def _in_town(spots: Sequence[Spot], part: str) -> Iterable[Spot]:
    """ "The city centre", "the suburbs": parts of the town named beside them."""
    if len(spots) < 2 or not spots[0].key.startswith("~") or not part:
        return spots
    town = spots[1]
    first = Spot(f"{town.base}/{part}", town.base, town.province, part=part)
    return (first, *(spot for spot in spots[1:] if spot.base != town.base))


def relation(one: Sequence[Spot], other: Sequence[Spot]) -> Where:
    """How the places of two claims relate."""
    near, there = [s for s in one if s.scope == 1], [s for s in other if s.scope == 1]
    if near and there:
        return _near(near, there)
    if not one or not other:
        return Where.UNSAID if one or other else Where.NOWHERE
    wide, far = [s for s in one if s.scope == 2], [s for s in other if s.scope == 2]
    if not near and not there and wide and far:
        return Where.REGION if any(_one_region(a, b) for a in wide for b in far) else Where.OTHER
    if (near and far) or (there and wide):
        return Where.REGIONAL
    if not near and not there and not wide and not far:
        return Where.COUNTRY if {s.base for s in one} & {s.base for s in other} else Where.OTHER
    return Where.WIDER


def _near(one: Sequence[Spot], other: Sequence[Spot]) -> Where:
    a, b = one[0], other[0]
    if a.key == b.key:
        return Where.SAME
    if a.key in {s.key for s in other} or b.key in {s.key for s in one}:
        return Where.PART
    if a.base in {s.base for s in other} or b.base in {s.base for s in one}:
        return Where.AROUND
    if any(s.province and s.province == t.province and (s.provincial or t.provincial) for s in one for t in other):
        return Where.PROVINCE
    return Where.UNSAID if a.nameless or b.nameless else Where.OTHER


def _one_region(a: Spot, b: Spot) -> bool:
    """ "The north" holds "the northeast"; the north and the east are two regions."""
    one, other = set(a.direction), set(b.direction)
    return a.base == b.base and bool(one) == bool(other) and (one <= other or other <= one)
