"""Long passages in another language within an English report: read past, and told of."""

from __future__ import annotations

from warledger.records.document import RawDocument
from warledger.records.layout import Layout
from warledger.records.reason import Problem, Reason, Severity
from warledger.stages.cleaning.clean import clean

ENGLISH = (
    "Fighters of the Red Column took the town of Marrow on Tuesday, residents of the old quarter told the Tull Courier by telephone, "
    "and shops were closed until the evening because nobody knew who would come over the northern road."
)
FRENCH = (
    "Les combattants de la colonne rouge ont pris la ville mardi, ont raconté au journal des habitants de la vieille ville, "
    "et les magasins sont restés fermés toute la journée parce que personne ne savait qui viendrait par la route du nord."
)


def told(text: str, layout: Layout) -> tuple[Problem, ...]:
    document, problems = clean(RawDocument("a.txt", text.encode(), "txt", text=text), identify=identify, layout=layout)
    assert document is not None and document.text == text and document.language == "en"
    return problems


def identify(words: str) -> str:
    return "fr" if " les " in f" {words}" or " ont " in words else "en"


def test_a_long_passage_in_another_language_is_told_of_with_its_place(layout: Layout) -> None:
    text = "\n\n".join([ENGLISH, ENGLISH, FRENCH, FRENCH, ENGLISH, ENGLISH, ENGLISH])
    (problem,) = told(text, layout)
    start = text.index(FRENCH)
    assert (problem.reason, problem.severity) == (Reason.OTHER_LANGUAGE, Severity.NOTED)
    assert f"{start}-{start + 2 * len(FRENCH) + 2} " in problem.detail and "French (fr)" in problem.detail


def test_a_short_one_and_a_list_of_names_are_not_judged(layout: Layout) -> None:
    assert not told("\n\n".join([ENGLISH, FRENCH[:120], ENGLISH, ENGLISH]), layout)
    assert not told("\n\n".join([ENGLISH, ENGLISH, FRENCH.upper(), ENGLISH, ENGLISH]), layout)
