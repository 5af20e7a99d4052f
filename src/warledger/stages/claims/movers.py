"""Who moves, and how many: the forces somebody sends, or those who go themselves."""

from __future__ import annotations

from spacy.tokens import Token

from warledger.base.quantities import Quantity
from warledger.stages.claims import syntax
from warledger.stages.claims.classes import Class
from warledger.stages.claims.counts import amount_of, is_number, quantity_of
from warledger.stages.claims.memory import Name
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.scene import Scene
from warledger.stages.claims.triggers import Trigger

#: What can be sent or taken somewhere.
MOVED = frozenset({Class.ARMED, Class.WEAPON, Class.CIVILIAN, Class.PERSON})
_SENDERS = frozenset({Class.ARMED, Class.POLITICAL, Class.COUNTRY, Class.NAME})
#: Modes of which the object may be the place gone to or left.
_OWN_WAY = frozenset({"advanced", "fled", "returned"})
_PERSONAL = frozenset({"he", "she", "we", "i", "him", "her", "us"})
_GROUP_PRONOUNS = frozenset({"it", "they", "which", "that", "who"})


def kind_of(head: Token, namer: Namer) -> Class:
    """The class of those meant; a name that the text knows as a person's is a person."""
    meant = namer.meant(head)
    kind = namer.classifier.of(meant)
    if kind is Class.PRONOUN and meant.lower_ in _PERSONAL:
        return Class.PERSON
    if is_number(head):
        return Class.CIVILIAN  # "some 11,000 have fled"
    if kind is not Class.NAME:
        return kind
    if meant.text.removesuffix("s") in namer.demonyms and meant.text.endswith("s"):
        return Class.CIVILIAN  # "Norwegians were evacuated"
    return Class.PERSON if namer.memory.people.knows(namer.name(meant).text) else kind


def moved(trigger: Trigger, namer: Namer) -> list[Token]:
    """Heads of those who move: the object where somebody sends or withdraws them, else the subject."""
    sent = [h for h in passengers(trigger) if kind_of(h, namer) in MOVED]
    return sent or trigger.slots.get("subject", [])


def passengers(trigger: Trigger) -> list[Token]:
    """The verb's own object (behind "of" for a noun), whatever it is; verbs whose object is a place ("left X") take nobody along."""
    if not trigger.noun and trigger.token.lemma_ in syntax.grammar(trigger.token).place_objects:
        return []
    return trigger.slots.get("patient", []) if "patient" in trigger.slots else trigger.slots.get("object", [])


def takes_a_thing(trigger: Trigger, namer: Namer) -> bool:
    """Whether the verb's object is neither people, arms nor a place ("sent a letter", "left 12 people dead")."""
    objects = trigger.slots.get("object", [])
    if trigger.noun or trigger.end != trigger.token or not objects:
        return False
    wrong = {Class.THING, Class.NAME, Class.PRONOUN} if passengers(trigger) else {Class.THING, *MOVED}
    if trigger.frame.set["mode"] in _OWN_WAY:
        wrong = {Class.THING}
    return all(kind_of(h, namer) in wrong for h in objects)


def names_of(trigger: Trigger, namer: Namer) -> list[Name]:
    """The names of those who move: of the party that sends its forces, else of the forces themselves."""
    sent = [h for h in passengers(trigger) if kind_of(h, namer) in MOVED]
    senders = _senders(trigger, sent)
    if any(is_number(h) for h in sent or senders):
        return [Name("people", None, "a number of them")]
    if not sent:
        return namer.actors(senders, things=False)
    if kind_of(sent[0], namer) in {Class.CIVILIAN, Class.PERSON}:
        return namer.actors(sent)
    if trigger.noun and _owned(sent[0]):
        return namer.actors(sent)
    own = [h for h in senders if kind_of(h, namer) in _SENDERS or h.lower_ in _GROUP_PRONOUNS]
    own = own or ([] if senders else _announcer(trigger, namer))
    return namer.actors(own) or namer.actors(sent)


def _senders(trigger: Trigger, sent: list[Token]) -> list[Token]:
    if trigger.noun and "subject" not in trigger.frame.slots("actors1", noun=True):
        return [h for h in trigger.fill("actors1") if h not in sent]  # "the X exodus" is one from X
    return [h for h in trigger.slots.get("subject", []) if h not in sent]


def _owned(head: Token) -> bool:
    """Whether the phrase says whose forces they are."""
    return any(c.dep_ == "poss" or c.text[:1].isupper() for c in head.lefts if c.dep_ in {"poss", "amod", "compound", "nmod"})


def _announcer(trigger: Trigger, namer: Namer) -> list[Token]:
    """Who orders or announces "the deployment of troops", when it is a force or a state."""
    if trigger.carrier is None:
        return []
    return [h for h in syntax.agents(trigger.carrier) if h != trigger.token and kind_of(h, namer) in _SENDERS]


def count_of(trigger: Trigger, scene: Scene, namer: Namer) -> Quantity | None:
    """How many move; one for a single person."""
    for head in moved(trigger, namer):
        for counted in (namer.meant(head), head, *_contained(head)):
            kind = kind_of(counted, namer)
            if kind not in MOVED:
                continue
            amount = amount_of(counted, scene)
            if amount is not None:
                return amount.quantity
            if kind in {Class.PERSON, Class.CIVILIAN} and not trigger.noun:
                single = quantity_of(counted, scene, namer)
                if single is not None:
                    return single
    return None


def _contained(head: Token) -> list[Token]:
    """ "a convoy of 30 vehicles", "ships carrying 400 refugees"."""
    carried = [o for c in head.children if c.dep_ in {"acl", "relcl"} and c.lemma_ == "carry" for o in syntax.children(c, "dobj")]
    return [*syntax.obliques(head).get("of", []), *carried]


def without_origin(name: Name, origin: list[Name]) -> Name:
    """The name of those who move without where they come from ("staff members from X")."""
    for place in origin:
        short = name.text.removesuffix(f" from {place.text}")
        if short != name.text:
            return Name(short, name.span, name.how, name.affiliation)
    return name
