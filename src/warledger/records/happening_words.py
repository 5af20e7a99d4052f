"""Words by which claims of one happening are known (`vocab/happenings.toml`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from warledger.base.similarity import fold_name
from warledger.records.layers import layered
from warledger.records.registry import fold_actor

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_COMPASS = re.compile(r"\b(north|south)[- ](east|west)")


class HappeningWords(msgspec.Struct, frozen=True):
    """Words and phrases, lower case; `directions` gives one or two letters (`ne`). `nations` are the keys of states as actors, `national`
    the folded names and adjectives of nations.

    The empty default knows no campaign, no part of a town and no direction.
    """

    campaigns: frozenset[str] = frozenset()
    launches: frozenset[str] = frozenset()
    edge: frozenset[str] = frozenset()
    centre: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    directions: dict[str, str] = {}
    nations: frozenset[str] = frozenset()
    national: frozenset[str] = frozenset()

    def campaign(self, text: str) -> bool:
        """Whether the text names something larger than one fight."""
        return _has(text, self.campaigns)

    def launch(self, text: str) -> bool:
        """Whether the text names a campaign and says that it began."""
        return self.campaign(text) and _has(text, self.launches)

    def part(self, name: str) -> str:
        """`centre` or `edge` of a town, where the name of a place says so, else nothing."""
        return "centre" if _has(name, self.centre) else "edge" if _has(name, self.edge) else ""

    def direction(self, name: str) -> str:
        """The first direction in the name of a place, as one or two letters, else nothing."""
        low = _COMPASS.sub(r"\1\2", name.casefold())
        return next((self.directions[word] for word in _WORD.findall(low) if word in self.directions), "")

    def nameless(self, name: str) -> str:
        """The name of an actor without words for nations."""
        return " ".join(word for word in name.split() if not self._national(word))

    def _national(self, word: str) -> bool:
        folded = fold_name(word)
        return bool(folded) and (folded in self.national or folded.removesuffix("s") in self.national)

    def bare(self, name: str) -> bool:
        """Whether the name of a place only says where beside another it lies ("east of the river")."""
        words = _WORD.findall(name)
        return bool(words) and words[0] in self.beside


def _has(text: str, words: frozenset[str]) -> bool:
    padded = f" {' '.join(_WORD.findall(text.casefold()))} "
    return any(f" {word.replace('-', ' ')} " in padded for word in words)


def parse_happening_words(*texts: str, nations: Mapping[str, str] | None = None) -> HappeningWords:
    """The words in the TOML texts, later ones laid over the first. `nations`: folded name or adjective -> the nation's name.

    Raises:
        KeyError: a list is missing. VocabularyError: not TOML, or nothing to lay it over.
    """
    data: dict[str, Any] = layered(*texts)
    names = ("campaigns", "launches", "edge", "centre", "beside", "plain")
    lists = {name: frozenset(str(word).casefold() for word in data[name]) for name in names}
    directions = {str(word): str(letters) for word, letters in data["directions"].items()}
    known = nations or {}
    states = frozenset(fold_actor(nation) for nation in known.values())
    return HappeningWords(**lists, directions=directions, nations=states, national=frozenset(known))
