"""How sure each field of a claim is, and the claim as a whole, by the table of `vocab/confidence.toml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from statistics import fmean

from warledger.base.times import Interval
from warledger.records.claim import Content, Modality
from warledger.records.confidence_words import ConfidenceWords

#: The field that says whether there is such a record at all.
KIND = "kind"


def filled(content: Content) -> Iterator[str]:
    """The fields of the content that say something, by their exported names."""
    for name, exported in zip(content.__struct_fields__, content.__struct_encode_fields__, strict=True):
        if getattr(content, name) not in (None, (), ""):
            yield exported


def of_kind(content: Content, rule: str, modality: Modality, words: ConfidenceWords) -> float:
    """How sure it is that there is such a record."""
    kind = str(content.__struct_config__.tag)
    return words.kind.get(kind, 1.0) * words.rule.get(rule, 1.0) * words.modality.get(modality, 1.0)


def of_field(field: str, hows: Mapping[str, tuple[str, ...]], words: ConfidenceWords) -> float:
    """How sure a field is: the least sure of its names decides. `hows` says how the names of each field were come by."""
    begins = words.field.get(field, words.field.get("default", 1.0))
    return begins * min((words.name.get(how, 1.0) for how in hows.get(field, ())), default=1.0)


def of_dates(time: Interval, words: ConfidenceWords) -> float:
    """How sure the days are."""
    return words.dates.get(str(time.basis), 1.0)


def overall(sure: Mapping[str, float]) -> float:
    """How sure the record is: that there is one, times the mean of its fields."""
    rest = [value for field, value in sure.items() if field != KIND]
    return sure[KIND] * (fmean(rest) if rest else 1.0)
