"""A pile of texts about something else: the same sentences in the same order on every machine, from `elsewhere.toml`."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator, Sequence
from itertools import islice

from eval.data import ROOT, Row

WORDS = ROOT / "eval" / "elsewhere.toml"
_SLOT = re.compile(r"\{(\w+)\}")


def articles(seed: int = 7) -> Iterator[Row]:
    """Articles without end, each on one topic, in paragraphs of one to four sentences: rows with `id` and `text`."""
    table = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    chance = random.Random(seed)
    topics = sorted(table["topic"])
    number = 0
    while True:
        number += 1
        topic = chance.choice(topics)
        yield {"id": f"elsewhere-{number:05}-{topic}", "text": article(table["topic"][topic], table["fill"], chance)}


def article(sentences: Sequence[str], fill: dict[str, list[str]], chance: random.Random) -> str:
    """One article: each sentence of the topic at most twice, its gaps filled."""
    chosen = chance.sample([*sentences, *sentences], k=chance.randint(len(sentences), 2 * len(sentences)))
    told = [_SLOT.sub(lambda gap: chance.choice(fill[gap[1]]), sentence) for sentence in chosen]
    paragraphs = []
    while told:
        size = chance.randint(1, 4)
        paragraphs.append(" ".join(told[:size]))
        told = told[size:]
    return "\n\n".join(paragraphs)


def pile(relevant: Sequence[Row], *, share: int = 9) -> list[Row]:
    """The relevant articles with `share` as many words about something else before each of them."""
    others = articles()
    mixed: list[Row] = []
    for row in relevant:
        wanted = share * len(row["text"].split())
        while wanted > 0:
            (other,) = islice(others, 1)
            mixed.append(other)
            wanted -= len(other["text"].split())
        mixed.append(row)
    return mixed
