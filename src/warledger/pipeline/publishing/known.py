"""What may be named: places, listed actors and sources, countries and peoples, and the words that are no names at all."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import msgspec

from warledger.exports.method import export_method
from warledger.pipeline.publishing.words import fold_word, words_of
from warledger.pipeline.view import View
from warledger.records.actor import Actor
from warledger.records.crosswalk import EVENT_TYPES
from warledger.records.gap import MEANING
from warledger.records.link import Links
from warledger.records.state import State

Phrase = tuple[str, ...]


class Known(msgspec.Struct, frozen=True):
    """`phrases` may be shown as they are (each a tuple of folded words), `ordinary` words are none of a name, `titles` stand before
    names and are none, `bodies` end the name of a body, a facility or a feature, `particles` stand inside names, `openers` begin
    sentences, `plumbing` stands in addresses and names of files."""

    phrases: frozenset[Phrase]
    ordinary: frozenset[str]
    titles: frozenset[str]
    bodies: frozenset[str]
    particles: frozenset[str]
    openers: frozenset[str]
    plumbing: frozenset[str]

    def longest(self) -> int:
        """Words of the longest phrase."""
        return max(map(len, self.phrases), default=0)


def phrase(text: str) -> Phrase:
    """A name as the words it is compared by."""
    return tuple(word.folded for word in words_of(text) if word.folded)


def may_be_named(actor: Actor, persons: frozenset[str]) -> bool:
    """Whether `actors.toml` says who it is, and it is no private person: a body of some kind, or a person in a public office or public.
    `persons` are the kinds that persons have."""
    return bool(actor.public or actor.office or (actor.kind and actor.kind.casefold() not in persons))


def person_kinds() -> frozenset[str]:
    """The kinds in `actors.toml` that say an actor is a person."""
    return frozenset(_table("publishing.toml")["persons"])


def known_in(view: View) -> Known:
    """What may be named in the record of a monitor."""
    words, nouns, kinds = _table("publishing.toml"), _table("nouns.toml"), person_kinds()
    lists = [entry for entry in _vocab().iterdir() if entry.name.endswith(".toml")]
    ordinary = _lower_words(_texts_of([tomllib.loads(entry.read_text(encoding="utf-8")) for entry in lists]))
    hidden = {p for actor in view.monitor.actors if not may_be_named(actor, kinds) for p in map(phrase, names_of(actor))}
    ordinary |= _lower_words((*export_method(_nothing(view)), *MEANING.values()))
    phrases = frozenset(p for text in _shown(view, kinds) if (p := phrase(text)))
    return Known(
        phrases=phrases - hidden,
        ordinary=(ordinary | _in_lower_case(view)) - {word for p in hidden if len(p) > 1 for word in p},
        titles=frozenset(_folded(word for name in words["title_lists"] for word in nouns.get(name, ()))),
        bodies=frozenset(_folded([*words["bodies"], *(word for name in words["body_lists"] for word in nouns.get(name, ()))])),
        particles=frozenset(words["particles"]),
        openers=frozenset(words["openers"]),
        plumbing=frozenset(words["plumbing"]),
    )


def _nothing(view: View) -> State:
    """A state without anything in it: what is said of it are the program's own words."""
    state, empty = view.state, ()
    links = Links({}, {})
    return State(state.monitor, None, None, {}, empty, {}, links, empty, empty, empty, empty, empty, empty)


def names_of(actor: Actor) -> tuple[str, ...]:
    """Every name `actors.toml` gives it."""
    return (actor.name, *actor.aliases, *(called.name for called in actor.called))


def _shown(view: View, persons: frozenset[str]) -> Iterator[str]:
    """Every name that may stand."""
    yield view.state.monitor
    for actor in view.monitor.actors:
        if may_be_named(actor, persons):
            yield from names_of(actor)
        yield from (side.name for side in actor.sides)
    for source in view.monitor.sources:
        yield from (source.name, *source.aliases, *filter(None, (source.owner, source.party)))
    for link in view.state.links.places.values():
        if link.place is not None:
            yield from (link.name, link.place.name)
    for kind, (disorder, types) in EVENT_TYPES.items():
        yield from (kind, disorder, *types)
    yield from _capitalised(_texts_of([_table("demonyms.toml"), _table("times.toml"), _table("sides.toml"), _table("places.toml")]))


def _in_lower_case(view: View) -> frozenset[str]:
    """Words that documents mostly write without a capital, where none must stand."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for document in view.documents:
        for word in words_of(document.text):
            if not word.capital:
                small[word.folded] += 1
            elif not word.opens:
                large[word.folded] += 1
    return frozenset(word for word, count in small.items() if count > large[word])


def _vocab() -> Traversable:
    return files("warledger.records").joinpath("vocab")


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(_vocab().joinpath(name).read_text(encoding="utf-8"))


def _texts_of(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        for part in value.values():
            yield from _texts_of(part)
    elif isinstance(value, Iterable):
        for part in value:
            yield from _texts_of(part)


def _lower_words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word.folded for text in texts for word in words_of(text) if not word.capital)


def _capitalised(texts: Iterable[str]) -> Iterator[str]:
    return (text for text in texts if text[:1].isupper() and len(text) < 60)


def _folded(words: Iterable[Any]) -> Iterator[str]:
    for word in words:
        folded = fold_word(str(word))
        yield from (folded, f"{folded}s")
