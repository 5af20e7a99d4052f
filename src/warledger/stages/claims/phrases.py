"""Noun phrases as names: what a head noun's words are, without what merely hangs on it."""

from __future__ import annotations

import re
from itertools import pairwise

from spacy.tokens import Token

from warledger.base.spans import Span
from warledger.stages.claims.syntax import grammar, swallowed

_LEFT = frozenset(
    {"amod", "compound", "poss", "nmod", "advmod", "npadvmod", "quantmod", "punct", "det", "nummod", "case", "predet", "npmod", "neg"}
)
_NAME_PREPOSITIONS = frozenset({"of", "for"})
_LINK_PREPOSITIONS = frozenset({"of", "for", "from", "to", "at", "with"})
_EDGES = ' \t\r\n,;:.!?"“”‘()[]–—-'
_DETERMINERS = re.compile(
    r"^(?:how many|the|a|an|these|those|this|that|some|other|another|its|their|his|her|"
    r"our|my|several|many|numerous|multiple|both|all|any|each|every|more|such|most)\s+",
    re.IGNORECASE,
)
_QUOTES = re.compile(r"[\"“”]")
_POSSESSIVE_END = re.compile(r"['’]s?$")
#: What stands between a number and the body whose size it tells ("a 500-strong force").
_STRONG = frozenset({"-", "strong"})


def named(token: Token) -> bool:
    """Whether the token is part of a proper name by its shape and tag."""
    return token.pos_ == "PROPN" or (token.is_title and token.pos_ in {"NOUN", "ADJ", "X"} and not token.is_sent_start)


def phrase_tokens(head: Token, *, long: bool = True, within: bool = False) -> list[Token]:
    """The words of the noun phrase in text order: left modifiers, the head, and the prepositional phrases that are part of its name.

    `long` also keeps phrases that narrow a common noun ("fighters from the north", "spokesman for the army"), `within` also those
    that say where it lies ("areas in the south").
    """
    left = [t for c in head.lefts if c.dep_ in _LEFT and not swallowed(c) for t in c.subtree if not t.is_space]
    tokens = _glued([*_contiguous_left(left, head), head])
    return tokens + (_right_part(head, long, within) if tokens[-1] == head else [])


def _glued(tokens: list[Token]) -> list[Token]:
    """The tokens with what hyphens tie to them in a name ("Khor al-Amur"): the parser cuts names at a hyphen and may take the halves
    for a list."""
    first, last = tokens[0], tokens[-1]
    doc = first.doc
    while first.i >= 2 and _ties(doc[first.i - 1]):
        first = doc[first.i - 2]
    while last.i + 2 < len(doc) and _ties(doc[last.i + 1]):
        last = doc[last.i + 2]
    if first.i < tokens[0].i:
        more = _contiguous_left([t for c in first.lefts if c.dep_ in {"compound", "nmod"} for t in c.subtree], first)
        return [*more, *doc[first.i : last.i + 1]]
    return [*tokens, *doc[tokens[-1].i + 1 : last.i + 1]]


def _ties(hyphen: Token) -> bool:
    """Whether the token is a hyphen inside a name: no blanks about it, a capital after it, and a capital or an article before it."""
    if hyphen.text != "-" or hyphen.whitespace_ or hyphen.i == 0 or hyphen.i + 1 >= len(hyphen.doc):
        return False
    before, after = hyphen.nbor(-1), hyphen.nbor(1)
    return not before.whitespace_ and after.text[:1].isupper() and (before.text[:1].isupper() or len(before.text) == 2)


def _contiguous_left(tokens: list[Token], head: Token) -> list[Token]:
    kept: list[Token] = []
    at = head.i - 1
    for token in reversed(tokens):
        if token.i != at:
            break
        kept.append(token)
        at -= 1
    return kept[::-1]


