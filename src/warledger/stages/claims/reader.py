"""From documents to claims: parse what the gate lets through block by block, find triggers, build claims, ground them.

The reader is a pure function of the document and the vocabulary: no place, actor or file is known to it by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

import msgspec
from spacy.tokens import Doc

from warledger.base.spans import Span
from warledger.records.claim import Claim
from warledger.records.document import Block, BlockKind, Document
from warledger.records.gap import Gap
from warledger.records.vocab import Vocabulary
from warledger.stages.claims.asides import asides
from warledger.stages.claims.continued import join_continued
from warledger.stages.claims.dateline import listed_head, place_head
from warledger.stages.claims.dates import find_times
from warledger.stages.claims.definitions import definitions
from warledger.stages.claims.divisions import tails
from warledger.stages.claims.gaps import cut_short, off_topic
from warledger.stages.claims.gate import Gate, Plan
from warledger.stages.claims.ground import Ground
from warledger.stages.claims.memory import Memory
from warledger.stages.claims.mend import mend
from warledger.stages.claims.offices import Introductions
from warledger.stages.claims.overlong import passed_over, with_words_of, without_overlong
from warledger.stages.claims.parser_text import LONGEST_BLOCK, parser_text
from warledger.stages.claims.retold import without_retold
from warledger.stages.claims.story import Story, Words
from warledger.stages.claims.syntax import teach
from warledger.stages.claims.unseen import Known

#: Blocks parsed at once. Larger batches cost memory, smaller ones time; 64 keeps both flat.
_BATCH = 64
#: After these a word in capitals need be no name.
_ENDS = frozenset({".", "!", "?", ":", '"', " "})
#: Documents read together: enough of them to fill a batch of blocks even where the gate lets little through.
_TOGETHER = 32


class Reading(msgspec.Struct, frozen=True):
    """What one document yielded. `passed` sentences with a word of the vocabulary were not parsed: the text is about something else."""

    document: str
    claims: tuple[Claim, ...]
    gaps: tuple[Gap, ...]
    passed: int = 0


class ClaimReader:
    """Reads documents. `parse` turns many texts into spaCy docs, in order; `is_place` is the gazetteer's word on a name."""

    def __init__(
        self,
        parse: Callable[[Iterable[str]], Iterator[Doc]],
        vocabulary: Vocabulary,
        words: Words,
        is_place: Callable[[str], bool],
        countries: frozenset[str],
        maker: str,
    ) -> None:
        self._parse = parse
        self._vocabulary = vocabulary
        self._words = words
        self._is_place = is_place
        self._countries = countries
        self._gate = Gate(vocabulary, vocabulary.gate, words.quantities, words.times) if vocabulary.gate is not None else None
        self.maker = maker
        self._introductions = Introductions(vocabulary.nouns, vocabulary.demonyms)

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """The documents' claims, one reading a document, in order."""
        source = iter(documents)
        while batch := list(islice(source, _TOGETHER)):
            shown = [without_overlong(document) for document in batch]
            for document, read, reading in zip(batch, shown, self._read_batch(shown), strict=True):
                if read is not document:
                    claims, gaps = with_words_of(document, reading.claims), (*reading.gaps, *passed_over(document))
                    reading = msgspec.structs.replace(reading, claims=claims, gaps=gaps)
                yield reading

    def _read_batch(self, batch: list[Document]) -> Iterator[Reading]:
        plans = [self._plan(document) for document in batch]
        jobs = [self._shown(block.span.of(document.text)) for document, plan in zip(batch, plans, strict=True) for block in plan.parsed]
        parsed = self._parse(jobs)
        for document, plan in zip(batch, plans, strict=True):
            taught = (mend(teach(doc, self._vocabulary.frames.grammar)) for doc in islice(parsed, len(plan.parsed)))
            docs = dict(zip(plan.parsed, taught, strict=True))
            yield self._one(document, plan, docs)

    def _is_country(self, name: str) -> bool:
        return name.casefold() in self._countries

    def _shown(self, text: str) -> str:
        times = [t.span for t in find_times(text, self._words.times)]
        shown, divisions = text[:LONGEST_BLOCK], self._vocabulary.nouns.division
        head = Span(0, place_head(text, self._is_place, divisions)[0] or listed_head(text, self._is_country))
        return parser_text(text, times, [head, *tails(shown, divisions), *asides(shown, times)])

    def _plan(self, document: Document) -> Plan:
        blocks = [block for block in document.blocks if readable(block)]
        if self._gate is None:
            return Plan(tuple((block, block.kind is not BlockKind.HEADING) for block in blocks))
        return self._gate.plan(document, blocks)

    def _one(self, document: Document, plan: Plan, docs: dict[Block, Doc]) -> Reading:
        if not plan.pieces:
            return Reading(document.id, (), tuple(off_topic(document.id, plan.passed)), len(plan.passed))
        memory = Memory(definitions(document.text))
        memory.affiliations.update(self._introductions.people(document.text))
        memory.people.see(memory.affiliations)
        memory.find_defined(document.text)
        memory.text = document.text
        story = Story(document, self._vocabulary, self._words, memory, self._is_place, self._countries)
        for block, _ in plan.pieces:
            story.read_block(block, docs.get(block))
        ground = Ground(document, story.setting(), self.maker, self._vocabulary.confidence)
        claims = ground.claims(without_retold(join_continued(story.drafts)), story.entries, story.infobox.place)
        cut = (gap for block, _ in plan.pieces for gap in cut_short(document.id, block, LONGEST_BLOCK))
        return Reading(document.id, claims, (*story.gaps, *cut, *off_topic(document.id, plan.passed)), len(plan.passed))


def readable(block: Block) -> bool:
    """Whether claims are looked for in the block: everything but credit lines."""
    return block.kind is not BlockKind.CREDIT and len(block.span) > 3


class Model(NamedTuple):
    """A loaded spaCy pipeline with the words it knew when it was loaded (its string store grows with every text)."""

    nlp: Any
    known: frozenset[str]


def spacy_parse(model: Model, vocabulary: Vocabulary, batch: int = _BATCH) -> Callable[[Iterable[str]], Iterator[Doc]]:
    """A `parse` function over a loaded spaCy pipeline. Shortened titles ("cmdr.") are kept whole and end no sentence: the model knows
    few of them, and cuts "Cmdr. Ivo Marr" in two. Words of war it never met are shown to it as words it knows."""
    short = frozenset(title.capitalize() for title in vocabulary.nouns.titles if title.endswith("."))
    nlp, known = model.nlp, Known(vocabulary, model.known)
    for title in short:
        nlp.tokenizer.add_special_case(title, [{"ORTH": title}])

    def made(text: str) -> Doc:
        doc: Doc = nlp.make_doc(text)
        opens = True
        for token in doc:
            if (opens or token.text.islower()) and (shown := known.like(token.lower_)) is not None:
                token.norm_ = shown
            opens = token.text in _ENDS
            if token.text in short and token.i + 1 < len(doc):
                token.nbor().is_sent_start = False
        return doc

    def parse(texts: Iterable[str]) -> Iterator[Doc]:
        return iter(nlp.pipe((made(text) for text in texts), batch_size=batch))

    return parse
