"""Reports on the made-up war: what each tells, and which are copies of others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from eval.scale.happenings import FIRST_DAY, Fact, happenings
from eval.scale.names import Namer
from eval.scale.prose import filler
from eval.scale.sentence import Sentence
from eval.scale.telling import Teller
from eval.scale.world import World, make_world
from warledger.base.spans import Span

#: Shares of the reports that copy another: whole, cut short, or as a later version under the same name.
_REPRINTS, _EXCERPTS, _VERSIONS = 0.18, 0.05, 0.02
_TOLD = (5, 6, 7, 8, 9)
_FILLERS = (1, 1, 2)
_SKIPPED = "They asked about the attack again, and nobody answered."


@dataclass(frozen=True)
class Report:
    """One file. `paragraphs` are its sentences; `name` is unique in its `folder` only."""

    folder: str
    name: str
    title: str
    publisher: str
    agency: str | None
    published: dt.date
    updated: dt.date | None
    paragraphs: tuple[tuple[Sentence, ...], ...]

    @property
    def text(self) -> str:
        """The file's text."""
        return "\n\n".join([self.title, *(" ".join(s.text for s in p) for p in self.paragraphs)]) + "\n"

    def sentences(self) -> Iterator[tuple[int, Sentence]]:
        """Every sentence with its start in the text."""
        at = len(self.title) + 2
        for paragraph in self.paragraphs:
            for sentence in paragraph:
                yield at, sentence
                at += len(sentence.text) + 1
            at += 1


@dataclass(frozen=True)
class War:
    """A world and the reports on it, in the order they were published."""

    world: World
    reports: tuple[Report, ...]


def make_war(count: int, *, days: int = 730, places: int = 100, actors: int = 60, seed: int = 4) -> War:
    """A war of so many days told by `count` reports."""
    random = Random(seed)
    world = make_world(random, places=places, actors=actors)
    facts = happenings(random, world, days=days, a_day=max(3, count * 2 // days))
    maker = _Maker(random, world, facts, days)
    reports = [maker.report(n, n * days // count) for n in range(count)]
    return War(world, tuple(reports))


class _Maker:
    """Makes one report after the other; earlier ones may be copied."""

    def __init__(self, random: Random, world: World, facts: Sequence[Sequence[Fact]], days: int) -> None:
        self._random, self._world, self._facts, self._days = random, world, facts, days
        self._namer = Namer(random)
        self._teller = Teller(random, world)
        self._recent: list[Report] = []

    def report(self, number: int, day: int) -> Report:
        how = self._random.random()
        made = self._copy(number, day, how) if self._recent and how < _REPRINTS + _EXCERPTS + _VERSIONS else self._own(number, day)
        self._recent = [*self._recent[-40:], made]
        return made

    def _own(self, number: int, day: int) -> Report:
        published = FIRST_DAY + dt.timedelta(day + 1)
        recent = [fact for facts in self._facts[max(0, day - 2) : day + 1] for fact in facts]
        told = self._random.choices(recent, [f.weight for f in recent], k=self._random.choice(_TOLD))
        wire = self._random.random() < 0.25
        publisher = self._random.choice(self._world.agencies if wire else self._world.outlets)
        return Report(
            folder=f"{published:%Y-%m}",
            name=f"report-{number:05}.txt",
            title=f"{self._namer.word()} and {told[0].spot.name}: what was heard of day {day}",
            publisher=publisher,
            agency=None,
            published=published,
            updated=None,
            paragraphs=tuple(self._paragraph(fact, published) for fact in dict.fromkeys(told)),
        )

    def _paragraph(self, fact: Fact, published: dt.date) -> tuple[Sentence, ...]:
        sentences = [self._teller.tell(fact, published)]
        sentences += [Sentence(filler(self._random, self._namer)) for _ in range(self._random.choice(_FILLERS))]
        if self._random.random() < 0.15:
            at = _SKIPPED.index("attack")
            sentences.append(Sentence(_SKIPPED, skipped=Span(at, at + len("attack"))))
        return tuple(sentences)

    def _copy(self, number: int, day: int, how: float) -> Report:
        source = self._random.choice(self._recent)
        published = FIRST_DAY + dt.timedelta(day + 1)
        if how < _VERSIONS:
            changed = (*source.paragraphs[:-1], (*source.paragraphs[-1], Sentence(filler(self._random, self._namer))))
            return replace(source, folder=f"updates-{number:05}", updated=published, paragraphs=changed)
        copied = replace(
            source,
            folder=f"{published:%Y-%m}",
            name=f"report-{number:05}.txt",
            publisher=self._random.choice(self._world.outlets),
            agency=source.agency or source.publisher,
            published=published,
            updated=None,
        )
        if how < _VERSIONS + _EXCERPTS:
            return replace(copied, paragraphs=copied.paragraphs[: max(2, len(copied.paragraphs) // 2)])
        credit = (Sentence(f"This story was first published by {copied.agency}."),)
        return replace(copied, paragraphs=(*map(self._edited, copied.paragraphs), credit))

    def _edited(self, paragraph: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
        """Now and then a house rewrites a sentence between the claims."""
        keep = self._random.random() < 0.85
        return tuple(s if s.claims or keep else Sentence(filler(self._random, self._namer)) for s in paragraph)
