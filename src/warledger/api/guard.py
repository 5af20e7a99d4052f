"""What every request must pass and every answer carries, before and after the application sees it."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from warledger.api.faults import fault
from warledger.base.policy import POLICY

#: The longest path and query, and the largest body, in bytes.
MOST_PATH, MOST_QUERY, MOST_BODY = 1_024, 4_096, 65_536
#: A host with or without a port; addresses of version 6 stand in brackets.
_HOST = re.compile(r"(?:(?P<bare>[^\[\]:]+)|\[(?P<bracketed>[^\[\]]+)\])(?::\d{1,5})?")
#: A page may forbid being framed only in a header.
_POLICY = f"{POLICY}; frame-ancestors 'none'"
HEADERS = (
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
)


class Guard:
    """Refuses requests meant for another host (a name that an attacker points at this machine) and oversized ones; sets the headers.

    Taken for this server are `localhost`, every IP address written as such, and `names`.
    """

    def __init__(self, app: ASGIApp, names: Iterable[str] = ()) -> None:
        self._app = app
        self._names = frozenset(name.casefold() for name in names) | {"localhost"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = {name for name, _ in message.get("headers", ())}
                message["headers"] = [*message.get("headers", ()), *(pair for pair in HEADERS if pair[0] not in given)]
            await send(message)

        headers = dict(scope["headers"])
        refused = self._refusal(scope, headers)
        if refused is not None:
            status, what, mend = refused
            await fault(status, what, mend)(scope, receive, marked)
            return
        await self._app(scope, _limited(receive), marked)

    def _refusal(self, scope: Scope, headers: dict[bytes, bytes]) -> tuple[int, str, str] | None:
        host = headers.get(b"host", b"").decode("latin-1")
        if not self._is_ours(host):
            return 421, "this server does not answer to that host name", "Use localhost, or start it with --name NAME"
        if len(scope.get("raw_path") or b"") > MOST_PATH or len(scope["query_string"]) > MOST_QUERY:
            return 414, "the address is too long", f"At most {MOST_PATH} bytes of path and {MOST_QUERY} of query"
        length = headers.get(b"content-length", b"0")
        if not length.isdigit() or int(length) > MOST_BODY:
            return 413, "the body is too large", f"At most {MOST_BODY} bytes"
        return None

    def _is_ours(self, host: str) -> bool:
        parts = _HOST.fullmatch(host)
        if parts is None:
            return False
        name = (parts["bare"] or parts["bracketed"]).casefold()
        try:
            return name in self._names or ipaddress.ip_address(name).version == (4 if parts["bare"] else 6)
        except ValueError:
            return False


def _limited(receive: Receive) -> Receive:
    """The same, but a body without a stated length may not grow too large either: what is over is cut off, and no longer parses."""
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        if message["type"] == "http.request":
            seen += len(message.get("body", b""))
            if seen > MOST_BODY:
                return {"type": "http.request", "body": b"", "more_body": False}
        return message

    return counted
