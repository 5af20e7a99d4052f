"""A pile of documents of which it is known which are copies of which: disjoint prose, planted copies, and what only looks like copies."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

import msgspec

from eval.families import plots
from eval.families.paper import Press, Sheet
from eval.families.prose import Prose
from eval.families.restyle import house_style, reworded
from warledger.records.document import Document
from warledger.records.family import EdgeType

#: Kind of copy -> the edges that may lead from it to what it came from.
KINDS: dict[str, frozenset[EdgeType]] = {
    "reprint": frozenset({EdgeType.REPRINT}),
    "house style": frozenset({EdgeType.REWRITE, EdgeType.REPRINT}),
    "reworded": frozenset({EdgeType.REWRITE}),
    "retold": frozenset({EdgeType.REWRITE}),
    "abridged": frozenset({EdgeType.EXCERPT}),
    "excerpt": frozenset({EdgeType.EXCERPT}),
    "within": frozenset({EdgeType.EXCERPT}),
    "version": frozenset({EdgeType.VERSION}),
    "quotes": frozenset({EdgeType.QUOTES}),
}
#: How many of each kind a whole half has.
PLANTED = {
    "reprint": 1050,
    "house style": 450,
    "reworded": 400,
    "retold": 200,
    "abridged": 400,
    "excerpt": 350,
    "within": 300,
    "version": 1050,
    "quotes": 1050,
}
#: And of what is no copy: happenings reported twice more by others, forms filled in, series of daily reports with their days.
APART, FORMS, FILLED, SERIES, SERIES_DAYS = 200, 12, 15, 20, 12

#: A figure that is no day of a month.
_FIGURE = re.compile(r"(?<![A-Z][a-z]{2} )(?<!July )(?<!June )(?<!ch )(?<!ry )(?<!er )(?<!il )(?<!st )\b\d{1,3}\b(?!,? (?:19|20)\d\d)")
_FIRST = dt.date(2031, 1, 6)
_NOTICES = (
    "This version corrects that {right}, not {wrong}.",
    "An earlier version of this story gave a wrong figure.",
    "UPDATES with details, background",
    "Correction: the figure in the second paragraph was wrong.",
)


@dataclass(frozen=True)
class Planted:
    """A document and the truth about it: its family, what kind of copy it is (`None`: none), and of which document id.

    Documents of one `series` look like copies and are none; those of one `wording` of ours share runs of words.
    """

    document: Document
    half: str
    family: str
    kind: str | None = None
    source: str | None = None
    series: str | None = None
    wording: str | None = None


class Planter:
    """Fills one half of the pile. `share` of everything is planted; the same seed plants the same."""

    def __init__(self, half: str, prose: Sequence[Prose], seed: int, share: float = 1.0) -> None:
        self._random = Random(f"{half} {seed}")
        self.press = Press(self._random)
        self._half, self._share = half, share
        mixed = self._random.sample(list(prose), len(prose))[: int(len(prose) * share)]
        reserve = max(10, len(mixed) // 10)
        #: Sentences that stand nowhere else; each is used once.
        self._spare = [s for p in mixed[:reserve] for s in p.sentences]
        self._said = [s for s in self._spare if 6 <= len(s.split()) <= 20 and '"' not in s]
        hosts = self._count("quotes") + self._count("within")
        self._hosts = sorted(mixed[reserve : reserve + hosts], key=lambda p: p.words)
        self._plain = mixed[reserve + hosts :]
        self._families = 0

    def planted(self) -> list[Planted]:
        """All documents of the half, mixed."""
        originals = [self._original(p.sentences) for p in self._plain]
        events = [self._event() for _ in range(max(1, int(APART * self._share)))]
        found = [*(o.planted for o in originals), *(event.planted for event in events)]
        copied = originals[: int(0.6 * len(originals))]
        for kind in ("reprint", "house style", "reworded", "abridged", "excerpt", "version"):
            makers: dict[str, Callable[[_Original], Sheet]] = {"version": self._version}
            make = makers.get(kind) or self._maker(kind)
            pool = [*copied, *events] if kind in ("reprint", "version") else copied
            found += [self._copy(kind, self._random.choice(pool), make) for _ in range(self._count(kind))]
        found += self._hosted(copied)
        found += [p for at, event in enumerate(events) for p in self._retellings(event, at)]
        found += [*self._notices(), *self._situations()]
        return self._random.sample(found, len(found))

    def _count(self, kind: str) -> int:
        return int(PLANTED[kind] * self._share)

    def _day(self) -> dt.date:
        return _FIRST + dt.timedelta(self._random.randint(0, 300))

    def _alone(self, sheet: Sheet, *, series: str | None = None, wording: str | None = None) -> Planted:
        self._families += 1
        return Planted(self.press.printed(sheet), self._half, f"{self._half} {self._families}", series=series, wording=wording)

    def _original(self, sentences: Sequence[str]) -> _Original:
        sheet = self.press.first(sentences, self._day())
        return _Original(self._alone(sheet), sheet, tuple(sentences))

    def _event(self) -> _Original:
        day = self._day()
        known = plots.facts(self._random, self.press.namer, day, self._said)
        sentences = plots.told(self._random, self._half, "wire", known)
        sheet = self.press.first(sentences, day)
        return _Original(self._alone(sheet, wording="wire"), sheet, tuple(sentences), known)

    def _copy(self, kind: str, original: _Original, make: Callable[[_Original], Sheet]) -> Planted:
        wording = "retold" if kind == "retold" else original.planted.wording
        own = original.planted
        return Planted(self.press.printed(make(original)), self._half, own.family, kind, own.document.id, wording=wording)

    def _maker(self, kind: str) -> Callable[[_Original], Sheet]:
        tell: dict[str, Callable[[tuple[str, ...]], Sequence[str]]] = {
            "reprint": self._verbatim,
            "house style": lambda sentences: house_style(self._random, sentences),
            "reworded": lambda sentences: reworded(self._random, self._half, sentences),
            "abridged": self._abridged,
            "excerpt": self._passage,
        }
        return lambda original: self.press.copy(original.sheet, tell[kind](original.sentences))

    def _verbatim(self, sentences: tuple[str, ...]) -> Sequence[str]:
        """As it is, or without its last sentence, as a sub-editor short of room does it."""
        return sentences[:-1] if len(sentences) > 5 and self._random.random() < 0.2 else sentences

    def _abridged(self, sentences: tuple[str, ...]) -> Sequence[str]:
        """The first sentence and some of the others, four words of ten at most; long ones are cut at a comma."""
        kept, words = [sentences[0]], len(sentences[0].split())
        most = 0.45 * sum(len(s.split()) for s in sentences)
        for sentence in sentences[1:]:
            if self._random.random() < 0.55 and words + len(sentence.split()) <= most:
                kept.append(sentence)
                words += len(sentence.split())
        return kept

    def _passage(self, sentences: tuple[str, ...]) -> Sequence[str]:
        """Sentences in a row, four words of ten at most."""
        start = self._random.randrange(max(1, len(sentences) // 2))
        return _row(sentences[start:], 0.45 * sum(len(s.split()) for s in sentences))

    def _version(self, original: _Original) -> Sheet:
        """A later version: figures changed, a sentence or several new, one gone; under its name, or with a notice."""
        random, sheet = self._random, original.sheet
        changed = [_FIGURE.sub(lambda m: str(int(m[0]) + random.choice((0, 0, 1, 4))), s) for s in original.sentences]
        if random.random() < 0.5 and len(changed) > 4:
            del changed[random.randrange(1, len(changed))]
        for _ in range(random.randint(0, 2)):
            changed.insert(random.randrange(1, len(changed) + 1), self._spare.pop())
        later = sheet.day + dt.timedelta(random.randint(0, 2))
        lines = self.press.paragraphs(changed)
        if random.random() < 0.6:
            name, day = original.planted.document.name, later
            return msgspec.structs.replace(sheet, lines=lines, name=name, updated=day, title=self._retitled(sheet, changed))
        notice = random.choice(_NOTICES).format(right="the toll is 14", wrong="11")
        return msgspec.structs.replace(sheet, lines=lines, notice=notice, day=later, updated=later if random.random() < 0.5 else None)

    def _retitled(self, sheet: Sheet, sentences: Sequence[str]) -> str:
        return sheet.title if self._random.random() < 0.5 else self.press.headline(sentences)

    def _hosted(self, copied: Sequence[_Original]) -> Iterator[Planted]:
        """Longer stories that carry a short one whole, and stories that quote a passage of another."""
        short = [o for o in copied if o.words < 95]
        longest = len(self._hosts) - self._count("within")
        for host in self._hosts[longest:]:
            original, half = self._random.choice(short), len(host.sentences) // 2
            whole = [*host.sentences[:half], *original.sentences, *host.sentences[half:]]
            yield self._copy("within", original, lambda o, whole=whole: self.press.copy(o.sheet, whole))  # type: ignore[misc]
        long = [o for o in copied if o.words >= 110]
        for host in self._hosts[:longest]:
            original, passage = self._quoted(long, host)
            half = self._random.randrange(1, len(host.sentences))
            whole = [*host.sentences[:half], *passage, *host.sentences[half:]]
            alone = self._alone(self.press.copy(original.sheet, whole, late=9))
            yield Planted(alone.document, self._half, alone.family, "quotes", original.planted.document.id)

    def _quoted(self, long: Sequence[_Original], host: Prose) -> tuple[_Original, Sequence[str]]:
        """A passage of an original that is well under half of either text."""
        while True:
            original = self._random.choice(long)
            at = self._random.randrange(1, len(original.sentences))
            passage = _row(original.sentences[at - 1 :], 0.35 * original.words, least=30)
            words = sum(len(s.split()) for s in passage)
            if 30 <= words <= 0.4 * min(original.words, host.words + words):
                return original, passage

    def _retellings(self, event: _Original, at: int) -> Iterator[Planted]:
        """What another makes of the agency's text, and two who were there themselves."""
        if at < self._count("retold"):
            sentences = plots.told(self._random, self._half, "retold", event.facts)
            yield self._copy("retold", event, lambda o: self.press.copy(o.sheet, sentences))
        for wording in (0, 1):
            fresh = plots.facts(self._random, self.press.namer, event.sheet.day, self._said)
            own = {key: fresh[key] for key in ("other1", "other2", "said3", "said4")}
            sentences = plots.told(self._random, self._half, "apart", {**event.facts, **own}, wording)
            yield self._alone(self.press.first(sentences, event.sheet.day), series=event.planted.family, wording="apart")

    def _notices(self) -> Iterator[Planted]:
        """Forms filled in by one house on many days."""
        for form in range(max(1, int(FORMS * self._share))):
            house = self._random.choice(self.press.papers)
            for _ in range(FILLED):
                day = self._day()
                known = plots.facts(self._random, self.press.namer, day, self._said)
                sheet = self.press.first(plots.notice(self._half, form, known), day)
                yield self._alone(
                    msgspec.structs.replace(sheet, publisher=house),
                    series=f"form {form}",
                    wording=f"form {plots.form_of(self._half, form)}",
                )

    def _situations(self) -> Iterator[Planted]:
        """Daily reports of one house that repeat what stood in them the day before."""
        for number in range(max(1, int(SERIES * self._share))):
            house, start = self._random.choice(self.press.papers), self._day()
            known = plots.facts(self._random, self.press.namer, start, self._said)
            standing = [self._spare.pop() for _ in range(6)]
            for at in range(SERIES_DAYS):
                day = start + dt.timedelta(at)
                today = plots.retimed(self._random, known, day)
                sentences = plots.situation(self._random, self._half, (standing, known), today)
                title = f"{known['place']} situation report No. {at + 1}"
                sheet = Sheet(self.press.paragraphs(sentences), title, house, day)
                yield self._alone(sheet, series=f"series {number}", wording="daily")


@dataclass(frozen=True)
class _Original:
    planted: Planted
    sheet: Sheet
    sentences: tuple[str, ...]
    facts: plots.Facts = field(default_factory=dict)

    @property
    def words(self) -> int:
        return sum(len(s.split()) for s in self.sentences)


def _row(sentences: Sequence[str], most: float, least: int = 0) -> list[str]:
    """Sentences from the first on while they have no more words than `most`; on to `least` words however many that makes."""
    kept: list[str] = []
    words = 0
    for sentence in sentences:
        more = words + len(sentence.split())
        if kept and more > most and words >= least:
            break
        kept.append(sentence)
        words = more
    return kept
