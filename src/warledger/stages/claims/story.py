"""One document read from top to bottom: its running date, who speaks, and the drafts its sentences give."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Sentence

from warledger.base.spans import Span
from warledger.base.times import parse_iso_date
from warledger.records.claim import Modality, Statement
from warledger.records.document import Block, BlockKind, Document
from warledger.records.gap import Gap, Refusal
from warledger.records.quantity_words import QuantityWords
from warledger.records.time_words import TimeVocabulary
from warledger.records.vocab import Vocabulary
from warledger.stages.claims.agreements import agreement_drafts
from warledger.stages.claims.asides import day_behind
from warledger.stages.claims.attribution import Attribution, Attributor
from warledger.stages.claims.classes import Classifier
from warledger.stages.claims.control import control_drafts
from warledger.stages.claims.dateline import Head, entry_head, place_head
from warledger.stages.claims.dates import TimeExpression, find_times
from warledger.stages.claims.draft import Draft
from warledger.stages.claims.gaps import gaps_of, unsaid
from warledger.stages.claims.happenings import event_drafts
from warledger.stages.claims.infobox import Entry, Infobox, first_period
from warledger.stages.claims.locale import locale_of
from warledger.stages.claims.memory import Memory, Name
from warledger.stages.claims.moments import Moments
from warledger.stages.claims.movement import movement_drafts
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.narrative import Narrative
from warledger.stages.claims.opening import is_chronology, lone_date, opening
from warledger.stages.claims.quantities import Amount, find_amounts
from warledger.stages.claims.recall import Recall, claimants, gathered
from warledger.stages.claims.scene import Moment, Scene
from warledger.stages.claims.setting import Setting
from warledger.stages.claims.speakers import Speakers
from warledger.stages.claims.speech import Speech
from warledger.stages.claims.spoken import SpokenDays
from warledger.stages.claims.statements import WITHHELD, Statements
from warledger.stages.claims.strengths import strength_drafts
from warledger.stages.claims.tolls import toll_drafts
from warledger.stages.claims.triggers import find_triggers
from warledger.stages.claims.voices import Voices
from warledger.stages.claims.when import moment_of

_HEADS = frozenset({BlockKind.HEADING})
#: What is told this firmly needs no statement of its own beside it (codebook rule 9).
_TOLD = frozenset({Modality.ASSERTED, Modality.REPORTED, Modality.CLAIMED})
#: A sentence of so many words is one of the text; shorter ones may be lines of its head.
_WHOLE = 8


class Words(msgspec.Struct, frozen=True):
    """Word lists of the date and quantity grammars."""

    times: TimeVocabulary
    quantities: QuantityWords


class Grounded(msgspec.Struct):
    """A draft with the sentence it came from."""

    draft: Draft
    scene: Scene


class Story:
    """Reads the blocks of one document in order; keeps the drafts and the sentences that gave nothing."""

    def __init__(
        self,
        document: Document,
        vocabulary: Vocabulary,
        words: Words,
        memory: Memory,
        is_place: Callable[[str], bool],
        countries: frozenset[str],
    ) -> None:
        self._document = document
        self._vocabulary = vocabulary
        self._words = words
        no_places = frozenset(memory.short_forms) | memory.people.surnames()
        classifier = Classifier(vocabulary.nouns, is_place, countries, no_places)
        self._namer = Namer(classifier, vocabulary.nouns, vocabulary.demonyms, memory)
        speakers = Speakers(self._namer, vocabulary.reporting)
        self._attributor = Attributor(vocabulary, self._namer, speakers)
        published = parse_iso_date(document.meta.published)
        self._opening = opening(document.text, words.times, published)
        genre, day = document.meta.genre, self._opening.day or published
        self._narrative = Narrative(words.times, published=day, genre=genre, tells=not genre and is_chronology(document, words.times))
        self._moments = Moments(self._narrative, vocabulary.modality.planning | words.times.to_come)
        self._spoken = SpokenDays()
        self._speech = Speech(vocabulary.reporting, self._namer, speakers)
        self._statements = Statements(self._namer, vocabulary.reporting, speakers)
        self._locale = locale_of(document.text, countries, vocabulary)
        self._voices = Voices()
        self._head = Head()
        self._locale.tells = self._narrative.narrative
        self._locale.brief = document.text.count(" ") < 250
        memory.country, memory.capital = self._locale.country, self._locale.capital
        self._recall = Recall(gathered(document.text, vocabulary.nouns))
        self._entry: Name | None = None
        self.infobox = Infobox()
        self.entries: list[Entry] = []
        self.drafts: list[Grounded] = []
        self.gaps: list[Gap] = []

    def read_block(self, block: Block, doc: Doc | None) -> None:
        """Reads one block; headings only set the scene. Of a block that was not parsed (`None`) only dates and the figures of a box are."""
        text = block.span.of(self._document.text)
        level = self._head_level(block, text)
        if level is not None:
            self._narrative.heading(text, level)
            self._head.heading()
            return
        self._narrative.paragraph()
        self._locale.paragraph()
        self._recall.paragraph()
        if block.kind is BlockKind.TITLE:
            self._narrative.heading(text, 1)
        self._speech.paragraph()
        times = self._times(block, text)
        amounts = find_amounts(text, self._words.quantities) if doc is not None or block.kind is BlockKind.INFOBOX else []
        if block.kind is BlockKind.INFOBOX and self._boxed(block, text, amounts, times):
            return
        self._namer.offset, self._namer.text = block.span.start, text
        self._entry = self._entry_place(block, text)
        end, place = self._head.dateline(block, text)
        if place and self._namer.classifier.is_place_name(place):
            self._namer.memory.place = Name(place, None, "dateline")
            if not self._namer.classifier.is_country(place):
                self._locale.dateline(place, text[:end])
        self._namer.time_spans = tuple(t.span for t in times)
        if doc is None:
            self._pass(text, times)
            return
        for sentence in doc.sents:
            self._read_sentence(block, sentence, amounts, times)

    def _head_level(self, block: Block, text: str) -> int | None:
        """The level of a heading; in a story a line that is nothing but a date is one."""
        if block.kind in _HEADS:
            return block.level
        return (lone_date(text, self._words.times) or None) if self._narrative.narrative else None

    def _pass(self, text: str, times: Sequence[TimeExpression]) -> None:
        """A block without a word of the vocabulary: the story only moves on to its dates."""
        if len(text.split()) >= _WHOLE:
            self._narrative.sentence()
        for expression in times:
            self._narrative.see(expression)

    def _entry_place(self, block: Block, text: str) -> Name | None:
        """The place in the head of a chronology's entry: where what the entry tells took place, unless its sentence says otherwise."""
        _, start, end = entry_head(text)
        known, divisions = self._namer.classifier.is_place_name, self._vocabulary.nouns.division
        place = Span(start, end) if end > start else place_head(text, known, divisions)[1]
        return Name(place.of(text), place.shifted(block.span.start), "head of the entry") if place is not None else None

    def _times(self, block: Block, text: str) -> list[TimeExpression]:
        """The block's time expressions, but for the date of its dateline."""
        head = self._opening.spans
        return [t for t in find_times(text, self._words.times) if t.span.shifted(block.span.start) not in head]

    def setting(self) -> Setting:
        """What the document fixes for claims without a date of their own; known once it is read to its end."""
        told = self._narrative
        return Setting(
            told.published, told.narrative, self.infobox.period or (told.title if told.narrative else None), told.lead, told.latest
        )

    def _boxed(self, block: Block, text: str, amounts: list[Amount], times: Sequence[TimeExpression]) -> bool:
        """Reads a line of an infobox; true when it holds names or figures rather than prose."""
        seen = [found for t in times if (found := self._narrative.see(t, moves=False)) is not None]
        self.entries.extend(self.infobox.line(text, block.span.start, amounts, first_period(seen)))
        return self.infobox.is_list(text)

    def _read_sentence(self, block: Block, sentence: Sentence, amounts: Sequence[Amount], times: Sequence[TimeExpression]) -> None:
        self._namer.memory.turn += 1
        scene = self._scene(block, sentence, amounts, times)
        if len(scene.quote) < 4:
            return
        scene.triggers = find_triggers(sentence, self._vocabulary.frames)
        drafts = self._drafts(scene)
        self._speech.heard(sentence, scene.speaker)
        self.drafts.extend(Grounded(d, scene) for d in drafts)
        if not drafts:
            self.gaps.extend(gaps_of(self._document.id, scene))

    def _scene(self, block: Block, sentence: Sentence, amounts: Sequence[Amount], times: Sequence[TimeExpression]) -> Scene:
        self._narrative.sentence(whole=len(sentence) >= _WHOLE)
        start = 0 if sentence.start == 0 or not sentence.doc[: sentence.start].text.strip() else sentence.start_char
        end = sentence.end_char
        moments = self._moments.of(sentence, [t for t in times if start <= t.span.start < end], block.span.start)
        span = _trimmed(self._document.text, Span(start, end).shifted(block.span.start))
        shifted = [
            msgspec.structs.replace(a, span=a.span.shifted(block.span.start), number_span=a.number_span.shifted(block.span.start))
            for a in amounts
            if start <= a.span.start < end
        ]
        scene = Scene(sentence, block.span.start, block.kind.value, span, span.of(self._document.text), shifted, moments)
        scene.running, scene.before = self._narrative.current, self._narrative.before
        scene.tells, scene.first = self._narrative.narrative, self._narrative.opens
        scene.speaker, scene.quoted = self._speech.speaker_of(sentence)
        return scene

    def _drafts(self, scene: Scene) -> list[Draft]:
        namer, vocabulary = self._namer, self._vocabulary
        control = list(control_drafts(scene, namer, vocabulary.nouns))
        events = list(event_drafts(scene, namer, vocabulary.frames))
        self._recall.read(events, claimants(scene.sentence, namer))
        movement = list(movement_drafts(scene, namer, vocabulary.nouns, control))
        tolls = list(toll_drafts(scene, namer))
        agreements = list(agreement_drafts(scene, namer))
        physical = [*control, *events, *movement, *tolls, *agreements]
        used = _counted(scene, {d.anchor.i for d in movement})
        strengths = list(strength_drafts(scene, namer, vocabulary.nouns, used))
        for draft in (*physical, *strengths):
            draft.attribution = draft.attribution or self._attributor.of(draft.anchor, scene.speaker)
        told = [d.anchor for d in (*physical, *strengths) if d.attribution and d.attribution.modality in _TOLD]
        voiced = [d.attribution.verb for d in physical if d.anchor in told and d.attribution and d.attribution.verb is not None]
        statements = self._statements.drafts(scene, told, voiced)
        statements += self._statements.quoted(scene, [*told, *(d.anchor for d in statements)])
        for draft in statements:
            draft.attribution = _not_by_itself(self._attributor.of(draft.anchor, None), draft)
        kept = [d for d in (*physical, *strengths, *statements) if self._is_said(d, scene)]
        for draft in kept:
            self._locale.place(draft, self._entry, kept, namer)
            self._voices.place(draft, namer)
            draft.moment = self._listed_day(draft, scene) or moment_of(draft.anchor, scene, says=isinstance(draft.content, Statement))
            draft.spoken = self._spoken.of(draft, scene)
        if scene.triggers or any(t.lemma_.lower() in vocabulary.nouns.armed for t in scene.sentence):
            self._locale.saw(kept, scene.sentence.root, namer)
        return kept

    def _listed_day(self, draft: Draft, scene: Scene) -> Moment | None:
        """The day behind the claim's own place, in a list that gives each place its day."""
        place = draft.places[0].span if len(draft.places) == 1 and len(scene.moments) > 1 else None
        day = day_behind(place, self._document.text, [m.span for m in scene.moments]) if place is not None else None
        return next((m for m in scene.moments if m.span == day), None)

    def _is_said(self, draft: Draft, scene: Scene) -> bool:
        reason = unsaid(draft)
        if reason is not None and draft.rule != "statement.quoted":  # no word told of it, only the marks
            scene.dropped.append((draft.anchor.text, Refusal(draft.rule, reason)))
        return reason is None


def _not_by_itself(found: Attribution, draft: Draft) -> Attribution:
    """A statement's own speaker is not also its source; the act of saying is asserted by the text."""
    speakers = {n.text for n in draft.names.get("speaker", ())}
    others = tuple(n for n in found.said_by if n.text not in speakers)
    modality = found.modality
    withheld = modality is Modality.DENIED and draft.why["act"].rule == WITHHELD
    if withheld or (not others and modality in {Modality.REPORTED, Modality.CLAIMED}):
        modality = Modality.ASSERTED
    return Attribution(others, modality, found.verb, found.why)


def _counted(scene: Scene, moves: set[int]) -> set[int]:
    """Heads whose count another trigger already uses (killed, captured, moved in one of the `moves`)."""
    used: set[int] = set()
    for trigger in scene.triggers:
        if trigger.frame.kind in {"effect", "toll"} or (trigger.frame.kind == "movement" and trigger.token.i in moves):
            heads: list[Token] = [h for slot in ("subject", "object") for h in trigger.slots.get(slot, [])]
            used.update(h.i for h in heads)
    return used


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
