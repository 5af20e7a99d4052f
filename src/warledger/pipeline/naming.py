"""The names documents go by in exports and commands: short where that is clear, with a piece of the content hash where not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from warledger.base.errors import UsageError
from warledger.records.document import Document

_DIGITS = 8
_SHOWN = 12


def export_names(documents: Iterable[Document]) -> dict[str, str]:
    """The exported name of every document, by document id, whatever the order.

    The stem when one document has it, else stem + `~` + 8 hex digits of the content hash for each. Where that does not tell two
    apart either (equal bytes under one stem with two endings), the digits are those of the document's id.
    """
    held = sorted(documents, key=lambda d: d.id)
    stems = Counter(d.stem for d in held)
    names = {d.id: d.stem if stems[d.stem] == 1 else f"{d.stem}~{d.digest[:_DIGITS]}" for d in held}
    taken = Counter(names.values())
    return {d.id: names[d.id] if taken[names[d.id]] == 1 else f"{d.stem}~{_hex(d.id)}" for d in held}


def find_document(name: str, names: Mapping[str, str], documents: Sequence[Document]) -> Document:
    """The document a person calls `name`: its exported name, else its stem or file name.

    Raises:
        UsageError: none, or several with that stem (the candidates are listed).
    """
    by_id = {d.id: d for d in documents}
    exact = [i for i, exported in names.items() if exported == name]
    if exact:
        return by_id[exact[0]]
    found = [d for d in documents if name in (d.stem, d.name)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f'"{name}" names {len(found)} documents', mend="Say which: " + _listed(names[d.id] for d in found))
    near = [exported for exported in names.values() if name.casefold() in exported.casefold()]
    raise UsageError(f'no document "{name}" in the ledger', mend="Near it: " + _listed(near) if near else "`warledger sources` lists all")


def _listed(names: Iterable[str]) -> str:
    held = sorted(names)
    more = f" and {len(held) - _SHOWN} more" if len(held) > _SHOWN else ""
    return ", ".join(held[:_SHOWN]) + more


def _hex(document: str) -> str:
    return document.rpartition("-")[2][:_DIGITS]
