"""Which entry of which word list stands behind a rule: where an expert mends it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from warledger.records.layers import loaded

_FRAME = re.compile(r"(?:agreement|control|effect|event|movement|own|toll)\.\w+|[a-z]\w*\.[a-z]\w*")
_LISTS = (
    (re.compile(r"time\..*"), "times.toml"),
    (re.compile(r"statement\..*|act\b.*|says so|refusal .*|duty .*|quotation.*|.* reproach"), "reporting.toml"),
    (re.compile(r"means"), "frames.toml, [[means]]"),
    (re.compile(r"holding participle|stronghold noun|.* protest.*|victims .*|police .*"), "nouns.toml"),
    (re.compile(r"under the (?:verb|noun) .*|future|modal|condition|hearsay.*|negated|none of it"), "modality.toml"),
    (re.compile(r"a party speaks"), "nouns.toml, party"),
    (re.compile(r"toll\.running"), "frames.toml, [grammar] period"),
    (re.compile(r"strength"), "nouns.toml, armed"),
)


def entry_of(rule: str, own: Mapping[str, str]) -> str:
    """The list and entry that give the rule, the monitor's own before the packaged; empty where the rule is grammar alone."""
    listed = next((place for pattern, place in _LISTS if pattern.fullmatch(rule)), "")
    if listed:
        return listed
    if not _FRAME.fullmatch(rule):
        return ""
    table = loaded(own.get("frames.toml", ""))
    if any(row.get("id") == rule for row in table.get("frame", [])):
        return f"vocab/frames.toml, {rule}"
    beside = any(row.get("id") == rule for row in table.get("extend", []))
    return f"frames.toml, {rule}{', extended in vocab/frames.toml' if beside else ''}"
