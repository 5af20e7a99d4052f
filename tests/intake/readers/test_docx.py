"""Office documents: what a reader of the document sees, paragraph by paragraph, and nothing that was deleted or is meant for programs."""

from __future__ import annotations

from pathlib import Path

from tests.intake.readers.reports import as_zip
from warledger.intake.collect import collect
from warledger.records.document import RawDocument

_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_STYLES = (
    f'<w:styles {_WORD}><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Bild"><w:name w:val="caption"/></w:style></w:styles>'
)


def paragraph(words: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


def read(folder: Path, body: str, **parts: str) -> RawDocument:
    """The one document in a file with this body and these other parts."""
    files = {"word/document.xml": f"<w:document {_WORD}><w:body>{body}</w:body></w:document>", "word/styles.xml": _STYLES}
    files |= {f"word/{name}.xml": part for name, part in parts.items()}
    (folder / "a.docx").write_bytes(as_zip({name: part.encode() for name, part in files.items()}))
    (found,) = collect([folder / "a.docx"])
    assert isinstance(found, RawDocument)
    return found


def outline(raw: RawDocument) -> list[tuple[str, str, list[int | None]]]:
    """Kind, words and paragraph numbers of every passage."""
    return [
        (str(one.kind or "text"), one.span.of(raw.text), [o.paragraph for o in raw.origins if one.span.start <= o.start < one.span.end])
        for one in raw.passages
    ]


def test_kinds_come_from_the_names_of_styles_whatever_their_ids(tmp_path: Path) -> None:
    heading, caption = '<w:pStyle w:val="berschrift1"/>', '<w:pStyle w:val="Bild"/>'
    item = "<w:numPr><w:ilvl w:val='0'/></w:numPr>"
    body = paragraph("Marrow", heading) + paragraph("A tank in Marrow.", caption) + paragraph("12 killed", item) + paragraph("It fell.")
    assert outline(read(tmp_path, body)) == [
        ("heading", "Marrow", [1]),
        ("caption", "A tank in Marrow.", [2]),
        ("list_item", "12 killed", [3]),
        ("text", "It fell.", [4]),
    ]


def test_rows_of_tables_are_one_passage_with_the_paragraphs_of_their_cells(tmp_path: Path) -> None:
    row = "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in ("Marrow", "12"))
    body = paragraph("Losses") + f"<w:tbl><w:tblPr/><w:tr>{row}</w:tr></w:tbl>" + paragraph("End.")
    assert outline(read(tmp_path, body)) == [("text", "Losses", [1]), ("list_item", "Marrow | 12", [2, 3]), ("text", "End.", [4])]


def test_what_was_deleted_or_is_for_programs_is_left_out(tmp_path: Path) -> None:
    deleted = "<w:del><w:r><w:delText>twice</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom>"
    field = "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>"
    body = f"<w:p><w:ins><w:r><w:t>Marrow</w:t></w:r></w:ins>{deleted}{field}<w:r><w:tab/><w:t>fell.</w:t></w:r></w:p>"
    extra = {name: f"<w:hdr {_WORD}>{paragraph('Secret')}</w:hdr>" for name in ("header1", "footer1", "comments")}
    assert read(tmp_path, body, **extra).text == "Marrow fell."


def test_footnotes_follow_the_text(tmp_path: Path) -> None:
    line = '<w:footnote w:type="separator"><w:p/></w:footnote>'
    notes = f"<w:footnotes {_WORD}>{line}<w:footnote>{paragraph('By Poe.')}</w:footnote></w:footnotes>"
    assert outline(read(tmp_path, paragraph("Marrow fell."), footnotes=notes)) == [("text", "Marrow fell.", [1]), ("text", "By Poe.", [2])]


def test_a_text_box_is_read_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('In the box.')}</w:txbxContent>"
    shape = f"<w:r><w:AlternateContent><w:Choice>{box}</w:Choice><w:Fallback>{box}</w:Fallback></w:AlternateContent></w:r>"
    body = f"<w:p><w:r><w:t>Marrow fell.</w:t></w:r>{shape}</w:p>"
    assert [words for _, words, _ in outline(read(tmp_path, body))] == ["Marrow fell.", "In the box."]


def test_a_workbook_is_told_and_an_empty_one_has_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(as_zip({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}))
    (tmp_path / "b.docx").write_bytes(as_zip({"word/document.xml": f"<w:document {_WORD}><w:body><w:p/></w:body></w:document>".encode()}))
    told = {one.name: str(getattr(one, "reason", "")) for one in collect([tmp_path])}
    assert told == {"a.xlsx": "binary", "b.docx": "no_text"}
