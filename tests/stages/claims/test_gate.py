"""The relevance gate: nothing that can give a record is skipped, and prose about something else is."""

from __future__ import annotations

from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from tests.stages.claims.reports import reader_with, report
from warledger.base.inflection import forms
from warledger.pipeline.vocabulary import WordLists
from warledger.records.document import BlockKind, Document
from warledger.records.reason import GapReason
from warledger.records.vocab import parse_frames
from warledger.stages.claims.gate import Gate, words_in
from warledger.stages.claims.reader import ClaimReader, Model

LISTS = WordLists.packaged()
WORDS = LISTS.claims
assert WORDS.gate is not None
GATE = Gate(WORDS, WORDS.gate, LISTS.grammars.quantities, LISTS.grammars.times)
IRREGULAR = WORDS.gate.irregular
PATTERNS = sorted(
    {pattern.words for table in (WORDS.frames.by_verb, WORDS.frames.by_noun) for rows in table.values() for pattern in rows}
    | {act.words for rows in WORDS.reporting.acts.values() for act in rows}
    | {(verb,) for verb in WORDS.reporting.inform}
)
MATCH = (
    "The {} opened on a warm evening, and the crowd found its seats while the players warmed up on the grass.",
    "Her side was quick on the ball and patient without it, which pleased the old men by the touchline.",
    "He thought that the second half had been the better one, and few would have said otherwise.",
    "The trainer was calm all evening and spoke of the weeks to come rather than of the table.",
)


def parsed(text: str) -> str:
    """What of a report the parser gets."""
    document = report(text)
    return " ".join(block.span.of(text) for block in GATE.plan(document, document.blocks).parsed)


def about_sport(*also: str) -> str:
    """A text about something else of more than 200 words, with some more sentences at its end."""
    return " ".join([*(s.format("season") for s in MATCH * 4), *also])


@pytest.mark.parametrize("words", PATTERNS, ids=" ".join)
def test_every_form_of_every_trigger_passes(words: tuple[str, ...]) -> None:
    rest = " ".join(words[1:])
    for form in forms(words[0], IRREGULAR):
        assert GATE.has_trigger("", words_in(f"{form} {rest}")), form


def test_every_form_the_model_leads_back_to_a_trigger_is_known(nlp: Language) -> None:
    tables = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_exc")  # type: ignore[attr-defined]
    single = {words[0] for words in PATTERNS if len(words) == 1}
    led = {form for kind in ("verb", "noun") for form, lemmas in tables[kind].items() if set(lemmas) & single and form.isalpha()}
    assert len(led) > 50
    coin = {"bani"}  # the plural of a coin called ban
    assert not {form for form in led - coin if not GATE.has_trigger("", words_in(form))}


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(PATTERNS),
    st.lists(st.sampled_from("the old river ran quietly past nine mills and a green door".split()), max_size=12),  # noqa: SIM905
    st.integers(0, 12),
    st.booleans(),
)
def test_a_sentence_with_a_trigger_is_never_skipped_in_a_text_about_conflict(
    words: tuple[str, ...], around: list[str], at: int, capital: bool
) -> None:
    sentence = " ".join([*around[:at], *words, *around[at:]])
    said = (sentence.capitalize() if capital else sentence) + "."
    text = f"Rebels shelled the barracks during the siege.\n{said}"
    assert said in parsed(text)


@pytest.mark.parametrize(
    "sentence",
    [
        "Two soldiers were killed in an ambush near Orvane.",
        "A car bomb killed 12 people in the market of Varno.",
        "Militants took the town of Sull in spring.",
        "Shelling destroyed the old bridge.",
        "In 1944 the army captured Port Hale.",
        "The siege of Mirrow lasted two years.",
    ],
)
def test_a_sentence_of_war_is_read_in_a_text_about_something_else(sentence: str) -> None:
    assert sentence in parsed(about_sport(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "She captured the title and lifted the cup.",
        "The visitors attacked from the first minute.",
        "He shot wide of the post.",
        "They defeated the champions and returned home on Sunday.",
        "The minister said that the rates would stay where they are.",
        "The firm withdrew its offer and left the talks.",
        "Fold in the flour, beat the eggs and leave the dough to rest.",
    ],
)
def test_sport_and_business_are_passed_over_and_counted(sentence: str) -> None:
    text = about_sport(sentence)
    document = report(text)
    plan = GATE.plan(document, document.blocks)
    assert sentence not in parsed(text)
    assert sentence in [span.of(text).strip() for span in plan.passed]


def test_the_sentence_before_is_read_too_for_its_names() -> None:
    text = about_sport("It rained.", "The Third Brigade came by the river.", "Its soldiers killed nine farmers.", "The grapes were good.")
    read = parsed(text)
    assert read == "The Third Brigade came by the river. Its soldiers killed nine farmers. "


