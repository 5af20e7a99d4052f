"""Prose to make a pile of: sentences of the texts beside the repository, cut into stories that share no run of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from eval.data import rows, texts
from eval.muc import messages
from eval.truecase import Truecaser

#: Two stories have no run of so many words in common.
RUN = 7
#: Words in a story, at least; it ends with the sentence that reaches them.
STORY_WORDS = (65, 90, 115, 160)
#: Shorter and longer sentences are no sentences: headings, lists, lost full stops.
_SENTENCE_WORDS = range(7, 60)

_END = re.compile(r"(?<=[a-z0-9)][.!?])[\"”]?\s+(?=[\"“A-Z])")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True)
class Prose:
    """A story's sentences, in order, and the half of the benchmark it belongs to."""

    half: str
    sentences: tuple[str, ...]

    @property
    def words(self) -> int:
        """How many there are."""
        return sum(len(s.split()) for s in self.sentences)


def stories(data: Path) -> list[Prose]:
    """All stories there are. The `tune` half is newspaper articles of one war; the `held-out` half everything else.

    Raises:
        FileNotFoundError: the data are not there.
    """
    seen: set[int] = set()
    articles = [row["text"] for row in rows(data / "data" / "t17-libya" / "articles.jsonl")]
    found = [Prose("tune", s) for text in articles for s in _stories(text, seen)]
    cased = Truecaser(articles)
    return [*found, *(Prose("held-out", s) for text in _others(data / "data", cased) for s in _stories(text, seen))]


def _others(folder: Path, cased: Truecaser) -> Iterator[str]:
    yield from texts(folder / "libya-dev").values()
    for file in sorted((folder / "re3d").glob("*/documents.json")):
        yield from (row["text"] for row in rows(file))
    yield from (row["text"] for row in rows(folder / "isaf" / "releases.jsonl"))
    yield from (cased.restore(text) for _, text in messages(folder / "muc4-dev"))


def _stories(text: str, seen: set[int]) -> Iterator[tuple[str, ...]]:
    """The text's new sentences as stories; what is left over at its end is dropped."""
    held: list[str] = []
    count = made = 0
    for sentence in _new(_sentences(text), seen):
        held.append(sentence)
        count += len(sentence.split())
        if count >= STORY_WORDS[(made + len(text)) % len(STORY_WORDS)]:
            yield tuple(held)
            held, count, made = [], 0, made + 1


def _sentences(text: str) -> Iterator[str]:
    for line in re.split(r"\n+", text):
        for sentence in _END.split(" ".join(line.split())):
            plain = _tidy(sentence)
            if len(plain.split()) in _SENTENCE_WORDS and plain[-1:] in '.!?"”':
                yield plain


def _tidy(sentence: str) -> str:
    """Quotation marks without the blanks that a tokenizer left beside them, in pairs."""
    parts = re.split(r"\s*[\"“”]\s*", sentence)
    if len(parts) % 2 == 0:
        return " ".join(part for part in parts if part).strip()
    pieces = [f'"{part}"' if index % 2 else part for index, part in enumerate(parts)]
    return re.sub(r" ([,.;:!?])", r"\1", " ".join(piece for piece in pieces if piece.strip('"'))).strip()


def _new(sentences: Iterable[str], seen: set[int]) -> Iterator[str]:
    """The sentences that have no run of words that an earlier one has."""
    for sentence in sentences:
        words = [w.casefold() for w in _WORD.findall(sentence)]
        runs = {hash(tuple(words[at : at + RUN])) for at in range(max(1, len(words) - RUN + 1))}
        if seen.isdisjoint(runs):
            yield sentence
        seen |= runs
