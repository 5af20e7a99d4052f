"""Invented reports, their readers, and short forms of claims to compare with."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

from warledger.base.spans import Span
from warledger.pipeline.vocabulary import WordLists
from warledger.records.claim import Claim
from warledger.records.document import Block, BlockKind, Document, Metadata
from warledger.records.vocab import Vocabulary
from warledger.stages.claims.reader import ClaimReader, Model, spacy_parse

#: The gazetteer of the invented war: Varno is its country's capital, Tessk, Orvane and Sull are towns, Kellin is a province.
PLACES = frozenset({"Varno", "Lower Tessk", "Tessk", "Orvane", "Sull", "Kellin", "Mirrow", "Port Hale", "Brannock"})
COUNTRIES = frozenset({"russia", "turkey", "france", "united states", "norway"})

#: Reads a text, one paragraph a line.
Read = Callable[..., tuple[Claim, ...]]


def report(
    text: str, *, name: str = "report.txt", kinds: dict[int, BlockKind] | None = None, levels: dict[int, int] | None = None, **meta: Any
) -> Document:
    """A document with one block per non-empty line; `kinds` by line number, else paragraphs; `levels` of headings, else 2."""
    blocks, at = [], 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            kind = (kinds or {}).get(number, BlockKind.PARAGRAPH)
            blocks.append(Block(Span(at, at + len(line)), kind, level=(levels or {}).get(number, 2) if kind is BlockKind.HEADING else 0))
        at += len(line) + 1
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    own = "d-" + hashlib.sha256(f"{name}\0{digest}".encode()).hexdigest()[:16]
    return Document(own, name, digest, "txt", text, tuple(blocks), Metadata(**meta))


def reader_with(model: Model, vocabulary: Vocabulary) -> ClaimReader:
    """A reader that knows the packaged words of time and number, and the invented places."""
    parse = spacy_parse(model, vocabulary)
    return ClaimReader(parse, vocabulary, WordLists.packaged().grammars, PLACES.__contains__, COUNTRIES, "test")


def of_kind(claims: tuple[Claim, ...], kind: str) -> list[Claim]:
    """The claims of one kind, in order."""
    return [c for c in claims if c.kind == kind]


def content(claims: tuple[Claim, ...], kind: str) -> Any:
    """What the one claim of a kind says; fails when there is none or more than one."""
    (claim,) = of_kind(claims, kind)
    return claim.content


def days(claim: Claim) -> tuple[str | None, str | None]:
    """First and last day, ISO, `None` where open."""
    assert claim.time is not None
    start, end = claim.time.start, claim.time.end
    return (start.isoformat() if start else None, end.isoformat() if end else None)
