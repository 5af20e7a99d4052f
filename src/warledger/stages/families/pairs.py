"""Two documents compared: how much of the text they share, and what that makes them."""

from __future__ import annotations

from typing import TypeVar

import msgspec
import numpy as np
import numpy.typing as npt

from warledger.base.times import parse_iso_date
from warledger.records.family import EdgeType
from warledger.records.family_words import FamilyWords
from warledger.stages.families.retelling import told_again
from warledger.stages.families.shingles import WIDTH, Counts, among, shared
from warledger.stages.families.story import Story
from warledger.stages.families.words import Hashes

#: Share of the shorter text's shingles that must stand in the longer. Measured: near copies and contained copies are found at 0.5
#: (0.99 and 1.00 of 20,000 documents), and chance pairs stay under 0.1.
JOIN = 0.5
#: So much of the shorter text, as spelt, is in the longer of a reprint; below it somebody has edited.
VERBATIM = 0.95
#: So much of the longer text is in the shorter of a reprint: a sub-editor short of room takes the end off.
TRIMMED = 2 / 3
#: A text with this many times as much as what it shares a story with gives the whole, the other an excerpt.
MUCH_MORE = 1.5
#: A shared passage of this many words links two texts that are not one.
PASSAGE = 25
#: Shingles in such a passage.
RUN = PASSAGE - WIDTH + 1
#: Notices of one form ("a soldier died in the south today") are alike in all but the facts; longer texts are not written to a form.
FORM_WORDS = 220
#: Share of the shorter text's names and numbers that a copy keeps.
FACTS = 0.5
#: The same for a copy in other words, which has nothing else to be known by.
TOLD_FACTS = 0.6
#: Days after its original within which a short text is reprinted; later it is hardly news.
REPRINTED_WITHIN = 3

T = TypeVar("T")


class Pair(msgspec.Struct, frozen=True):
    """Two documents by id, `a` < `b`. `shorter` is the share of the shorter text found in the longer, `longer` the reverse, both 0-1."""

    a: str
    b: str
    type: EdgeType
    shorter: float
    longer: float
    why: str

    @property
    def joins(self) -> bool:
        """Whether it makes the two one witness."""
        return self.type is not EdgeType.QUOTES


def compare(one: Story, other: Story, words: FamilyWords, *, retold: bool = True) -> Pair | None:
    """What the two documents share, or `None` when that is next to nothing. Without `retold` nobody told it in other words."""
    a, b = sorted((one.id, other.id))
    short, long = sorted((one, other), key=lambda s: (len(s.set), s.id))
    both = shared(short.set, long.set)
    shorter, longer = len(both) / max(1, len(short.set)), len(both) / max(1, len(long.set))
    if _one_name(short, long) and (shorter >= JOIN / 5 or not _other_house(short, long)):
        return Pair(a, b, EdgeType.VERSION, shorter, longer, f"one name, other bytes; {_percent(shorter)} of the shorter text is shared")
    found = _joined(short, long, shorter, longer, words) if shorter >= JOIN else None
    if retold and shorter < JOIN:
        found = _told_again(short, long, words)
    if found or shorter >= JOIN:
        return Pair(a, b, found[0], shorter, longer, found[1]) if found else None
    run = _longest_run(short, both) if len(both) >= RUN else 0
    if run >= PASSAGE and not _of_one_series(short, long):
        return Pair(a, b, EdgeType.QUOTES, shorter, longer, f"a passage of {run} words is shared, {_percent(shorter)} of the shorter text")
    return None


def comparable(both: Counts, one: int, others: Counts) -> npt.NDArray[np.bool_]:
    """Where so many shared shingles are enough for `compare` to find anything, one name aside, given how many each document has."""
    enough: npt.NDArray[np.bool_] = (both >= RUN) | ((both > 0) & (both >= JOIN * np.minimum(one, others)))
    return enough


