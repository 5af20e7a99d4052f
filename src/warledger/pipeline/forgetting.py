"""Forgetting a document: out of the ledger and of what is kept beside it; what lies elsewhere is listed."""

from __future__ import annotations

from pathlib import Path

from warledger.base.errors import UsageError
from warledger.ledger.store import Ledger
from warledger.pipeline.cache import forget_kept
from warledger.pipeline.monitor import Monitor
from warledger.pipeline.naming import export_names


def forget_document(monitor: Monitor, doc: str, *, at: str, reason: str = "") -> tuple[Path, ...]:
    """Erases the document of that exported name; gives the files of its own name under the monitor's reports, which are left alone.

    Raises:
        UsageError: no such document; those of similar name are listed.
        WarledgerError: the ledger cannot be written.
    """
    with Ledger.open(monitor.ledger, write=True) as ledger:
        documents = {d.id: d for d in ledger.documents()}
        names = export_names(list(documents.values()))
        found = [i for i, name in names.items() if name == doc]
        if not found:
            near = sorted(name for name in names.values() if doc.casefold() in name.casefold())
            listed = f"; near: {', '.join(near[:8])}" if near else ""
            raise UsageError(f'no document "{doc}"', mend=f"`warledger sources DIR` lists all{listed}")
        name = documents[found[0]].name
        ledger.forget(found[0], at=at, reason=reason)
    forget_kept(monitor.ledger)
    file = name.partition("#")[0]
    return tuple(sorted(p for p in monitor.reports.rglob("*") if p.name == file)) if monitor.reports.is_dir() else ()
