"""Serves a sample organisation on loopback until somebody ends it."""

import asyncio
import json
import signal
import socket
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType

import uvicorn

from clockify_desktop.sample.keys import MANAGER_KEY, MEMBER_KEY, OWNER_KEY
from clockify_desktop.sample.organisation import Organisation
from clockify_desktop.sample.server.app import (
    CORE_PREFIX,
    REPORTS_PREFIX,
    Delayed,
    create_app,
)

LOOPBACK = "127.0.0.1"
_BACKLOG = 2048


# Everything goes to stderr: stdout belongs to the one line.
_LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(levelname)s %(message)s"}},
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": "plain",
            "stream": "ext://sys.stderr",
        }
    },
    "loggers": {
        name: {"handlers": ["stderr"], "level": "INFO", "propagate": False}
        for name in ("uvicorn", "uvicorn.error", "uvicorn.access")
    },
}
ENDINGS = tuple(
    # Windows has no closing of a terminal.
    getattr(signal, name)
    for name in ("SIGINT", "SIGTERM", "SIGHUP")
    if hasattr(signal, name)
)
"""The signals that end a server with 0."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server listens."""

    port: int

    def line(self) -> str:
        """Write what whoever started the server must know, as one JSON line."""
        root = f"http://{LOOPBACK}:{self.port}"
        return json.dumps(
            {
                "CLOCKIFY_API_KEY": OWNER_KEY,
                "CLOCKIFY_API_URL": root + CORE_PREFIX,
                "CLOCKIFY_REPORTS_URL": root + REPORTS_PREFIX,
                "keys": {
                    "owner": OWNER_KEY,
                    "manager": MANAGER_KEY,
                    "member": MEMBER_KEY,
                },
            }
        )


def listen(port: int) -> socket.socket:
    """Take a port on loopback.

    Args:
        port: 0 takes a free one.

    Returns:
        A socket that already listens: whoever connects from now on is served.

    Raises:
        OSError: The port is taken or not to be had.
    """
    taken = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind((LOOPBACK, port))
        taken.listen(_BACKLOG)
    except OSError:
        taken.close()
        raise
    return taken


def serve(
    organisation: Organisation,
    listening: socket.socket,
    tell: Callable[[str], object],
    latency_ms: int = 0,
) -> None:
    """Serve until a signal ends it.

    Args:
        organisation: What is served.
        listening: From ``listen``; closed at the end.
        tell: Is given the one JSON line that says where, once.
        latency_ms: How long every reply is held back.
    """
    config = uvicorn.Config(
        Delayed(create_app(organisation), latency_ms / 1000),
        log_config=_LOGGING,
        # A line a request would fill the pipe of a caller who never reads stderr.
        access_log=False,
        lifespan="off",
        ws="none",
        timeout_graceful_shutdown=2,
    )
    server = uvicorn.Server(config)

    def end(_signal: int, _frame: FrameType | None) -> None:
        server.should_exit = True

    # Once it is done, uvicorn raises again what it caught; then these are back.
    for ending in ENDINGS:
        signal.signal(ending, end)
    address = Address(listening.getsockname()[1])
    tell(address.line())
    with listening:
        asyncio.run(server.serve(sockets=[listening]))
