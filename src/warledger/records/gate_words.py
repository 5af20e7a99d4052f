"""The words of the relevance gate: which words of the vocabulary are no sign of armed conflict, and irregular forms of English words."""

from __future__ import annotations

import tomllib

import msgspec


class GateWords(msgspec.Struct, frozen=True):
    """See the head of `vocab/gate.toml`. The sets hold lemmas and phrases of lemmas; `irregular` gives forms by lemma."""

    everyday: frozenset[str]
    shared: frozenset[str]
    evidence: frozenset[str]
    irregular: dict[str, tuple[str, ...]]


def parse_gate_words(text: str) -> GateWords:
    """The words that the TOML `text` (vocab/gate.toml) lists.

    Raises:
        ValueError: a list is missing, or the text is no TOML.
    """
    data = tomllib.loads(text)
    try:
        return msgspec.convert({name: data[name] for name in ("everyday", "shared", "evidence", "irregular")}, GateWords)
    except KeyError as missing:
        raise ValueError(f"gate.toml: no list called {missing.args[0]!r}") from None
