"""Who does what to whom, read off spaCy's dependency parse. Knows grammar, no war."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from warledger.records.vocab import Grammar

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECTS = frozenset({"dobj", "dative", "attr", "oprd"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"})
#: The key under which a parse carries the words that its reading depends on: functions over tokens need no other argument.
_GRAMMAR = "warledger.grammar"
_NO_WORDS = Grammar()


def teach(doc: Doc, words: Grammar) -> Doc:
    """The parse, with the words that decide how it is read."""
    doc.user_data[_GRAMMAR] = words
    return doc


def grammar(token: Token) -> Grammar:
    """The words its parse was taught (none when it was not)."""
    words: Grammar = token.doc.user_data.get(_GRAMMAR, _NO_WORDS)
    return words


def children(token: Token, *deps: str) -> list[Token]:
    """The token's children with one of the dependency labels, in text order."""
    return [c for c in token.children if c.dep_ in deps]


def conjuncts(token: Token) -> list[Token]:
    """The token and everything coordinated with it ("A, B and C"), in text order; appositives of list heads included."""
    found = [token]
    for child in token.children:
        if (child.dep_ == "conj" and child.pos_ != "VERB") or (child.dep_ == "appos" and _lists_on(token, child)):
            found.extend(conjuncts(child))
    return found


#: What hangs on a verb that is no passive told short: its "has" or "was", its object, what it says, what comes of it.
_NOT_SHORT = frozenset({"aux", "auxpass", "dobj", "ccomp", "xcomp", "acomp", "prt", "dative", "neg"})


def _lists_on(first: Token, second: Token) -> bool:
    """Whether what looks like an apposition is the second name of a list ("A, B, and C")."""
    both_named = first.pos_ == "PROPN" and second.pos_ == "PROPN"
    return both_named and bool(children(second, "cc")) and any(c.pos_ == "PROPN" for c in children(second, "conj"))


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive, reduced relatives ("a town held by rebels") included."""
    if any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children):
        return True
    if any(c.dep_ == "conj" and c.i - verb.i == 2 and children(c, "dobj") for c in verb.children):
        return False  # "killed or injured 16 people"
    if _told_short(verb):
        return True
    if verb.tag_ == "VBN" and verb.dep_ in {"acl", "amod", "advcl"}:
        return not any(c.dep_ in {"nsubj", "aux", "dobj"} for c in verb.children)
    if verb.dep_ == "conj" and verb.tag_ in {"VBN", "VBD"} and not children(verb, "nsubj", "aux", "dobj"):
        return (verb.tag_ == "VBN" or _like_participle(verb)) and verb.head.pos_ in {"VERB", "AUX"} and is_passive(verb.head)
    return False


def _told_short(verb: Token) -> bool:
    """Whether a passive is told without its "was", as notes and headlines do ("Two villages retaken", "Orvane captured by rebels")."""
    if verb.tag_ not in {"VBN", "VBD"} or verb.dep_ not in {"ROOT", "conj", "ccomp", "parataxis"} or not children(verb, "nsubj"):
        return False
    if any(c.dep_ in _NOT_SHORT for c in verb.children) or verb.lemma_ in grammar(verb).intransitive:
        return False
    return verb.tag_ == "VBN" or any(c.dep_ == "agent" for c in verb.children)


def _like_participle(verb: Token) -> bool:
    """Whether what the parser took for a past tense may go on with a passive ("was besieged and captured")."""
    return bool(children(verb.head, "auxpass")) and verb.lower_.endswith("ed") and verb.lemma_ not in grammar(verb).intransitive


def own_subjects(verb: Token) -> list[Token]:
    """Subjects that hang on the verb itself; relative pronouns are replaced by what they stand for."""
    found: list[Token] = []
    for subject in children(verb, "nsubj", "nsubjpass"):
        found.extend(conjuncts(_antecedent(subject, verb)))
    return found


def _antecedent(token: Token, verb: Token) -> Token:
    if token.tag_ in {"WDT", "WP"} or (token.lower_ == "that" and verb.dep_ == "relcl"):
        clause = verb
        while clause.dep_ in {"conj", "xcomp", "ccomp"} and clause.head.pos_ in {"VERB", "AUX"}:
            clause = clause.head
        if clause.dep_ in {"relcl", "acl"} and clause.head.pos_ in NOMINAL:
            return clause.head
    return token


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The grammatical subjects, inherited through coordination, control and participles when the verb has none of its own."""
    found = own_subjects(verb)
    if found or depth > 6:
        return found
    head = verb.head
    if swallowed(verb):
        return conjuncts(head.head)[:1] + [c for c in conjuncts(head.head)[1:] if c.i < verb.i]
    if verb.dep_ == "acl" or (verb.dep_ == "amod" and verb.tag_ == "VBN"):
        seen = obliques(head).get("of", []) if verb.tag_ == "VBG" and head.lemma_ in grammar(verb).pictures else []
        if seen:
            return seen
        return conjuncts(head) if head.pos_ in NOMINAL and verb.tag_ in {"VBN", "VBG"} else _governor_subjects(head, depth)
    if verb.dep_ == "relcl":
        return [head] if not children(verb, "nsubj", "nsubjpass") and head.pos_ in NOMINAL else []
    if verb.dep_ == "xcomp" and head.lemma_ in grammar(verb).object_control:
        objects = children(head, "dobj", "nsubjpass") or [c for c in verb.children if c.dep_ == "nsubj"]
        return [t for o in objects for t in conjuncts(o)] or subjects(head, depth + 1)
    if verb.dep_ in {"xcomp", "advcl"} and head.lemma_ == "take" and any(t.lower_ == "it" for t in own_subjects(head)):
        return children(head, "dative", "dobj")[:1]  # "it took A two years to do B": A does
    if verb.dep_ in {"conj", "xcomp", "advcl", "ccomp", "dep", "parataxis"} and head.pos_ in {"VERB", "AUX"}:
        return [] if verb.dep_ == "ccomp" and verb.tag_ not in {"VB", "VBG"} else subjects(joined_to(verb), depth + 1)
    if verb.dep_ == "xcomp" and head.dep_ == "acomp":  # "were able to seize it"
        return subjects(head.head, depth + 1)
    if verb.dep_ == "pcomp":
        over = head.head if head.head.pos_ == "VERB" else head.head.head
        if over.pos_ == "VERB" and over.lemma_ in grammar(verb).blaming and head.lower_ in {"of", "for", "with"}:
            return patients(over)
        return _governor_subjects(head, depth)
    return []


