"""Invented names: of places, of people, of bodies. The same seed gives the same names."""

from __future__ import annotations

from random import Random

_OPENINGS = ["b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "br", "dr", "gr", "kr", "tr", "st", "sk", "v", "z", "th"]
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ei", "ou"]
_CLOSINGS = ["l", "n", "r", "s", "t", "m", "k", "v", "nd", "rn", "sk", "lm", "rt", "ss"]
_ENDINGS = ["a", "e", "o", "en", "is", "ar", "um", "ost", "eld", "ane", "ovi", "ira"]


class Namer:
    """Names nobody was given before."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._given: set[str] = set()

    def word(self) -> str:
        """One new name of two or three syllables."""
        while True:
            name = "".join(self._syllable() for _ in range(self._random.choice((1, 1, 2)))) + self._random.choice(_ENDINGS)
            if len(name) > 3 and name not in self._given:
                self._given.add(name)
                return name.capitalize()

    def person(self) -> str:
        """A first and a last name."""
        return f"{self.word()} {self.word()}"

    def _syllable(self) -> str:
        pick = self._random.choice
        return pick(_OPENINGS) + pick(_VOWELS) + pick(_CLOSINGS)
