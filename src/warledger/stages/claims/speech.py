"""Quotations that run over sentences: who utters the words between the marks."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from warledger.records.claim import Statement
from warledger.records.provenance import Why
from warledger.records.vocab import Reporting
from warledger.stages.claims import syntax
from warledger.stages.claims.draft import Draft, explain
from warledger.stages.claims.memory import Name
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.scene import Scene

_MARK = '"'


class Speech:
    """Tracks open quotation marks and the last speaker of one document."""

    def __init__(self, reporting: Reporting, namer: Namer) -> None:
        self._reporting = reporting
        self._namer = namer
        self._open = False
        self._ahead: dict[int, Name] = {}

    def paragraph(self) -> None:
        """A new paragraph: a quotation left open goes on only when the paragraph opens with a mark again."""
        self._open = False

    def speaker_of(self, sentence: Sentence) -> tuple[Name | None, bool]:
        """The speaker of a sentence that stands inside a quotation, and whether it does."""
        inside = self._open or sentence.text.lstrip()[:1] == _MARK
        if sentence.text.count(_MARK) % 2:
            self._open = not self._open
        if not inside:
            return None, False
        said = self._saying(sentence)
        if said is not None:
            return None, True  # the sentence names its own speaker
        return self._namer.memory.speaker, True

    def _saying(self, sentence: Sentence) -> Token | None:
        return next((t for t in sentence if t.pos_ == "VERB" and t.lemma_ in self._reporting.inform and syntax.own_subjects(t)), None)

    def heard(self, sentence: Sentence, scene: Scene) -> None:
        """Remember who spoke, for the quotation that goes on."""
        verb = self._saying(sentence)
        if verb is not None and not scene.speaker:
            names = self._namer.actors(syntax.own_subjects(verb))
            if names:
                self._namer.memory.speaker = names[0]

    def quoted_statements(self, scene: Scene, told: Sequence[Token]) -> list[Draft]:
        """A quoted sentence that gave nothing else is a statement by its speaker."""
        if not scene.quoted or scene.speaker is None or told or len(scene.sentence) < 5:
            return []
        from warledger.stages.claims.statements import affiliation_of, content_of_quote

        act, target, rule = content_of_quote(scene.sentence.root, self._reporting, self._namer)
        speaker = scene.speaker
        content = Statement(
            speaker.text,
            affiliation_of(speaker, self._namer.memory, self._namer.demonyms),
            act,
            target,
            " ".join(scene.quote.split()[:14]).strip('"“” '),
        )
        why = {"act": Why(rule, scene.sentence.root.text), "speaker": explain("quotation goes on", [speaker], "speaker of the quotation")}
        return [Draft(content, scene.sentence.root, "statement.quoted", (), {"speaker": (speaker,)}, why)]
