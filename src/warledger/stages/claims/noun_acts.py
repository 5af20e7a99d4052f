"""Acts told by a noun: "a call by Tarin for a truce", "Norway's criticism of the army", "talks between A and B"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from warledger.records.vocab import Reporting
from warledger.stages.claims import syntax
from warledger.stages.claims.acts import Meaning, match_act
from warledger.stages.claims.classes import Class
from warledger.stages.claims.memory import Name
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.phrases import named
from warledger.stages.claims.speakers import Speakers
from warledger.stages.claims.targets import Targets

_DOERS = frozenset({Class.ARMED, Class.POLITICAL, Class.PERSON, Class.NAME, Class.COUNTRY})
#: Acts whose noun names the doer behind "of": "with the backing of the government".
_DONE_OF = frozenset({"SUPPORT", "AID"})
_TAIL = frozenset({"from", "by"})


class NounActs:
    """Finds acts that nouns tell in one document."""

    def __init__(self, namer: Namer, reporting: Reporting, speakers: Speakers, targets: Targets) -> None:
        self._namer = namer
        self._reporting = reporting
        self._speakers = speakers
        self._targets = targets

    def of(self, sentence: Sentence) -> Iterator[tuple[Meaning, list[Name], list[Name]]]:
        """Each act with who does it and whom it is directed at."""
        for noun in sentence:
            act = self._reporting.nouns.get(noun.lemma_.lower()) if noun.pos_ == "NOUN" else None
            if act is None or noun.dep_ in {"compound", "amod", "nmod"}:
                continue
            doers, rest = self._doers(noun, act)
            targets = rest or self._targets.behind(noun, act)
            if doers and (targets or act == "CONSULT"):
                yield Meaning(act, f"the noun {noun.lemma_.lower()}", noun), doers, targets

    def _doers(self, noun: Token, act: str) -> tuple[list[Name], list[Name]]:
        """Who does it, and of talks between two the other."""
        slots = syntax.obliques(noun)
        if act == "CONSULT" and len(slots.get("between", [])) > 1:
            names = self._speakers.names(self._able(slots["between"]))
            return names[:1], names[1:]
        owners = self._able([c for c in noun.children if c.dep_ == "poss"])
        behind = self._able([h for p in _TAIL for h in slots.get(p, [])])
        of = self._able(slots.get("of", [])) if act in _DONE_OF and noun.head.lower_ in {"with", "under", "without"} else []
        heads = owners or behind or of or self._carried(noun)
        names = self._speakers.names(heads) or ([] if act == "CONSULT" else self._nations(noun))
        return [Name(n.text.split(" for ")[0], n.span, n.how, n.affiliation) for n in names] if behind else names, []

    def _carried(self, noun: Token) -> list[Token]:
        """The subject of a light verb that the noun is the object of ("issued a warning to")."""
        verb = noun.head
        light = noun.dep_ == "dobj" and verb.pos_ == "VERB" and verb.lemma_.lower() in self._reporting.light
        if not light or match_act(verb, self._reporting) is not None or verb.tag_ == "VB":
            return []
        return self._able(syntax.agents(verb))

    def _nations(self, noun: Token) -> list[Name]:
        """ "U.N. sanctions", "Norwegian criticism"."""
        return self._namer.actors([c for c in noun.lefts if c.dep_ in {"amod", "compound", "nmod"} and self._nation(c)])

    def _nation(self, token: Token) -> bool:
        return token.text in self._namer.demonyms or (named(token) and self._namer.classifier.of(token) in {Class.POLITICAL, Class.COUNTRY})

    def _able(self, heads: Sequence[Token]) -> list[Token]:
        return [h for h in heads if self._namer.classifier.of(self._namer.meant(h)) in _DOERS and not self._namer.is_time(h)]
