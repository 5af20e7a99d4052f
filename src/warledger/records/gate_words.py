"""The words of the relevance gate: which words of the vocabulary are no sign of armed conflict, and irregular forms of English words."""

from __future__ import annotations

import msgspec

from warledger.records.layers import layered


class GateWords(msgspec.Struct, frozen=True):
    """See the head of `vocab/gate.toml`. The sets hold lemmas and phrases of lemmas; `irregular` gives forms by lemma."""

    everyday: frozenset[str]
    conflict: frozenset[str]
    back: frozenset[str]
    irregular: dict[str, tuple[str, ...]]


def parse_gate_words(*texts: str) -> GateWords:
    """The words that the TOML texts (vocab/gate.toml, and what is laid over it) list.

    Raises:
        ValueError: a list is missing, or the text is no TOML.
    """
    data = layered(*texts)
    try:
        return msgspec.convert({name: data[name] for name in ("everyday", "conflict", "back", "irregular")}, GateWords)
    except KeyError as missing:
        raise ValueError(f"gate.toml: no list called {missing.args[0]!r}") from None
