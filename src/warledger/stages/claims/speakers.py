"""Who speaks or acts: subjects as names, people with their office, pronouns and descriptions led back to whoever spoke last."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from warledger.records.vocab import Reporting
from warledger.stages.claims import phrases, syntax
from warledger.stages.claims.classes import Class
from warledger.stages.claims.memory import Name
from warledger.stages.claims.naming import Namer

_HE = frozenset({"he", "she"})
_AUTHOR = frozenset({"we", "i"})
_IT = frozenset({"it", "they"})
_PERSON_OF_BODY = re.compile(r"^([A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){1,2}) (?:of|from|at|with) (?:the )?([A-Z].+)$")
#: Offices that say nothing without the body they speak for.
_VOICES = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_RECENT = 8
_OPENING = frozenset(
    {"The", "But", "And", "On", "In", "As", "For", "When", "While", "Then", "So", "To", "By", "With", "After", "Mr.", "Mrs."}
)
#: "Osk Tarin" for a later "Tarin": one or two capitalised words before the surname.
_FULL = r"\b((?:(?:[A-Z]\.|[A-Z][\w'’-]+) ){1,2}%s)\b"


class Speakers:
    """Names the subjects of verbs of saying and of deeds in one document, and remembers who spoke or acted last."""

    def __init__(self, namer: Namer, reporting: Reporting) -> None:
        self._namer = namer
        self._reporting = reporting
        self._person: Name | None = None
        self._body: Name | None = None
        self._recent: list[Name] = []
        self.spoke: Name | None = None

    @property
    def last(self) -> Name | None:
        """Who spoke last."""
        return self._recent[-1] if self._recent else None

    def of(self, verb: Token) -> list[Name]:
        """Who says or does it."""
        return self.names(quoted_as_saying(verb) or syntax.agents(verb))

    def names(self, heads: Sequence[Token]) -> list[Name]:
        """The heads' names, each once."""
        found: list[Name] = []
        for head in heads:
            found.extend(n for n in self._name(head) if n.text and n.text not in {f.text for f in found})
        return found

    def _name(self, head: Token) -> list[Name]:
        known = self._pronoun(head) or self._apposed(head) or self._utterance(head) or self._described(head)
        if known is not None:
            return [known] if known.text else []
        return [self._with_office(n) for n in self._namer.actors([head])]

    def _pronoun(self, head: Token) -> Name | None:
        if head.lower_ in _AUTHOR:
            return Name("", None)  # outside a quotation the author; inside one `Statements.quoted` knows who
        if head.lower_ in _HE:
            return self._of_clause(head) or self._again(self._person, head)
        if head.lower_ in _IT and syntax.clause_verb(head).dep_ not in {"ccomp", "advcl", "relcl"}:
            return self._again(self._body, head)
        return None

    def _again(self, meant: Name | None, head: Token) -> Name | None:
        return Name(meant.text, self._namer.span(head, head), "pronoun", meant.affiliation) if meant is not None else None

    def _of_clause(self, head: Token) -> Name | None:
        """ "Tarin promised help, which he said was near": the person who is subject of the clause around the pronoun's."""
        root = head.sent.root
        for subject in syntax.own_subjects(root) if syntax.clause_verb(head) != root else []:
            if subject.i < head.i and subject.lower_ not in _HE and not _quoted(subject):
                names = self._namer.actors([subject])
                if names and self._is_person(subject, names[0]):
                    return self._again(self._with_office(names[0]), head)
        return None

    def _apposed(self, head: Token) -> Name | None:
        """ "the chairman of the council, Osk Tarin," is Osk Tarin, whose office is what stands before."""
        if phrases.named(head) and not self._namer.classifier.is_title(head):
            return None
        behind = [h for p in ("of", "for") for h in syntax.obliques(head).get(p, [])]  # the parser hangs the name on the body of the office
        for child in (c for h in (head, *behind) for c in h.rights):
            if child.dep_ == "appos" and phrases.named(child) and self._namer.classifier.of(child) in {Class.NAME, Class.PERSON}:
                office, _ = phrases.words_of(phrases.phrase_tokens(head))
                name = self._namer.name(child, long=False)
                return Name(name.text, name.span, "apposed name", office)
        return None

    def _utterance(self, head: Token) -> Name | None:
        """ "the statement added": whose statement it is."""
        if head.lemma_.lower() not in self._reporting.utterances or phrases.named(head):
            return None
        slots = syntax.obliques(head)
        owners = [c for c in head.children if c.dep_ == "poss"] or slots.get("by", []) or slots.get("from", [])
        found = self._namer.actors(owners)
        if found:
            return self._with_office(found[0])
        last = self.last
        if head.dep_ == "dobj" and head.head.pos_ == "VERB":
            made = self.names(syntax.agents(head.head))
            return made[0] if made else None
        definite = any(c.lower_ in {"the", "this", "that", "its"} for c in head.lefts)
        if not definite:
            return self._contained(head)
        return Name(last.text, self._namer.span(head, head), "whose words they are", last.affiliation) if last else None

    def _contained(self, head: Token) -> Name | None:
        """ "a statement said the council had met": the body that the statement is about is whose it is."""
        clauses = [c for c in syntax.clause_verb(head).children if c.dep_ == "ccomp"]
        names = self._namer.actors([s for c in clauses for s in syntax.own_subjects(c) if phrases.named(s)])
        return Name(names[0].text, self._namer.span(head, head), "whose statement it is", names[0].affiliation) if names else None

    def _described(self, head: Token) -> Name | None:
        """ "the official said": the last speaker so described."""
        words = [c.lower_ for c in head.lefts]
        if phrases.named(head) or words[:1] != ["the"] or len(words) > 1 or any(c.dep_ in {"prep", "relcl"} for c in head.rights):
            return None
        lemma = head.lemma_.lower()
        for name in reversed(self._recent):
            if lemma in f"{name.text} {name.affiliation}".lower().split():
                return Name(name.text, self._namer.span(head, head), "refers back", name.affiliation)
        return None

    def _with_office(self, name: Name) -> Name:
        split = _PERSON_OF_BODY.match(name.text)
        if split and not self._is_body(split[1]):
            name = Name(self._namer.memory.written_out(split[1]), name.span, name.how, split[2])
        name = self._in_full(self._bare(name))
        office = self._namer.memory.affiliations.get(name.text, "")
        if office.lower() in _VOICES and self._body is not None:
            office = self._namer.memory.affiliations[name.text] = self._body.text  # "the ministry ... spokesman Tarin said"
        if len(office) > len(name.affiliation):
            return Name(name.text, name.span, name.how, office)
        return name

    def _bare(self, name: Name) -> Name:
        """A person's name without the office in hyphens before it, or the country it is said to be of ("Norway's Osk Tarin")."""
        first, _, rest = name.text.partition(" ")
        owner = first.removesuffix("'s").removesuffix("’s")
        if "-" in first and rest[:1].isupper() and self._namer.classifier.is_title_word(first.rsplit("-", 1)[-1].lower()):
            return Name(rest, name.span, name.how, name.affiliation or first)
        if owner != first and len(rest.split()) in {2, 3} and all(w[:1].isupper() for w in rest.split()) and not self._is_body(rest):
            return Name(rest, name.span, name.how, owner) if self._namer.classifier.is_country(owner) else name
        return name

    def _in_full(self, name: Name) -> Name:
        """A surname with the first name the document gives it elsewhere."""
        words = name.text.split()
        known = self._namer.memory.full_names.get(name.text)
        if known is None:
            known = name.text
            if len(words) <= 2 and all(w[:1].isupper() and not w.isupper() for w in words) and not self._is_other(name.text):
                known = self._longest(name.text)
            self._namer.memory.full_names[name.text] = known
        return Name(known, name.span, name.how, name.affiliation) if known != name.text else name

    def _is_other(self, name: str) -> bool:
        """Whether the name is known to be a country's, a place's or a body's."""
        classifier = self._namer.classifier
        return (
            classifier.is_country(name) or classifier.is_place_name(name) or name in self._namer.memory.actor_names or self._is_body(name)
        )

    def _longest(self, surname: str) -> str:
        """The first run of capitalised words that ends in the surname and holds no title, nation or body."""
        for match in re.finditer(_FULL % re.escape(surname), self._namer.memory.text):
            before = match[1].split()[: -len(surname.split())]
            while before and self._no_first_name(before[0]):
                before = before[1:]
            if before and not any(self._no_first_name(w) for w in before):
                return " ".join([*before, surname])
        return surname

    def _no_first_name(self, word: str) -> bool:
        low = word.lower()
        return (
            self._namer.classifier.is_title_word(low)
            or self._namer.classifier.is_body_word(low)
            or word in self._namer.demonyms
            or self._namer.classifier.is_place_name(word)
            or word in _OPENING
            or word.endswith(("'s", "’s"))
            or ("-" in word and self._namer.classifier.is_title_word(low.rsplit("-", 1)[-1]))
            or word.isupper()
        )

    def _is_body(self, words: str) -> bool:
        return any(self._namer.classifier.is_body_word(w) for w in words.lower().split()) or words in self._namer.memory.actor_names

    def heard(self, sentence: Sentence) -> None:
        """Remember who spoke or led in the sentence, for the sentences that follow; `spoke` is who spoke or acted in it."""
        self.spoke = None
        for verb in _leading(sentence):
            heads = syntax.agents(verb)
            names = self.names(heads[:1])
            if not names or self._namer.is_time(heads[0]):
                continue
            if self._is_person(heads[0], names[0]):
                self._person = names[0]
            else:
                self._body = names[0]
            if verb.lemma_.lower() in self._reporting.inform or verb.lemma_.lower() in self._reporting.acts:
                self.spoke = names[0]
                self._recent = [*(n for n in self._recent if n.text != names[0].text), names[0]][-_RECENT:]

    def _is_person(self, head: Token, name: Name) -> bool:
        if head.lower_ in _HE or name.how == "apposed name":
            return True
        memory = self._namer.memory
        kind = self._namer.classifier.of(self._namer.meant(head))
        if kind in {Class.PERSON, Class.CIVILIAN}:
            return head.tag_ not in {"NNS", "NNPS"}
        if any(self._namer.classifier.is_body_word(w) for w in name.text.lower().split()):
            return False
        known = memory.people.knows(name.text) or name.text in memory.affiliations
        speaks = syntax.clause_verb(head).lemma_ in {"say", "tell", "add", "write", "believe"}
        return kind is Class.NAME and head.tag_ != "NNPS" and not name.text.isupper() and (known or speaks or len(name.text.split()) > 1)


def _leading(sentence: Sentence) -> list[Token]:
    """The sentence's main verb and those coordinated with it; of a quotation the verb of saying is the main one."""
    root = sentence.root
    if root.pos_ not in {"VERB", "AUX"}:
        return []
    if root.lemma_ in {"say", "add", "tell"}:
        return [root]
    said = [c for c in root.children if c.dep_ in {"parataxis", "ccomp"} and c.pos_ == "VERB" and c.i > root.i and syntax.own_subjects(c)]
    inverted = [c for c in said if c.lemma_ in {"say", "add", "tell"}]
    return inverted[:1] or [root]


def _quoted(token: Token) -> bool:
    """Whether the token stands inside quotation marks that its sentence opens."""
    before = token.sent.text[: token.idx - token.sent.start_char]
    return before.count('"') % 2 == 1


def quoted_as_saying(verb: Token) -> list[Token]:
    """ "Tarin was quoted as saying ...": Tarin, not whoever quotes him."""
    over = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "as" else None
    return syntax.patients(over) if over is not None and over.lemma_ in {"quote", "cite", "report"} else []