def test_a_sentence_that_names_its_own_is_read_alone() -> None:
    assert parsed(about_sport("It rained.", "Soldiers killed nine farmers.")) == "Soldiers killed nine farmers."


def test_pieces_are_the_whole_block_in_order() -> None:
    text = about_sport("Two soldiers were killed in an ambush near Orvane.", "It rained.", "Rebels fled to Sull.", "It rained again.")
    document = report(text)
    pieces = [block.span for block, _ in GATE.plan(document, document.blocks).pieces]
    assert pieces[0].start == 0
    assert pieces[-1].end == len(text)
    assert all(a.end == b.start for a, b in pairwise(pieces))


def test_a_note_is_never_judged_by_its_subject() -> None:
    text = "The minister said that the rates would stay where they are."
    assert parsed(text) == text


def test_blocks_without_a_trigger_are_left_in_a_text_about_conflict() -> None:
    text = "Rebels shelled the barracks of Orvane.\nIt was a warm and cloudy evening there.\nNine soldiers were wounded."
    assert parsed(text) == "Rebels shelled the barracks of Orvane. Nine soldiers were wounded."


@pytest.mark.parametrize("text", ["About 40 tanks stood there.", 'Quiet, "a bad sign" to some.', "There were several villagers."])
def test_counts_and_quotations_pass(text: str) -> None:
    assert GATE.has_trigger(text, words_in(text))


def test_titles_and_initials_end_no_sentence() -> None:
    text = "Gen. A. Marrow left. He was old."
    assert [span.of(text) for span in GATE.sentences(text)] == ["Gen. A. Marrow left. ", "He was old."]


def test_headings_are_not_parsed() -> None:
    text = "Fighting\nRebels shelled the barracks of Orvane."
    document = report(text, kinds={0: BlockKind.HEADING})
    assert [b.span.of(text) for b in GATE.plan(document, document.blocks).parsed] == ["Rebels shelled the barracks of Orvane."]


def test_a_monitors_own_frame_passes_at_once() -> None:
    own = '[[frame]]\nid = "event.own"\nkind = "event"\nset = { type = "Attack" }\nverbs = ["defenestrate"]\n'
    frames = parse_frames(LISTS.text("frames.toml"), own)
    assert WORDS.gate is not None
    words = type(WORDS)(frames, WORDS.nouns, WORDS.reporting, WORDS.modality, WORDS.demonyms)
    gate = Gate(words, WORDS.gate, LISTS.grammars.quantities, LISTS.grammars.times)
    assert gate.has_trigger("Some were defenestrated.", words_in("Some were defenestrated."))
    assert gate.is_told("Soldiers defenestrated him.", words_in("Soldiers defenestrated him."))


@pytest.fixture(scope="module")
def readers(model: Model) -> tuple[ClaimReader, ClaimReader]:
    """One that parses what the gate lets through, one that parses everything."""
    whole = msgspec.structs.replace(WORDS, gate=None)
    return reader_with(model, WORDS), reader_with(model, whole)


def test_the_gate_changes_no_record_of_a_report_on_fighting(readers: tuple[ClaimReader, ClaimReader]) -> None:
    text = (
        "On 3 March 2030 rebels captured Tessk from the army.\nThe weather was mild.\nThe day after was quiet.\n"
        'The army\'s spokesman, Ann Quill, said: "We have lost nine men.\nThey were brave."\n'
        "Shelling killed at least 12 civilians in Orvane."
    )
    document = report(text, genre="encyclopaedia")
    gated, whole = (next(iter(reader.read([document]))) for reader in readers)
    assert gated.claims == whole.claims
    assert len(gated.claims) >= 3
    assert gated.passed == 0


def test_a_text_about_something_else_gives_one_gap_that_counts(readers: tuple[ClaimReader, ClaimReader]) -> None:
    (reading,) = readers[0].read([report(about_sport("She captured the title.", "He shot wide."))])
    assert reading.claims == ()
    (gap,) = reading.gaps
    assert gap.refusal.reason is GapReason.OFF_TOPIC
    assert gap.trigger == f"{reading.passed} sentences"
    assert reading.passed >= 2


def test_a_block_with_a_date_is_parsed_in_a_text_about_conflict() -> None:
    text = "Rebels besieged Sull.\nSo it stood on 5 May 2029.\nIt was warm.\nGovernment forces shelled the rebels in Orvane."
    assert "5 May" in parsed(text)
    assert "warm" not in parsed(text)


def test_an_empty_document_is_read() -> None:
    empty = Document("d-0", "e.txt", "", "txt", "", (), report("x").meta)
    assert GATE.plan(empty, ()).pieces == ()
