"""One sentence with everything the builders need: parse, amounts, times, triggers, and how it is put forward."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from warledger.base.spans import Span
from warledger.base.times import Interval
from warledger.records.gap import Refusal
from warledger.stages.claims.attribution import Attribution
from warledger.stages.claims.memory import Name
from warledger.stages.claims.quantities import Amount
from warledger.stages.claims.triggers import Trigger

#: Relations of a moment that counts from an event ("two days after the raid"): the day reached, and the day of the raid.
COUNTED, BEHIND = "counted", "behind"


@dataclass(frozen=True)
class Moment:
    """A time expression of the sentence, resolved. `span` points into the document; `since` is from its first day on."""

    span: Span
    interval: Interval
    relation: str
    since: Interval | None = None


@dataclass
class Scene:
    """A sentence. `offset` is where its parsed text starts in the document; amounts and moments have document spans.

    `running` is the date the story stands at, `before` where the paragraph before it stood, `tells` whether the text tells a
    story, `first` whether it has named no day yet."""

    sentence: Sentence
    offset: int
    block: str
    span: Span
    quote: str
    amounts: list[Amount]
    moments: list[Moment]
    triggers: list[Trigger] = field(default_factory=list)
    running: Interval | None = None
    before: Interval | None = None
    tells: bool = False
    first: bool = False
    quoted: bool = False
    speaker: Name | None = None
    dropped: list[tuple[str, Refusal]] = field(default_factory=list)
    attributions: dict[int, Attribution] = field(default_factory=dict)

    def place_of(self, token: Token) -> Span:
        """The token's span in the document."""
        return Span(token.idx, token.idx + len(token.text)).shifted(self.offset)