def joined_to(verb: Token) -> Token:
    """The verb above; for a past tense that the parser joined to an infinitive, the finite one ("urged them to stop and called for")."""
    head = verb.head
    infinitive = verb.dep_ == "conj" and verb.tag_ == "VBD" and head.tag_ == "VB" and head.dep_ in {"xcomp", "ccomp", "advcl"}
    return head.head if infinitive and head.head.tag_ in {"VBD", "VBZ", "VBP"} and not own_subjects(verb) else head


def _governor_subjects(token: Token, depth: int) -> list[Token]:
    """Subjects of the nearest verb above the token."""
    at = token
    for _ in range(6):
        if at.pos_ in {"VERB", "AUX"}:
            return subjects(at, depth + 1)
        if at.head == at:
            break
        at = at.head
    return []


def swallowed(verb: Token) -> bool:
    """Whether the parser took a clause for a name with a participle before it: "Fighters captured Orvane" read as an apposition."""
    if verb.dep_ != "amod" or verb.i > verb.head.i or verb.pos_ != "VERB":
        return False
    own = bool(children(verb, "nsubj")) and verb.head.dep_ == "ROOT"  # nothing is left to be the verb
    return own or (verb.tag_ == "VBD" and verb.head.dep_ == "appos" and verb.head.head.i < verb.i)


def agents(verb: Token) -> list[Token]:
    """Who does it: the subject, or the by-phrase of a passive (empty when the passive names nobody)."""
    if not is_passive(verb):
        return subjects(verb)
    found = [t for by in children(verb, "agent", "prep") if by.lower_ == "by" for t in _complements(by)]
    if not found and verb.dep_ == "conj" and not own_subjects(verb) and is_passive(verb.head):
        return agents(verb.head)  # "was besieged by A and taken": A took it too
    return found


