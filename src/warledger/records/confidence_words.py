"""How sure fields are, and what lowers it (`vocab/confidence.toml`)."""

from __future__ import annotations

from typing import Any

import msgspec

from warledger.records.layers import VocabularyError, layered

Share = dict[str, float]


class ConfidenceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Shares between 0 and 1. `kind` and `field` are where a record and a field begin; the other tables are factors; what is in no
    table lowers nothing. The empty default is sure of everything."""

    kind: Share = {}
    modality: Share = {}
    rule: Share = {}
    field: Share = {}
    name: Share = {}
    dates: Share = {}


def parse_confidence(*texts: str) -> ConfidenceWords:
    """The shares that the TOML texts list, later ones laid over the first.

    Raises:
        VocabularyError: a table nobody knows, or a share outside 0 to 1.
    """
    data: dict[str, Any] = {name: rows for name, rows in layered(*texts).items() if isinstance(rows, dict)}
    try:
        made = msgspec.convert(data, ConfidenceWords)
    except msgspec.ValidationError as error:
        raise VocabularyError(f"confidence: {error}") from error
    for table in made.__struct_fields__:
        for entry, share in getattr(made, table).items():
            if not 0 <= share <= 1:
                raise VocabularyError(f"confidence: {table}.{entry} is {share}; it must lie between 0 and 1")
    return made
