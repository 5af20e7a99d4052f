"""Dates of a text: what the words say, and which days they mean.

    words = time_words.parse(toml_text)
    for expression in find_times("On 28 November, two days after the truce, ...", words):
        expression.span, expression.relation, expression.form       # Span(3, 14), Relation.ON, Day(28, 11)
        resolve(expression, TimeContext(published=dt.date(2024, 12, 2)))   # Interval(2024-11-28, 2024-11-28, ...)

`Narrative` (narrative.py) keeps the running date of a document and calls both.
"""

from __future__ import annotations

from warledger.stages.claims.dates_find import find_times
from warledger.stages.claims.dates_forms import Relation, TimeContext, TimeExpression
from warledger.stages.claims.dates_resolve import resolve

__all__ = ["Relation", "TimeContext", "TimeExpression", "find_times", "resolve"]
