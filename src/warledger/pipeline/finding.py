"""The place a person means by a name: as the reports spell it, by another of its names in the gazetteer, or by a spelling close to one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec

from warledger.base.similarity import consonants, fold_name, name_similarity, skeleton
from warledger.records.control import PlaceControl
from warledger.records.keys import UNPLACED
from warledger.records.link import Links
from warledger.records.place import Place
from warledger.stages.control.holding import find_place

#: What the gazetteer lists under a name.
Lookup = Callable[[str], Sequence[Place]]

#: Consonants two spellings must share, at least so many, and how alike the whole names must be (0-100).
_CONSONANTS = 3
_ALIKE = 75.0


class Found(msgspec.Struct, frozen=True):
    """The places a name may mean, and how they were found where no report spells them so."""

    places: tuple[PlaceControl, ...] = ()
    how: str = ""


def find(control: Sequence[PlaceControl], links: Links, name: str, lookup: Lookup | None = None) -> Found:
    """The places among those with control claims that `name` (or a key) means; several are an ambiguous question.

    A spelling that is only close counts when one place alone is so spelt and the gazetteer knows no other place of that very name where
    the reports are set.
    """
    spelt = likely(find_place(control, name), name)
    if spelt:
        return Found(spelt)
    listed = tuple(lookup(name)) if lookup else ()
    ids = {place.id for place in listed}
    by_other_name = tuple(c for c in control if c.place is not None and c.place.id in ids and c.key == c.place.id)
    if by_other_name:
        return Found(by_other_name, f'"{name}" is another name of it in the gazetteer')
    close = tuple(c for c in control if any(_close(name, other) for other in c.names))
    if len(close) == 1 and not _elsewhere(listed, close[0], links):
        return Found(close, f'nothing is called "{name}"; taken for a spelling of {close[0].names[0]}')
    return Found()


def likely(found: tuple[PlaceControl, ...], name: str) -> tuple[PlaceControl, ...]:
    """The places spelt exactly so before those that only fold alike; then those of the gazetteer before unplaced names, which do not
    tell one place from another."""
    spelt = tuple(c for c in found if name in c.names) or found
    return tuple(c for c in spelt if not c.key.startswith(UNPLACED)) or spelt


def _close(a: str, b: str) -> bool:
    one, other = skeleton(fold_name(a)), skeleton(fold_name(b))
    sounds = consonants(one)
    return (
        len(sounds.replace(" ", "")) >= _CONSONANTS
        and sounds == consonants(other)
        and one[:1] == other[:1]
        and name_similarity(one, other) >= _ALIKE
    )


def _elsewhere(listed: Iterable[Place], near: PlaceControl, links: Links) -> bool:
    """Whether the gazetteer has another place of the name asked for in a country that the reports name places of."""
    countries = {link.place.country for link in links.places.values() if link.place is not None}
    return any(place.country in countries and (near.place is None or place.id != near.place.id) for place in listed)
