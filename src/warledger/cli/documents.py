"""families, sources, diff, text: the documents themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import msgspec
import typer

from warledger.base.errors import UsageError
from warledger.cli.context import monitor_in, view_of
from warledger.cli.errors import guarded
from warledger.cli.options import Folder, Json, Known, day
from warledger.cli.output import put, put_json, put_lines
from warledger.exports.families import export_families, family_objects
from warledger.ledger.kept.questions import records_of
from warledger.ledger.store import Ledger
from warledger.pipeline.comparing import Change, changes
from warledger.pipeline.limits import counted
from warledger.pipeline.listed import listed_sources
from warledger.pipeline.naming import export_names, find_document
from warledger.pipeline.view import View
from warledger.pipeline.way_back import way_back
from warledger.pipeline.witnesses import known_documents
from warledger.records.document import Document
from warledger.records.source import Source

Doc = Annotated[str, typer.Argument(metavar="DOC", help="A document's name, as `sources` lists it.", show_default=False)]


def register(app: typer.Typer) -> None:
    """Adds the commands to the application."""
    app.command("families")(families)
    app.command("sources")(sources)
    app.command("diff")(diff)
    app.command("text")(text)


@guarded
def families(folder: Folder, known: Known = None, json: Json = False) -> None:
    """Which documents carry one text: reprints, rewrites, excerpts, versions, and which came first.

    \b
    Examples:
      warledger families my-war
      warledger families my-war --json
    """
    state = view_of(folder, known).state
    if json:
        put_lines(export_families(state))
        return
    if not state.families:
        put("No two documents carry one text.\n")
    for family in family_objects(state):
        put(_family(family))


@guarded
def sources(folder: Folder, known: Known = None, json: Json = False) -> None:
    """The documents: who published each, when, and how many records it gave.

    \b
    Example:
      warledger sources my-war
    """
    rows = _sources(view_of(folder, known))
    if json:
        put_lines(msgspec.json.encode(row).decode() + "\n" for row in rows)
        return
    for row in rows:
        agency = f" ({row['agency']})" if row["agency"] else ""
        known_of = row["source"] or {}
        close = known_of.get("party") or known_of.get("affiliation")
        agency += f" [{close}]" if close else ""
        family = f", family of {row['family']}" if row["family"] else ""
        published = row["published"] or "undated"
        put(f"{row['doc']}: {row['publisher'] or 'publisher unknown'}{agency}, {published}, {counted(row['records'], 'record')}{family}\n")


@guarded
def diff(folder: Folder, old: Doc, new: Doc, known: Known = None, json: Json = False) -> None:
    """What two documents say differently, word by word.

    \b
    Example:
      warledger diff my-war report~1a2b3c4d report~5e6f7a8b
    """
    first, second = _documents(folder, known, old, new)
    found = changes(first.text, second.text)
    if json:
        put_lines(msgspec.json.encode(change).decode() + "\n" for change in found)
        return
    lines = [_change(change) for change in found]
    put("".join(lines) or "The two say the same, word for word.\n")


@guarded
def text(folder: Folder, doc: Doc, known: Known = None, json: Json = False) -> None:
    """The text of a document, exactly as records point into it: nothing is added, not even a last newline.

    With --json its paragraphs too, each with what it is and where in the file it stands (page and box, paragraph, part of a mail,
    characters of the source).

    \b
    Examples:
      warledger text my-war insurgents-ap > text.txt
      warledger text my-war survey --json
    """
    document = _documents(folder, known, doc)[0]
    if json:
        put_json(_whole(document, doc))
    else:
        put(document.text)


def _whole(document: Document, name: str) -> dict[str, Any]:
    blocks = [
        {"start": b.span.start, "end": b.span.end, "kind": b.kind, "level": b.level, "origin": way_back(document, b.span)}
        for b in document.blocks
    ]
    return {
        "doc": name,
        "file": document.name,
        "format": document.format,
        "text": document.text,
        "blocks": blocks,
        "citations": document.citations,
    }


def _documents(folder: Folder, known: str | None, *names: str) -> list[Document]:
    by = day(known, "--known")
    with Ledger.open(monitor_in(folder).ledger) as ledger:
        held = ledger.documents()
    exported = export_names(held)
    found = [find_document(name, exported, held) for name in names]
    for document in found:
        if not known_documents([document], by):
            mend = "Leave --known out, or name a later day"
            raise UsageError(f'"{exported[document.id]}" was not known on {by}: it is of {document.known}', mend=mend)
    return found


def _family(family: dict[str, Any]) -> str:
    lines = [f"{family['origin']} is the origin: {family['why']}"]
    lines += [f"  {edge['from']} <- {edge['to']}: {edge['type']}" for edge in family["edges"]]
    return "\n".join(lines) + "\n"


def _sources(view: View) -> Iterator[dict[str, Any]]:
    state = view.state
    records = records_of(view.parts)
    origins = {member: view.names[f.origin] for f in state.families for member in f.members}
    by_id = {h.id: h for h in view.heads()}
    listed = {s.name: s for s in listed_sources(view.monitor.sources)}
    for witness in sorted(state.witnesses.values(), key=lambda w: w.doc):
        document = by_id[witness.document]
        yield {
            "doc": witness.doc,
            "file": document.name,
            "title": witness.title,
            "publisher": witness.publisher,
            "agency": witness.agency,
            "source": _listed(listed.get(witness.publisher or "")),
            "published": witness.published,
            "known": witness.known,
            "genre": witness.genre,
            "language": document.language,
            "format": document.format,
            "records": records.get(witness.document, 0),
            "family": origins.get(witness.document),
            "basis": document.meta.basis,
        }


def _listed(source: Source | None) -> dict[str, str] | None:
    """What is known of a publisher."""
    if source is None:
        return None
    known = {field: getattr(source, field) for field in ("kind", "country", "language", "owner", "affiliation", "party", "grade", "about")}
    return {field: value for field, value in known.items() if value}


def _change(change: Change) -> str:
    old = f"[-{change.old}-]" if change.old else ""
    new = f"{{+{change.new}+}}" if change.new else ""
    return f"{change.start}: ... " + " ".join(" ".join((change.before, old, new, change.after)).split()) + " ...\n"
