"""Mends the parse of sentences whose verb was taken for a part of a name: "fighters led by the Orvane Front captured Sull"."""

from __future__ import annotations

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NAMES = frozenset({"NOUN", "PROPN"})


def find_lost_verb(sentence: Sentence) -> None:
    """Gives a sentence without a verb of its own the participle that stands between two names as one."""
    root = sentence.root
    if root.pos_ not in _NAMES or any(t.tag_ in _FINITE for t in sentence):
        return
    verb = next((t for t in sentence if _between_names(t, root)), None)
    if verb is not None:
        _raise(verb, root)


def _between_names(token: Token, root: Token) -> bool:
    """Whether a participle behind the subject and its own participle ("led by ...") stands right between two names."""
    if token.dep_ != "amod" or token.tag_ not in {"VBN", "VBD"} or token.i <= root.i or token.head.i != token.i + 1:
        return False
    before = next((t for t in reversed(list(token.sent)[: token.i - token.sent.start]) if not t.is_space), root)
    led = any(c.dep_ == "acl" and c.i < token.i for c in root.children)
    return led and before.pos_ == "PROPN" and before != root and token.head.pos_ == "PROPN"


def _raise(verb: Token, root: Token) -> None:
    """Makes the verb the root, what stood at the root its subject and what it was hung on its object."""
    taken = verb.head
    above, link = taken.head, taken.dep_
    left = [c for c in taken.children if c.i < verb.i and c.pos_ in _NAMES]
    verb.head = verb
    verb.dep_, verb.tag_ = "ROOT", "VBD"
    taken.head = verb
    taken.dep_ = "dobj"
    for name in left:
        name.head = above
        name.dep_ = link
    root.head = verb
    root.dep_ = "nsubj"
