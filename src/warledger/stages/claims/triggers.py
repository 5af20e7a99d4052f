"""Words that report something: verbs and nouns of the vocabulary found in a parsed sentence, with what fills their slots."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from warledger.records.gap import Refusal
from warledger.records.reason import GapReason
from warledger.records.vocab import Frame, Frames, Pattern
from warledger.stages.claims import syntax

_STEP = frozenset(
    {"dobj", "prep", "prt", "pobj", "acomp", "attr", "advmod", "agent", "xcomp", "nsubjpass", "oprd", "dative", "compound", "conj"}
)
_SETS_OFF = frozenset({";", ":", "-", "–", ",", "and"})
#: Kinds that share nouns.
_GOING = frozenset({"control", "movement", "giving_way"})


@dataclass
class Trigger:
    """A trigger in its sentence. `slots` maps `subject`, `object` and prepositions to heads of noun phrases; where the object is
    what a pattern's last word governs ("drove A out of B"), `patient` is the verb's own."""

    token: Token
    frame: Frame
    noun: bool
    words: str
    end: Token
    slots: dict[str, list[Token]] = field(default_factory=dict)
    carrier: Token | None = None
    refused: Refusal | None = None

    def refuse(self, reason: GapReason, field: str = "") -> bool:
        """Remembers why the trigger gave nothing (`field`: what was not filled as it should be). The first reason stays; always false."""
        self.refused = self.refused or Refusal(self.frame.id, reason, field)
        return False

    def fill(self, name: str) -> list[Token]:
        """Heads that stand in the slots of a field: the first slot that has any."""
        for slot in self.frame.slots(name, self.noun):
            if self.slots.get(slot):
                return self.slots[slot]
        return []

    @property
    def verb(self) -> Token:
        """The verb that carries tense, mood and time of the happening."""
        return self.carrier or syntax.clause_verb(self.token)


def find_triggers(sentence: Sentence, frames: Frames) -> list[Trigger]:
    """All triggers of the sentence in text order; of several patterns of one kind on one word the longest."""
    found: list[Trigger] = []
    for token in sentence:
        if token.lower_ in frames.by_noun and _acts_as_noun(token):
            found.extend(_noun_triggers(token, frames))  # "Fighting around X continued"
        elif token.pos_ in {"VERB", "AUX"} or (token.tag_ in {"VBN", "VBG", "VBD"} and token.dep_ in {"acl", "amod", "ROOT", "relcl"}):
            found.extend(_verb_triggers(token, frames))
        elif token.pos_ in {"NOUN", "PROPN"}:
            found.extend(_noun_triggers(token, frames))
    leaving = [t for t in sentence if t.pos_ == "VERB" and t.lemma_ in frames.grammar.leaving]
    found.extend(t for token in leaving for t in _resultatives(token, frames))
    found.extend(t for token in sentence if token.lower_ in frames.results for t in _verbless(token, frames))
    found.extend(t for token in sentence if token.pos_ == "ADJ" and token.dep_ == "acomp" for t in _lasting(token, frames))
    inside = {t.end.i for t in found if not t.noun} | {t.end.head.i for t in found if not t.noun and t.end.pos_ == "ADP"}
    return [t for t in found if not (t.noun and t.frame.kind == "control" and t.token.i in inside)]


def _verb_triggers(verb: Token, frames: Frames) -> list[Trigger]:
    taken: dict[str, int] = {}
    found = []
    for pattern in frames.by_verb.get(verb.lemma_.lower(), ()):
        length = len(pattern.words)
        if taken.get(_family(pattern.frame), 0) > length:
            continue
        end = _walk(verb, pattern)
        if end is None:
            continue
        taken.setdefault(_family(pattern.frame), length)
        found.append(_verb_trigger(verb, pattern, end))
    return found


def _family(frame: Frame) -> str:
    return f"{frame.kind}:{frame.set.get('measure', '')}"


def _walk(verb: Token, pattern: Pattern) -> Token | None:
    """The last token of the pattern when its words follow each other down the parse."""
    at = verb
    for word in pattern.words[1:]:
        step = _step(at, word) or (_step(verb, word) if at != verb else None)
        if step is None and at is verb and syntax.is_passive(verb):
            step = next((s for s in syntax.subjects(verb) if s.lemma_.lower() == word), None)
        if step is None:
            return None
        at = step
    return at


def _resultatives(verb: Token, frames: Frames) -> list[Trigger]:
    """ "left 12 people dead and 30 wounded", "shot two men dead": each state with those it befell, the words right before it."""
    found = []
    for state in verb.sent[verb.i - verb.sent.start + 1 : verb.i - verb.sent.start + 14]:
        frame = frames.results.get(state.lower_)
        befell = _befallen(verb, state) if frame else []
        if frame is not None and befell:
            slots = {"subject": syntax.agents(verb), "object": befell}
            found.append(Trigger(verb, frame, False, f"{verb.lemma_} {state.lower_}", state, slots))
    return found


def _befallen(verb: Token, state: Token) -> list[Token]:
    before = state.nbor(-1)
    if before == verb:  # "shot dead two protesters"
        return [state.head] if verb.lemma_ == "shoot" and state.dep_ == "amod" else []
    people = before.i > verb.i and (before.pos_ in {"NOUN", "PROPN", "NUM", "PRON"} or before.like_num)
    return [before] if people else []


def _lasting(state: Token, frames: Frames) -> list[Trigger]:
    """ "X remains encircled": the parser takes for an adjective what says who holds a place."""
    word, verb = state.lower_, state.head
    patterns = [p for lemma in (word[:-1], word[:-2]) if word.endswith("ed") for p in frames.by_verb.get(lemma, ())]
    held = next((p for p in patterns if p.frame.kind == "control" and len(p.words) == 1), None)
    if held is None or not syntax.children(verb, "nsubj"):
        return []
    slots = {"object": syntax.subjects(verb), "subject": syntax.obliques(state).get("by", [])}
    return [Trigger(state, held.frame, False, word, state, slots)]


def _verbless(state: Token, frames: Frames) -> list[Trigger]:
    """ "51 dead", "...; eight soldiers dead in an ambush": a number of people and what became of them, told without a verb."""
    if state.pos_ not in {"ADJ", "NOUN"} or state.i == state.sent.start or any(c.pos_ in {"AUX", "VERB"} for c in state.children):
        return []
    first = last = state.nbor(-1)
    while first.i > state.sent.start and first.nbor(-1).pos_ in {"NUM", "ADJ", "NOUN", "PROPN", "ADV"}:
        first = first.nbor(-1)
    ahead = state.nbor(1).pos_ if state.i + 1 < len(state.doc) else ""
    alone = first.i == state.sent.start or first.nbor(-1).lower_ in _SETS_OFF
    counted = first.like_num or any(t.like_num for t in state.doc[first.i : last.i + 1])
    if not alone or not counted or ahead in {"NOUN", "PROPN"} or last.pos_ not in {"NOUN", "PROPN", "NUM"}:
        return []
    return [Trigger(state, frames.results[state.lower_], False, state.lower_, state, {"object": [last], **_where_it_was(state)})]


def _where_it_was(state: Token) -> dict[str, list[Token]]:
    return {**syntax.obliques(state.head), **syntax.obliques(state)}


def _acts_as_noun(token: Token) -> bool:
    """Whether an -ing form names the happening: it is a subject, or opens the sentence with a by-phrase and no object."""
    if token.tag_ != "VBG":
        return False
    opens = token.dep_ == "advcl" and token.i == token.sent.start and not syntax.children(token, "dobj")
    by = token.dep_ == "pcomp" and token.head.lower_ in {"by", "from", "in", "amid"} and not syntax.children(token, "dobj")
    return token.dep_ in {"csubj", "nsubj"} or opens or by


def _step(at: Token, word: str) -> Token | None:
    return next((c for c in at.children if word in (c.lemma_.lower(), c.lower_) and c.dep_ in _STEP), None)


def _verb_trigger(verb: Token, pattern: Pattern, end: Token) -> Trigger:
    slots = {"subject": syntax.agents(verb)}
    objects = syntax.patients(verb) or syntax.shared_object(verb)
    slots["object"] = objects
    for source in (end if end.pos_ != "ADP" else verb, verb, *objects[:1]):
        for prep, heads in syntax.obliques(source).items():
            slots.setdefault(prep, heads)
    if end != verb:
        slots["object"], slots["patient"] = _after(end, objects), objects
        if not slots["object"] and _is_taken(pattern, end):
            slots["object"] = [end]
        slots["modifier"] = [c for c in end.lefts if c.dep_ in {"compound", "amod", "nmod", "poss"}] if end.pos_ == "NOUN" else []
    fragment = pattern.frame.kind == "effect" and not slots["object"]  # "four civilians killed", as notes and headlines put it
    if verb.lemma_ in pattern.frame.unaccusative or fragment:
        slots["object"], slots["subject"] = slots["subject"], []
    return Trigger(verb, pattern.frame, False, " ".join(pattern.words), end, slots)


def _is_taken(pattern: Pattern, end: Token) -> bool:
    """ "took 60 prisoners": those taken are named by what they are then."""
    takes = pattern.frame.set.get("measure") == "captured" or "captured" in pattern.frame.roles
    return takes and end.dep_ == "dobj" and end.tag_ == "NNS"


def _after(end: Token, objects: list[Token]) -> list[Token]:
    """What the last word of a longer pattern governs: a preposition's complement, or the noun's "of" phrase."""
    if end.pos_ in {"ADP", "SCONJ"}:
        found = [t for c in end.children if c.dep_ == "pobj" for t in syntax.conjuncts(c)]
        return found or [o for o in objects if o != end]
    if end.pos_ in {"NOUN", "PROPN"}:
        return syntax.obliques(end).get("of", []) or [o for o in objects if o != end]
    return [o for o in objects if o != end]


def _noun_triggers(noun: Token, frames: Frames) -> list[Trigger]:
    """The longest pattern's trigger; going and giving way are told by one noun ("withdrawal"), so each of these kinds is read."""
    for key in (noun.lower_, noun.lemma_.lower()):
        found: dict[str, Trigger] = {}
        for pattern in frames.by_noun.get(key, ()):
            end = _match_noun(noun, pattern) if not found or pattern.frame.kind in _GOING.difference(found) else None
            if end is not None:
                found[pattern.frame.kind] = _noun_trigger(noun, pattern, end, frames.light)
        if found:
            return list(found.values())
    return []


