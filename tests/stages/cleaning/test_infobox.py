"""The box of an encyclopaedia's article: one line a field, its templates of dates read as dates."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warledger.records.document import Document

Clean = Callable[..., Document]


def field(cleaned: Clean, value: str) -> str:
    """The box's line for a field with this value."""
    document = cleaned(
        f"{{{{Infobox military conflict\n| date = {value}\n| place = Marrow\n}}}}\nThe battle was fought in June.\n", "a.wiki"
    )
    lines = dict(block.span.of(document.text).split(":", 1) for block in document.blocks if ":" in block.span.of(document.text))
    assert lines["place"] == " Marrow"
    return lines["date"].strip()


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("{{start date|2031|6|3}} – {{end date|2031|06|05|df=yes}}", "3 June 2031 – 5 June 2031"),
        ("{{Start date and age|2031|6}}", "June 2031"),
        ("{{dts|2031}}", "2031"),
        ("{{date|3 June 2031|mdy}}", "3 June 2031"),
        ("{{start date|2031|13|3}}", "2031"),
        ("{{start date|df=y}} 3 June", "3 June"),
        ("3–5 June 2031<ref>Poe</ref><br />(3 days)", "3–5 June 2031 | (3 days)"),
    ],
)
def test_dates_are_read(cleaned: Clean, value: str, read: str) -> None:
    assert field(cleaned, value) == read


def test_a_date_leads_back_to_its_template(cleaned: Clean) -> None:
    source = "The battle began on {{start date|2031|6|3}} at Marrow.\n"
    document = cleaned(source, "a.wiki")
    assert document.text == "The battle began on 3 June 2031 at Marrow.\n" and document.offsets is not None
    (block,) = document.blocks
    origin = document.offsets.to_origin(block.span)
    assert origin is not None and origin.of(source) == source.strip()