def _joined(short: Story, long: Story, shorter: float, longer: float, words: FamilyWords) -> tuple[EdgeType, str] | None:
    said = f"{_percent(shorter)} of the shorter text stands in the longer"
    version = _updated(short, long, words)
    if _other_facts(short, long) or _of_one_series(short, long) or not (version or not _of_one_form(short, long)):
        return None
    if version:
        return EdgeType.VERSION, f"{said}; one title and publisher, and one says that it corrects or updates"
    if longer < JOIN and len(long.set) >= MUCH_MORE * len(short.set):
        return EdgeType.EXCERPT, f"{said}, which has {len(long.set) / max(1, len(short.set)):.1f} times as much"
    verbatim = _verbatim(short, long)
    if verbatim >= VERBATIM and longer >= TRIMMED:
        return EdgeType.REPRINT, f"{_percent(verbatim)} of the shorter stands in the longer word for word"
    return EdgeType.REWRITE, f"{said} and {_percent(longer)} of the longer in the shorter; spelling, wording or parts were edited"


def _told_again(short: Story, long: Story, words: FamilyWords) -> tuple[EdgeType, str] | None:
    fewer, more = sorted((short, long), key=lambda s: (len(s.gists), s.id))
    why = told_again(fewer, more)
    if why is None or _other_facts(short, long, TOLD_FACTS) or _of_one_series(short, long) or _of_one_form(short, long):
        return None
    if _updated(short, long, words):
        return EdgeType.VERSION, f"{why}; one title and publisher, and one says that it corrects or updates"
    return EdgeType.REWRITE, why


def _verbatim(a: Story, b: Story) -> float:
    return len(shared(a.strict, b.strict)) / max(1, min(len(a.strict), len(b.strict)))


def _one_name(a: Story, b: Story) -> bool:
    return a.document.name == b.document.name and a.document.digest != b.document.digest


def _other_house(a: Story, b: Story) -> bool:
    one, other = a.document.meta.publisher, b.document.meta.publisher
    return bool(one and other and one.casefold() != other.casefold())


def _updated(a: Story, b: Story, words: FamilyWords) -> bool:
    one, other = a.document.meta, b.document.meta
    same_page = one.url is not None and one.url == other.url
    same_head = bool(one.title) and one.title == other.title and not _other_house(a, b)
    return same_page or (same_head and bool(one.updated or other.updated or a.noted(words) or b.noted(words)))


def _other_facts(short: Story, long: Story, least: float = FACTS) -> bool:
    """Whether the shorter has mostly names and numbers that the longer lacks: a form that was filled in with them."""
    facts = short.numbers | short.names
    return short.body != long.body and bool(facts) and len(facts & (long.numbers | long.names)) / len(facts) < least


def _of_one_series(a: Story, b: Story) -> bool:
    """Whether a house says the same again on another day: each text names a day that the other does not, and has figures of its own."""
    if _other_house(a, b) and _published_apart(a, b) <= REPRINTED_WITHIN:
        return False
    return _each_has_more(a.told_days, b.told_days) and _each_has_more(a.numbers, b.numbers)


def _of_one_form(short: Story, long: Story) -> bool:
    """Whether the two fill in one form about two occasions, rather than being copies: each has facts the other lacks, and days differ.

    A form belongs to a house, which fills it in again and again; another house reprints, within days, with its own dateline and its own
    spelling of names, but with the same numbers.
    """
    if short.body == long.body or len(short.starts) > FORM_WORDS:
        return False
    days, apart = _each_has_more(short.days, long.days), _published_apart(short, long)
    if _other_house(short, long):
        return days and (apart > REPRINTED_WITHIN or _each_has_more(short.amounts, long.amounts))
    return (days or apart > 0) and (_each_has_more(short.numbers, long.numbers) or _each_has_more(short.names, long.names))


def _each_has_more(a: frozenset[T], b: frozenset[T]) -> bool:
    return bool(a - b) and bool(b - a)


def _published_apart(a: Story, b: Story) -> int:
    """Days between the two days of publication, 0 where one is unknown."""
    one, other = (parse_iso_date(s.document.meta.published) for s in (a, b))
    return abs((one - other).days) if one and other else 0


def _longest_run(story: Story, both: Hashes) -> int:
    """Words in the longest unbroken stretch of the story whose shingles are all among `both`."""
    hits = np.concatenate(([False], among(story.sequence, both), [False]))
    edges = np.flatnonzero(np.diff(hits.astype(np.int8)))
    return int((edges[1::2] - edges[::2]).max()) + WIDTH - 1 if len(edges) else 0


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
