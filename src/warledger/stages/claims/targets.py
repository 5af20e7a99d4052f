"""Whom an act is directed at: the accused, the asked, the met, the backed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from warledger.records.vocab import Reporting
from warledger.stages.claims import phrases, syntax
from warledger.stages.claims.acts import Meaning
from warledger.stages.claims.classes import Class
from warledger.stages.claims.memory import Name
from warledger.stages.claims.naming import Namer

#: Slots in which an act's target stands, most telling first; other acts look in `_ANY`.
_SLOTS = {
    "REQUEST": ("object", "on", "upon", "from", "to", "for", "with"),
    "ACCUSE": ("object", "on", "against", "to", "with", "at", "by"),
    "CONSULT": ("object", "with", "to", "between", "by"),
    "SANCTION": ("on", "against", "upon", "object", "with", "to"),
    "AID": ("to", "for", "object", "with", "of"),
    "COERCE": ("on", "against", "object", "upon", "to", "for"),
    "SUPPORT": ("object", "for", "to", "with", "by", "behind"),
    "THREATEN": ("object", "with", "against", "to", "on", "at"),
    "RETREAT": ("against", "on"),
    "MOBILIZE": ("against", "on"),
    "AGREE": ("with", "to", "for", "object"),
    "COOPERATE": ("with", "between", "object", "to"),
}
_ANY = ("object", "with", "to", "against", "on", "from", "for", "by", "of")
#: Slots in which a place's bare name means its government; elsewhere it is only where something is.
_ADDRESSED = {
    "REQUEST": ("object", "on", "upon", "with"),
    "ACCUSE": ("object", "on", "at"),
    "THREATEN": ("object",),
    "SUPPORT": ("object", "with", "behind"),
    "CONSULT": ("with", "between"),
    "COOPERATE": ("with", "between"),
    "AGREE": ("with",),
    "SANCTION": ("on", "against", "upon", "with"),
}
#: Acts done with one's own forces: only whom they are "against" is a target.
_OWN_FORCES = frozenset({"RETREAT", "MOBILIZE"})
_CHARGE = re.compile(r" of [a-z].*$")
_BODIES = frozenset({Class.ARMED, Class.POLITICAL, Class.PERSON, Class.NAME, Class.COUNTRY, Class.CIVILIAN, Class.PRONOUN})
_BEHIND = ("of", "against", "by", "from", "to", "for", "with", "on", "between")
#: Acts whose object, when it is a thing, is the deed or plan of whoever the act is directed at.
_WHOSE = frozenset({"ACCUSE", "REJECT", "SUPPORT", "SANCTION", "AGREE", "REQUEST", "THREATEN", "CONCEDE"})


class Targets:
    """Finds the targets of acts in one document."""

    def __init__(self, namer: Namer, reporting: Reporting) -> None:
        self._namer = namer
        self._reporting = reporting

    def of_deed(self, verb: Token, act: str) -> list[Name]:
        """Whom the verb's act is directed at: its object or a prepositional one, else whoever stands behind the object."""
        slots: dict[str, list[Token]] = {"object": syntax.patients(verb) or syntax.shared_object(verb), **syntax.obliques(verb)}
        if verb.lemma_ in syntax.grammar(verb).sending:
            slots["object"] = []  # what is sent is no target
        elif act == "CONSULT" and "with" not in slots:
            slots["with"] = [h for talks in slots.get("for", []) for h in syntax.obliques(talks).get("with", [])]
        elif act == "SANCTION":
            slots["object"] = [_posted_to(h) for h in slots["object"]]
        for slot in _SLOTS.get(act, _ANY):
            heads = [_apposed_to(h) for h in slots.get(slot, [])]
            found = self._bodies(heads) or (self._seats(heads) if slot in _ADDRESSED.get(act, ()) else [])
            if found:
                return [_short(n) for n in found] if act == "ACCUSE" else found
        if act in _OWN_FORCES:
            return []
        if act == "REQUEST":
            found = self._asked(verb)
            if found:
                return found
        things = [h for slot in ("object", "for", "on", "to", "of") for h in slots.get(slot, [])]
        return self._behind(things, act) or self._deeper(verb)

    def _deeper(self, verb: Token) -> list[Name]:
        """ "agreed to arm the rebels": the object of what is agreed to."""
        inner = [c for c in verb.children if c.dep_ in {"xcomp", "advcl", "pcomp"} and c.tag_ in {"VB", "VBG"}]
        inner += [c for p in syntax.children(verb, "prep") for c in p.children if c.dep_ == "pcomp"]
        for clause in inner:
            given = clause.lemma_ in syntax.grammar(clause).sending
            found = self._bodies(syntax.obliques(clause).get("to", []) if given else syntax.patients(clause)) or self._deeper(clause)
            if found:
                return found
        return []

    def of_meaning(self, meaning: Meaning) -> list[Name]:
        """Whom the act in what is said is directed at: of a duty or a reproach the subject, else as for a deed."""
        verb = meaning.verb
        if meaning.act in {"REQUEST", "ACCUSE"}:
            heads = syntax.subjects(verb)
            found = self._bodies(_outside(heads)) or self._seats(heads) or self._behind(heads, meaning.act)
            if found:
                return found
        return self.of_deed(verb, meaning.act)

    def of_information(self, content: Token) -> list[Name]:
        """Whom what is said is about: the subject, where it is a body or somebody named."""
        of = self._namer.classifier.of
        heads = [h for h in _outside(syntax.subjects(content)) if phrases.named(h) or of(h) in {Class.ARMED, Class.POLITICAL}]
        return self._bodies([h for h in heads if (phrases.named(h) and not _opens(h)) or any(c.lower_ == "the" for c in h.lefts)])

    def behind(self, noun: Token, act: str) -> list[Name]:
        """Whom an act told by a noun is directed at: its prepositional phrase ("a call for Tarin to go", "sanctions on Norway")."""
        slots = syntax.obliques(noun)
        for doer in (*slots.get("by", []), *slots.get("from", [])):
            slots = {**syntax.obliques(doer), **slots}  # the parser hangs "for Norway" on Tarin in "a call by Tarin for Norway to go"
        if "by" in slots or "from" in slots or any(c.dep_ == "poss" for c in noun.children):
            slots = {p: heads for p, heads in slots.items() if p not in {"by", "from"}}
        for slot in (*_SLOTS.get(act, _ANY), "of", "against"):
            found = self._bodies(slots.get(slot, [])) if slot not in {"object", "by"} else []
            if found:
                return found
        return self._asked(noun) if act == "REQUEST" else []

    def direct(self, verb: Token, act: str) -> list[Name]:
        """The somebody who is the verb's object; of aid also who receives it."""
        slots = syntax.obliques(verb)
        more = [h for p in ("to", "for") for h in slots.get(p, [])] if act == "AID" else []
        return self._bodies([h for h in (*(syntax.patients(verb) or syntax.shared_object(verb)), *more) if h.lower_ != "it"])

    def _asked(self, verb: Token) -> list[Name]:
        """ "called for Osk Tarin to leave": whoever is to do it."""
        inner = [c for c in verb.children if c.dep_ in ({"acl", "relcl"} if verb.pos_ == "NOUN" else {"xcomp", "ccomp", "advcl"})]
        inner += [c for p in syntax.children(verb, "prep", "mark") for c in p.children if c.dep_ == "pcomp"]
        for clause in inner:
            found = self._bodies(_outside(syntax.own_subjects(clause)))
            if found:
                return found
        return self._behind(syntax.patients(verb), "REQUEST")

    def _behind(self, things: Sequence[Token], act: str, depth: int = 0) -> list[Name]:
        """Whose the thing is ("Tarin's offer", "the Norwegian attack"), or whom its phrase names ("the siege by rebels")."""
        for thing in things:
            slots = syntax.obliques(thing)
            inner = [h for p in _BEHIND for h in slots.get(p, []) if act != "AGREE" or p in {"with", "by"} or phrases.named(h)]
            if act == "AID":
                inner += slots.get("in", [])  # "ten million in aid for Norway"
            owners = [c for c in thing.lefts if c.dep_ in {"poss", "amod", "compound", "nmod"} and act in _WHOSE]
            poss = [o for o in owners if o.dep_ == "poss" and not any(c.tag_ == "PRP$" for c in o.lefts)]
            found = self._bodies(poss) or self._seats(poss) if act == "ACCUSE" else []
            found = found or self._bodies(inner) or self._bodies(poss) or self._nations(owners)
            if not found and depth < 2:
                found = self._behind(inner, act, depth + 1)
            if found:
                return found
        return []

    def _nations(self, modifiers: Iterable[Token]) -> list[Name]:
        return self._namer.actors([m for m in modifiers if m.text in self._namer.demonyms])

    def _bodies(self, heads: Sequence[Token]) -> list[Name]:
        wanted = [self._principal(h) for h in heads if self._namer.classifier.of(self._namer.meant(h)) in _BODIES and not self._hears(h)]
        return self._namer.actors(wanted)

    def _seats(self, heads: Sequence[Token]) -> list[Name]:
        """Capitals that are spoken to or of: their governments ("warned Orvane", "called on Orvane to")."""
        of, namer = self._namer.classifier.of, self._namer
        bare = [h for h in heads if h.pos_ == "PROPN" and not any(c.dep_ in {"det", "amod"} for c in h.lefts)]
        return [namer.name(h, long=False) for h in bare if of(h) is Class.PLACE and not namer.is_time(h)]

    def _hears(self, head: Token) -> bool:
        return any(w in self._reporting.hearers for w in (head.lemma_.lower(), head.lower_)) or any(
            c.lower_ in self._reporting.hearers for c in head.lefts
        )

    def _principal(self, head: Token) -> Token:
        """The body that a deputy speaks for: "officials from the council" are the council."""
        if head.lemma_.lower() in self._reporting.deputies and not phrases.named(head):
            slots = syntax.obliques(head)
            behind = next((h for p in ("from", "of", "for") for h in slots.get(p, []) if self._namer.classifier.of(h) in _BODIES), None)
            return behind if behind is not None else head
        return head


