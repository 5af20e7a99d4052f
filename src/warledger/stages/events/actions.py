"""What kind of thing a claim tells of, and which kinds can be parts of one happening."""

from __future__ import annotations

from warledger.records.claim import FACTUAL, Agreement, Content, Control, Event, Modality, Movement, Statement, Strength, Toll

# Who enters a place does not hold it yet: `entered` is a deed of its own.
_CONTROL = {"captured": "taken", "retaken": "taken", "handed_over": "taken", "withdrew": "left"}
_MOVEMENT = {"withdrew": "left", "evacuated": "flight", "fled": "flight", "advanced": "advance"}

#: ACLED sub-event types that different reporters give to one thing.
_EVENTS = {
    "Armed clash": "clash",
    "Government regains territory": "taken",
    "Non-state actor overtakes territory": "taken",
    "Non-violent transfer of territory": "taken",
    "Air/drone strike": "strike",
    "Shelling/artillery/missile attack": "shelling",
    "Suicide bomb": "bomb",
    "Remote explosive/landmine/IED": "bomb",
    "Grenade": "bomb",
    "Chemical weapon": "chemical",
    "Attack": "attack",
    "Peaceful protest": "crowd",
    "Protest with intervention": "crowd",
    "Excessive force against protesters": "crowd",
    "Violent demonstration": "crowd",
    "Mob violence": "crowd",
}
#: Deeds that one place sees once within days.
ONCE = frozenset({"taken", "left", "entered", "besieged", "advance"})

_TOLLS = {"killed": "toll", "injured": "toll", "casualties": "toll", "captured": "toll", "places": "taken places"}

#: Groups that may tell of one happening though they are not the same, and how much that speaks for it (0-1).
_ALLIED = {
    frozenset({"taken", "clash"}): 0.75,
    frozenset({"taken", "toll"}): 0.4,
    frozenset({"taken", "taken places"}): 0.3,
    frozenset({"taken", "defended"}): 0.2,
    frozenset({"clash", "toll"}): 0.5,
    frozenset({"clash", "entered"}): 0.5,
    frozenset({"clash", "besieged"}): 0.3,
    frozenset({"clash", "defended"}): 0.5,
    frozenset({"clash", "advance"}): 0.3,
    frozenset({"clash", "attack"}): 0.4,
    frozenset({"clash", "shelling"}): 0.2,
    frozenset({"left", "flight"}): 0.4,
    frozenset({"strike", "toll"}): 0.5,
    frozenset({"strike", "shelling"}): 0.4,
    frozenset({"strike", "attack"}): 0.3,
    frozenset({"shelling", "toll"}): 0.5,
    frozenset({"shelling", "attack"}): 0.4,
    frozenset({"shelling", "bomb"}): 0.2,
    frozenset({"bomb", "toll"}): 0.5,
    frozenset({"bomb", "attack"}): 0.5,
    frozenset({"attack", "toll"}): 0.5,
    frozenset({"crowd", "toll"}): 0.4,
    frozenset({"chemical", "toll"}): 0.5,
    frozenset({"chemical", "strike"}): 0.4,
}


def action_of(content: Content) -> str:
    """The group of things the claim tells of; equal for claims that can be about the same deed."""
    if isinstance(content, Control):
        return _CONTROL.get(content.mode, content.mode)
    if isinstance(content, Movement):
        return _MOVEMENT.get(content.mode, content.mode)
    if isinstance(content, Event):
        return _EVENTS.get(content.type, content.type)
    if isinstance(content, Toll):
        return _TOLLS.get(content.measure, f"toll of {content.measure}")
    if isinstance(content, Statement):
        return f"said: {content.act}"
    return _standing(content)


def _standing(content: Agreement | Strength) -> str:
    return f"deal: {content.status}" if isinstance(content, Agreement) else f"strength: {content.unit}"


def alliance(a: str, b: str) -> float:
    """How well two action groups go together: 1 the same, 0 not at all."""
    return 1.0 if a == b else _ALLIED.get(frozenset({a, b}), 0.0)


def reality(modality: Modality) -> str:
    """`done`, `planned`, `hypothetical` or `denied`: claims of different reality are never one happening."""
    return "done" if modality in FACTUAL else modality.value
