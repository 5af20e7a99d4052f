"""A page under construction: its source, and every stretch of words in it with what it is."""

from __future__ import annotations

import html
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from eval.cleaning.story import Story


class Part(StrEnum):
    """What words are in their page: the article's own text; what stands beside it and may be kept or not (title, byline, dates,
    notices, contacts); the words under a picture; and what is no part of the report."""

    BODY = "body"
    BESIDE = "beside"
    CAPTION = "caption"
    CLUTTER = "clutter"


@dataclass(frozen=True)
class Piece:
    """Words with single blanks, and what they are."""

    part: Part
    words: str


@dataclass
class Sheet:
    """Builds one page. `plain` pages are text as it is pasted; others are HTML, where words are escaped and marked up."""

    story: Story
    rng: random.Random
    plain: bool = False
    source: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)

    def raw(self, markup: str) -> None:
        """Markup without words."""
        self.source.append(markup)

    def put(self, part: Part, words: str, around: str) -> None:
        """`words` in the place of `{}` in `around`."""
        self.pieces.append(Piece(part, " ".join(words.split())))
        self.source.append(around.replace("{}", words if self.plain else html.escape(words, quote=False)))

    def junk(self, *words: str, around: str = "<div>{}</div>\n") -> None:
        """Words that are no part of the report, each in `around`."""
        for one in words:
            self.put(Part.CLUTTER, one, around)

    def beside(self, words: str, around: str = "<p>{}</p>\n") -> None:
        """A title, byline, date, credit or notice."""
        self.put(Part.BESIDE, words, around)

    def caption(self, around: str = "<figcaption>{}</figcaption>") -> None:
        """The words under the story's next picture."""
        self.put(Part.CAPTION, self.story.next_caption(), around)

    def body(self, words: str, around: str = "<p>{}</p>\n", *, links: float = 0.3) -> None:
        """A paragraph of the article; some of its words are links or bold, with the chance `links`."""
        if self.plain:
            self.put(Part.BODY, words, around)
            return
        self.pieces.append(Piece(Part.BODY, words))
        self.source.append(around.replace("{}", self._marked_up(words, links)))

    def article(self, paragraphs: Sequence[str], around: str = "<p>{}</p>\n", heading: str = "<h2>{}</h2>\n") -> None:
        """Paragraphs, headings ("## ") and entries of lists ("- ") of the article."""
        for index, words in enumerate(paragraphs):
            if words.startswith("## "):
                self.put(Part.BODY, words[3:], heading)
            elif words.startswith("- "):
                first = index == 0 or not paragraphs[index - 1].startswith("- ")
                last = index + 1 == len(paragraphs) or not paragraphs[index + 1].startswith("- ")
                self.put(Part.BODY, words[2:], f"{'<ul>' * first}<li>{{}}</li>{'</ul>' * last}\n")
            else:
                self.body(words, around)

    def others(self, count: int, headline: str, teaser: str = "") -> None:
        """Other stories: their headlines, and their teasers where `teaser` has room for them."""
        for title, words in self.story.next_others(count):
            self.put(Part.CLUTTER, title, headline)
            if teaser:
                self.put(Part.CLUTTER, words, teaser)

    def _marked_up(self, words: str, links: float) -> str:
        split = [html.escape(word, quote=False) for word in words.split(" ")]
        if self.rng.random() < links and len(split) > 6:
            start = self.rng.randrange(len(split) - 4)
            end = start + self.rng.randint(1, 4)
            opens, closes = self.rng.choice([('<a href="/topic/basin?ref=text">', "</a>"), ("<strong>", "</strong>"), ("<em>", "</em>")])
            split[start] = opens + split[start]
            split[end - 1] += closes
        marked = " ".join(split)
        return marked.replace("’", "&rsquo;").replace("“", "&ldquo;").replace("”", "&rdquo;") if self.rng.random() < 0.3 else marked

    @property
    def text(self) -> str:
        """The page's source."""
        return "".join(self.source)
