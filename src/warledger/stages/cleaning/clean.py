"""One raw document becomes one document: its text, blocks, metadata and the way back to the source. Pure; decodes no bytes."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from warledger.base.ids import content_id, digest
from warledger.records.document import Block, Document, RawDocument
from warledger.records.layout import Layout
from warledger.records.reason import Problem, Reason, Severity
from warledger.stages.cleaning.blocks import classify
from warledger.stages.cleaning.fragment import read_fragment
from warledger.stages.cleaning.front_matter import front_matter
from warledger.stages.cleaning.language import ENGLISH, declared, other_language, other_passages
from warledger.stages.cleaning.lines import text_units
from warledger.stages.cleaning.metadata import describe
from warledger.stages.cleaning.page import read_page
from warledger.stages.cleaning.reading import Reading, Unreadable
from warledger.stages.cleaning.units import make_unit
from warledger.stages.cleaning.wiki import read_wiki

#: No paragraph is longer (code points); a longer one is data, and no parser takes it.
LONGEST_BLOCK = 500_000
#: So much of a paragraph that is left out is shown (code points).
LONGEST_SHOWN = 120


def clean(raw: RawDocument, *, identify: Callable[[str], str], layout: Layout) -> tuple[Document | None, tuple[Problem, ...]]:
    """The document in `raw`, and what a user should know about it; no document when there is nothing to read or it is not English.

    `identify` gives the ISO 639-1 code of a text; `layout` is the parsed `vocab/layout.toml`. The text of `.txt`, `.md` and JSON
    articles is `raw.text`, unchanged, and so is that of formats which know their paragraphs (`raw.passages`); for wiki source and HTML it
    is made, and `offsets` leads back to `raw.text`.
    """
    try:
        reading = _read(raw, layout)
    except Unreadable as error:
        return None, (Problem(raw.name, error.reason, Severity.FAILED, error.detail),)
    title = raw.given.title or reading.found.title
    blocks = classify(reading.text, reading.units, layout, title)
    identify = cache(identify)  # the whole and its passages ask of the same paragraphs
    refusal = _unusable(raw.name, blocks) or _foreign(raw, reading, blocks, identify, layout)
    if refusal:
        return None, (refusal,)
    file = raw.file or ("" if "#" in raw.name else raw.name)
    meta, problems = describe(raw.name, file, raw.given, reading.found, reading.text, blocks, layout)
    document = Document(
        id=document_id(raw),
        name=raw.name,
        digest=digest(raw.data),
        format=raw.format,
        text=reading.text,
        blocks=blocks,
        meta=meta,
        language=ENGLISH,
        offsets=reading.offsets,
        origins=raw.origins,
        citations=reading.citations,
    )
    return document, (*problems, *_left_out(raw.name, reading), *_passages(raw.name, document, identify, layout))


def _left_out(name: str, reading: Reading) -> tuple[Problem, ...]:
    if not reading.left_out:
        return ()
    first = reading.left_out[0]
    shown = first if len(first) <= LONGEST_SHOWN else f"{first[:LONGEST_SHOWN].rsplit(' ', 1)[0]} ..."
    count = len(reading.left_out)
    detail = f"{count} of its paragraphs taken for no part of the article, the first {shown!r}; to read them save the text as .txt"
    return (Problem(name, Reason.LEFT_OUT, Severity.NOTED, detail),)


def document_id(raw: RawDocument) -> str:
    """The id of the document: from its name and its bytes, never from where it lay."""
    return content_id("d", raw.name, digest(raw.data))


def _read(raw: RawDocument, layout: Layout) -> Reading:
    """The reading of a document, by how its text is marked up."""
    syntax = raw.syntax or raw.format
    if raw.passages:
        made = (make_unit(raw.text, one.span.start, one.span.end, one.kind, one.level) for one in raw.passages)
        return Reading(raw.text, tuple(unit for unit in made if unit))
    if syntax == "html":
        return read_page(raw.text, layout)
    if syntax == "fragment":
        return read_fragment(raw.text, raw.given.title)
    if syntax == "wiki":
        return read_wiki(raw.text, layout)
    found, start = front_matter(raw.text) if syntax == "md" else (None, 0)
    units = text_units(raw.text, markdown=syntax == "md", start=start)
    return Reading(raw.text, units, found=found) if found else Reading(raw.text, units)


def _passages(name: str, document: Document, identify: Callable[[str], str], layout: Layout) -> tuple[Problem, ...]:
    """The long passages that no extractor reads, each told of."""
    told = []
    for span, code in other_passages(document.text, document.blocks, identify):
        opening = " ".join(span.of(document.text)[:60].split())
        language = layout.languages.get(code, "another language")
        detail = f"the passage at {span.start}-{span.end} ({opening!r} ...) reads as {language} ({code}); only English is read"
        told.append(Problem(name, Reason.OTHER_LANGUAGE, Severity.NOTED, detail))
    return tuple(told)


def _unusable(name: str, blocks: tuple[Block, ...]) -> Problem | None:
    if not blocks:
        return Problem(name, Reason.EMPTY, Severity.FAILED, "holds no words")
    longest = max(len(block.span) for block in blocks)
    if longest <= LONGEST_BLOCK:
        return None
    detail = f"a paragraph of {longest:,} characters; at most {LONGEST_BLOCK:,} can be read"
    return Problem(name, Reason.LINE_TOO_LONG, Severity.FAILED, detail)


def _foreign(
    raw: RawDocument, reading: Reading, blocks: tuple[Block, ...], identify: Callable[[str], str], layout: Layout
) -> Problem | None:
    said = declared(raw.given.language or reading.found.language)
    code = said or other_language(reading.text, blocks, identify)
    if code is None or code == ENGLISH:
        return None
    ground = "said to be" if said else "reads as"
    detail = f"{ground} {layout.languages.get(code, 'another language')} ({code}); only English is read"
    return Problem(raw.name, Reason.OTHER_LANGUAGE, Severity.SKIPPED, detail)
