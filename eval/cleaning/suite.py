"""The suite `cleaning`: what is kept of the pages, beside trafilatura on the same pages, and that nothing else gives a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from eval.cleaning.pages import Page, pages
from eval.cleaning.reading import document_of, inexact, text_of, trafilatura_alone
from eval.cleaning.records import records_off_the_article
from eval.cleaning.scoring import Score, kept_out, mean, score
from eval.cleaning.sheet import Part
from eval.result import Result
from eval.workshop import Workshop


@dataclass(frozen=True)
class Outcome:
    """One page: our score and trafilatura's, pieces kept out of the article, captions known as such, and words that lead nowhere."""

    page: Page
    ours: Score
    alone: Score
    clutter: tuple[int, int]
    captions: tuple[int, int]
    inexact: tuple[str, ...]

    @property
    def set(self) -> str:
        """The set of pages it belongs to, as metrics name it."""
        return f"{'text' if self.page.plain else 'html'}.{'held_out' if self.page.held_out else 'worked_on'}"


def evaluate(workshop: Workshop) -> Result:
    """F1 of the article's tokens by kind of page, worked on and held out; clutter and captions kept out; ways back; records."""
    outcomes = [outcome(page) for page in pages()]
    wrong, counted = records_off_the_article(workshop, [o.page for o in outcomes])
    metrics = {**_scores(outcomes), **_kept_out(outcomes), "cleaning.records": 1.0 - len(wrong) / max(1, counted)}
    words = [line for o in outcomes for line in o.inexact]
    metrics["cleaning.offsets"] = sum(not o.inexact for o in outcomes) / len(outcomes)
    report = [*table(outcomes), "", *_summary(outcomes)]
    report.append(f"words that do not lead back to themselves: {len(words)} {' '.join(words[:8])}")
    report.append(f"records that count: {counted}, of them on captions, other stories or furniture: {len(wrong)}")
    known = {o.page.name.rpartition(".")[0] for o in outcomes if not o.page.held_out}
    return Result("cleaning", metrics, (*report, *[told for doc, told in wrong if doc in known][:12]))


def outcome(page: Page) -> Outcome:
    """One page read and scored."""
    document = document_of(page.name, page.source)
    text = text_of(document)
    return Outcome(
        page=page,
        ours=score(page, text),
        alone=score(page, trafilatura_alone(page)),
        clutter=kept_out(page, text, Part.CLUTTER),
        captions=kept_out(page, text, Part.CAPTION),
        inexact=tuple(inexact(page, document)),
    )


def table(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """A line a shape. What is wrong with shapes held out is not shown, only how much."""
    yield f"{'shape':<14}{'':<10}{'P':>7}{'R':>7}{'F1':>7}   {'trafilatura':>11}   {'clutter':>9}{'captions':>10}"
    for shape, group in groupby(outcomes, key=lambda o: o.page.shape):
        held = list(group)
        ours, alone = mean(o.ours for o in held), mean(o.alone for o in held)
        left, captions = _share(o.clutter for o in held), _share(o.captions for o in held)
        kind = "held out" if held[0].page.held_out else ""
        row = f"{shape:<14}{kind:<10}{ours.precision:>7.3f}{ours.recall:>7.3f}{ours.f1:>7.3f}   {alone.f1:>11.3f}"
        yield f"{row}   {left:>9.2f}{captions:>10.2f}"


def _summary(outcomes: Sequence[Outcome]) -> Iterator[str]:
    for name, held in _sets(outcomes):
        ours, alone = mean(o.ours for o in held), mean(o.alone for o in held)
        said = f"{name:<16}{len(held):>3} pages: F1 {_f1(held):.4f} (P {ours.precision:.3f}, R {ours.recall:.3f})"
        yield f"{said}; trafilatura {_f1_alone(held):.4f} (P {alone.precision:.3f}, R {alone.recall:.3f})"


def _scores(outcomes: Sequence[Outcome]) -> dict[str, float]:
    found = {}
    for name, held in _sets(outcomes):
        found[f"cleaning.{name}"] = _f1(held)
        found[f"cleaning.{name}.beside_trafilatura"] = min(1.0, _f1(held) / max(1e-9, _f1_alone(held)))
    return found


def _kept_out(outcomes: Sequence[Outcome]) -> dict[str, float]:
    return {
        "cleaning.clutter.kept_out": _share(o.clutter for o in outcomes),
        "cleaning.captions.kept_out": _share(o.captions for o in outcomes),
    }


def _sets(outcomes: Sequence[Outcome]) -> Iterator[tuple[str, list[Outcome]]]:
    for name in ("html.worked_on", "html.held_out", "text.worked_on", "text.held_out"):
        held = [o for o in outcomes if o.set == name]
        if held:
            yield name, held


def _f1(outcomes: Sequence[Outcome]) -> float:
    return sum(o.ours.f1 for o in outcomes) / len(outcomes)


def _f1_alone(outcomes: Sequence[Outcome]) -> float:
    return sum(o.alone.f1 for o in outcomes) / len(outcomes)


def _share(counts: Iterable[tuple[int, int]]) -> float:
    held = list(counts)
    return sum(a for a, _ in held) / max(1, sum(b for _, b in held)) if any(b for _, b in held) else 1.0
