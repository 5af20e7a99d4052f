"""A second look at a page: what the extractor left out of an article although it is built like the rest, and what it took that is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from warledger.records.document import BlockKind
from warledger.records.layout import Layout
from warledger.stages.cleaning.segments import Place, Segment
from warledger.stages.cleaning.units import Paragraph

#: Code points that looking every segment up in every paragraph may go through; larger pages are left as the extractor gave them.
MOST_WORK = 500_000_000
#: Share of the article's letters that the smallest element holding the article has at least, and one set apart from it at most.
MAIN, SMALL = 0.8, 0.4
#: Words of a sentence that may be part of an article, of a caption, and of a headline.
PROSE, CAPTION, HEADLINE = 8, 5, 4
#: Segments of the article that are built alike make that the build of its paragraphs.
ALIKE = 2
#: Share of a headline's letters that are a link when it leads to another story.
LINKED = 0.9
#: A teaser under such a headline is at most this long (code points).
TEASER = 450
#: An element that holds more stretches of words than this itself is no paragraph: they are parted by line breaks.
LIST = 2
#: So many elements with a linked headline and a teaser each are a list of other stories; pages of more segments are not looked through.
CARDS, MOST_CARDED = 3, 5_000

_STOPS = (".", "!", "?", "…")


class Looked(msgspec.Struct, frozen=True):
    """The paragraphs in the page's order, and sentences inside the article that are left out of it all the same."""

    paragraphs: tuple[Paragraph, ...]
    left_out: tuple[str, ...] = ()


def look_again(paragraphs: Sequence[Paragraph], page: Sequence[Segment], title: str | None, layout: Layout) -> Looked:
    """`paragraphs` are the extractor's, `page` all segments of the page in order, `title` the article's title where it is known.

    Paragraphs that are built and set like the article's, and those between title and text, come back, also where they are mostly links;
    so do the words under pictures, marked as captions. What markup sets apart, and lists of linked headlines, are marked as clutter.
    """
    if sum(len(one.words) for one in paragraphs) * len(page) > MOST_WORK:
        return Looked(tuple(paragraphs))
    return _SecondLook(paragraphs, page, title, layout).looked()


