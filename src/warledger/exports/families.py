"""`families`: one line a family of documents that are one witness, with its lineage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from warledger.exports.lines import line
from warledger.records.family import Edge, EdgeType, Family
from warledger.records.state import State


def export_families(state: State, *, everything: bool = False) -> Iterator[str]:
    """Families of two documents or more, by origin and id. A `quotes` edge links a member to a document outside and joins nobody."""
    for found in family_objects(state):
        yield line(found)


def family_objects(state: State) -> Iterator[dict[str, Any]]:
    """The families as the contract's objects, in order."""
    quoting: dict[str, list[Edge]] = defaultdict(list)
    for edge in state.edges:
        if edge.type is EdgeType.QUOTES:
            quoting[edge.copy].append(edge)
            quoting[edge.origin].append(edge)
    for family in sorted(state.families, key=lambda f: (_doc(state, f.origin), f.id)):
        yield family_object(state, family, quoting)


def family_object(state: State, family: Family, quoting: Mapping[str, Sequence[Edge]]) -> dict[str, Any]:
    """One family as the contract's object: documents by their exported names. `quoting` are the `quotes` edges of each document."""
    edges = {*family.edges, *(e for member in family.members for e in quoting.get(member, ()))}
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
