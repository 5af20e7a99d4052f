"""The time of a claim: by its clause's own words, else by what the document gives to deeds, statements and states."""

from __future__ import annotations

import msgspec

from warledger.base.times import Interval
from warledger.records.claim import Modality
from warledger.stages.claims.draft import Draft
from warledger.stages.claims.scene import Moment, Scene
from warledger.stages.claims.setting import Setting
from warledger.stages.claims.tense import Tense, tense_of

_COUNTED = frozenset({"toll", "strength"})
_NOT_YET = frozenset({Modality.PLANNED, Modality.HYPOTHETICAL})
#: Reports tell in the past tense; their headlines in the present, or without a finite verb.
_TOLD = frozenset({Tense.PAST, Tense.NONE})


def time_of(draft: Draft, scene: Scene, setting: Setting) -> Interval | None:
    """When the claim says it was; `None` where neither its words nor the document give a handle."""
    if draft.moment is not None:
        return _since(draft, draft.moment)
    if draft.content.__struct_config__.tag == "statement":
        return setting.told(scene.running, draft.spoken)
    if draft.attribution is not None and draft.attribution.modality in _NOT_YET:
        return setting.planned(scene.running, draft.spoken)
    if draft.state:
        return setting.held(scene.running)
    told = scene.block == "title" or tense_of(draft.anchor) in _TOLD
    return setting.happened(scene.running, draft.spoken, told=told, first=scene.first)


def _since(draft: Draft, moment: Moment) -> Interval:
    """A count or a state "since May" reaches to the day of the report; of a deed "from May" no end is known."""
    if moment.relation != "since" or draft.state or draft.content.__struct_config__.tag in _COUNTED:
        return moment.interval
    return msgspec.structs.replace(moment.interval, end=None)
