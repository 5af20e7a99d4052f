"""What the words of a claim say beside its fields: what it is about, and the turns of phrase by which reports differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from warledger.base.stems import Found, stem, words_of
from warledger.records.claim import Agreement, Claim, Statement
from warledger.records.dispute_words import DisputeWords, Label

#: Code points on either side of the word that gave the claim which are taken to speak of it; a sentence tells of several things.
_AROUND = 90
#: Words behind a "not", an "instead of" and a "blames" that they speak of, as a rule; words behind and before "began" or "first".
_NEGATED, _DENIED, _BLAMED, _BEHIND, _BEFORE = 8, 16, 10, 7, 4
_SHORTEST = 4


class Said(msgspec.Struct, frozen=True):
    """`about` are stems, matters (ending in a colon) and names the words have in them; `names` the last alone.

    `negated`, `denied`, `refused`, `begun`, `first`, `turned` and `blamed` are those of them at which a "not", a "denies", a "refuses", a
    "began", a "for the first time", an "instead of" and a "took credit" or "blames" stands. `cues` and `extents` are the phrases met, by
    name, as written; `poles` those of contrasts, as (name, pole). `denied_numbers` are numbers behind a "not".
    """

    about: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    negated: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()
    begun: frozenset[str] = frozenset()
    first: frozenset[str] = frozenset()
    turned: frozenset[str] = frozenset()
    blamed: frozenset[str] = frozenset()
    cues: dict[str, str] = {}
    extents: dict[str, str] = {}
    poles: dict[tuple[str, str], str] = {}
    denied_numbers: frozenset[float] = frozenset()


class _Words(msgspec.Struct, frozen=True):
    """A text taken apart: its words as written, the phrases met, and what it is about by the place of the word."""

    written: list[str]
    met: list[Found[Label]]
    terms: list[tuple[int, str]]

    def at(self, cue: str) -> list[Found[Label]]:
        return [found for found in self.met if found.label == ("cue", cue)]

    def behind(self, places: Sequence[int], within: int) -> frozenset[str]:
        if not places:
            return frozenset()
        return frozenset(term for at, term in self.terms if any(0 <= at - place < within for place in places))

    def around(self, cue: str) -> frozenset[str]:
        found = self.at(cue)
        return self.behind([f.last for f in found], _BEHIND) | self.behind([f.first - _BEFORE for f in found], _BEFORE)

    def phrases(self, table: str) -> dict[str, str]:
        """The first phrase of every entry of a table, as written."""
        return {f.label[1]: self.phrase(f) for f in reversed(self.met) if f.label[0] == table}

    def phrase(self, found: Found[Label]) -> str:
        return " ".join(self.written[found.first : found.last])


def read(claim: Claim, known: DisputeWords) -> Said:
    """What the words around the claim's own word say, and the topic of a statement."""
    written = words_of(_passage(claim))
    stems = [stem(word) for word in written]
    met = [*known.phrases.found(stems), *known.exact.found([word.casefold() for word in written])]
    terms = list(_terms(written, stems, met, known.plain_stems))
    names = frozenset(_names(written, stems, known.plain))
    about = names.union(term for _, term in terms)
    return _turns(_Words(written, met, terms), about, names) if met else Said(about, names)


def _turns(words: _Words, about: frozenset[str], names: frozenset[str]) -> Said:
    denials = [found.last for found in words.at("negation")]
    blames = [found.last for cue in ("credit", "blame", "accuse") for found in words.at(cue)]
    return Said(
        about=about,
        names=names,
        negated=words.behind(denials, _NEGATED),
        denied=words.behind([found.last for found in words.at("denial")], _DENIED),
        refused=words.behind([found.last for found in words.at("refusal")], _DENIED),
        begun=words.around("onset"),
        first=words.around("first"),
        turned=words.behind([found.last for found in words.at("turned")], _NEGATED),
        blamed=words.behind(blames, _BLAMED),
        cues=words.phrases("cue"),
        extents=words.phrases("extent"),
        poles={(f.label[1], f.label[2]): words.phrase(f) for f in reversed(words.met) if f.label[0] == "contrast"},
        denied_numbers=frozenset(_numbers(words.written, denials)),
    )


def _passage(claim: Claim) -> str:
    content = claim.content
    topic = content.topic if isinstance(content, Statement) else content.what if isinstance(content, Agreement) else ""
    quote, told = claim.quote, claim.why.get("kind")
    if told is not None and told.span is not None and not isinstance(content, Statement):
        at = max(0, told.span.start - claim.span.start)
        quote = quote[max(0, at - _AROUND) : at + _AROUND]
    return quote if not topic or topic in quote else f"{quote} | {topic}"


def _terms(written: Sequence[str], stems: Sequence[str], met: Iterable[Found[Label]], plain: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Matters and telling words with their place; a word of a matter is not counted again."""
    taken: set[int] = set()
    for found in met:
        if found.label[0] == "matter":
            taken.update(range(found.first, found.last))
            yield found.first, f"{found.label[1]}:"
    for at, word in enumerate(written):
        if len(word) >= _SHORTEST and stems[at] not in plain and at not in taken and word[0].islower():
            yield at, stems[at]


def _names(written: Sequence[str], stems: Sequence[str], plain: frozenset[str]) -> Iterator[str]:
    """Runs of capitalised words, as stems."""
    run: list[str] = []
    for word, one in zip(written, stems, strict=True):
        if word[0].isupper() and word.casefold() not in plain:
            run.append(one)
        elif run:
            yield " ".join(run)
            run = []
    if run:
        yield " ".join(run)


def _numbers(written: Sequence[str], places: Iterable[int]) -> Iterator[float]:
    """The number right behind each place, or one word further."""
    for place in places:
        yield from (float(word) for word in written[place : place + 2] if word.isdecimal())
