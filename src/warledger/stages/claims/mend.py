"""Mends the parse of sentences that end with who says so: "The army took Orvane, two officers in Sull told the agency".

The parser often takes the speaker for one more place or name of a list, or the verb of saying for a clause beside the main one.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Sentence

from warledger.stages.claims import syntax
from warledger.stages.claims.mend_lost import find_lost_verb

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_VERBS = frozenset({"VERB", "AUX"})
_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
_OPENS_SPEAKER = _NAMING | {"DET", "ADJ", "NUM"}
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
#: Longest run of words that names a speaker.
_LONGEST = 16


@dataclass(frozen=True)
class _Closing:
    """A verb of saying with its speaker behind the comma that ends what is said."""

    verb: Token
    comma: Token
    first: Token


def mend(doc: Doc) -> Doc:
    """The parse, with what is said under the verb that closes the sentence, the speaker as its subject, and the subject that opens it."""
    for sentence in list(doc.sents):
        _mend_opening(sentence)
        find_lost_verb(sentence)
        found = _closing(sentence)
        if found is not None:
            _hang(found, sentence)
        _set_opening(sentence)
        _subject(sentence)
        for token in sentence:
            _speak_on(token)
    return doc


def _set_opening(sentence: Sentence) -> None:
    """ "After the capture of Orvane by the Front, Sull and Varno were held by ...": what the parser took for a clause and for more names of
    its list only says when; its noun goes back to the word in front of it, and the subject is to be found."""
    first, root = sentence[0], sentence.root
    subjects = syntax.children(root, "nsubj", "nsubjpass")
    comma = next((t for t in sentence if t.text == ","), None)
    if first.dep_ != "mark" or first.head != root or first.lower_ not in syntax.grammar(first).after or comma is None or len(subjects) != 1:
        return
    opening = sentence.doc[first.i + 1 : comma.i]
    if subjects[0] not in opening or any(t.tag_ in _FINITE for t in opening) or comma.i > root.i:
        return
    _set(subjects[0], first, "pobj")
    first.dep_, first.pos_ = "prep", "ADP"


def _subject(sentence: Sentence) -> None:
    """ "In Kellin, rebel fighters said ...": a subject that the parser took for one more place goes back to its verb."""
    root = sentence.root
    if root.pos_ not in _VERBS or sentence[0].pos_ != "ADP" or syntax.children(root, "nsubj", "nsubjpass", "csubj", "expl"):
        return
    helpers = syntax.children(root, "aux", "auxpass", "neg")
    start = min([root.i, *(h.i for h in helpers)])
    comma = next((t for t in reversed(list(sentence)) if t.text == "," and t.i < start), None)
    words = sentence.doc[comma.i + 1 : start] if comma is not None else None
    if words is None or not _names(words) or words[0].tag_ == "WDT":
        return
    head = next((t for t in words if t.pos_ in _NAMING and t.head not in words), None)
    if head is not None and head != root and not syntax.under(root, head):
        _set(head, root, "nsubjpass" if syntax.children(root, "auxpass") else "nsubj")


def _speak_on(verb: Token) -> None:
    """ "The ministry said its forces had struck depots and denied hitting homes": it is the ministry that denies."""
    if verb.dep_ != "conj" or verb.tag_ not in {"VBD", "VBN"} or syntax.own_subjects(verb):
        return
    known = syntax.grammar(verb)
    if verb.lemma_.lower() not in known.voicing:
        return
    clause = verb.head
    while clause.dep_ == "conj" and clause.head != clause:
        clause = clause.head
    said = clause.head
    if clause.dep_ == "ccomp" and said.i < clause.i and said.tag_ == "VBD" and said.lemma_.lower() in known.closing:
        _set(verb, said, "conj")


def _mend_opening(sentence: Sentence) -> None:
    """ "Fighting flared near X", "Shelling continued": the parser takes the first word for the verb, or for an auxiliary."""
    first = sentence[0]
    verb = first.nbor() if len(sentence) > 2 else first
    if first.tag_ != "VBG" or verb.tag_ not in {"VBD", "VBN", "VBZ"} or verb.lemma_ not in syntax.grammar(verb).happens:
        return
    if first.dep_ == "aux" and first.head == verb and not syntax.children(verb, "nsubj", "nsubjpass"):
        _set(first, verb, "nsubj")
    elif verb.head == first and verb.dep_ == "acl":
        _set(verb, first.head if first.head != first else verb, first.dep_)
        for child in [c for c in first.children if c.i > verb.i]:
            _set(child, verb, child.dep_)
        _set(first, verb, "nsubj")
        verb.tag_ = "VBD" if verb.tag_ == "VBN" else verb.tag_


def _closing(sentence: Sentence) -> _Closing | None:
    for token in reversed(list(sentence)):
        if token.tag_ in {"VBD", "VBZ"} and token.lemma_.lower() in syntax.grammar(token).closing and _ends(token, sentence):
            return _speaker(token, sentence)
    return None


def _ends(verb: Token, sentence: Sentence) -> bool:
    """Whether nothing is said behind the verb: no clause before the next comma or the end."""
    for token in sentence.doc[verb.i + 1 : sentence.end]:
        if token.text in {",", ";"}:
            return True
        if token.text in {'"', ":"} or token.lower_ == "that" or token.tag_ in _FINITE or token.tag_ in {"VBN", "TO"}:
            return False
    return True


def _speaker(verb: Token, sentence: Sentence) -> _Closing | None:
    """The words between the verb and the comma before it; an apposition set off by commas is part of them."""
    commas = [t for t in sentence if t.text == "," and t.i < verb.i]
    if not commas:
        return None
    comma, stop = commas[-1], verb
    if comma.i == verb.i - 1 and len(commas) > 2 and _names(sentence.doc[commas[-2].i + 1 : comma.i]):
        comma, stop = commas[-3], commas[-2]
    words = sentence.doc[comma.i + 1 : stop.i]
    said = sentence.doc[sentence.start : comma.i]
    if not _names(words) or '"' in words.text or said.text.count('"') % 2 or not any(_told(t) for t in said):
        return None
    return _Closing(verb, comma, words[0])


def _names(words: Sentence) -> bool:
    """Whether the words name somebody and tell of nothing."""
    if not 0 < len(words) <= _LONGEST or words[0].pos_ not in _OPENS_SPEAKER or words[0].lower_ in _RELATIVE:
        return False
    verbs = [t for t in words if t.tag_ in _FINITE]
    described = any(t.lower_ in _RELATIVE for t in words)
    return (not verbs or described) and any(t.pos_ in _NAMING for t in words)


def _told(token: Token) -> bool:
    if token.dep_ == "acl" and token.head.dep_ == "nsubj":
        return token.tag_ in {"VBN", "VBD"} and bool(syntax.children(token, "dobj"))  # "strikes killed 12": taken for "strikes that killed"
    return token.tag_ in _FINITE and token.pos_ in {"VERB", "AUX"} and token.dep_ != "relcl"


def _hang(closing: _Closing, sentence: Sentence) -> None:
    verb, comma = closing.verb, closing.comma
    said = _said(closing, sentence)
    speaker = _speaking(closing)
    if said is None or speaker is None or syntax.under(verb, speaker):
        return
    before = [t for t in syntax.children(verb, "nsubj", "nsubjpass") if t.i < comma.i]
    last = sentence.root
    if verb.head != verb:
        _set(verb, verb, "ROOT")
    if last.i > verb.i:
        _set(last, verb, "advcl")
    if said.head != verb or said.dep_ != "ccomp":
        _set(said, verb, "ccomp")
    if speaker.head != verb or speaker.dep_ != "nsubj":
        _set(speaker, verb, "nsubj")
    for subject in before:
        _give_back(subject, said)


def _said(closing: _Closing, sentence: Sentence) -> Token | None:
    """The verb of what is said: the sentence's own, or what the parser took for a clause of the verb of saying or of its subject."""
    verb, comma = closing.verb, closing.comma
    root = sentence.root
    if root.i > verb.i and root.pos_ == "VERB":  # "..., X said, a day after Y had done it": the last clause was taken for the main one
        first = [t for t in root.children if t.i < comma.i and t.pos_ == "VERB" and t.dep_ in {"ccomp", "advcl", "parataxis"}]
        return first[-1] if first and verb.head == root else None
    if root != verb:
        return root if root.i < comma.i and root.pos_ in {"VERB", "AUX"} and not _within(root, closing) else None
    below = [c for c in verb.children if c.i < comma.i and c.pos_ in {"VERB", "AUX"} and c.dep_ in {"ccomp", "parataxis", "advcl"}]
    plain = [c for c in below if c.dep_ != "advcl" or not syntax.children(c, "mark")]
    if plain:
        return plain[-1]
    subjects = [t for t in syntax.children(verb, "nsubj", "nsubjpass") if t.i < comma.i]
    taken = [c for s in subjects for c in s.children if c.dep_ == "acl" and c.tag_ in {"VBN", "VBD"} and not syntax.children(c, "agent")]
    return taken[-1] if taken else None


def _within(token: Token, closing: _Closing) -> bool:
    return closing.comma.i < token.i < closing.verb.i


def _speaking(closing: _Closing) -> Token | None:
    """The head of the speaker's name: of its words the first that hangs on one outside of them."""
    words = [t for t in closing.verb.doc[closing.first.i : closing.verb.i] if t.pos_ in _NAMING]
    own = [t for t in words if t.head == closing.verb and t.dep_ in {"nsubj", "nsubjpass"}]
    return own[0] if own else next((t for t in words if not _within(t.head, closing)), None)


def _give_back(subject: Token, said: Token) -> None:
    """A subject before the comma belongs to what is said: it does it, or, behind a verb without one, is its object."""
    if subject.i < said.i:
        _set(subject, said, "nsubj")
        said.tag_ = "VBD" if said.tag_ == "VBN" else said.tag_
    elif not syntax.children(said, "dobj"):
        _set(subject, said, "dobj")


def _set(token: Token, head: Token, dep: str) -> None:
    token.head = head
    token.dep_ = dep
