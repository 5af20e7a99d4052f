"""Drafts become claims: span and quote, time, voices, confidence, and an id that survives re-reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from warledger.base.spans import Span
from warledger.base.times import Interval
from warledger.records.claim import Claim, Content, Modality, claim_id
from warledger.records.confidence_words import ConfidenceWords
from warledger.records.document import Document
from warledger.records.mention import Mention
from warledger.records.provenance import Why
from warledger.stages.claims import certainty
from warledger.stages.claims.attribution import Attribution
from warledger.stages.claims.dating import time_of
from warledger.stages.claims.draft import Draft, explain, texts
from warledger.stages.claims.scene import Scene
from warledger.stages.claims.setting import Setting

if TYPE_CHECKING:
    from warledger.stages.claims.infobox import Entry
    from warledger.stages.claims.story import Grounded

#: Evidence may not be longer (code points); longer sentences are cut around the word that triggered the claim.
LONGEST_QUOTE = 500


@dataclass(frozen=True)
class Piece:
    """What one claim is made of, wherever its words stand. `hows` says how the names of each field were come by."""

    span: Span
    content: Content
    rule: str
    block: str
    modality: Modality = Modality.ASSERTED
    said_by: tuple[str, ...] = ()
    time: Interval | None = None
    places: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    why: Mapping[str, Why] = field(default_factory=dict)
    hows: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Ground:
    """What claims of one document stand on: its text, what dates those without a date of their own, who makes them, and how sure
    their fields are."""

    document: Document
    setting: Setting
    maker: str
    sure: ConfidenceWords

    def claims(self, drafts: Sequence[Grounded], entries: Sequence[Entry] = (), place: str = "") -> tuple[Claim, ...]:
        """The claims, sorted by place in the text; `entries` are an infobox's figures, `place` the place the box names."""
        pieces = [*(self._told(item) for item in drafts), *(self._boxed(entry, place) for entry in entries)]
        seen: Counter[tuple[str, Span]] = Counter()
        known: set[object] = set()
        found: list[Claim] = []
        for piece in pieces:
            same = (piece.span, piece.content, piece.places)
            if same in known:
                continue
            known.add(same)
            kind = str(piece.content.__struct_config__.tag)
            found.append(self._claim(piece, claim_id(self.document.id, kind, piece.span, seen[kind, piece.span])))
            seen[kind, piece.span] += 1
        return tuple(sorted(found, key=lambda c: (c.span, c.kind, c.id)))

    def _told(self, item: Grounded) -> Piece:
        draft, scene = item.draft, item.scene
        attribution = draft.attribution or Attribution()
        time = time_of(draft, scene, self.setting)
        anchor = scene.place_of(draft.anchor)
        why = {certainty.KIND: Why(draft.rule, anchor.of(self.document.text), anchor, _pattern(draft, scene)), **draft.why}
        if attribution.why:
            why["modality"] = attribution.why[0]
        if attribution.said_by:
            why["said_by"] = explain("voice", attribution.said_by, "says so")
        if time is not None:
            why["dates"] = Why(f"time.{time.basis}", time.words, draft.moment.span if draft.moment else None, time.precision.value)
        names = {**draft.names, "places": draft.places, "said_by": attribution.said_by}
        return Piece(
            evidence(self.document.text, scene, draft),
            draft.content,
            draft.rule,
            scene.block,
            attribution.modality,
            texts(attribution.said_by),
            time,
            texts(draft.places),
            draft.mentions(),
            why,
            {name: tuple(n.how for n in given) for name, given in names.items()},
        )

    def _boxed(self, entry: Entry, place: str) -> Piece:
        span = Span(entry.span.start, min(entry.span.end, entry.span.start + LONGEST_QUOTE))
        quote = span.of(self.document.text)
        span = Span(span.start + len(quote) - len(quote.lstrip()), span.start + len(quote.rstrip()))
        places = (place,) if place and entry.content.__struct_config__.tag == "toll" else ()
        why = {certainty.KIND: Why("infobox field", quote.strip()[:80], span, "a line of the box")}
        return Piece(span, entry.content, "infobox field", "infobox", entry.modality, time=entry.time, places=places, why=why)

    def _claim(self, piece: Piece, identity: str) -> Claim:
        sure = self._sure(piece)
        told = piece.why[certainty.KIND]
        beside = Why(told.rule, told.words, told.span, "by the same rule")
        return Claim(
            id=identity,
            document=self.document.id,
            span=piece.span,
            quote=piece.span.of(self.document.text),
            content=piece.content,
            modality=piece.modality,
            said_by=piece.said_by,
            time=piece.time,
            places=piece.places,
            mentions=piece.mentions,
            confidence=round(certainty.overall(sure), 3),
            why={name: piece.why.get(name, beside) for name in sure},
            confidences={name: round(value, 3) for name, value in sure.items()},
            block=piece.block,
            maker=self.maker,
        )

    def _sure(self, piece: Piece) -> dict[str, float]:
        sure = {certainty.KIND: certainty.of_kind(piece.content, piece.rule, piece.modality, self.sure)}
        beside = {"places": piece.places, "said_by": piece.said_by, "modality": piece.modality}
        given = [*certainty.filled(piece.content), *(name for name, value in beside.items() if value)]
        sure.update((name, certainty.of_field(name, piece.hows, self.sure)) for name in given)
        if piece.time is not None:
            sure["dates"] = certainty.of_dates(piece.time, self.sure)
        return sure


def _pattern(draft: Draft, scene: Scene) -> str:
    """The words of the vocabulary's entry that the anchor matched."""
    words = next((t.words for t in scene.triggers if t.token == draft.anchor and t.frame.id == draft.rule), "")
    return f'matches "{words}"' if words else "the word that tells of it"


def evidence(text: str, scene: Scene, draft: Draft) -> Span:
    """The sentence, or at most `LONGEST_QUOTE` code points of it around the trigger, cut at white space."""
    span = scene.span if draft.until is None else Span(scene.span.start, draft.until)
    if len(span) <= LONGEST_QUOTE:
        return span
    at = scene.place_of(draft.anchor).start
    start = max(span.start, min(at - LONGEST_QUOTE // 2, span.end - LONGEST_QUOTE))
    end = min(span.end, start + LONGEST_QUOTE)
    while start > span.start and not text[start - 1].isspace() and start < at:
        start += 1
    while end < span.end and not text[end].isspace() and end > at + 1:
        end -= 1
    while start < at and text[start].isspace():
        start += 1
    while end > at + 1 and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
