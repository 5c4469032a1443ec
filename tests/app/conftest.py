"""The whole program against a sample server in another process."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest

from tests.app.forked_starts import ForkedStarts, forked_starts

NOW = "2026-11-23T09:00:00+01:00"
NAMES = ("CLOCKIFY_API_KEY", "CLOCKIFY_API_URL", "CLOCKIFY_REPORTS_URL")

Server = dict[str, str]


@contextmanager
def _served(*words: str) -> Iterator[Server]:
    command = [sys.executable, "-m", "clockify_desktop", "sample-server", "--port", "0"]
    process = subprocess.Popen(
        [*command, "--now", NOW, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    try:
        line = json.loads(process.stdout.readline())
        yield {**line, **line.pop("keys")}
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)
        process.stdout.close()


@pytest.fixture(scope="session")
def sample_server() -> Iterator[Server]:
    with _served() as server:
        yield server


@pytest.fixture(scope="session")
def slow_server() -> Iterator[Server]:
    with _served("--latency-ms", "3000") as server:
        yield server


@pytest.fixture(scope="session")
def forks() -> Iterator[ForkedStarts]:
    """Start drivers that do not ask how the program is imported."""
    with forked_starts() as forks:
        yield forks


def _bare() -> dict[str, str]:
    return {name: one for name, one in os.environ.items() if name not in NAMES}


@pytest.fixture
def bare_environment() -> dict[str, str]:
    """Give a child process a home of its own, and no connection."""
    return _bare()


@pytest.fixture(scope="module")
def module_environment() -> dict[str, str]:
    """Give child processes of a whole module no connection; they need a home."""
    return _bare()


@pytest.fixture
def child_environment(
    sample_server: Server, bare_environment: dict[str, str]
) -> dict[str, str]:
    """Let a child process ask the server as its owner."""
    return {**bare_environment, **{name: sample_server[name] for name in NAMES}}


@pytest.fixture(scope="session")
def unused_port() -> Iterator[int]:
    """Hold a port at which nobody listens."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]


def _nothing() -> None:
    pass


class Relay:
    """Stands before the server: counts what is asked, and can be cut off.

    Args:
        port: Of the server.
    """

    def __init__(self, port: int) -> None:
        self._target = port
        self._open: list[socket.socket] = []
        self.port = 0
        self.sent = 0
        """Bytes that the program has sent to the server so far."""
        self.tell: Callable[[], object] = _nothing
        self.connect()

    def connect(self) -> None:
        """Listen, at the same port as before."""
        listening = socket.create_server(("127.0.0.1", self.port))
        self.port = listening.getsockname()[1]
        self._open = [listening]
        threading.Thread(target=self._accept, args=(listening,), daemon=True).start()

    def cut(self) -> None:
        """End every connection and refuse new ones."""
        for one in self._open:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def _accept(self, listening: socket.socket) -> None:
        with suppress(OSError):
            while True:
                near, _ = listening.accept()
                far = socket.create_connection(("127.0.0.1", self._target))
                self._open += near, far
                for way in ((near, far), (far, near)):
                    threading.Thread(target=self._pump, args=way, daemon=True).start()

    def _pump(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while block := source.recv(65536):
                if target.getpeername()[1] == self._target:
                    self.sent += len(block)
                    self.tell()
                target.sendall(block)
        for one in (source, target):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()


@pytest.fixture
def relay(sample_server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Relay]:
    """Let the program in this process ask the server, as its owner, through a relay."""
    url = sample_server["CLOCKIFY_API_URL"]
    port = int(url.split(":")[2].split("/")[0])
    relay = Relay(port)
    for name in NAMES:
        through = sample_server[name].replace(f":{port}/", f":{relay.port}/")
        monkeypatch.setenv(name, through)
    yield relay
    relay.cut()
