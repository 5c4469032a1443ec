"""Ways to run commands: against a sample server in another process, and with Ctrl+C."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest

from clockify_desktop.api import client_factory
from clockify_desktop.cli.program import run

NOW = "2026-11-23T09:00:00+01:00"

Server = dict[str, str]
Run = Callable[..., tuple[int, bytes, str]]


@pytest.fixture(scope="session")
def sample_server() -> Iterator[Server]:
    """Start a server; hand out its variables and the keys by role."""
    command = [sys.executable, "-m", "clockify_desktop", "sample-server", "--port", "0"]
    process = subprocess.Popen(
        [*command, "--now", NOW],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    try:
        line = json.loads(process.stdout.readline())
        keys = line.pop("keys")
        yield {**line, **keys}
    finally:
        process.send_signal(signal.SIGTERM)
        code = process.wait(timeout=20)
        process.stdout.close()
    assert code == 0


@pytest.fixture
def environment(
    sample_server: Server, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], None]:
    """Let the command line find the server, as one of its people.

    The limit of the rate protects Clockify; here is nothing to protect.
    """
    monkeypatch.setattr(client_factory, "KEY_RATE_A_SECOND", 1000.0)

    def sign_in(role: str) -> None:
        monkeypatch.setenv("CLOCKIFY_API_KEY", sample_server[role])
        for name in ("CLOCKIFY_API_URL", "CLOCKIFY_REPORTS_URL"):
            monkeypatch.setenv(name, sample_server[name])

    sign_in("owner")
    return sign_in


@pytest.fixture
def cli(
    environment: Callable[[str], None], capfdbinary: pytest.CaptureFixture[bytes]
) -> Run:
    """Run a command within this process: code, standard output, standard error."""
    del environment

    def call(*words: str) -> tuple[int, bytes, str]:
        try:
            code = run(words)
        except SystemExit as ending:
            code = int(ending.code or 0)
        captured = capfdbinary.readouterr()
        return code, captured.out, captured.err.decode()

    return call


@pytest.fixture
def child_environment(sample_server: Server) -> dict[str, str]:
    """The environment for a child process that asks the server as its owner."""
    names = ("CLOCKIFY_API_KEY", "CLOCKIFY_API_URL", "CLOCKIFY_REPORTS_URL")
    return {**os.environ, **{name: sample_server[name] for name in names}}


@pytest.fixture
def ctrl_c() -> Iterator[None]:
    """Take SIGINT as a terminal's programs do; one in the background ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
