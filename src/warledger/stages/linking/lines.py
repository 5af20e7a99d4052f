"""Phrases with two ends: "the road between X and Y", "the X-Y highway", "the road from X to Y", "the area between X and Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from warledger.records.place_words import PlaceWords
from warledger.stages.linking.phrases import has_name, tidy

_DASH = re.compile(r"\s*[-–—/]\s*")


class Line(msgspec.Struct, frozen=True):
    """The phrases of the two ends as written, and the word for what runs between them ("area" when only "between" is said). `sure` when
    the words leave no doubt which the ends are."""

    first: str
    second: str
    word: str
    sure: bool = True


class LineReader:
    """Reads phrases with two ends with one vocabulary."""

    def __init__(self, words: PlaceWords) -> None:
        self._words = words
        joined = "|".join(sorted(map(re.escape, words.lines), key=lambda w: (-len(w), w))) or r"(?!)"
        self._between = re.compile(r"^(?:the\s+)?(?P<what>(?:[\w-]+\s+){0,3}?)between\s+(?P<ends>.+)$", re.IGNORECASE)
        self._from = re.compile(
            rf"^(?:the\s+)?(?:main\s+)?(?P<word>{joined})\s+(?:from|linking|connecting|that (?:links|connects))\s+"
            r"(?P<first>.+?)\s+(?:to|and|with)\s+(?P<second>.+)$",
            re.IGNORECASE,
        )
        self._named = re.compile(rf"^(?:the\s+)?(?P<ends>.+?)\s+(?P<word>{joined})$", re.IGNORECASE)

    def read(self, text: str) -> tuple[Line, ...]:
        """The ways to part the phrase into two ends, likeliest first; empty when it has not two names. Names may hold dashes
        themselves: only who knows the names can say which way is right."""
        told = tidy(text)
        found = (*self._told_between(told), *self._told_from(told), *self._told_by_name(told))
        return tuple(line for line in found if has_name(line.first) and has_name(line.second))

    def _told_between(self, text: str) -> Iterator[Line]:
        if match := self._between.match(text):
            what = match["what"].split()
            first, joint, second = match["ends"].partition(" and ")
            if joint:
                yield Line(first, second, what[-1].lower() if what and what[-1].lower() in self._words.lines else "area")

    def _told_from(self, text: str) -> Iterator[Line]:
        if match := self._from.match(text):
            yield Line(match["first"], match["second"], match["word"].lower())

    def _told_by_name(self, text: str) -> Iterator[Line]:
        match = self._named.match(text)
        if match is None:
            return
        ends = match["ends"]
        first, joint, second = ends.partition(" and ")
        if joint:
            yield Line(first, second, match["word"].lower(), sure=False)
        for dash in sorted(_DASH.finditer(ends), key=lambda d: (d[0] in "-", d.start())):
            yield Line(ends[: dash.start()], ends[dash.end() :], match["word"].lower(), sure=False)
