"""Web pages saved with all that belongs to them in one file (.mhtml, RFC 2557), as browsers do: the page is the report."""

from __future__ import annotations

from typing import Any

from warledger.intake.readers.mail import TooDeep, decoded, parsed_message, parts_of
from warledger.intake.source import Inner, Results, Source
from warledger.records.document import Metadata
from warledger.records.origin import Origin
from warledger.records.reason import Problem, Reason


def read_saved_page(source: Source, inner: Inner) -> Results:
    """The first HTML part. Sender and date of the file say who saved it, and when: nothing of the report."""
    data = source.whole(source.limits.document)
    if isinstance(data, Problem):
        yield data
        return
    try:
        message = parsed_message(data)
    except TooDeep as error:
        yield source.failed(Reason.TOO_COMPLEX, f"{source.shown}: {error}")
        return
    page = next(((number, part) for number, part in parts_of(message, "") if part.get_content_type() == "text/html"), None)
    if page is None:
        yield source.failed(Reason.DAMAGED, f"{source.shown}: no saved page: it holds no HTML")
        return
    number, part = page
    text = decoded(part)
    url = " ".join(str(message.get("Snapshot-Content-Location") or part.get("Content-Location") or "").split())
    given = Metadata(url=url, basis={"url": "saved page"}) if url.startswith(("http://", "https://")) else Metadata()
    more: dict[str, Any] = {"syntax": "html", "origins": (Origin(0, len(text), part=number, offset=0),)}
    yield source.document(data, "mhtml", text, given=given, **more)
