"""Who changed position: two statements of one speaker, on different days, of which the later takes back the earlier."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from warledger.pipeline.series_merge import when
from warledger.pipeline.series_rows import CONFIRM, DENY, Row, RowMaker
from warledger.records.claim import FACTUAL, Claim, Modality
from warledger.records.keys import place_key
from warledger.records.series import Point, Turn
from warledger.records.series_words import SeriesWords
from warledger.stages.events.parties import roles

#: Share of the fewer words two texts must have in common to be of one matter, and how many at least. That two statements are addressed
#: to one body lets fewer do; one that has no more words than that beside the names is about that body as such.
ONE_MATTER, FEW, FEWEST = 0.5, 3, 2
_FIRM = frozenset(m.value for m in FACTUAL)


def turns(points: Sequence[tuple[Point, Row]], words: SeriesWords) -> tuple[Turn, ...]:
    """The changes of position in one speaker's points (in order of time): towards an addressee, on a proposal, or on a fact.

    Only what was said on days that can be ordered is compared, each statement with the last one before it on the same matter; what is
    planned or hypothetical is no position. Descriptions ("officials", "rebels") are many bodies and have none.
    """
    telling = words.toward | words.against | words.accept | words.refuse | {DENY, CONFIRM}
    stands = [index for index, (point, _) in enumerate(points) if point.act in telling and point.modality in _FIRM]
    found = []
    for at, index in enumerate(stands):
        point, row = points[index]
        for before in reversed(stands[:at]):
            earlier, other = points[before]
            why = _why(other, row, words) if _after(earlier, point) else ""
            if why:
                found.append(Turn(before, index, why))
            if why or _same_stand(other, row, words):
                break
    return tuple(found)


def denials(claims: Iterable[Claim], maker: RowMaker) -> Iterator[Row]:
    """What bodies deny of happenings, and what of it they later own up to."""
    denied: dict[str, list[Row]] = defaultdict(list)
    spoken = [c for c in claims if c.said_by and c.kind != "statement"]
    for claim in (c for c in spoken if c.modality is Modality.DENIED):
        row = maker.denial(claim, DENY)
        denied[row.key].append(row)
        yield row
    for claim in (c for c in spoken if c.modality in FACTUAL and denied):
        against = denied.get(maker.key(claim, claim.said_by[0]), ())
        if any(_same_fact(row.claim, claim, maker) for row in against):
            yield maker.denial(claim, CONFIRM)


def _same_fact(denied: Claim, told: Claim, maker: RowMaker) -> bool:
    """Whether a record tells what another, of other words, denies: the same kind, place, doers, targets and matter."""
    if denied.kind != told.kind or denied.document == told.document or denied.quote == told.quote:
        return False
    links = maker.view.state.links
    one, other = ({place_key(links, c.document, name) for name in c.places} for c in (denied, told))
    if not (one & other or not (one or other)):
        return False
    for a, b in zip(roles(denied), roles(told), strict=True):
        if a and b and not {maker.key(denied, name) for name in a} & {maker.key(told, name) for name in b}:
            return False
    return alike(maker.words.matter(denied.quote), maker.words.matter(told.quote))


def _why(before: Row, after: Row, words: SeriesWords) -> str:
    a, b = before.point.act, after.point.act
    one_matter = alike(before.matter, after.matter)
    if {a, b} == {DENY, CONFIRM} and one_matter:
        return "denied, then confirmed" if a == DENY else "confirmed, then denied"
    if one_matter and a in words.refuse and b in words.accept:
        return "refused, then accepted"
    if one_matter and a in words.accept and b in words.refuse:
        return "accepted, then refused"
    common = before.toward & after.toward
    stood, stands = a in words.toward, b in words.toward
    if not common or stood == stands or not {a, b} <= words.toward | words.against:
        return ""
    one, other = _told(before, words), _told(after, words)
    if len(one & other) < FEWEST < min(len(one), len(other)):
        return ""
    return f"{'for' if stood else 'against'} {_named(after, common)}, then {'for' if stands else 'against'}"


def _told(row: Row, words: SeriesWords) -> frozenset[str]:
    """The words of a statement that name neither who speaks nor whom it is addressed to."""
    names = " ".join((row.name, row.key, *row.point.target, *row.toward))
    return words.matter(row.claim.quote) - words.matter(names)


def _named(row: Row, keys: frozenset[str]) -> str:
    return " and ".join(row.point.target) if len(row.toward) == len(keys) else min(keys)


def _same_stand(before: Row, after: Row, words: SeriesWords) -> bool:
    """Whether the earlier statement already says what the later does: nothing before it can be the one taken back."""
    stands = [words.toward, words.against]
    same = any(before.point.act in stand and after.point.act in stand for stand in stands)
    return same and bool(before.toward & after.toward)


def _after(earlier: Point, later: Point) -> bool:
    """Whether the one was certainly said before the other."""
    return earlier.end is not None and earlier.end < when(later)[0]


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of words are of one matter: half of the fewer in common, and several."""
    common = len(one & other)
    return common >= FEW and common >= ONE_MATTER * min(len(one), len(other))