def _match_noun(noun: Token, pattern: Pattern) -> Token | None:
    words = pattern.words
    if "of" in words:
        at = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
        return next((c for c in at.children if c.dep_ == "pobj" and c.lemma_.lower() == words[-1]), None) if at is not None else None
    before = [noun.nbor(-k).lower_ if noun.i - k >= noun.sent.start else "" for k in range(len(words) - 1, 0, -1)]
    if [_singular(b) for b in before] != [_singular(w) for w in words[:-1]]:
        return None
    return None if noun.dep_ in {"compound", "amod", "nmod"} else noun


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def _noun_trigger(noun: Token, pattern: Pattern, end: Token, light: frozenset[str]) -> Trigger:
    slots: dict[str, list[Token]] = {}
    for prep, heads in syntax.obliques(noun).items():
        slots.setdefault(prep, heads)
    slots["object"] = slots.get("of", [])
    slots["subject"] = [c for c in noun.children if c.dep_ == "poss"] or [
        c for c in noun.children if c.dep_ in {"amod", "compound", "nmod"}
    ]
    carrier = _carrier(noun)
    if carrier is not None:
        _from_carrier(noun, carrier, slots, light)
    return Trigger(noun, pattern.frame, True, " ".join(pattern.words), end, slots, carrier)


def _carrier(noun: Token) -> Token | None:
    """The verb the noun is subject or object of."""
    at = noun
    while at.dep_ == "conj" and at.head.pos_ in {"NOUN", "PROPN"}:
        at = at.head
    if at.dep_ == "pobj" and at.head.lower_ == "of" and at.head.head.lemma_ in syntax.grammar(noun).quantifying:
        at = at.head.head
    if at.dep_ in {"pobj", "pcomp"} and at.head.dep_ == "agent":
        return at.head.head  # "was hit by artillery fire"
    return at.head if at.dep_ in {"dobj", "nsubj", "nsubjpass", "attr"} and at.head.pos_ in {"VERB", "AUX"} else None


def _from_carrier(noun: Token, verb: Token, slots: dict[str, list[Token]], light: frozenset[str]) -> None:
    as_object = noun.dep_ in {"dobj", "nsubjpass"} or noun.head.dep_ in {"dobj", "nsubjpass"}
    doer = [t for t in syntax.agents(verb) if t != noun] if as_object and verb.lemma_ in light else []
    if doer and not any(c.dep_ == "poss" for c in noun.children):
        slots["subject"] = doer
    if (noun.dep_ == "nsubj" or noun.head.dep_ == "agent") and not slots["object"]:
        slots["object"] = syntax.patients(verb)
    for prep, heads in syntax.obliques(verb).items():
        slots.setdefault(prep, heads)
