"""What holds of every claim, whatever the text: exact words, stable ids, and no dependence on the order of reading."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.stages.claims.reports import Read, report
from warledger.records.claim import KINDS
from warledger.records.document import BlockKind
from warledger.stages.claims.ground import LONGEST_QUOTE
from warledger.stages.claims.reader import ClaimReader

REPORT = """The Free River Army (FRA) captured Orvane, Mirrow and the village of Brannock on 3 April 2030, the Mirrow Observatory said.
At least 31 people, including 11 children, were killed in a Russian airstrike on Port Hale. About 5,000 people were displaced.
“Our soldiers will not leave Varno,” Colonel Ilda Marsh said. She accused the rebels of aggression.
Turkey deployed 2,000 soldiers to Kellin. The government and the FRA signed a ceasefire agreement in Port Hale.
The Free River Army has 12,000 fighters. Clashes in Orvane killed 37 soldiers and 60 rebels."""

PIECES = st.sampled_from(
    [
        *REPORT.replace("\n", " ").split(". "),
        "rebels captured Varno",
        "at least 12 people were killed in Mirrow,",
        "the army said",
        "“We",
        '"',
        "’s",
        "...",
        "(FRA)",
        "\n",
        "\u00a0",
        "\u2028",
        "\r\n",
        "🜨",
        "e\u0301",
        "وارنو",
        "12,000",
        "on 31 April",
        "--",
        "https://example.org/a?b=c",
    ]
)
TEXTS = st.lists(st.one_of(PIECES, PIECES, st.text(st.characters(exclude_categories=["Cs"]), max_size=12)), max_size=12).map(" ".join)


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_every_claim_is_its_exact_words(reader: ClaimReader, text: str) -> None:
    document = report(text, published="2030-04-12")
    (reading,) = reader.read([document])
    assert reading.document == document.id
    for claim in reading.claims:
        assert claim.quote == claim.span.of(text)
        assert 0 < len(claim.quote) <= LONGEST_QUOTE
        assert claim.quote == claim.quote.strip()
        assert claim.kind in KINDS
        assert 0 < claim.confidence <= 1
        assert all(claim.document == document.id for claim in reading.claims)
        for mention in claim.mentions:
            assert mention.span is None or mention.span.end <= len(text)
    for gap in reading.gaps:
        assert gap.span.of(text).strip()
    assert len({c.id for c in reading.claims}) == len(reading.claims)
    assert list(reading.claims) == sorted(reading.claims, key=lambda c: (c.span, c.kind, c.id))


def test_the_report_gives_every_kind(read: Read) -> None:
    assert {c.kind for c in read(REPORT)} == set(KINDS)


def test_reading_again_gives_the_same_claims(reader: ClaimReader) -> None:
    document = report(REPORT, published="2030-04-12")
    assert list(reader.read([document])) == list(reader.read([document]))


def test_the_company_of_a_document_changes_nothing(reader: ClaimReader) -> None:
    documents = [report(line, name=f"{n}.txt", published="2030-04-12") for n, line in enumerate(REPORT.split("\n") * 3)]
    forwards = {r.document: r for r in reader.read(documents)}
    backwards = {r.document: r for r in reader.read(reversed(documents))}
    alone = {d.id: next(iter(reader.read([d]))) for d in documents}
    assert len(forwards) == len(documents)
    assert forwards == backwards == alone


def test_readings_come_in_the_order_of_the_documents(reader: ClaimReader) -> None:
    documents = [report("Rebels captured Varno.", name=f"{n}.txt") for n in range(20)]
    assert [r.document for r in reader.read(documents)] == [d.id for d in documents]


def test_one_text_under_two_names_gives_two_sets_of_ids(reader: ClaimReader) -> None:
    here, there = reader.read([report(REPORT, name="a.txt"), report(REPORT, name="b.txt")])
    assert [c.content for c in here.claims] == [c.content for c in there.claims]
    assert not {c.id for c in here.claims} & {c.id for c in there.claims}


def test_a_text_with_nothing_in_it_gives_nothing(reader: ClaimReader) -> None:
    (reading,) = reader.read([report("")])
    assert (reading.claims, reading.gaps) == ((), ())


def test_a_sentence_told_twice_is_grounded_twice(read: Read) -> None:
    text = "Rebels captured Varno.\nRebels captured Varno."
    claims = read(text)
    assert [c.span.start for c in claims] == [0, text.rindex("Rebels")]
    assert claims[0].id != claims[1].id


def test_long_sentences_are_cut_around_the_word_that_tells(read: Read) -> None:
    long = "In the valley where the mills stand, " * 30
    text = f"{long}rebels captured Varno, {long}and the river was high."
    claims = [c for c in read(text) if c.kind == "control"]
    assert claims
    for claim in claims:
        assert "captured" in claim.quote
        assert len(claim.quote) <= LONGEST_QUOTE
        assert claim.quote == claim.span.of(text)


def test_typographic_marks_do_not_shift_the_words(read: Read) -> None:
    text = "“Quiet” — so the ‘mayor’ said…\u00a0\nRebels’ allies say little. Rebels captured\u00a0Varno."
    (claim,) = [c for c in read(text) if c.kind == "control"]
    assert claim.quote == "Rebels captured\u00a0Varno."
    assert claim.places == ("Varno",)


def test_credit_lines_are_not_read_and_headings_claim_nothing(read: Read) -> None:
    text = "Rebels captured Varno.\nRebels captured Orvane."
    assert [c.places for c in read(text, kinds={0: BlockKind.CREDIT})] == [("Orvane",)]
    assert [c.places for c in read(text, kinds={0: BlockKind.HEADING})] == [("Orvane",)]


def test_the_kind_of_block_goes_with_the_claim(read: Read) -> None:
    text = "Rebels captured Varno.\nRebels captured Orvane."
    assert [c.block for c in read(text, kinds={0: BlockKind.TITLE})] == ["title", "paragraph"]


def test_what_gave_nothing_is_counted(reader: ClaimReader) -> None:
    text = "The committee captured the mood of the meeting."
    (reading,) = reader.read([report(text)])
    assert reading.claims == ()
    assert [(g.trigger, g.span.of(text)) for g in reading.gaps] == [("capture", text)]
