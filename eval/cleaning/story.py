"""What a page tells: a title, some paragraphs, and the other stories and pictures of its site."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

_PROSE = Path(__file__).with_name("stories.toml")
_SITES = ("Kessin Courier", "The Ilsen Observer", "Meridian Post", "Harbour Lights", "Basin Tribune", "Plain Dealer of Orlath")


@dataclass
class Story:
    """One telling. Captions and other stories are handed out one after the other, so that none stands twice in a page."""

    title: str
    standfirst: str
    place: str
    paragraphs: list[str]
    site: str
    writer: str
    photographer: str
    day: int
    captions: Iterator[str] = field(repr=False)
    others: Iterator[tuple[str, str]] = field(repr=False)

    def next_caption(self) -> str:
        """The words under another picture."""
        return next(self.captions)

    def next_others(self, count: int) -> list[tuple[str, str]]:
        """Headline and teaser of `count` more stories."""
        return [next(self.others) for _ in range(count)]

    @property
    def date(self) -> str:
        """The day of publication, in words."""
        return f"{self.day} October 2031"

    def halves(self) -> tuple[list[str], list[str]]:
        """The paragraphs before and after the middle; no list is cut."""
        cut = len(self.paragraphs) // 2
        while self.paragraphs[cut].startswith("- "):
            cut += 1
        return self.paragraphs[:cut], self.paragraphs[cut:]


def tell(number: int, rng: random.Random) -> Story:
    """A telling of the `number`-th story: its first paragraphs and most of the others."""
    bank = _bank()
    stories = bank["story"]
    told: dict[str, Any] = stories[number % len(stories)]
    aside = bank["aside"]
    kept = [words for at, words in enumerate(told["paragraphs"]) if at < 4 or words.startswith(("#", "-")) or rng.random() < 0.85]
    return Story(
        title=told["title"],
        standfirst=told["standfirst"],
        place=told["place"],
        paragraphs=kept,
        site=rng.choice(_SITES),
        writer=rng.choice(aside["writers"]),
        photographer=rng.choice(aside["photographers"]),
        day=rng.randint(3, 28),
        captions=iter(rng.sample(aside["captions"], len(aside["captions"]))),
        others=iter([(one, two) for one, two in rng.sample(aside["others"], len(aside["others"]))]),
    )


@cache
def _bank() -> dict[str, Any]:
    return tomllib.loads(_PROSE.read_text(encoding="utf-8"))
