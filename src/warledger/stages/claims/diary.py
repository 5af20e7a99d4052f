"""What an analyst would note: whether words tell of a happening, or only speak of one ("their fight against", "after the attack")."""

from __future__ import annotations

from spacy.tokens import Token

from warledger.records.claim import Event, Modality
from warledger.records.reason import GapReason
from warledger.records.vocab import Frames
from warledger.stages.claims import syntax
from warledger.stages.claims.classes import Class
from warledger.stages.claims.draft import Draft
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.triggers import Trigger

_PARTIES = frozenset({Class.ARMED, Class.POLITICAL, Class.COUNTRY, Class.NAME, Class.PRONOUN, Class.CIVILIAN, Class.WEAPON, Class.PERSON})
_FIGHTERS = frozenset({Class.ARMED, Class.NAME, Class.COUNTRY, Class.POLITICAL, Class.WEAPON, Class.PRONOUN})
_SIDES = ("between", "against", "with", "by")
_OWN_WORDS = frozenset({"of", "on", "against", "by", "in", "at", "near", "between", "with", "around", "outside", "targeting", "across"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "any", "every", "each", "further", "more"})
_CLASHING = frozenset({"event.attack", "event.under_fire"})
#: Deeds that somebody must suffer.
_DONE_TO = frozenset({"event.violence", "event.arrest", "event.abduction", "event.sexual"})
_CROWDS = frozenset({"event.protest", "event.riot"})


def tells(trigger: Trigger, namer: Namer, frames: Frames) -> bool:
    """Whether the trigger tells of something physical that took place: somebody takes part in it, and the words state it."""
    if not realised(trigger, frames):
        return False
    return _noun_tells(trigger, namer, frames) if trigger.noun else _unfought(trigger, namer) or _verb_tells(trigger, namer, frames)


def untold(trigger: Trigger, frames: Frames) -> bool:
    """Says on a trigger that does not tell what stood in the way; false."""
    if not realised(trigger, frames):
        return trigger.refuse(GapReason.AIM)
    if trigger.noun:
        return trigger.refuse(GapReason.NO_PARTY if trigger.words in trigger.frame.weak_nouns else GapReason.GENERIC)
    if not (trigger.fill("actors1") or trigger.fill("actors2")):
        return trigger.refuse(GapReason.UNFILLED, "actors1")
    return trigger.refuse(GapReason.NOT_ARMED if trigger.frame.armed else GapReason.NO_PARTY, "actors1")


def points_back(trigger: Trigger, frames: Frames) -> bool:
    """Whether a noun stands for a happening told before in which something may have befallen people ("killed in the strikes")."""
    return trigger.noun and trigger.token.dep_ == "pobj" and realised(trigger, frames) and trigger.words not in trigger.frame.weak_nouns


def realised(trigger: Trigger, frames: Frames) -> bool:
    """Whether the words are no mere aim: "to attack X" tells of an attack only behind a verb such as "began" or "managed".

    A noun is an aim only where the verb that carries it out is one: "to launch an attack", not "to recover from the attack".
    """
    at = trigger.token
    if trigger.noun and _only_meant(trigger):
        return False
    if trigger.noun:
        if trigger.carrier is None or trigger.carrier.lemma_ not in frames.light:
            return True
        at = trigger.carrier
    for verb in (at, *syntax.ancestors(at)):
        if verb.dep_ in {"nsubj", "nsubjpass"}:
            return True
        if verb.pos_ in {"VERB", "AUX"} and (_is_aim(verb) or _is_feared(verb)):
            return False
        if verb.dep_ == "ccomp" or (verb.dep_ == "relcl" and verb != at):
            return True
    return True


