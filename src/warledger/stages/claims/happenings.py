"""Event claims: fighting, strikes, killings, protests, with the casualties their sentence gives them."""

from __future__ import annotations

from collections.abc import Iterator

from warledger.records.claim import Event
from warledger.records.reason import GapReason
from warledger.records.vocab import Frames
from warledger.stages.claims.casualties import figures as figures_of
from warledger.stages.claims.casualties import told_anew, told_before
from warledger.stages.claims.causes import Cause, find_causes
from warledger.stages.claims.draft import Draft, explain, texts
from warledger.stages.claims.kinds import as_before, kind_of
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.scene import Scene
from warledger.stages.claims.sides import doers as doers_of
from warledger.stages.claims.sides import heads_of
from warledger.stages.claims.sides import sufferers as sufferers_of
from warledger.stages.claims.where import where


def event_drafts(scene: Scene, namer: Namer, frames: Frames) -> Iterator[Draft]:
    """Event claims of one sentence."""
    drafts = [_draft(cause, scene, namer, frames) for cause in find_causes(scene, namer, frames)]
    found = [d for d in drafts if d is not None]
    return (d for d in found if not any(_adds_nothing(d, other) for other in found if other is not d))


def _adds_nothing(draft: Draft, other: Draft) -> bool:
    """Whether a second word for one fight ("launched an offensive", "the attack") says no more than the first."""
    a, b = draft.content, other.content
    if not isinstance(a, Event) or not isinstance(b, Event) or group_of(a) != group_of(b) or a.killed or a.injured or a.captured:
        return False
    less = set(a.actors1) <= set(b.actors1) | set(b.actors2) and set(a.actors2) <= set(b.actors2) | set(b.actors1)
    less = less and {p.text for p in draft.places} <= {p.text for p in other.places}
    same = less and _weight(a, draft) == _weight(b, other)
    return less and (not same or draft.anchor.i > other.anchor.i)


def group_of(event: Event) -> str:
    """Fights of every wording are one group; other types stand for themselves."""
    return "Armed clash" if event.type in {"Armed clash", "Attack"} else event.type


def _weight(event: Event, draft: Draft) -> int:
    return len(event.actors1) + len(event.actors2) + len(draft.places) + len(event.killed) + len(event.injured) + len(event.captured)


def _draft(cause: Cause, scene: Scene, namer: Namer, frames: Frames) -> Draft | None:
    trigger = cause.trigger
    frame = trigger.frame
    first, targets = heads_of(trigger, namer)
    doers = doers_of(first, cause.effects, trigger, namer)
    places = where(trigger, namer, [*targets, *(t for e in cause.effects for t in e.fill("group"))])
    sufferers = sufferers_of(targets, cause.effects, namer)
    figures = figures_of(trigger, cause.effects, scene, namer)
    elsewhere = {d.text for d in doers} | {p.text for p in places if not namer.classifier.is_country(p.text)}  # a country may be both
    sufferers = [s for s in sufferers if s.text not in elsewhere]
    kind, how = kind_of(cause, namer, frames)
    kind, how = as_before(kind, how, cause, texts(doers), namer)
    if trigger.noun and not (doers or sufferers or places or any(figures.values())):
        trigger.refuse(GapReason.GENERIC)
        return None
    content = Event(kind, texts(doers), texts(sufferers), figures["killed"], figures["injured"], figures["captured"])
    names = {"actors1": tuple(doers), "actors2": tuple(sufferers)}
    why = {
        "type": how,
        "actors1": explain(frame.id, doers, "who does it"),
        "actors2": explain(frame.id, sufferers, "to whom"),
        "places": explain(frame.id, places, "where"),
    }
    draft = Draft(content, trigger.token, frame.id, tuple(places), names, why)
    draft.back = cause.faint or (frame.kind == "effect" and not doers)
    draft.known, draft.anew = told_before(cause.effects), told_anew(cause.effects)
    return draft
