"""Words that tell what two claims say against each other (`vocab/disputes.toml`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from warledger.base.stems import Phrases, stem
from warledger.records.layers import VocabularyError, layered

#: What a phrase is listed as: (table, entry) or, of a contrast, (table, entry, pole).
Label = tuple[str, ...]


class DisputeWords(msgspec.Struct, frozen=True):
    """`plain` are words that say nothing of what a claim is about, `plain_stems` their stems; `phrases` has the lists met in any form,
    ("matter", name) and ("cue", name), `exact` those met as they stand, ("extent", name) and ("contrast", name, pole). `wide` are last
    words of names of wide places, `deeds` the matters somebody can be held responsible for, `once` those of them that befall one once.
    `kinds` says of each contrast whether it is one of `scope` or of `wording`.

    The empty default knows no word.
    """

    plain: frozenset[str] = frozenset()
    plain_stems: frozenset[str] = frozenset()
    phrases: Phrases[Label] = Phrases({})
    exact: Phrases[Label] = Phrases({}, exact=True)
    wide: frozenset[str] = frozenset()
    deeds: frozenset[str] = frozenset()
    once: frozenset[str] = frozenset()
    kinds: dict[str, str] = {}


def parse_dispute_words(*texts: str) -> DisputeWords:
    """The words in the TOML texts, later ones laid over the first.

    Raises:
        KeyError: a list is missing. VocabularyError: not TOML, nothing to lay it over, a contrast without its two poles, or a deed that is
            no matter.
    """
    data = layered(*texts)
    for name in (*data["deeds"], *data["once"]):
        if name not in data["matter"]:
            raise VocabularyError(f'deeds, once: "{name}" is no entry of [matter]')
    listed: dict[Label, list[str]] = {(table, name): words for table in ("matter", "cue") for name, words in data[table].items()}
    exact: dict[Label, list[str]] = {("extent", name): words for name, words in data["extent"].items()}
    for name, row in data["contrast"].items():
        exact |= {("contrast", name, pole): words for pole, words in _poles(name, row).items()}
    return DisputeWords(
        plain=frozenset(word.casefold() for word in data["plain"]),
        plain_stems=frozenset(stem(word) for word in data["plain"]),
        phrases=Phrases(listed),
        exact=Phrases(exact, exact=True),
        wide=frozenset(data["wide"]),
        deeds=frozenset(data["deeds"]),
        once=frozenset(data["once"]),
        kinds={name: row.get("kind", "wording") for name, row in data["contrast"].items()},
    )


def _poles(name: str, row: Mapping[str, Any]) -> dict[str, list[str]]:
    if not ("one" in row and "other" in row):
        raise VocabularyError(f'contrast.{name}: needs the lists "one" and "other"')
    return {pole: list(row[pole]) for pole in ("one", "other")}
