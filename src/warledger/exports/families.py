"""`families`: one line a family of documents that are one witness, with its lineage."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from warledger.exports.lines import line
from warledger.records.family import Edge, EdgeType, Family
from warledger.records.state import State


def export_families(state: State, *, everything: bool = False) -> Iterator[str]:
    """Families of two documents or more, by origin and id. A `quotes` edge links a member to a document outside and joins nobody."""
    for family in sorted(state.families, key=lambda f: (_doc(state, f.origin), f.id)):
        yield line(family_object(state, family))


def family_object(state: State, family: Family) -> dict[str, Any]:
    """One family as the contract's object: documents by their exported names."""
    members = set(family.members)
    quoting = [e for e in state.edges if e.type is EdgeType.QUOTES and {e.copy, e.origin} & members]
    edges = {*family.edges, *quoting}
    return {
        "id": family.id,
        "members": sorted(_doc(state, m) for m in family.members),
        "origin": _doc(state, family.origin),
        "why": family.why,
        "edges": sorted((_edge(state, e) for e in edges), key=lambda e: (e["from"], e["to"], e["type"])),
    }


def _edge(state: State, edge: Edge) -> dict[str, str]:
    return {"from": _doc(state, edge.copy), "to": _doc(state, edge.origin), "type": edge.type.value}


def _doc(state: State, document: str) -> str:
    return state.witnesses[document].doc