def _short(name: Name) -> Name:
    """The name without the charge that the parser took into it ("forces of murder")."""
    return Name(_CHARGE.sub("", name.text), name.span, name.how, name.affiliation)


def _posted_to(head: Token) -> Token:
    """Where an ambassador is sent: "recalled its ambassador to Norway" is aimed at Norway."""
    own = any(c.tag_ == "PRP$" for c in head.lefts)
    return next((h for h in syntax.obliques(head).get("to", [])), head) if own and not phrases.named(head) else head


def _apposed_to(head: Token) -> Token:
    """What a describing phrase stands beside: "the Varno Front, a group backed by Norway"."""
    return head.head if head.dep_ == "appos" and phrases.named(head.head) and not phrases.named(head) else head


def _opens(head: Token) -> bool:
    """Whether the word may owe its capital to opening the sentence: one word, at its start, that is no name for sure."""
    first = head.i == head.sent.start or (head.i == head.sent.start + 1 and head.nbor(-1).is_punct)
    return first and head.tag_ not in {"NNP", "NNPS"}


def _outside(heads: Iterable[Token]) -> list[Token]:
    """The heads that are no pronoun of the speaker's own."""
    return [h for h in heads if h.lower_ not in {"we", "i", "you", "it", "there", "this", "that"}]