def _right_part(head: Token, long: bool, within: bool) -> list[Token]:
    tokens: list[Token] = []
    for child in head.rights:
        if child.dep_ == "case":
            continue
        if child.dep_ in {"compound", "nummod", "flat"} and child.i == head.i + len(tokens) + 1:
            tokens.append(child)
            continue
        behind = long and not tokens and child.i == head.i + 1 and child.dep_ in {"amod", "acl", "relcl"}
        if behind and child.lower_ in grammar(child).allied:
            return _tied(child)
        if child.dep_ != "prep" or child.i != head.i + len(tokens) + 1:
            break
        keeps = _LINK_PREPOSITIONS | {"in"} if within else _LINK_PREPOSITIONS
        keeps = keeps if long and not named(head) else _NAME_PREPOSITIONS
        part = _short_prepositional(child)
        armed_with = child.lower_ == "with" and part and not named(part[-1])  # "rebels with rockets" are rebels
        if child.lower_ not in keeps or not part or armed_with or (named(head) and not any(named(t) for t in part)):
            break
        tokens.extend(part)
        break
    return tokens


def _tied(participle: Token) -> list[Token]:
    """ "(troops) loyal to X", "(fighters) backed by X": the words that tie them to a power."""
    for prep in participle.children:
        if prep.lower_ in {"to", "by", "with"} and prep.i == participle.i + 1:
            found = [participle, *_short_prepositional(prep)]
            return found if len(found) > 1 and _is_run(found) else []
    return []


def _short_prepositional(prep: Token) -> list[Token]:
    objects = [c for c in prep.children if c.dep_ == "pobj"]
    if not objects:
        return []
    inner = phrase_tokens(objects[0], long=False)
    extra: list[Token] = []
    if named(objects[0]):  # "Autonomous Administration of North and East X"
        extra = [
            t
            for c in objects[0].children
            if c.dep_ in {"cc", "conj"} and named(objects[0]) and named(prep.head)
            for t in c.subtree
            if t.i <= objects[0].i + 3
        ]
    found = [prep, *inner, *extra]
    return found if len(found) <= 9 and _is_run(found) else [prep, *inner] if len(inner) <= 8 and _is_run([prep, *inner]) else []


def _is_run(tokens: list[Token]) -> bool:
    return all(b.i == a.i + 1 for a, b in pairwise(tokens))


def words_of(tokens: list[Token]) -> tuple[str, Span]:
    """The text of a run of tokens and its span in the parsed text, stripped of punctuation and determiners at its edges."""
    doc = tokens[0].doc
    start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1].text)
    return tidy(doc.text, start, end)


def tidy(text: str, start: int, end: int) -> tuple[str, Span]:
    """The words of `[start, end)` without edge punctuation, leading determiners and a trailing possessive."""
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    found = True
    while found:
        while start < end and text[start] in _EDGES:
            start += 1
        match = _DETERMINERS.match(text[start:end])
        start += match.end() if match else 0
        found = match is not None
    tail = _POSSESSIVE_END.search(text[start:end])
    if tail and end - start > 3:
        end = start + tail.start()
    name = " ".join(_QUOTES.sub(" ", text[start:end]).split())
    return name, Span(start, max(start, end))


def without_numbers(tokens: list[Token]) -> list[Token]:
    """The tokens after leading counts and their hedges ("at least 37 soldiers" -> "soldiers")."""
    at = 0
    for index, token in enumerate(tokens[:-1]):
        if token.dep_ in {"nummod"} or (token.like_num and token.dep_ != "compound") or token.dep_ == "quantmod":
            at = index + 1
    while at and at < len(tokens) - 1 and tokens[at].lower_ in _STRONG:
        at += 1
    return tokens[at:]


def without_passing(tokens: list[Token]) -> list[Token]:
    """The tokens without an age or an opening adverb and participle ("newly formed"), which describe a moment and are no part of a name."""
    aged = max((i for i, t in enumerate(tokens[:-1]) if t.lower_ == "old" and i and tokens[i - 1].text == "-"), default=-1)
    tokens = tokens[aged + 1 :]
    while len(tokens) > 2:
        start = 1 if tokens[0].dep_ == "det" else 0
        if tokens[start].tag_ != "RB" or tokens[start + 1].tag_ not in {"VBN", "VBD", "JJ"} or len(tokens) < start + 3:
            break
        tokens = tokens[start + 2 :]
    return tokens
