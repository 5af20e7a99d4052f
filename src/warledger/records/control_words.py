"""What a town's parts are called (`vocab/control.toml`)."""

from __future__ import annotations

import msgspec

from warledger.records.layers import layered


class ControlWords(msgspec.Struct, frozen=True):
    """`parts` are common nouns for a part of a town, lower case, phrases allowed. The empty default knows none."""

    parts: frozenset[str] = frozenset()


def parse_control_words(*texts: str) -> ControlWords:
    """The words in the TOML texts, later ones laid over the first.

    Raises:
        KeyError: the list is missing. VocabularyError: not TOML, or nothing to lay it over.
    """
    return ControlWords(frozenset(str(word).casefold() for word in layered(*texts)["parts"]))