def _only_meant(trigger: Trigger) -> bool:
    """Whether the noun's deed did not come about ("planned the killing of", "an attempted murder") or is before a court."""
    known, noun = syntax.grammar(trigger.token), trigger.token
    marks = {c.lower_ for c in noun.lefts}
    if any(a.lemma_ in known.judging for a in syntax.ancestors(noun) if a.pos_ == "VERB" and a != trigger.carrier):
        return True
    over = noun.head.head if noun.dep_ == "pobj" else noun
    if over != noun and over.pos_ == "NOUN" and noun.head.lower_ in {"of", "for", "about"} and over.lemma_.lower() in known.foreboding:
        return True  # "fears of an attack", "calls for protests"
    plotted = noun.dep_ in {"dobj", "nsubjpass"} and noun.head.lemma_ in known.plotting
    return plotted or bool(marks & known.unreal) or (trigger.frame.kind == "effect" and bool(marks & known.attempted))


def _is_feared(verb: Token) -> bool:
    """ "feared being attacked"."""
    being = verb.tag_ == "VBG" or any(c.lower_ == "being" for c in verb.children)
    return being and verb.dep_ in {"xcomp", "pcomp"} and verb.head.lemma_ in syntax.grammar(verb).plotting


def _is_aim(verb: Token) -> bool:
    if verb.tag_ != "VB" or not any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return False
    if any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children):
        return False  # "is said to have killed"
    over = verb.head
    return over.lemma_ not in syntax.grammar(verb).begun and not (verb.dep_ == "xcomp" and syntax.is_passive(over))


def _verb_tells(trigger: Trigger, namer: Namer, frames: Frames) -> bool:
    frame = trigger.frame
    doers = {namer.classifier.of(namer.meant(h)) for h in trigger.fill("actors1")}
    targets = {namer.classifier.of(namer.meant(h)) for h in trigger.fill("actors2")}
    kinds = doers | targets
    if trigger.words in frame.weak_verbs and not (doers & _FIGHTERS and (targets & _FIGHTERS or _where(trigger))):
        return False
    if frame.id in _DONE_TO and not targets & _PARTIES and not any(namer.classifier.is_agentive(h) for h in trigger.fill("actors2")):
        return False
    if frame.id in _CROWDS and all(_alone(h, namer) for h in trigger.fill("actors1")):
        return False
    if frame.armed == "any":
        if any(namer.classifier.of(namer.meant(h)) in {Class.THING, Class.PLACE} for h in trigger.slots.get("object", [])):
            return False
        return bool(doers & {Class.ARMED, Class.NAME, Class.COUNTRY}) or bool(kinds & {Class.ARMED})
    if frame.weapons_only:
        return any(namer.classifier.of(h) is Class.WEAPON and not frames.flies(h.lower_) for h in trigger.slots.get("subject", []))
    if frame.id in _CROWDS and doers & {Class.ARMED, Class.WEAPON} and not doers & {Class.CIVILIAN, Class.PERSON}:
        return False
    if frame.armed:
        return bool(doers & {Class.ARMED, Class.POLITICAL, Class.NAME, Class.COUNTRY, Class.WEAPON})
    if frame.id == "event.destruction" and targets and targets <= {Class.WEAPON}:
        return False  # weapons destroyed are counted, not looted
    if any(h.lower_ == "air" for h in trigger.slots.get("into", [])):
        return False  # "fired into the air"
    if frame.id in _CLASHING or frame.id == "event.destruction":
        return bool(doers & (_PARTIES - {Class.PERSON, Class.CIVILIAN})) or bool(kinds & {Class.ARMED, Class.WEAPON})
    return bool(kinds & _PARTIES)


def _unfought(trigger: Trigger, namer: Namer) -> bool:
    """Deeds that take no fighters: goods smuggled somewhere by nobody named, "protesters set fire to"."""
    if trigger.frame.id == "event.other":
        return _where(trigger) and bool(trigger.fill("actors1") or trigger.fill("actors2"))
    return trigger.frame.id == "event.destruction" and any(_many_unarmed(h, namer) for h in trigger.fill("actors1"))


def _many_unarmed(head: Token, namer: Namer) -> bool:
    """Whether the doers are people in number: protesters, villagers, looters."""
    return head.tag_ == "NNS" and namer.classifier.of(head) is Class.CIVILIAN


