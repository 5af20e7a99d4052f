"""How much two claims have in common to be about: words, parties, place and deed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from warledger.stages.events.clashes.clash import Side
from warledger.stages.events.clashes.kin import same

#: The matter that says no more than the kind of deed does.
_OWN = {
    "strike": "air:",
    "left": "leaving:",
    "flight": "leaving:",
    "deployed": "sending:",
    "advance": "advance:",
    "bomb": "bombs:",
    "chemical": "gas:",
}
#: Deeds too unlike each other for one name ("Other") to say that two claims tell of one.
LOOSE = frozenset({"Other", "Change to group/activity", "said: INFORM"})


def shared_words(a: Side, b: Side) -> frozenset[str]:
    """What both are about by their words: matters, stems and names. Names of parties and places of both are not counted again."""
    plain = (a.said.about & b.said.about) - a.said.names
    return plain | _shared_names(a, b)


def _shared_names(a: Side, b: Side) -> frozenset[str]:
    """Names both have in their words: whole ones, and single words of longer ones ("Marr", "Ivo Marr")."""
    whole = a.said.names & b.said.names
    common = a.name_words & b.name_words
    if not whole and not common:
        return whole
    common -= {word for name in whole for word in name.split()}
    known = a.told & b.told
    return frozenset(name for name in whole | common if not known.issuperset(name.split()))


def matters(terms: Iterable[str]) -> frozenset[str]:
    """Those terms that are matters of the word list."""
    return frozenset(term for term in terms if term.endswith(":"))


def points(a: Side, b: Side) -> int:
    """One for each word in common, for a party in common, for the place, and for the kind of deed."""
    return len(shared_words(a, b)) + same(a.everyone, b.everyone) + one_place(a, b) + one_deed(a, b)


def one_place(a: Side, b: Side) -> bool:
    """Whether both are placed, and at one place."""
    return a.facet.place is not None and a.facet.place == b.facet.place and _is_named(a)


def _is_named(side: Side) -> bool:
    """Whether the place has a name of its own: "the city center" is that of any city."""
    return not (side.facet.place or "").startswith("~") or any(word[:1].isupper() for word in side.places[0].split())


def one_deed(a: Side, b: Side) -> bool:
    """Whether both are of one kind of deed that says something."""
    return a.facet.action == b.facet.action and a.facet.action not in LOOSE


def place_names(side: Side) -> frozenset[str]:
    """The capitalised words of its places, in lower case, without possessives."""
    words = (re.sub(r"['’]s?$", "", word) for name in side.places for word in re.split(r"[\s-]+", name))
    return frozenset(word.casefold() for word in words if word[:1].isupper() and len(word) > 3)


def own_matter(side: Side) -> frozenset[str]:
    """The matter that every deed of its kind has."""
    return frozenset(filter(None, [_OWN.get(side.facet.action)]))


def in_words(terms: Iterable[str], most: int = 3) -> str:
    """The terms as words for a reader: matters first."""
    listed = sorted(terms, key=lambda term: (not term.endswith(":"), term))[:most]
    return ", ".join(term.removesuffix(":") for term in listed)
