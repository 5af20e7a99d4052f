"""Which member of a family the text came from, by reasons in a fixed order."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from warledger.base.similarity import fold_name
from warledger.records.document import Document
from warledger.records.family_words import FamilyWords
from warledger.stages.families.story import Story

#: Sorts after every date.
_UNDATED = "~"


class Standing(msgspec.Struct, frozen=True):
    """What speaks for one member as the origin. Members are ranked by the fields in this order."""

    credited: bool
    agency: bool
    own: bool
    first: tuple[str, str]
    uncorrected: bool
    size: int
    id: str

    @property
    def rank(self) -> tuple[object, ...]:
        """Smallest first."""
        return (not self.credited, not self.agency, not self.own, self.first, not self.uncorrected, -self.size, self.id)


def later_version(one: Story, other: Story, words: FamilyWords) -> str | None:
    """The id of the later of two versions: the one published later, else the one that says that it corrects or updates; `None` where
    neither is said."""
    first, second = (s.document.meta.published for s in (one, other))
    if first and second and first[:10] != second[:10]:
        return one.id if first > second else other.id
    said = [bool(s.document.meta.updated) or s.noted(words) for s in (one, other)]
    return None if said[0] == said[1] else (one.id if said[0] else other.id)


def choose_origin(members: Sequence[Story], words: FamilyWords) -> tuple[Story, str]:
    """The origin and why, in words. `members` are those of the family that are not known to be later versions of another.

    In order: another member credits its publisher; its publisher is an agency; it credits nobody else; it was published first (an
    unknown date counts as last, an update after what it updates); it carries no correction; it is the fullest; document id.
    """
    standings = {m.id: _standing(m, members, words) for m in members}
    chosen = min(members, key=lambda m: standings[m.id].rank)
    return chosen, _reasons(chosen, standings[chosen.id], [standings[m.id] for m in members if m is not chosen])


def _standing(story: Story, members: Sequence[Story], words: FamilyWords) -> Standing:
    document = story.document
    publisher = document.meta.publisher
    others = [m.document for m in members if m is not story]
    return Standing(
        credited=bool(publisher) and any(_credits(other, publisher or "", words) for other in others if other.meta.publisher != publisher),
        agency=words.agency(publisher) is not None,
        own=not _borrowed(document, words),
        first=(document.meta.published or _UNDATED, document.meta.updated or ""),
        uncorrected=not story.noted(words),
        size=len(story.set),
        id=document.id,
    )


def _credits(document: Document, publisher: str, words: FamilyWords) -> bool:
    """Whether the document names `publisher` as its agency or in a credit line."""
    wanted = words.agency(publisher) or publisher
    if document.meta.agency and fold_name(words.agency(document.meta.agency) or document.meta.agency) == fold_name(wanted):
        return True
    return any(fold_name(wanted) in fold_name(line) for line in _credit_lines(document.text, words))


def _borrowed(document: Document, words: FamilyWords) -> bool:
    """Whether the document says that its text is somebody else's: an agency that is not its publisher, or a credit line that names one."""
    own = fold_name(words.agency(document.meta.publisher) or document.meta.publisher or "")
    agency = document.meta.agency
    if agency and fold_name(words.agency(agency) or agency) != own:
        return True
    lines = [fold_name(line) for line in _credit_lines(document.text, words)]
    named = {name for name in {fold_name(name) for name in words.agencies.values()} if any(f" {name} " in f" {line} " for line in lines)}
    return bool(named - {own})


def _credit_lines(text: str, words: FamilyWords) -> list[str]:
    lines = []
    for pattern in words.credits:
        for match in pattern.finditer(text):
            start = text.rfind("\n", 0, match.start()) + 1
            end = text.find("\n", match.end())
            lines.append(text[start : end if end >= 0 else len(text)])
    return [re.sub(r"\s+", " ", line) for line in lines]


def _reasons(story: Story, mine: Standing, others: Sequence[Standing]) -> str:
    said = []
    if mine.credited:
        said.append("another copy credits its publisher")
    if mine.agency:
        said.append("its publisher is a news agency")
    if mine.own and not all(o.own for o in others):
        said.append("it credits nobody else, another copy does")
    if mine.first[0] != _UNDATED and all(mine.first < o.first for o in others):
        said.append(f"it was published first ({mine.first[0]})")
    if mine.uncorrected and not all(o.uncorrected for o in others):
        said.append("another copy carries a correction or update")
    if not said:
        fuller = any(mine.size > o.size for o in others)
        said.append("it has the most of the text" if fuller else "nothing tells the copies apart; the smallest id is taken")
    return f"{story.document.stem} is the origin: " + "; ".join(said)
