"""The server: one process, bound to this machine unless told otherwise."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable

import uvicorn
from fastapi import FastAPI

from warledger.base.errors import UsageError, WarledgerError

#: What is served, for those who only hand it on.
Application = FastAPI
LOOPBACK = "127.0.0.1"
#: Requests at once before others are told to come again (503).
_AT_ONCE = 100


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there; port 0 takes a free one.

    Raises:
        UsageError: no address of this machine.
        WarledgerError: the port is taken, or may not be used.
    """
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except (socket.gaierror, UnicodeError, OverflowError) as error:
        raise UsageError(
            f'"{host}" is no address of this machine', mend="Such as --host 127.0.0.1, or --host 0.0.0.0 for all networks"
        ) from error
    made = socket.socket(family, kind)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind(address)
        made.listen(128)
    except OSError as error:
        made.close()
        mend = "Another server may be running there; name another port: --port 8001"
        raise WarledgerError(f"cannot listen on {host} port {port}: {error.strerror or error}", mend=mend) from error
    return made


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches that address."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def run(app: FastAPI, where: socket.socket, started: Callable[[], None]) -> None:
    """Serves until interrupted; `started` is called when it is about to answer."""
    started()
    server(app).run(sockets=[where])


def server(app: FastAPI) -> uvicorn.Server:
    """The server as it is always set up. Requests are not logged: what is searched for is nobody's business."""
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        lifespan="off",
        ws="none",
        proxy_headers=False,
        server_header=False,
        limit_concurrency=_AT_ONCE,
        timeout_graceful_shutdown=3,
    )
    return uvicorn.Server(config)
