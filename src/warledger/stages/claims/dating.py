"""The time of a claim: by its clause's own words, else by what the document gives to deeds, statements and states."""

from __future__ import annotations

import msgspec

from warledger.base.times import Basis, Interval, Precision
from warledger.records.claim import Modality
from warledger.stages.claims import syntax
from warledger.stages.claims.draft import Draft
from warledger.stages.claims.moments import head_of
from warledger.stages.claims.scene import Moment, Scene
from warledger.stages.claims.setting import Setting
from warledger.stages.claims.tense import Tense, tense_of

_COUNTED = frozenset({"toll", "strength"})
_DEEDS = frozenset({"event", "movement", "control"})
_CLOSING = frozenset({"by", "until"})
_NOT_YET = frozenset({Modality.PLANNED, Modality.HYPOTHETICAL})
#: Reports tell in the past tense; their headlines in the present, or without a finite verb.
_TOLD = frozenset({Tense.PAST, Tense.NONE})


def time_of(draft: Draft, scene: Scene, setting: Setting) -> Interval | None:
    """When the claim says it was; `None` where neither its words nor the document give a handle."""
    not_yet = draft.attribution is not None and draft.attribution.modality in _NOT_YET
    if draft.moment is not None:
        return _announced(draft.moment) if not_yet and _of_clause_above(draft, scene) else _since(draft, draft.moment)
    if draft.content.__struct_config__.tag == "statement":
        return setting.told(scene.running, draft.spoken)
    if not_yet:
        return setting.planned(scene.running, draft.spoken)
    if draft.state:
        return _until_then(scene, setting) if tense_of(draft.anchor) is Tense.BEFORE else setting.held(scene.running)
    told = scene.block == "title" or tense_of(draft.anchor) in _TOLD or _shifted(draft)
    back = scene.before if draft.anchor.pos_ == "VERB" else None
    return setting.happened(scene.running, draft.spoken, back, told=told, first=scene.first)


def _until_then(scene: Scene, setting: Setting) -> Interval | None:
    """ "The town had been held by X": up to the day the story stands at, from a day not told."""
    then = scene.running or setting.held(None)
    return msgspec.structs.replace(then, start=None, precision=Precision.OPEN, basis=Basis.CARRIED, words="") if then else None


def _of_clause_above(draft: Draft, scene: Scene) -> bool:
    """Whether the time words date the announcing of the deed ("announced in March that it would send ..."), not the deed."""
    if draft.moment is None or draft.anchor.pos_ != "VERB" or draft.moment.relation in _CLOSING:
        return False
    if draft.content.__struct_config__.tag not in _DEEDS:
        return False
    clause = syntax.clause_verb(head_of(scene.sentence, draft.moment.span.shifted(-scene.offset)))
    between = [t for t in (draft.anchor, *syntax.ancestors(draft.anchor)) if clause.is_ancestor(t)]
    return any(t.dep_ == "ccomp" for t in between)


def _shifted(draft: Draft) -> bool:
    """ "officials said two drones had struck the depot": reported in the past, the tense of telling is the one before it."""
    verb = draft.attribution.verb if draft.attribution else None
    return verb is not None and verb.tag_ == "VBD" and tense_of(draft.anchor) is Tense.BEFORE


def _announced(moment: Moment) -> Interval:
    return msgspec.structs.replace(moment.interval, end=None)


def _since(draft: Draft, moment: Moment) -> Interval:
    """A count or a state "since May" reaches to the day of the report; of a deed "from May" no end is known."""
    if moment.relation != "since" or draft.state or draft.content.__struct_config__.tag in _COUNTED:
        return moment.interval
    return msgspec.structs.replace(moment.interval, end=None)
