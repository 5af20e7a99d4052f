"""Who holds a place, told by the words that describe it: "the rebel-held town of X", "the rebel stronghold of X"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from warledger.records.claim import Control, Modality
from warledger.records.vocab import Nouns
from warledger.stages.claims import phrases, syntax
from warledger.stages.claims.attribution import Attribution
from warledger.stages.claims.classes import Class
from warledger.stages.claims.draft import Draft, explain, texts
from warledger.stages.claims.memory import Name
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.places import listed_places
from warledger.stages.claims.scene import Scene

#: Classes of those who can hold a place.
FIGHTERS = frozenset({Class.ARMED, Class.POLITICAL, Class.NAME, Class.COUNTRY, Class.PRONOUN, Class.WEAPON})
_HYPHENS = frozenset({"-", "–"})
_LEFT = frozenset({"npadvmod", "nsubj", "compound", "nmod", "amod", "advmod"})


def held_places(scene: Scene, namer: Namer, nouns: Nouns) -> Iterator[Draft]:
    """The places of a sentence that a participle or a noun says somebody holds."""
    for token in scene.sentence:
        if token.lower_ in nouns.held and token.tag_ in {"VBN", "VBD", "JJ"}:
            yield from _by_participle(token, namer)
        elif token.lemma_.lower() in nouns.stronghold:
            yield from _by_noun(token, namer)


def _by_participle(token: Token, namer: Namer) -> Iterator[Draft]:
    holder = _before(token, namer)
    if holder is None or token.dep_ not in {"amod", "acl", "nmod", "compound"}:
        return
    heads = [h for h in listed_places(token.head) if h.i > token.i]
    first = [c for c in token.head.lefts if c.i > token.i and c.dep_ in {"nmod", "compound"} and _listed_before(c)]
    yield from _held(token, [holder], [*(_bare(c, namer) for c in first), *_named(heads, namer)], namer, "holding participle")


def _listed_before(token: Token) -> bool:
    """Whether a comma cuts the token off from the head it hangs on: "rebel-held A, B and C"."""
    return phrases.named(token) and token.nbor(1).text == ","


def _bare(token: Token, namer: Namer) -> Name:
    return Name(token.text, namer.span(token, token))


def _named(heads: list[Token], namer: Namer) -> list[Name]:
    """The places by name; an area that is held lies in the place its phrase names."""
    found: list[Name] = []
    for head in heads:
        names = namer.places(_inside(head), loose=True) if not phrases.named(head) else []
        found += [n for n in names or namer.places([head], loose=True) if n.text not in {f.text for f in found}]
    return [_bare_name(n) for n in found]


def _inside(head: Token) -> list[Token]:
    phrases_of = syntax.obliques(head)
    return next((phrases_of[p] for p in ("in", "of", "outside", "near") if phrases_of.get(p)), [])


def _bare_name(name: Name) -> Name:
    """The name behind a comma, and behind the participle itself ("rebel-held east")."""
    text = name.text.rpartition(", ")[2]
    first, blank, rest = text.partition(" ")
    return Name(rest if blank and "-" in first and first[:1].islower() else text, name.span, name.how)


def _before(token: Token, namer: Namer) -> Token | None:
    """Who stands before the participle: "rebel-held", "Russian occupied"."""
    if token.i < token.sent.start + 1:
        return None
    before = token.nbor(-1)
    if before.text in _HYPHENS and before.i > token.sent.start:
        return before.nbor(-1)
    return before if before.dep_ == "npadvmod" or before.text in namer.demonyms else None


def _by_noun(token: Token, namer: Namer) -> Iterator[Draft]:
    before = [c for c in token.lefts if c.dep_ in _LEFT | {"poss"} and not (c.text in namer.demonyms and token.lemma_ == "enclave")]
    holders = [_possessor(c, token) for c in sorted(before, key=lambda c: c.text in namer.demonyms)]
    around = syntax.obliques(token)
    inside = around.get("of") or around.get("in") or around.get("at") or [c for c in token.children if c.dep_ == "appos"]
    heads = inside or ([token.head] if token.dep_ == "appos" else [])
    places = namer.places([t for h in heads for t in listed_places(h)], loose=True)
    yield from _held(token, holders, places, namer, "stronghold noun")


def _possessor(token: Token, held: Token) -> Token:
    """Who "their" is in "the leadership in their stronghold"."""
    over = held.head.head if held.dep_ == "pobj" else held
    return over if token.pos_ == "PRON" and over.pos_ in {"NOUN", "PROPN"} and over != held else token


def _held(anchor: Token, holders: list[Token], places: list[Name], namer: Namer, rule: str) -> Iterator[Draft]:
    names = [n for h in holders for n in _holder(h, namer)]
    for place in places if names else []:
        draft = control_draft(anchor, rule, "holds", (names[:1], [], place), state=True)
        draft.attribution = Attribution((), Modality.ASSERTED, None)  # who describes a place so takes it for granted, whoever speaks
        yield draft


def _holder(token: Token, namer: Namer) -> list[Name]:
    """The holder a modifier names ("rebel", "government", "American")."""
    country = namer.demonyms.get(token.text)
    if country:
        return [Name(country, namer.span(token, token), "demonym")]
    if namer.classifier.of(token) is Class.PRONOUN:
        return namer.actors([token])
    found = [namer.name(token, long=False)] if namer.classifier.of(token) in FIGHTERS else namer.actors([token])
    named = token.text[:1].isupper() and token.i + 1 < len(token.doc) and token.nbor(1).text in _HYPHENS
    return found or ([Name(token.text, namer.span(token, token), "before the participle")] if named else [])


def control_draft(anchor: Token, rule: str, mode: str, who: tuple[list[Name], list[Name], Name], *, state: bool = False) -> Draft:
    """The draft of one place: `who` gains it, who loses it, and the place."""
    gained, lost, place = who
    content = Control(mode, texts(gained), texts(lost))
    why = {
        "gained_by": explain(rule, gained, "who does it"),
        "lost_by": explain(rule, lost, "from whom"),
        "places": explain(rule, [place], "what it is done to"),
    }
    names = {"gained_by": tuple(gained), "lost_by": tuple(lost)}
    return Draft(content, anchor, rule, (place,), names, why, state=state)
