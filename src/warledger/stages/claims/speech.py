"""Quotations that run over sentences: who utters the words between the marks."""

from __future__ import annotations

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from warledger.records.vocab import Reporting
from warledger.stages.claims import syntax
from warledger.stages.claims.memory import Name
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.speakers import Speakers

_MARK = '"'


class Speech:
    """Tracks open quotation marks and the last speaker of one document."""

    def __init__(self, reporting: Reporting, namer: Namer, speakers: Speakers) -> None:
        self._reporting = reporting
        self._namer = namer
        self._speakers = speakers
        self._open = False

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
        if self._saying(sentence) is not None:
            return None, True  # the sentence names its own speaker
        return self._namer.memory.speaker, True

    def _saying(self, sentence: Sentence) -> Token | None:
        for token in sentence:
            if token.pos_ == "VERB" and token.lemma_ in self._reporting.inform:
                heads = syntax.own_subjects(token) or (syntax.subjects(token) if token.dep_ == "conj" else [])
                if heads and not any(h.lower_ in {"we", "i", "you"} for h in heads):
                    return token
        return None

    def heard(self, sentence: Sentence, quoted: Name | None) -> None:
        """Remember who spoke, for the quotation that goes on; `quoted` is who utters the whole sentence, if it is a quotation."""
        if quoted is not None:
            return
        self._speakers.heard(sentence)
        verb = self._saying(sentence)
        names = self._speakers.of(verb) if verb is not None else []
        if names or self._speakers.spoke is not None:
            self._namer.memory.speaker = names[0] if names else self._speakers.spoke
