"""The last state worked out, kept beside the ledger. It holds nothing the ledger does not, and may be deleted at any time."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path

import msgspec

from warledger.records.state import State


class _Kept(msgspec.Struct, frozen=True):
    key: str
    state: msgspec.Raw


def cache_path(ledger: Path, *, earlier: bool = False) -> Path:
    """Where the last state of a ledger is kept; `earlier`: the last one with a part of the decisions only."""
    return ledger.with_name(ledger.name + (".state-then" if earlier else ".state"))


class StateCache:
    """One file with one state. Whatever is wrong with it (missing, damaged, not writable) only costs time."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, key: str) -> State | None:
        """The state kept under the key, if it is that one."""
        try:
            kept = msgspec.msgpack.decode(self._path.read_bytes(), type=_Kept)
            return msgspec.msgpack.decode(kept.state, type=State) if kept.key == key else None
        except (OSError, msgspec.DecodeError, ValueError):
            return None

    def put(self, key: str, state: State) -> None:
        """Keeps the state, whole or not at all."""
        encoded = msgspec.msgpack.encode(_Kept(key, msgspec.Raw(msgspec.msgpack.encode(state))))
        with suppress(OSError):
            with tempfile.NamedTemporaryFile(dir=self._path.parent, prefix=f".{self._path.name}", delete=False) as file:
                partial = Path(file.name)
            try:
                partial.write_bytes(encoded)
                partial.replace(self._path)
            except OSError:
                partial.unlink(missing_ok=True)
