"""Heads of noun phrases become names: actors, people with their office, and places, with references back resolved."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from warledger.base.spans import Span
from warledger.records.vocab import Nouns
from warledger.stages.claims import phrases, syntax
from warledger.stages.claims.classes import ACTORS, Class, Classifier
from warledger.stages.claims.memory import Memory, Name
from warledger.stages.claims.owners import Owners
from warledger.stages.claims.places import PlaceNamer
from warledger.stages.claims.references import References


class Namer:
    """Names the heads of one document. `text` is the text being read, as the document has it, `offset` where it starts there."""

    def __init__(self, classifier: Classifier, nouns: Nouns, demonyms: dict[str, str], memory: Memory) -> None:
        self.classifier = classifier
        self.memory = memory
        self.offset = 0
        self.text = ""
        self.time_spans: tuple[Span, ...] = ()
        self._nouns = nouns
        self.demonyms = demonyms
        self._places = PlaceNamer(self, nouns)
        self._owners = Owners(self, nouns)
        self._references = References(self, nouns)

    # ---- actors

    def actors(self, heads: Sequence[Token], *, things: bool = False) -> list[Name]:
        """Names of the heads that can act; `things` also keeps what is merely acted upon (houses, positions)."""
        found: list[Name] = []
        for head in (one for h in heads for one in self._all_meant(h)):
            for name in self._actor(head, things):
                if name.text and name.text not in {n.text for n in found}:
                    found.append(name)
        return found

    def _all_meant(self, head: Token) -> list[Token]:
        """The heads behind a mere measure, listed ones too: "members of the River Army and soldiers" are both."""
        inner = self.meant(head)
        return [head] if inner == head else syntax.conjuncts(inner)

    def is_time(self, head: Token) -> bool:
        """Whether the head is part of a date or another time expression."""
        return any(s.start <= head.idx < s.end for s in self.time_spans)

    def _actor(self, head: Token, things: bool) -> list[Name]:
        head = self.meant(head)
        if self.is_time(head):
            return []
        if any(c.lower_ in {"our", "my"} for c in head.lefts):
            return self._speaker_s(head)
        if head.dep_ in {"amod", "compound", "nmod"}:
            return self._owners.doers_before(head.head)
        kind = self.classifier.of(head)
        if kind is Class.PRONOUN:
            return self._references.pronoun(head)
        if kind is Class.WEAPON and head.lemma_.lower() in self._nouns.projectile:
            return []  # shells and bombs do nothing of themselves
        if kind is Class.PLACE and self._acts(head):
            return [self.name(head, long=False)]  # a capital that acts is its government
        if kind is Class.PLACE or (kind is Class.THING and not things):
            return []
        if kind is Class.THING and (self._temporal(head) or head.lemma_.lower() in self._nouns.measure):
            return []
        back = self._references.noun(head)
        if back:
            return [back]
        names = self._own_forces(head, kind) or self._shared_head(head) or [self.name(self.close(head))]
        if kind in ACTORS and kind not in {Class.WEAPON, Class.CIVILIAN}:
            for name in names:
                self._remember(name, kind, head)
        return names

    def _speaker_s(self, head: Token) -> list[Name]:
        """ "our fighters", as the words have it: whose they are hangs on who speaks. Other things that are "ours" name nobody."""
        if head.lemma_ not in self._nouns.own_fighters or len(list(head.lefts)) > 1:
            return []
        owner = next(head.lefts)
        return [Name(f"{owner.lower_} {head.text}", self.span(owner, head), "the speaker's own")]

    def _acts(self, head: Token) -> bool:
        """Whether a place by its bare name is the subject of something done to another: then it stands for its government."""
        alone = head.tag_ == "NNP" and len(syntax.conjuncts(head)) == 1 and not syntax.children(head, "det", "appos", "prep")
        verb = head.head
        return alone and head.dep_ == "nsubj" and bool(syntax.children(verb, "dobj")) and verb.lemma_ not in self._nouns.befalls

    def close(self, head: Token) -> Token:
        """The name right behind a common noun that says what it is ("the destroyer Valiant"), behind a comma that of one person
        ("his brother, Ann Lee"), else the head."""
        one = head.tag_ == "NN" and self.classifier.of(head) in {Class.PERSON, Class.CIVILIAN}
        reach = 2 if one and head.i + 1 < len(head.doc) and head.nbor(1).text == "," else 1
        for child in head.children:
            if child.dep_ == "appos" and phrases.named(child) and not phrases.named(head) and head.i < child.left_edge.i <= head.i + reach:
                return child
        return head

    def _own_forces(self, head: Token, kind: Class) -> list[Name]:
        """ "its warplanes" are whose they are; "its fighters" and "his forces" are the fighters and forces of whom the text means."""
        owner = next((c for c in head.lefts if c.tag_ == "PRP$"), None)
        if owner is None or owner.lower_ not in {"its", "their", "his", "her"}:
            return []
        if kind is Class.WEAPON:
            return self._references.pronoun(owner)
        if head.lemma_ not in self._nouns.own_fighters or len(list(head.lefts)) > 1:
            return []
        tie = "'s" if owner.lower_ in {"his", "her"} else ""
        return [Name(f"{n.text}{tie} {head.text}", n.span, "pronoun") for n in self._references.pronoun(owner)[:1]]

    def _remember(self, name: Name, kind: Class, head: Token) -> None:
        leading = head.dep_ in syntax.SUBJECTS
        if not phrases.named(head) and (kind is Class.PERSON or head.lemma_.lower() in self._nouns.back_person):
            self.memory.by_head[head.lemma_.lower()] = name
            if leading:
                self.memory.person = name
        elif kind is Class.PERSON or (kind is Class.NAME and (self.memory.people.knows(name.text) or self._says(head, name))):
            self.memory.saw_person(name, leading=leading)
            for word in name.affiliation.lower().split():
                if word in self._nouns.back_person:
                    self.memory.by_head[word] = name
        elif kind in {Class.ARMED, Class.POLITICAL, Class.NAME, Class.COUNTRY}:
            named = phrases.named(head) and kind is not Class.COUNTRY
            self.memory.saw_group(name, leading=leading, named=named, several=head.tag_ in {"NNS", "NNPS"})

    def is_group(self, head: Token) -> bool:
        """Whether an otherwise unknown name is known to be a group's: the document abbreviates it, or it is plural."""
        text = self.name(head, long=False).text
        forms = self.memory.short_forms
        return text in forms or text in forms.values() or head.text in forms or head.tag_ == "NNPS" or text.isupper()

    def _says(self, head: Token, name: Name) -> bool:
        """Whether an unknown name in two or three capitalised words is the subject of a verb of saying: then it is a person's."""
        words = name.text.split()
        return (
            head.dep_ == "nsubj"
            and 2 <= len(words) <= 3
            and all(w[:1].isupper() and not w.isupper() for w in words)
            and words[0] not in self.demonyms
            and head.head.lemma_ in {"say", "tell", "add", "write"}
        )

    def _temporal(self, head: Token) -> bool:
        return head.lemma_.lower() in self._nouns.never_actor

    def meant(self, head: Token) -> Token:
        """The head behind a mere measure ("dozens of fighters" -> fighters)."""
        for _ in range(3):
            counted = head.like_num or head.pos_ == "NUM"  # "nine of its soldiers"
            if (head.lemma_.lower() not in self._nouns.measure and not counted) or phrases.named(head):
                return head
            inner = syntax.obliques(head).get("of")
            if not inner or (head.lower_ in self._nouns.back_group and phrases.named(inner[0])):
                return head
            head = inner[0]
        return head

    def name(self, head: Token, *, long: bool = True, place: bool = False) -> Name:
        """The name the phrase gives, determiners and counts left out, short forms written out; people without their office.

        Names of a `place` keep words that are titles elsewhere."""
        tokens = phrases.without_passing(phrases.without_numbers(phrases.phrase_tokens(head, long=long)))
        while len(tokens) > 1 and self.is_time(tokens[0]):
            tokens = tokens[1:]  # "On 29 November rebel forces": the parser takes the date into the name
        if place:
            held = max((i for i, t in enumerate(tokens[:-1]) if t.lower_ in self._nouns.held), default=-1)
            tokens = self._whole_place(tokens[held + 1 :])  # "rebel-held Orvane" is Orvane
        tokens, office = (tokens, "") if place else self._split_office(tokens, head)
        tokens = self._person_alone(tokens if place else self._name_alone(tokens, head), head)
        text, span = phrases.words_of(tokens)
        whole = self.memory.defined_at(span.shifted(self.offset))
        if whole is not None:
            return Name(whole[1], whole[0], "defined in the text")
        affiliation = office or self._apposed_office(head) or (self._owners.body_of(head) if long else "")
        return Name(self.memory.written_out(text), span.shifted(self.offset), "as written", affiliation)

    def _whole_place(self, tokens: list[Token]) -> list[Token]:
        """The tokens with the capitalised word before them, where the gazetteer knows the two as one name (the parser may cut it off)."""
        first, last = tokens[0], tokens[-1]
        if first.i == first.sent.start or not first.nbor(-1).text[:1].isupper():
            return tokens
        before = first.nbor(-1)
        name = first.doc.text[before.idx : last.idx + len(last.text)]
        return [before, *tokens] if self.classifier.is_place_name(name) else tokens

    def _name_alone(self, tokens: list[Token], head: Token) -> list[Token]:
        """A name without the common noun before it that says what it is: "rebel group Ansar", "his youngest son Osk"."""
        if not phrases.named(head):
            return tokens
        kinds = self._nouns.back_group | self._nouns.person
        last = max((i for i, t in enumerate(tokens[:-1]) if t.pos_ == "NOUN" and t.is_lower and t.lemma_ in kinds), default=-1)
        named = tokens[last + 1 :] if tokens[last + 1].text[:1].isupper() else tokens
        while len(named) > 1 and (named[0].dep_ == "det" or _praises(named[0])):
            named = named[1:]  # "the powerful River Union"
        return named

    def _person_alone(self, tokens: list[Token], head: Token) -> list[Token]:
        """Somebody the document introduces, without what the phrase adds: "Ann Lee of the River Institute", "Radio One's Ann Lee"."""
        if not phrases.named(head) or self.memory.people.full(head.text) not in self.memory.affiliations:
            return tokens
        behind = max((i for i, t in enumerate(tokens) if t.tag_ == "POS" and t.i < head.i), default=-1)
        return [t for t in tokens[behind + 1 :] if t.i <= head.i]

    def _split_office(self, tokens: list[Token], head: Token) -> tuple[list[Token], str]:
        """Splits "Foreign Minister Ann Smith" into the name and the office before it."""
        if (
            not phrases.named(head)
            or self.classifier.is_title(head)
            or self.classifier.of(head) in {Class.ARMED, Class.POLITICAL, Class.PLACE}
        ):
            return tokens, ""
        last = max((i for i, t in enumerate(tokens) if self.classifier.is_title(t) and t.i < head.i), default=-1)
        while last >= 0 and last + 2 < len(tokens) - 1 and tokens[last + 1].lower_ in {"of", "for"}:
            last += 2  # "Secretary of State Ann Lee"
        if last >= 0 and last + 3 < len(tokens) and tokens[last + 1].text == "-":
            last += 2  # "President-elect Ann Lee"
        if last < 0 or last + 1 >= len(tokens):
            return tokens, ""
        office, _ = phrases.words_of(tokens[: last + 1])
        return tokens[last + 1 :], office

    def _apposed_office(self, head: Token) -> str:
        for child in head.children:
            if child.dep_ == "appos" and self.classifier.of(child) in {Class.PERSON, Class.ARMED, Class.POLITICAL}:
                text, _ = phrases.words_of(phrases.phrase_tokens(child))
                return text
        return ""

    def _shared_head(self, head: Token) -> list[Name]:
        """ "French and German forces" is two names; one for each coordinated modifier."""
        for child in head.lefts:
            second = [c for c in child.children if c.dep_ == "conj" and c.i < head.i]
            if child.dep_ in {"amod", "compound", "nmod"} and second and child.text in self.demonyms and second[0].text in self.demonyms:
                tail = head.doc.text[second[-1].idx + len(second[-1].text) : head.idx + len(head.text)]
                return [Name(f"{c.text}{tail}", self.span(child, head), "shared head") for c in (child, *second)]
            if second and phrases.named(child) and self.classifier.of(child) in {Class.ARMED, Class.POLITICAL}:
                rest, _ = phrases.words_of([second[0], head])  # "the River Army and Norwegian soldiers"
                return [self.name(child), Name(rest, self.span(second[0], head), "shared head")]
        return []

    def pronoun(self, head: Token) -> Name | None:
        """Whom a pronoun stands for, the first if it stands for several; see `References.pronoun`."""
        return next(iter(self._references.pronoun(head)), None)

    def owners(self, heads: Sequence[Token]) -> list[Name]:
        """Who owns or holds the things and places (those that name nobody left out)."""
        found: list[Name] = []
        for head in heads:
            found.extend(n for n in self._owners.of_thing(self.meant(head)) if n.text not in {f.text for f in found})
        return found

    def owners_before(self, head: Token) -> list[Name]:
        """Who the words before a thing or place say it is of: "rebel-held", "Norwegian army"."""
        return self._owners.doers_before(head, held=True)

    def is_held(self, head: Token) -> bool:
        """Whether the words before the head say who holds it."""
        return self._owners.held(head)

    def is_target(self, head: Token) -> bool:
        """Whether the head is a thing that attacks are aimed at (buildings, equipment)."""
        told = (head.tag_ in {"NNS", "NNPS"} and head.lemma_ != "target") or any(c.dep_ in {"amod", "compound", "nmod"} for c in head.lefts)
        return told and head.lemma_.lower() in self._nouns.target

    # ---- places

    def places(self, heads: Sequence[Token], *, loose: bool = False, pronouns: bool = False, within: bool = False) -> list[Name]:
        """Names of the heads that are places; see `PlaceNamer.places`."""
        return self._places.places(heads, loose=loose, pronouns=pronouns, within=within)

    def span(self, first: Token, last: Token) -> Span:
        """The span of a run of tokens in the document."""
        return Span(first.idx, last.idx + len(last.text)).shifted(self.offset)


def _praises(token: Token) -> bool:
    """Whether the word before a name only describes its bearer."""
    return token.is_lower and token.pos_ in {"ADJ", "ADV"} and bool(token.whitespace_)