class _SecondLook:
    def __init__(self, paragraphs: Sequence[Paragraph], page: Sequence[Segment], title: str | None, layout: Layout) -> None:
        self.paragraphs, self.page, self.layout = paragraphs, page, layout
        self.home = _homes([_bare(p.words) for p in paragraphs], [_bare(s.words) for s in page])
        kept = [(segment, home) for segment, home in zip(page, self.home, strict=True) if home is not None]
        self.weight: Counter[int] = Counter()
        self.owners: dict[int, list[Segment]] = {}
        for segment, home in kept:
            self.weight.update(dict.fromkeys(map(id, segment.place.around()), len(segment.words)))
            self.owners.setdefault(home, []).append(segment)
        self.total = sum(len(segment.words) for segment, _ in kept)
        self.main = self._main(segment for segment, _ in kept)
        self.crowd = Counter(id(segment.place) for segment, _ in kept)
        self.shapes = Counter(segment.place.shape for segment, _ in kept)
        self.first = next((at for at, home in enumerate(self.home) if home is not None), 0)
        self.headed = self._headed(title)

    def looked(self) -> Looked:
        """The page's paragraphs, put right."""
        behind: dict[int, list[Paragraph]] = {}
        left: list[str] = []
        at = -1
        for index, (segment, home) in enumerate(zip(self.page, self.home, strict=True)):
            if home is not None:
                at = max(at, home)
                continue
            found = self._found(index, segment)
            if found is not None:
                behind.setdefault(at, []).append(found)
            elif self._is_lost(segment):
                left.append(segment.words)
        marked = self._without_lists([self._marked(at, one) for at, one in enumerate(self.paragraphs)])
        made = list(behind.get(-1, ()))
        for at, one in enumerate(marked):
            made += [one, *behind.get(at, ())]
        return Looked(tuple(made), tuple(left))

    def _main(self, kept: Iterable[Segment]) -> int | None:
        """The smallest element that holds most of the article."""
        enough = MAIN * self.total
        inmost = (next((id(p) for p in s.place.around() if self.weight[id(p)] >= enough), None) for s in kept)
        return min((one for one in inmost if one is not None), key=lambda one: self.weight[one], default=None)

    def _headed(self, title: str | None) -> int | None:
        """Which segment is the article's title: what follows it belongs to the article."""
        wanted = _bare(title or "")
        heads = [at for at, s in enumerate(self.page[: self.first]) if s.place.tag == "h1" or (wanted and _bare(s.words) == wanted)]
        return heads[-1] if heads else None

    def _found(self, index: int, segment: Segment) -> Paragraph | None:
        """A segment that the extractor left out, as the paragraph it is."""
        if self._is_apart(segment):
            return None
        if self._is_caption(segment):
            inside = self._is_inside(segment) or self._opens(index)
            return Paragraph(segment.words, BlockKind.CAPTION) if inside and len(segment.words.split()) >= CAPTION else None
        if not _is_prose(segment) or self.layout.clutter_line.match(segment.words):
            return None
        alike = self._is_inside(segment) and self.shapes[segment.place.shape] >= ALIKE
        return Paragraph(segment.words, None) if alike or (self._opens(index) and segment.linked < SMALL) else None

    def _opens(self, index: int) -> bool:
        return self.headed is not None and self.headed < index < self.first

    def _is_lost(self, segment: Segment) -> bool:
        inside = self._is_inside(segment) and not self._is_apart(segment) and not self._is_caption(segment)
        return inside and _is_prose(segment) and segment.linked < SMALL and not self.layout.clutter_line.match(segment.words)

    def _is_inside(self, segment: Segment) -> bool:
        return any(id(place) == self.main for place in segment.place.around())

    def _is_apart(self, segment: Segment) -> bool:
        return any(place.apart and self._is_small(place) for place in segment.place.around())

    def _is_caption(self, segment: Segment) -> bool:
        return any(place.caption and self._is_small(place) for place in segment.place.around())

    def _is_small(self, place: Place) -> bool:
        return self.weight[id(place)] <= SMALL * self.total

    def _marked(self, at: int, paragraph: Paragraph) -> Paragraph:
        """The paragraph as what markup says it is."""
        own = self.owners.get(at, ())
        if not own or paragraph.kind is BlockKind.TITLE:
            return paragraph
        if all(map(self._is_caption, own)):
            return paragraph._replace(kind=BlockKind.CAPTION, level=0)
        leads = self._is_link(at) and len(paragraph.words.split()) >= HEADLINE
        if leads or all(map(self._is_apart, own)):
            return paragraph._replace(kind=BlockKind.CLUTTER, level=0)
        return paragraph

    def _without_lists(self, paragraphs: list[Paragraph]) -> list[Paragraph]:
        """Lists of linked headlines: menus of short ones, and the teasers under long ones that stand apart."""
        leads = {at for at in range(len(paragraphs) - 1) if _leads(paragraphs[at]) and _teases(paragraphs[at + 1])}
        clutter = {at + 1 for at in leads if self._is_aside(at + 1)} | self._carded()
        linked = {at for at in range(len(paragraphs)) if self._is_link(at)}
        clutter |= {at for at in linked if {at - 1, at + 1} & linked}
        return [one._replace(kind=BlockKind.CLUTTER, level=0) if at in clutter else one for at, one in enumerate(paragraphs)]

    def _carded(self) -> set[int]:
        """Paragraphs that stand in an element with a linked headline before them and nothing else, where the page has several such."""
        if len(self.page) > MOST_CARDED:
            return set()
        letters: Counter[int] = Counter()
        for one in self.page:
            letters.update(dict.fromkeys(map(id, one.place.around()), len(one.words)))
        found = []
        for (above, _), (below, home) in pairwise(zip(self.page, self.home, strict=True)):
            if home is None or above.linked < LINKED or _closed(above.words) or len(below.words) > TEASER:
                continue
            around = {id(place) for place in above.place.around()}
            both = next((id(place) for place in below.place.around() if id(place) in around), None)
            if both is not None and letters[both] == len(above.words) + len(below.words):
                found.append(home)
        return set(found) if len(found) >= CARDS else set()

    def _is_link(self, at: int) -> bool:
        own, words = self.owners.get(at, ()), self.paragraphs[at].words
        return bool(own) and all(s.linked >= LINKED for s in own) and not _closed(words)

    def _is_aside(self, at: int) -> bool:
        """Whether the element around a paragraph and its neighbours holds little of the article."""
        own = self.owners.get(at)
        if not own:
            return False
        place = own[0].place
        shared = self.crowd[id(place)] > LIST or place.parent is None
        return self._is_small(place if shared or place.parent is None else place.parent)


def _homes(paragraphs: Sequence[str], page: Sequence[str]) -> list[int | None]:
    """For each segment the paragraph that has its words, or that it has the words of; words stand as often as they stand."""
    whole: dict[str, list[int]] = {}
    for at, words in enumerate(paragraphs):
        whole.setdefault(words, []).append(at)
    return [_home(words, whole, paragraphs) for words in page]


def _home(words: str, whole: dict[str, list[int]], paragraphs: Sequence[str]) -> int | None:
    if words in whole:
        held = whole[words]
        return held.pop(0) if len(held) > 1 else held[0]
    if len(words) < 2 * PROSE:
        return None
    return next((at for at, one in enumerate(paragraphs) if words in one or (len(one) > 4 * PROSE and one in words)), None)


def _bare(words: str) -> str:
    return "".join(words.casefold().split())


def _is_prose(segment: Segment) -> bool:
    return len(segment.words.split()) >= PROSE and _closed(segment.words)


def _closed(words: str) -> bool:
    return words.rstrip("\"'”’»)] ").endswith(_STOPS)


def _leads(paragraph: Paragraph) -> bool:
    return paragraph.kind is BlockKind.CLUTTER and not _closed(paragraph.words)


def _teases(paragraph: Paragraph) -> bool:
    return paragraph.kind in (None, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and len(paragraph.words) <= TEASER
