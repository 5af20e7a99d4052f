"""What happened, where, by whom to whom, in a few words."""

from __future__ import annotations

from warledger.records.event import Happening

#: Verbs of the acts of speech and dealing, by their PLOVER code (Open Event Data Alliance, PLOVER codebook, 2018), as they stand
#: between who acts and whom it is addressed to.
_ACTS = {
    "AGREE": ("agreed with", "agreed"),
    "CONSULT": ("met or spoke with", "held talks"),
    "SUPPORT": ("backed", "gave support"),
    "COOPERATE": ("worked with", "offered to work together"),
    "AID": ("aided", "gave aid"),
    "CONCEDE": ("gave way to", "gave way"),
    "RETREAT": ("gave way to", "gave way"),
    "REQUEST": ("made a demand of", "made a demand"),
    "ACCUSE": ("accused", "made an accusation"),
    "REJECT": ("rejected what was asked or said by", "rejected what was asked or said"),
    "THREATEN": ("threatened", "made a threat"),
    "PROTEST": ("protested against", "protested"),
    "SANCTION": ("imposed sanctions on", "imposed sanctions"),
    "MOBILIZE": ("readied forces against", "readied forces"),
    "COERCE": ("put pressure on", "used pressure"),
    "ASSAULT": ("threatened force against", "threatened force"),
    "INFORM": ("told", "made a statement"),
}
#: Modes of control in which the other side still stands against the first.
_OPPOSED = ("besieged", "defended", "entered")
_SOMEBODY = "somebody"


def happening_words(happening: Happening) -> str:
    """What happened, where, by whom to whom, in a few words."""
    place = happening.place or ""
    kind, _, mode = happening.type.partition(": ")
    first, second = _names(happening.actors1), _names(happening.actors2)
    match kind:
        case "control":
            return _control(mode, place or "a place not named", first, second)
        case "movement":
            return _at(f"{first or _SOMEBODY} {_plain(mode)}", place)
        case "statement":
            return _statement(mode, first, second)
        case "toll":
            return _at(f"Toll of {_plain(mode)}", place) + (f": {first}" if first else "")
        case "strength":
            return _at(f"Strength in {_plain(mode)}" + (f" of {first}" if first else ""), place)
        case "agreement":
            parties = _names((*happening.actors1, *happening.actors2))
            return _at(f"Agreement {_plain(mode)}" + (f": {parties}" if parties else ""), place)
    against = " against ".join(part for part in (first, second) if part)
    return _at(_plain(happening.type), place) + (f": {against}" if against else "")


def _control(mode: str, place: str, gained: str, lost: str) -> str:
    by = f" by {gained}" if gained else ""
    loss = f" from {lost}" if lost else ""
    if mode == "withdrew":
        return f"{lost or _SOMEBODY} withdrew from {place}"
    if mode == "holds":
        return f"{place} held{by}{loss}"
    if mode == "handed_over":
        return f"{place} handed over{f' to {gained}' if gained else ''}{f' by {lost}' if lost else ''}"
    return f"{place} {_plain(mode)}{by}{f' against {lost}' if lost and mode in _OPPOSED else loss}"


def _statement(act: str, speaker: str, addressee: str) -> str:
    towards, alone = _ACTS.get(act, ("addressed", "made a statement"))
    return f"{speaker or _SOMEBODY} {towards} {addressee}" if addressee else f"{speaker or _SOMEBODY} {alone}"


def _names(names: tuple[str, ...]) -> str:
    return " and ".join(dict.fromkeys(names))


def _plain(code: str) -> str:
    return code.replace("_", " ")


def _at(what: str, place: str) -> str:
    return f"{what}, {place}" if place else what
