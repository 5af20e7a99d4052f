"""The time expressions of a parsed sentence, resolved in reading order: which move the story on and which are background."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from warledger.base.spans import Span
from warledger.base.times import Basis, Interval, Precision
from warledger.stages.claims import syntax
from warledger.stages.claims.dates import TimeExpression
from warledger.stages.claims.narrative import Narrative
from warledger.stages.claims.scene import BEHIND, COUNTED, Moment
from warledger.stages.claims.tense import Tense, tense_of

#: What is told behind these words happened before, or is not told to have happened on that day.
_BACKGROUND = frozenset({"after", "following", "since", "before", "despite", "until"})
_FINITE = frozenset({"relcl", "acl"})
_WITHIN_NAME = frozenset({"compound", "nmod", "amod", "poss", "nummod"})


class Moments:
    """Reads the times of one document's sentences; `planning` are words whose infinitive is yet to be done."""

    def __init__(self, narrative: Narrative, planning: frozenset[str]) -> None:
        self._narrative = narrative
        self._planning = planning

    def of(self, sentence: Sentence, times: Sequence[TimeExpression], offset: int) -> list[Moment]:
        """The sentence's times that the context fixes; `offset` is where the parsed text begins in the document."""
        found: list[Moment] = []
        counted = [t for t in times if t.from_event]
        for expression in times:
            if not expression.from_event:
                found.extend(self._plain(sentence, expression, offset))
        for expression in counted:
            found.extend(self._counted(expression, offset, found[0].interval if found else None))
        return found

    def _plain(self, sentence: Sentence, expression: TimeExpression, offset: int) -> Iterator[Moment]:
        token = head_of(sentence, expression.span)
        moves = not self._background(token)
        before = tense_of(token) is Tense.BEFORE
        interval = self._narrative.see(expression, moves=moves, before=before, future=self._to_come(token))
        if interval is not None:
            yield Moment(expression.span.shifted(offset), interval, str(expression.relation), self._onward(interval))

    def _counted(self, expression: TimeExpression, offset: int, own: Interval | None) -> Iterator[Moment]:
        """ "Two days after the raid": `own` is the day the sentence gives itself, from which the raid is then counted back; in a
        story without one the raid was told last, and the clause stands two days on; the news counts back from its own day."""
        span = expression.span.shifted(offset)
        if own is None and self._narrative.narrative:
            last, reached = self._narrative.context().current, self._narrative.see(expression)
            if last is not None and reached is not None:
                yield Moment(span, reached, COUNTED)
                yield Moment(span, msgspec.structs.replace(last, basis=Basis.NARRATIVE, words=expression.words), BEHIND)
            return
        behind = self._narrative.behind(expression, own)
        if behind is not None:
            yield Moment(span, behind, BEHIND)

    def _onward(self, interval: Interval) -> Interval | None:
        """From the interval's first day to the day of the report: what "since ..." makes of it."""
        published = self._narrative.published
        if interval.start is None or published is None or interval.start > published:
            return None
        return Interval(interval.start, published, Precision.OPEN, interval.basis, interval.words)

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
        return verb.tag_ == "VB" and verb.dep_ in {"xcomp", "advcl", "acl", "ccomp"} and above.lemma_.lower() in self._planning


def _steps(token: Token) -> Iterable[tuple[Token, Token]]:
    below = token
    for above in syntax.ancestors(token):
        yield below, above
        below = above


def head_of(sentence: Sentence, span: Span) -> Token:
    """The token over the words at `span` of the parsed text: the one whose head stands outside."""
    inside = [t for t in sentence if t.idx < span.end and t.idx + len(t.text) > span.start]
    return next((t for t in inside if t.head == t or t.head not in inside), inside[0] if inside else sentence[-1])