def patients(verb: Token) -> list[Token]:
    """To whom it is done: the object, or the subject of a passive."""
    if is_passive(verb):
        if verb.dep_ in {"acl", "amod"} and not own_subjects(verb):
            return [verb.head]
        return subjects(verb)
    if swallowed(verb):
        return conjuncts(verb.head)
    found = [t for c in verb.children if c.dep_ in OBJECTS for t in conjuncts(_antecedent(c, verb))]
    if not found and verb.dep_ == "relcl" and any(c.tag_ not in {"WDT", "WP"} for c in children(verb, "nsubj")):
        relative = [c for c in verb.children if c.tag_ in {"WDT", "WP"}]
        if relative or not children(verb, "dobj"):
            found = [verb.head] if verb.head.pos_ in NOMINAL else []
    if not found and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and _shares_object(verb):
        found = patients(verb.head)
    return found


def _shares_object(verb: Token) -> bool:
    """Whether "killing and injuring 16" style coordination leaves the object on one verb only."""
    between = verb.i - verb.head.i
    return between == 2 and not children(verb, "dobj")


def obliques(token: Token) -> dict[str, list[Token]]:
    """Preposition -> heads of its complements, coordination unrolled. Prepositions under the object are not included."""
    table: dict[str, list[Token]] = {}
    for prep in _prepositions(token):
        table.setdefault(prep.lower_, []).extend(_complements(prep))
        for second in children(prep, "prep"):  # "out of", "from inside"
            table.setdefault(second.lower_, []).extend(_complements(second))
    return table


def _prepositions(token: Token) -> list[Token]:
    """The token's prepositions, coordinated ones ("from A and to B") included."""
    own = children(token, "prep", "agent", "dative")
    return [p for o in own if o.pos_ in {"ADP", "SCONJ", "ADV"} for p in (o, *children(o, "conj"))]


def _complements(prep: Token) -> list[Token]:
    return [t for c in children(prep, "pobj") for t in conjuncts(c)]


def shared_object(verb: Token) -> list[Token]:
    """Objects of the next coordinated verb, when this one has none ("killing and injuring 16 civilians")."""
    if children(verb, "dobj"):
        return []
    for child in children(verb, "conj"):
        if child.pos_ == "VERB" and child.i - verb.i == 2:
            return patients(child)
    return []


def modals(verb: Token) -> list[str]:
    """Auxiliaries of the verb and of the verb it is coordinated with, lower case."""
    found = [c.lower_ for c in children(verb, "aux")]
    if not found and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not children(verb, "nsubj", "nsubjpass"):
        return modals(verb.head)
    return found


def averted(verb: Token) -> bool:
    """Whether the clause tells of what was kept from happening ("prevented them from taking it", "failed to hold it")."""
    above = verb.head
    if verb.dep_ == "pcomp" and above.lower_ == "from":
        above = above.head
    elif verb.dep_ not in {"xcomp", "pcomp"} and not (verb.dep_ == "ccomp" and verb.tag_ in {"VB", "VBG"}):
        return False
    if verb.dep_ == "pcomp" and above.pos_ == "ADP":
        return False
    if above.lemma_ == "rule" and not children(above, "prt"):
        return False
    return above.pos_ in {"VERB", "NOUN"} and above.lemma_.lower() in grammar(verb).averting


def negated(verb: Token) -> bool:
    """Whether the clause is negated ("did not", "never", "no longer")."""
    return any(c.dep_ == "neg" or c.lower_ in {"never"} for c in verb.children)


def ancestors(token: Token) -> Iterator[Token]:
    """Heads from the token upwards."""
    at = token
    while at.head != at:
        at = at.head
        yield at


def clause_verb(token: Token) -> Token:
    """The verb of the clause the token stands in (the token itself when it is one)."""
    if token.pos_ in {"VERB", "AUX"}:
        return token
    for above in ancestors(token):
        if above.pos_ in {"VERB", "AUX"}:
            return above
    return token.sent.root


def under(token: Token, top: Token) -> bool:
    """Whether the token hangs below `top` (or is it)."""
    return token == top or top.is_ancestor(token)
