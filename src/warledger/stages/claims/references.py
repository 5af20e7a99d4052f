"""Words that refer back: pronouns, possessives and bare definite nouns, resolved to whom the text named before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.tokens import Token

from warledger.records.vocab import Nouns
from warledger.stages.claims import phrases, syntax
from warledger.stages.claims.classes import Class
from warledger.stages.claims.memory import Name

if TYPE_CHECKING:
    from warledger.stages.claims.naming import Namer

_SINGULAR = frozenset({"he", "she", "him", "her", "himself", "herself", "his"})
_ONE_BODY = frozenset({"it", "itself", "its"})
_SEVERAL = frozenset({"they", "them", "themselves", "their"})
_SPEAKER = frozenset({"we", "i", "us", "me"})
_BODIES = frozenset({Class.ARMED, Class.POLITICAL, Class.COUNTRY, Class.NAME, Class.PRONOUN})
_PEOPLE = frozenset({Class.CIVILIAN, Class.PERSON})
#: Where a person can stand, beside a subject, for "his" in the same sentence to mean him.
_OTHERS = frozenset({"dobj", "pobj", "poss", "attr", "dative"})
#: How many sentences back within a paragraph a pronoun reaches.
_REACH = 3


class References:
    """Resolves references with the words and the memory of one document's `Namer`."""

    def __init__(self, namer: Namer, nouns: Nouns) -> None:
        self._namer = namer
        self._nouns = nouns

    def pronoun(self, head: Token) -> list[Name]:
        """Whom a pronoun stands for: he and she the last person, it and they the subject before that agrees in number."""
        low, memory = head.lower_, self._namer.memory
        if low in _SINGULAR:
            meant = self._persons(head) or [n for n in (memory.person,) if n]
        elif low in _ONE_BODY | _SEVERAL:
            last = (memory.several if low in _SEVERAL else None) or memory.group or memory.person
            meant = self._bodies(head) or [n for n in (last,) if n]
        else:
            meant = [n for n in (memory.speaker,) if n and low in _SPEAKER]
        span = self._namer.span(head, head)
        return [Name(n.text, span, "pronoun", n.affiliation) for n in meant]

    def noun(self, head: Token) -> Name | None:
        """ "the group", "the minister": a bare definite noun stands for the last one named."""
        lefts = [c for c in head.lefts if c.dep_ != "punct"]
        if not lefts or lefts[0].lower_ not in {"the", "this", "that"} or self._told_apart(head):
            return None
        lemma, memory, span = head.lemma_.lower(), self._namer.memory, self._namer.span(head, head)
        if lemma in self._nouns.back_group and head.tag_ in {"NN", "NNP"} and self._only_describes(lefts[1:], lemma):
            group = self._named_group(head) or memory.named_group
            return Name(group.text, span, "refers back") if group else None
        held = self._in_office(lefts[1:], lemma) if lemma in self._nouns.back_person else ""
        if held:
            return Name(held, span, "refers back", memory.affiliations[held])
        meant = memory.by_head.get(lemma)
        if len(lefts) == 1 and lemma in self._nouns.back_person and meant and _same_number(head, meant):
            return Name(meant.text, span, "refers back", meant.affiliation)
        return None

    def _in_office(self, words: list[Token], lemma: str) -> str:
        """ "the Norwegian president": the one person the document gives that office."""
        office = " ".join([*(w.text for w in words), lemma]).lower()
        found = [name for name, held in self._namer.memory.affiliations.items() if held.lower() == office] if words else []
        return found[0] if len(found) == 1 else ""

    def _named_group(self, head: Token) -> Name | None:
        """The last subject before the noun that is a group's name."""
        for subject in self._before(head):
            kind = self._namer.classifier.of(subject)
            if phrases.named(subject) and kind in {Class.ARMED, Class.POLITICAL, Class.NAME} and not self._person(subject):
                return self._namer.name(subject)
        return None

    def _told_apart(self, head: Token) -> bool:
        """Whether something behind the noun says which one is meant; a clause after a comma only adds to it."""
        return any(c.dep_ in {"prep", "acl", "relcl", "appos"} and head.nbor(1).text != "," for c in head.rights)

    def _only_describes(self, words: list[Token], lemma: str) -> bool:
        """Whether the words before "group" say of what kind it is ("the militant group") and name none."""
        kinds = self._nouns.people_before | self._nouns.kind_of_group
        loose = lemma in {"group", "organization", "organisation", "movement", "militia"}
        return not words or (loose and all(w.lower_ in kinds for w in words))

    def _bodies(self, head: Token) -> list[Name]:
        for subject in self._before(head):
            if self._agrees(subject, head):
                found = self._namer.actors(syntax.conjuncts(subject))
                if found:
                    return found
        return []

    def _persons(self, head: Token) -> list[Name]:
        others = [t for t in head.sent if t.i < head.i and t.dep_ in _OTHERS and not t.is_ancestor(head) and not _said_by(head, t)]
        here = [t for t in self._before(head) if t.sent == head.sent]
        for subject in (*here, *reversed(others), *(t for t in self._before(head) if t.i < head.sent.start)):
            kind = self._namer.classifier.of(subject)
            one = subject.tag_ in {"NN", "NNP", "PRP"} and len(syntax.conjuncts(subject)) == 1
            person = kind in _PEOPLE or (kind is Class.NAME and self._person(subject)) or subject.lower_ in {"he", "she"}
            if one and person:
                return self._namer.actors([subject])
        return []

    def _before(self, head: Token) -> Iterator[Token]:
        """Subjects before the pronoun: in its sentence the nearest first, then those of the sentences before, the main clause's first."""
        own = syntax.clause_verb(head)
        sentence = head.sent
        here = [t for t in sentence if t.i < head.i and t.dep_ in syntax.SUBJECTS and not t.is_ancestor(head) and not _said_by(head, t)]
        yield from (t for t in reversed(here) if t.head != own or head.dep_ not in syntax.SUBJECTS | syntax.OBJECTS)
        at = sentence.start
        for _ in range(_REACH):
            if at <= 0:
                return
            sentence = head.doc[at - 1].sent
            yield from sorted((t for t in sentence if t.dep_ in syntax.SUBJECTS), key=lambda t: (t.head != sentence.root, t.i))
            at = sentence.start

    def _agrees(self, subject: Token, head: Token) -> bool:
        low, kind = head.lower_, self._namer.classifier.of(subject)
        if kind is Class.PRONOUN:
            return subject.lower_ in (_SEVERAL if low in _SEVERAL else _ONE_BODY)
        several = subject.tag_ in {"NNS", "NNPS"} or len(syntax.conjuncts(subject)) > 1
        if low in _SEVERAL:
            return (several and kind in _BODIES | _PEOPLE) or kind in {Class.ARMED, Class.POLITICAL}
        if kind is Class.NAME and self._person(subject):
            return False
        return kind in _BODIES and not several

    def _person(self, subject: Token) -> bool:
        people = self._namer.memory.people
        return people.knows(people.full(self._namer.name(subject).text))


def _said_by(head: Token, other: Token) -> bool:
    """Whether the other stands in what the one meant by `head` says or does ("Lee is wrong, he said")."""
    return head.dep_ in syntax.SUBJECTS and head.head.is_ancestor(other)


def _same_number(head: Token, meant: Name) -> bool:
    """Whether "the official(s)" can stand for the name: one for one, several for several."""
    several = meant.text.split()[-1].endswith("s") and meant.text.split()[-1].islower()
    return (head.tag_ in {"NNS", "NNPS"}) == several
