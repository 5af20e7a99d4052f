"""The claims about control brought together by place, with what each place lies in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from warledger.records.claim import Claim, Control, Event
from warledger.records.control_words import ControlWords
from warledger.records.keys import UNPLACED, name_key, place_key
from warledger.records.link import Links
from warledger.records.place import PlaceLink
from warledger.stages.control.within import Part, PartFinder, division_of, divisions

#: UCDP's `where_prec` for the named place itself; a part of it that is so exact lies in it, not near it.
_INSIDE = 1


class Grounds(msgspec.Struct, frozen=True):
    """What there is about one place: its control claims, the clashes in it, its spellings (the most frequent first), what the gazetteer
    has of it, the towns it is a part of, the keys of all areas it lies in (the smallest first), and the province it is the whole of."""

    claims: tuple[Claim, ...]
    clashes: tuple[Claim, ...]
    names: tuple[str, ...]
    link: PlaceLink | None = None
    division: str = ""
    part_of: tuple[str, ...] = ()
    within: tuple[str, ...] = ()


def group_by_place(claims: Sequence[Claim], links: Links, words: ControlWords) -> dict[str, Grounds]:
    """The places that control claims name, by key. A name that the gazetteer resolves in some documents, always to one place, is that
    place in all; a part of a town goes by the town and its own name."""
    named = sorted((c for c in claims if c.places and isinstance(c.content, Control | Event)), key=lambda c: c.id)
    controls = [c for c in named if isinstance(c.content, Control)]
    keys = _Keys(controls, links, words)
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in controls:
        found[keys.of(claim)].append(claim)
    clashes: dict[str, list[Claim]] = defaultdict(list)
    for claim in named:
        if isinstance(claim.content, Event) and (key := keys.of(claim)) in found:
            clashes[key].append(claim)
    known = {key: link for key, held in found.items() if (link := _link(held, links)) is not None}
    lying = divisions(known)
    made = {}
    for key, held in found.items():
        part_of = tuple(w for w in (keys.whole(key),) if w in found)
        above = tuple(a for w in part_of for a in lying.get(w, ()))
        made[key] = Grounds(
            claims=tuple(held),
            clashes=tuple(clashes.get(key, ())),
            names=_names(held, keys.part_names(key)),
            link=known.get(key),
            division=division_of(known[key]) if key in known else "",
            part_of=part_of,
            within=tuple(dict.fromkeys((*part_of, *lying.get(key, ()), *above))),
        )
    return made


class _Keys:
    """The key of the place each claim is about."""

    def __init__(self, controls: Sequence[Claim], links: Links, words: ControlWords) -> None:
        self._links = links
        self._finder = PartFinder(words, links)
        self._resolved: dict[str, set[str]] = defaultdict(set)
        self._part_of_claim: dict[str, Part | None] = {}
        self._parts: dict[str, Part] = {}
        self._inside: dict[str, str] = {}
        self._part_keys: dict[str, set[str]] = defaultdict(set)
        for claim in controls:
            self._learn(claim)

    def _learn(self, claim: Claim) -> None:
        part = self._part(claim)
        if part is not None:
            self._parts[part.key] = part
            self._part_keys[name_key(part.name)].add(part.key)
        key = place_key(self._links, claim.document, claim.places[0])
        link = self._links.place(claim.document, claim.places[0])
        if link is not None and link.place is not None and link.part and link.precision == _INSIDE and link.place.kind == "populated":
            self._inside[key] = link.place.id
        if not key.startswith(UNPLACED):
            self._resolved[name_key(claim.places[0])].add(key)

    def _part(self, claim: Claim) -> Part | None:
        if claim.id not in self._part_of_claim:
            self._part_of_claim[claim.id] = self._finder.part(claim)
        return self._part_of_claim[claim.id]

    def of(self, claim: Claim) -> str:
        """The key: of the part of a town that the words name, of the gazetteer's place, or of the name."""
        part = self._part(claim)
        if part is not None:
            return part.key
        name = claim.places[0]
        key = place_key(self._links, claim.document, name)
        if not key.startswith(UNPLACED):
            return key
        known = self._resolved.get(key) or self._part_keys.get(key) or set()
        if len(known) == 1:
            return next(iter(known))
        return key if any(c.isupper() for c in name) else self._described(claim, key)

    def _described(self, claim: Claim, key: str) -> str:
        """A description ("the airport") means another place in every town, or else in every text."""
        if len(claim.places) > 1:
            return f"{key}@{place_key(self._links, claim.document, claim.places[1])}"
        return f"{key}@{claim.document}"

    def whole(self, key: str) -> str:
        """The key of the town that the place is a part of; "" when none is known."""
        part = self._parts.get(key)
        return part.whole if part else self._inside.get(key, "")

    def part_names(self, key: str) -> tuple[str, ...]:
        """The part's own name, without its town's."""
        part = self._parts.get(key)
        return (part.name,) if part else ()


def _names(held: Iterable[Claim], more: Iterable[str]) -> tuple[str, ...]:
    spellings = Counter(c.places[0] for c in held)
    ranked = sorted(spellings, key=lambda n: (-spellings[n], n))
    return tuple(dict.fromkeys((*ranked, *more)))


def _link(held: Iterable[Claim], links: Links) -> PlaceLink | None:
    """What the first name of the place that the gazetteer knows was taken to be."""
    named = sorted({(c.places[0], c.document) for c in held})
    return next((link for name, doc in named if (link := links.place(doc, name)) is not None and link.place is not None), None)