def _alone(head: Token, namer: Namer) -> bool:
    """Whether the doer is one person: a man who protests is no protest."""
    return head.tag_ in {"NN", "NNP"} and not namer.classifier.is_collective(head) and not namer.classifier.is_crowd(namer.meant(head))


def _where(trigger: Trigger) -> bool:
    return any(trigger.slots.get(p) for p in ("in", "at", "near", "around", "outside", "inside", "into", "across", "over", "off"))


def _noun_tells(trigger: Trigger, namer: Namer, frames: Frames) -> bool:
    if _is_named_only(trigger, frames):
        return False
    if trigger.words not in trigger.frame.weak_nouns:
        return True
    if _takes_place(trigger, frames):
        return True
    if any(c.lower_ in _DEFINITE or c.dep_ == "poss" for c in trigger.token.lefts) and not trigger.slots.get("between"):
        return False
    sides = {namer.classifier.of(namer.meant(h)) for slot in _SIDES for h in trigger.slots.get(slot, [])}
    return bool(sides & _PARTIES)


def _takes_place(trigger: Trigger, frames: Frames) -> bool:
    """ "a war broke out", "the war, which began in", "waged a war", "the outbreak of war"."""
    noun, carrier = trigger.token, trigger.carrier
    if carrier is not None and noun.dep_ in {"nsubj", "nsubjpass"} and carrier.lemma_ in syntax.grammar(trigger.token).happens:
        return True
    if carrier is not None and noun.dep_ in {"dobj", "nsubjpass"} and carrier.lemma_ in frames.light:
        return bool(trigger.slots.get("subject")) or noun.dep_ == "nsubjpass"
    if any(c.dep_ in {"relcl", "acl"} and c.lemma_ in syntax.grammar(trigger.token).happens for c in noun.children):
        return True
    if noun.dep_ != "pobj" or noun.head.lower_ != "of":
        return False
    onset = noun.head.head  # "after the start of the war" only dates something else
    return onset.lemma_.lower() in syntax.grammar(noun).onsets and onset.dep_ != "pobj"


def _is_named_only(trigger: Trigger, frames: Frames) -> bool:
    """Whether the noun stands for a happening told elsewhere: as a predicate, or with an article and no words of its own."""
    noun, carrier = trigger.token, trigger.carrier
    if noun.sent.root.pos_ not in {"VERB", "AUX"} and noun.dep_ == "pobj" and not _takes_place(trigger, frames):
        return True  # "more on the protests"
    if noun.dep_ in {"attr", "oprd", "acomp", "appos"} and not any(c.dep_ == "expl" for c in noun.head.children):
        return True
    if (
        carrier is not None
        and carrier.lemma_ == "be"
        and noun.dep_ == "nsubj"
        and any(c.dep_ == "acomp" and c.lower_ not in syntax.grammar(noun).ongoing for c in carrier.children)
    ):
        return True  # "strikes in the capital are rare"
    if not any(c.lower_ in _DEFINITE for c in noun.lefts):
        return False
    own = any(c.dep_ in {"prep", "acl", "relcl", "poss", "agent"} for c in noun.children) or any(
        c.dep_ in {"amod", "compound", "nmod"} and (c.pos_ == "PROPN" or c.ent_type_) for c in noun.lefts
    )
    return not own and not _takes_place(trigger, frames)


def worth_noting(draft: Draft) -> bool:
    """Whether the record belongs into a war diary: events that were only planned need their doer and their aim, and to be named."""
    if not isinstance(draft.content, Event) or draft.attribution is None:
        return True
    event, modality = draft.content, draft.attribution.modality
    if draft.anchor.sent[-1].text == "?":
        return False
    if modality is Modality.HYPOTHETICAL:
        return False
    if modality is Modality.PLANNED:
        return draft.anchor.pos_ in {"NOUN", "PROPN"} and bool(event.actors1) and bool(event.actors2 or draft.places)
    return True
