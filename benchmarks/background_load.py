"""Processes that are busy at the lowest priority, as a backup or an indexer is."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

# Ends by itself where the benchmark was killed.
_BUSY = """
import os
parent = os.getppid()
os.nice(19)
print(flush=True)
while os.getppid() == parent:
    for _ in range(10**6):
        pass
"""


@contextmanager
def background_load() -> Iterator[None]:
    """Keep all cores but one busy, at least one, until the block ends."""
    count = max(1, (os.cpu_count() or 1) - 1)
    busy = [
        subprocess.Popen(
            [sys.executable, "-c", _BUSY], stdout=subprocess.PIPE, text=True
        )
        for _ in range(count)
    ]
    try:
        for process in busy:
            assert process.stdout is not None
            process.stdout.readline()
        yield
    finally:
        for process in busy:
            process.kill()
            process.communicate()
