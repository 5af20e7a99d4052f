"""Small made-up reports and the claims on them."""

from __future__ import annotations

from warledger.base.ids import content_id, digest
from warledger.base.spans import Span
from warledger.ledger.store import Ledger
from warledger.records.claim import Claim, Count, Event, claim_id
from warledger.records.document import Block, BlockKind, Document, Metadata
from warledger.records.gap import Gap

MAKER = "frames 1"
FOLDER = "reports"


def document(name: str, text: str, meta: Metadata = Metadata()) -> Document:  # noqa: B008
    """A plain text file as read."""
    data = text.encode()
    blocks = (Block(Span(0, len(text)), BlockKind.PARAGRAPH),) if text else ()
    return Document(content_id("d", name, digest(data)), name, digest(data), "txt", text, blocks, meta)


def claim(of: Document, quote: str, maker: str = MAKER, killed: int = 3) -> Claim:
    """An event at the first place where the words stand."""
    start = of.text.index(quote)
    span = Span(start, start + len(quote))
    content = Event("Attack", killed=(Count("people", killed, killed),))
    return Claim(claim_id(of.id, "event", span), of.id, span, quote, content, maker=maker)


def gap(of: Document, words: str) -> Gap:
    """A sentence that gave nothing."""
    start = of.text.index(words)
    return Gap(of.id, Span(start, start + len(words)), words.split()[0], "no actor")


def keep(ledger: Ledger, run: int, of: Document, *claims: Claim, maker: str = MAKER, location: str = FOLDER) -> None:
    """Records a reading without gaps."""
    ledger.record_reading(run, of, of.text.encode(), location, maker, claims, ())


def report(number: int) -> tuple[Document, list[Claim]]:
    """The `number`th report of a made-up war, and all it says."""
    sentences = [f"On day {day} of month {number} shells killed {day + 2} people in Oldmill." for day in range(5)]
    made = document(f"report-{number:04}.txt", " ".join(sentences), Metadata(title=f"Shells on Oldmill, part {number}"))
    return made, [claim(made, sentence) for sentence in sentences]


def start(ledger: Ledger) -> int:
    """Begins a run."""
    return ledger.begin_run(at="2024-05-01T10:00:00Z", versions={"maker": MAKER})
