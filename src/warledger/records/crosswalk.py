"""From our types of happenings to the field's three levels: disorder type, event type, sub-event type.

Source of the names: the event types of the ACLED Codebook (2023 edition), which the field uses as its common vocabulary.
"""

from __future__ import annotations

_VIOLENCE, _DEMONSTRATIONS, _STRATEGIC = "Political violence", "Demonstrations", "Strategic developments"

#: Event type -> (disorder type, its sub-event types).
EVENT_TYPES: dict[str, tuple[str, tuple[str, ...]]] = {
    "Battles": (_VIOLENCE, ("Armed clash", "Government regains territory", "Non-state actor overtakes territory")),
    "Explosions/Remote violence": (
        _VIOLENCE,
        (
            "Air/drone strike",
            "Shelling/artillery/missile attack",
            "Suicide bomb",
            "Remote explosive/landmine/IED",
            "Grenade",
            "Chemical weapon",
        ),
    ),
    "Violence against civilians": (_VIOLENCE, ("Attack", "Abduction/forced disappearance", "Sexual violence")),
    "Protests": (_DEMONSTRATIONS, ("Peaceful protest", "Protest with intervention", "Excessive force against protesters")),
    "Riots": (_DEMONSTRATIONS, ("Violent demonstration", "Mob violence")),
    "Strategic developments": (
        _STRATEGIC,
        (
            "Agreement",
            "Arrests",
            "Change to group/activity",
            "Disrupted weapons use",
            "Headquarters or base established",
            "Looting/property destruction",
            "Non-violent transfer of territory",
            "Other",
        ),
    ),
}
#: A change of control without a word of fighting is a transfer; a clash or a capture by force says so in an event of its own.
_CONTROL = "Non-violent transfer of territory"
_BY_SUB = {sub: (disorder, kind, sub) for kind, (disorder, subs) in EVENT_TYPES.items() for sub in subs}


def disorder_of(happening_type: str) -> tuple[str, str, str]:
    """(disorder type, event type, sub-event type) of a happening's type; kinds that are no events are strategic developments."""
    if happening_type in _BY_SUB:
        return _BY_SUB[happening_type]
    kind = happening_type.partition(": ")[0]
    return _BY_SUB[_CONTROL if kind == "control" else "Agreement" if kind == "agreement" else "Other"]
