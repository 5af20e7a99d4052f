"""Datelines: the place, day and agency before the first sentence of a report ("TOWN, 5 December (Agency) - ")."""

from __future__ import annotations

import re

#: A place in capitals, or an agency in brackets, or a bare date, up to a dash before a new sentence.
_DATELINE = re.compile(
    r"(?:(?P<upper>[A-Z][A-Z'. -]{2,30}?)(?:,? [\w., ]{1,30})?(?: ?\([^()]{2,40}\))?"
    r"|(?P<mixed>[A-Z][\w'. -]{1,30}?)(?:, [\w'., -]{1,40})? ?\([A-Z][^()]{1,40}\)"
    r"|\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?)"
    r"(?: (?:--?|[–—]) | ?— ?)(?=[\"“‘A-Z0-9])"
)


def dateline(text: str) -> tuple[int, str]:
    """Where the dateline ends (0: there is none) and the place it names ("" when none), written as in a sentence."""
    match = _DATELINE.match(text)
    if match is None:
        return 0, ""
    place = (match["upper"] or match["mixed"] or "").strip(" ,.")
    return match.end(), place.title() if place.isupper() else place
