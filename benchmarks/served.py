"""A server in a process of its own, which says on its first line where it is."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager


@contextmanager
def served(*words: str) -> Iterator[dict[str, str]]:
    """Let Python serve until the block ends.

    Args:
        words: What it runs, such as ``-m clockify_desktop sample-server``.

    Yields:
        The variables that tell the program where the server is, and a key.
    """
    with subprocess.Popen(
        [sys.executable, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        try:
            told: dict[str, str] = json.loads(process.stdout.readline())
            told.pop("keys")
            yield told
        finally:
            process.send_signal(signal.SIGTERM)


def sample_served(now: str) -> AbstractContextManager[dict[str, str]]:
    """Serve the sample organisation as it is at some moment."""
    server = "-m", "clockify_desktop", "sample-server", "--port", "0"
    return served(*server, "--now", now)
