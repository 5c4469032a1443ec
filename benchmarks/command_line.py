"""The whole command, beside a bare script that asks and prints the same."""

import compileall
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from figures import Figure, show
from served import sample_served

import clockify_desktop

RUNS = 11
TARGET = 1.4
WEEK = "2026-W47"
NOW = "2026-11-23T09:00:00+01:00"
BARE = Path(__file__).with_name("bare_report.py")


def seconds_of(command: list[str], environment: dict[str, str]) -> tuple[float, int]:
    """Time one process from start to end; count the rows it printed."""
    start = time.perf_counter()
    ended = subprocess.run(
        command, env=environment, capture_output=True, check=True, text=True
    )
    return time.perf_counter() - start, ended.stdout.count("\n")


def figures() -> list[Figure]:
    """Measure both in turn against one sample server."""
    report = ["report", "--period", WEEK, "--format", "csv", "--no-zero"]
    ours = [sys.executable, "-m", "clockify_desktop", *report]
    bare = [sys.executable, str(BARE)]
    # As installed; a checkout may be where Python writes no bytecode.
    compileall.compile_dir(Path(clockify_desktop.__file__).parent, quiet=1)
    with sample_served(NOW) as told:
        environment = {**os.environ, **told}
        # The first run of each warms the disk and is not counted.
        assert seconds_of(ours, environment)[1] == seconds_of(bare, environment)[1]
        ratios = [
            seconds_of(ours, environment)[0] / seconds_of(bare, environment)[0]
            for _ in range(RUNS)
        ]
    name = "report of one week as CSV, whole process, against a bare script"
    return [Figure(name, statistics.median(ratios), TARGET)]


if __name__ == "__main__":
    sys.exit(show(figures()))
