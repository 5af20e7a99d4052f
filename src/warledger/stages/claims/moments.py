"""The time expressions of a parsed sentence, resolved in reading order: which move the story on and which are background."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from warledger.base.spans import Span
from warledger.stages.claims import syntax
from warledger.stages.claims.dates import TimeExpression
from warledger.stages.claims.narrative import Narrative
from warledger.stages.claims.scene import Moment
from warledger.stages.claims.tense import Tense, tense_of

#: What is told behind these words happened before, or is not told to have happened on that day.
_BACKGROUND = frozenset({"after", "following", "since", "before", "despite", "until"})
_FINITE = frozenset({"relcl", "acl"})
_WITHIN_NAME = frozenset({"compound", "nmod", "amod", "poss", "nummod"})


class Moments:
    """Reads the times of one document's sentences; `planning` are verbs whose infinitive is yet to be done."""

    def __init__(self, narrative: Narrative, planning: frozenset[str]) -> None:
        self._narrative = narrative
        self._planning = planning

    def of(self, sentence: Sentence, times: Iterable[TimeExpression], offset: int) -> list[Moment]:
        """The sentence's times that the context fixes; `offset` is where the parsed text begins in the document."""
        found = []
        for expression in times:
            token = head_of(sentence, expression.span)
            moves = not self._background(token)
            before = tense_of(token) is Tense.BEFORE
            interval = self._narrative.see(expression, moves=moves, before=before, future=self._to_come(token))
            if interval is not None:
                found.append(Moment(expression.span.shifted(offset), interval, str(expression.relation)))
        return found

    def _background(self, token: Token) -> bool:
        """Whether the words stand in a relative clause, behind "after the ...", or inside the name of something."""
        if token.dep_ in _WITHIN_NAME and token.head.pos_ in {"NOUN", "PROPN"}:
            return self._narrative.narrative or token.head.dep_ not in syntax.SUBJECTS
        for below, above in _steps(token):
            if above.dep_ in _FINITE and above.pos_ in {"VERB", "AUX"}:
                return True
            if above.lower_ in _BACKGROUND and above.pos_ in {"ADP", "SCONJ", "VERB"} and below != token:
                return True
        return False

    def _to_come(self, token: Token) -> bool:
        """Whether the clause of the words is in the future, or an infinitive under a verb of planning."""
        verb = syntax.clause_verb(token)
        if tense_of(verb) is Tense.FUTURE:
            return True
        above = verb.head
        return verb.tag_ == "VB" and verb.dep_ in {"xcomp", "advcl", "acl"} and above.lemma_.lower() in self._planning


def _steps(token: Token) -> Iterable[tuple[Token, Token]]:
    below = token
    for above in syntax.ancestors(token):
        yield below, above
        below = above


def head_of(sentence: Sentence, span: Span) -> Token:
    """The token over the words at `span` of the parsed text: the one whose head stands outside."""
    inside = [t for t in sentence if t.idx < span.end and t.idx + len(t.text) > span.start]
    return next((t for t in inside if t.head == t or t.head not in inside), inside[0] if inside else sentence[-1])
