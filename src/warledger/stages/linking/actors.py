"""Actor names of claims become keys that claims of one actor share, and registry names where the monitor has them.

Nothing but spelling, titles, articles, possessives and words such as "forces" is looked through: two names that differ by more
stay two actors unless the registry says otherwise.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from warledger.base.similarity import fold_name
from warledger.records.actor import Actor, ActorLink
from warledger.records.claim import Agreement, Claim, Control, Event, Movement, Statement, Strength, Toll
from warledger.records.place_words import ActorWords

_ARTICLE = re.compile(r"^(?:the|a|an|its|their|his)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")
#: "fighters of the X", and "X led by Y", in folded names.
_OF = re.compile(r"(\w+) (?:of|from) ")
_TIE = re.compile(r" (?:led|backed|supported|commanded) by | (?:loyal|allied) (?:to|with) ")
_REGISTRY, _WITHOUT_BODY, _GENERIC, _OWN = 1.0, 0.9, 0.3, 0.5


def link_actors(claims: Iterable[Claim], actors: Sequence[Actor], words: ActorWords) -> dict[tuple[str, str], ActorLink]:
    """A link for every (document id, actor name) of the claims: doers, targets, holders, speakers, sources and parties."""
    book = _ActorBook(actors, words)
    names = {(claim.document, name) for claim in claims for name in actor_names(claim)}
    return {(document, name): book.link(document, name) for document, name in sorted(names)}


def actor_names(claim: Claim) -> Iterator[str]:
    """Every name of an actor in the claim, whatever its field; empty strings are left out."""
    yield from (name for name in (*claim.said_by, *_content_names(claim)) if name)


def _content_names(claim: Claim) -> tuple[str, ...]:
    match claim.content:
        case Event(actors1=doers, actors2=targets):
            return (*doers, *targets)
        case Control(gained_by=gained, lost_by=lost):
            return (*gained, *lost)
        case Toll(by=by):
            return by
        case Strength(actor=actor):
            return (actor,)
        case Movement(actors1=doers):
            return doers
        case Statement(speaker=speaker, affiliation=affiliation, target=target):
            return (speaker, affiliation, *target)
        case Agreement(parties=parties):
            return parties


class _ActorBook:
    """The registry and the vocabulary by folded name. What a name is does not depend on the document, so each is worked out once."""

    def __init__(self, actors: Sequence[Actor], words: ActorWords) -> None:
        self._registry: dict[str, set[str]] = defaultdict(set)
        for actor in actors:
            for name in (actor.name, *actor.aliases):
                self._registry[fold_actor(name)].add(actor.name)
        self._generic = {fold_actor(name): key for name, key in words.generic.items()}
        self._bodies = frozenset(map(fold_name, words.bodies))
        self._titles = sorted((tuple(fold_name(t).split()) for t in words.titles), key=lambda t: (-len(t), t))
        self._known: dict[str, tuple[str, str | None, float, str]] = {}

    def link(self, document: str, name: str) -> ActorLink:
        if name not in self._known:
            self._known[name] = self._identify(name)
        key, canonical, score, why = self._known[name]
        return ActorLink(document, name, key, canonical, score, why)

    def _identify(self, name: str) -> tuple[str, str | None, float, str]:
        folded = fold_actor(name) or name.casefold().strip()
        for form, why, score in self._forms(folded):
            held = sorted(self._registry.get(form, ()))
            if len(held) == 1:
                return fold_actor(held[0]), held[0], score, f"{why} of {held[0]} in the registry"
            if held:
                return form, None, 0.0, f"a name of {len(held)} actors in the registry: {', '.join(held)}"
        if folded in self._generic:
            return fold_actor(self._generic[folded]), None, _GENERIC, "a description, not a name"
        untitled = self._untitled(folded)
        return untitled, None, _OWN, "its own name; not in the registry" + (", title left away" if untitled != folded else "")

    def _forms(self, folded: str) -> Iterator[tuple[str, str, float]]:
        yield folded, "a name", _REGISTRY
        untitled = self._untitled(folded)
        if untitled != folded:
            yield untitled, "a name, with a title,", _REGISTRY
        tokens = folded.split()
        while len(tokens) > 1 and tokens[-1] in self._bodies:
            tokens = tokens[:-1]
            yield " ".join(tokens), f"a name, with {folded.split()[len(tokens)]!r},", _WITHOUT_BODY
        if (body := _OF.match(folded)) and body[1] in self._bodies:
            yield fold_actor(folded[body.end() :]), f"a name, with {body[1]!r},", _WITHOUT_BODY
        if tie := _TIE.search(folded):
            yield folded[: tie.start()], f"a name, with {folded[tie.start() + 1 : tie.end() - 1]!r},", _WITHOUT_BODY

    def _untitled(self, folded: str) -> str:
        """Without offices and ranks in front, as long as two words of a name are left ("General Staff" is no general)."""
        tokens = tuple(folded.split())
        while (title := self._title(tokens)) and len(tokens) - len(title) > 1:
            tokens = tokens[len(title) :]
        return " ".join(tokens)

    def _title(self, tokens: tuple[str, ...]) -> tuple[str, ...]:
        return next((title for title in self._titles if tokens[: len(title)] == title), ())


def fold_actor(name: str) -> str:
    """The folded name without a leading article and without possessive endings."""
    return fold_name(_POSSESSIVE.sub("", _ARTICLE.sub("", name.strip())))
