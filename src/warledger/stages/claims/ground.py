"""Drafts become claims: span and quote, time, voices, confidence, and an id that survives re-reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from warledger.base.spans import Span
from warledger.base.times import Interval
from warledger.records.claim import Claim, Modality, claim_id
from warledger.records.document import Document
from warledger.records.provenance import Why
from warledger.stages.claims.draft import Draft, texts
from warledger.stages.claims.scene import Scene
from warledger.stages.claims.setting import Setting
from warledger.stages.claims.tense import Tense, tense_of

if TYPE_CHECKING:
    from warledger.stages.claims.infobox import Entry
    from warledger.stages.claims.story import Grounded

#: Evidence may not be longer (code points); longer sentences are cut around the word that triggered the claim.
LONGEST_QUOTE = 500
#: Reports tell in the past tense; their headlines in the present, or without a finite verb.
_NOT_YET = frozenset({Modality.PLANNED, Modality.HYPOTHETICAL})
_TOLD = frozenset({Tense.PAST, Tense.NONE})
_SURE = {
    Modality.ASSERTED: 1.0,
    Modality.REPORTED: 1.0,
    Modality.CLAIMED: 1.0,
    Modality.PLANNED: 0.85,
    Modality.HYPOTHETICAL: 0.8,
    Modality.DENIED: 0.8,
}


def ground(
    document: Document, drafts: Sequence[Grounded], maker: str, setting: Setting, entries: Sequence[Entry] = (), place: str = ""
) -> tuple[Claim, ...]:
    """Claims of one document, sorted by place in the text; `setting` dates those without a date of their own, `entries` are an
    infobox's figures, `place` the place the box names."""
    seen: Counter[tuple[str, Span]] = Counter()
    known: set[object] = set()
    found: list[Claim] = []
    for item in drafts:
        draft, scene = item.draft, item.scene
        span = evidence(document.text, scene, draft)
        kind = str(draft.content.__struct_config__.tag)
        same = (kind, span, draft.content, texts(draft.places))
        if same in known:
            continue
        known.add(same)
        nth = seen[(kind, span)]
        seen[(kind, span)] += 1
        found.append(_claim(document, item, setting, claim_id(document.id, kind, span, nth), span, maker))
    for entry in entries:
        kind = str(entry.content.__struct_config__.tag)
        nth = seen[(kind, entry.span)]
        seen[(kind, entry.span)] += 1
        found.append(_boxed(document, entry, claim_id(document.id, kind, entry.span, nth), maker, place))
    return tuple(sorted(found, key=lambda c: (c.span, c.kind, c.id)))


def _claim(document: Document, item: Grounded, setting: Setting, identity: str, span: Span, maker: str) -> Claim:
    draft, scene = item.draft, item.scene
    attribution = draft.attribution
    modality = attribution.modality if attribution else Modality.ASSERTED
    said_by = texts(attribution.said_by) if attribution else ()
    time = time_of(draft, scene, setting)
    why = dict(draft.why)
    if attribution and attribution.why:
        why["modality"] = attribution.why[0]
    if time is not None:
        why["dates"] = Why(f"time.{time.basis}", time.words, draft.moment.span if draft.moment else None, time.precision.value)
    return Claim(
        id=identity,
        document=document.id,
        span=span,
        quote=span.of(document.text),
        content=draft.content,
        modality=modality,
        said_by=said_by,
        time=time,
        places=texts(draft.places),
        mentions=draft.mentions(),
        confidence=round(draft.confidence * _SURE[modality], 3),
        why=why,
        block=scene.block,
        maker=maker,
    )


def _boxed(document: Document, entry: Entry, identity: str, maker: str, place: str) -> Claim:
    span = Span(entry.span.start, min(entry.span.end, entry.span.start + LONGEST_QUOTE))
    quote = span.of(document.text)
    lead = len(quote) - len(quote.lstrip())
    span = Span(span.start + lead, span.start + len(quote.rstrip()))
    places = (place,) if place and entry.content.__struct_config__.tag == "toll" else ()
    return Claim(
        id=identity,
        document=document.id,
        span=span,
        quote=span.of(document.text),
        content=entry.content,
        modality=entry.modality,
        time=entry.time,
        places=places,
        confidence=0.6,
        why={"kind": Why("infobox field", quote.strip()[:80], span)},
        block="infobox",
        maker=maker,
    )


def evidence(text: str, scene: Scene, draft: Draft) -> Span:
    """The sentence, or at most `LONGEST_QUOTE` code points of it around the trigger, cut at white space."""
    span = scene.span
    if len(span) <= LONGEST_QUOTE:
        return span
    at = scene.place_of(draft.anchor).start
    start = max(span.start, min(at - LONGEST_QUOTE // 2, span.end - LONGEST_QUOTE))
    end = min(span.end, start + LONGEST_QUOTE)
    while start > span.start and not text[start - 1].isspace() and start < at:
        start += 1
    while end < span.end and not text[end].isspace() and end > at + 1:
        end -= 1
    return Span(start, end)


def time_of(draft: Draft, scene: Scene, setting: Setting) -> Interval | None:
    """The clause's own words, else what the document gives to deeds, statements and states without a date."""
    if draft.moment is not None:
        return draft.moment.interval
    if draft.content.__struct_config__.tag == "statement":
        return setting.told(scene.running, draft.spoken)
    if draft.attribution is not None and draft.attribution.modality in _NOT_YET:
        return setting.planned(scene.running, draft.spoken)
    if draft.state:
        return setting.held(scene.running)
    told = scene.block == "title" or tense_of(draft.anchor) in _TOLD
    return setting.happened(scene.running, draft.spoken, told=told, first=scene.first)
