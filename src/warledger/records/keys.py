"""The keys under which names of one place, or of one actor, meet: a gazetteer's or registry's where there is one, else the folded name."""

from __future__ import annotations

import datetime as dt
import re

from warledger.base.similarity import fold_name, skeleton
from warledger.records.link import Links

#: Words that say what kind of settlement a name names and leave the place as it is ("the town of X", "X city").
_SETTLEMENT = re.compile(
    r"^(?:the )?(?:(?:port )?city|town|village|hamlet|municipality) of |\b(?: city| town| village)$|^the ", re.IGNORECASE
)

#: Words inside a name that its other spellings leave out ("Arvel's international airport", "Arvel airport").
_FILLING = re.compile(r"['’]s\b| international\b", re.IGNORECASE)

#: Small words that may stand in lower case inside a name ("Observatory for Human Rights").
_SMALL = frozenset({"of", "the", "for", "and", "in", "on", "de", "la", "du", "des", "al", "el", "'s", "’s"})

#: Score of a link from which on the registry's actor is named rather than inferred from a description.
_NAMED = 0.9
#: How the key of a name that is no gazetteer entry begins.
UNPLACED = "~"

#: UCDP `where_prec` codes from here on name a country or more: such a place says too little to bring claims together.
COUNTRY_WIDE = 6


def name_key(name: str) -> str:
    """The key of a place name by its spelling alone: articles, settlement words, marks and vowel habits folded."""
    return UNPLACED + skeleton(fold_name(_SETTLEMENT.sub("", _FILLING.sub(" ", name).strip())))


def place_key(links: Links, document: str, name: str) -> str:
    """The key of the place that `name` is in that document (`PlaceLink.key`: a part or the surroundings of a place are not the place),
    else its `name_key`."""
    link = links.place(document, name)
    return link.key if link is not None and link.place is not None else name_key(name)


def actor_key(links: Links, document: str, name: str, day: dt.date | None = None) -> str:
    """The key that claims about one actor share: that of its link (of that day, where a name means another actor on another day),
    else the folded name."""
    link = links.actor(document, name, day)
    return link.key if link is not None and link.key else fold_name(name)


def shown_name(links: Links, document: str, name: str, day: dt.date | None = None) -> str:
    """The registry's name of an actor (of that day, as `actor_key`), else the name as written."""
    link = links.actor(document, name, day)
    return link.canonical if link is not None and link.canonical else name


def is_name(links: Links, document: str, name: str) -> bool:
    """Whether it names a body or a person, by the registry or by its capitals; "officials", "a monitor" and "Xish officials" (whoever
    the registry has for the Xish state) are only described."""
    link = links.actor(document, name)
    words = [word for word in name.replace("-", " ").split() if word.casefold() not in _SMALL]
    if link is not None and link.canonical is not None and link.score >= _NAMED:
        return True
    return bool(words) and all(w[0].isupper() or w[0].isdigit() for w in words)
