"""Quotations that run over sentences."""

from __future__ import annotations

from tests.stages.claims.reports import Read, content, of_kind


def test_a_quotation_goes_on_with_its_speaker(read: Read) -> None:
    text = '"The rebels have captured Mirrow," a doctor said. "At least 40 people were killed. The road is closed."'
    claims = read(text)
    assert [c.said_by for c in of_kind(claims, "control")] == [("doctor",)]
    assert [(c.said_by, c.modality) for c in of_kind(claims, "event")] == [(("doctor",), "reported")]


def test_typographic_quotation_marks_are_marks(read: Read) -> None:
    text = "“The rebels have captured Mirrow,” a doctor said. “At least 40 people were killed.”"
    assert [c.said_by for c in of_kind(read(text), "event")] == [("doctor",)]


def test_behind_the_quotation_the_text_speaks_for_itself(read: Read) -> None:
    text = '"The rebels have captured Mirrow," a doctor said. At least 40 people were killed.'
    (event,) = of_kind(read(text), "event")
    assert (event.said_by, event.modality) == ((), "asserted")


def test_a_quoted_sentence_that_tells_nothing_else_is_a_statement(read: Read) -> None:
    text = 'Colonel Ilda Marsh condemned the rebels. "Our patience with them is at an end this spring."'
    said = [content((c,), "statement") for c in of_kind(read(text), "statement")]
    assert [(s.speaker, s.act) for s in said] == [("Ilda Marsh", "ACCUSE"), ("Ilda Marsh", "INFORM")]


def test_an_unclosed_quotation_ends_with_its_paragraph(read: Read) -> None:
    text = '"The rebels have captured Mirrow," a doctor said. "The road is closed.\nAt least 40 people were killed.'
    (event,) = of_kind(read(text), "event")
    assert event.said_by == ()
