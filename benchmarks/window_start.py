"""The window's start and its memory, beside bare scripts with PySide6 and matplotlib.

Every run is a process of its own, measured from its start to its end, ours and the
bare one in turn. The folder of accounts and settings is an empty one. A small process
starts them: on Linux the memory of whoever starts a program counts as the program's.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import astuple, dataclass
from pathlib import Path

from figures import Figure, show

RUNS = 9
WINDOW_TARGET = 2.0
REPORT_TARGET = 1.6
MEMORY_TARGET = 1.4
HERE = Path(__file__).parent
OURS = ("-m", "clockify_desktop", "--demo", "--quit-after")
Pairs = list[tuple["Run", "Run"]]


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took.

    Args:
        seconds: From its start to its end.
        memory: The most that was resident, in units of the system's ``ru_maxrss``.
    """

    seconds: float
    memory: int


def run_of(words: tuple[str, ...], home: str) -> Run:
    """Run Python once with some words and wait for its end."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "CLOCKIFY_DESKTOP_HOME": home,
    }
    # What Qt says of its offscreen platform is no figure.
    silent = [(os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]
    start = time.perf_counter()
    process = os.posix_spawn(
        sys.executable, [sys.executable, *words], environment, file_actions=silent
    )
    _, status, used = os.wait4(process, 0)
    took = time.perf_counter() - start
    assert os.waitstatus_to_exitcode(status) == 0, words
    return Run(took, used.ru_maxrss)


def pairs_of(until: str, bare: str) -> Pairs:
    """Measure our start and a bare script in turn.

    Args:
        until: ``window`` or ``report``.
        bare: The name of the script.

    Returns:
        Pairs of ours and the bare one. The first pair warms the disk and is left out.
    """
    ours, script = (*OURS, until), (str(HERE / bare),)
    with tempfile.TemporaryDirectory() as home:
        pairs = [(run_of(ours, home), run_of(script, home)) for _ in range(RUNS + 1)]
    return pairs[1:]


def measured_apart(until: str, bare: str) -> Pairs:
    """Do the same from a small process of its own."""
    words = [sys.executable, __file__, until, bare]
    said = subprocess.run(words, capture_output=True, check=True).stdout
    return [(Run(*ours), Run(*floor)) for ours, floor in json.loads(said)]


def slower(pairs: Pairs) -> float:
    """Compare the times of pairs."""
    return statistics.median(ours.seconds / bare.seconds for ours, bare in pairs)


def larger(pairs: Pairs) -> float:
    """Compare the memory of pairs."""
    return statistics.median(ours.memory / bare.memory for ours, bare in pairs)


def figures() -> list[Figure]:
    """Measure the first frame, then the first report."""
    window = measured_apart("window", "bare_window.py")
    report = measured_apart("report", "bare_figure.py")
    bare = "PySide6 + matplotlib with an empty figure"
    return [
        Figure(
            "start to painted window, against a bare PySide6 window",
            slower(window),
            WINDOW_TARGET,
        ),
        Figure(
            f"start to drawn report of the sample organisation, against {bare}",
            slower(report),
            REPORT_TARGET,
        ),
        Figure(
            f"memory with the sample organisation, against {bare}",
            larger(report),
            MEMORY_TARGET,
        ),
    ]


def main() -> int:
    """Run as the small process or as the benchmark.

    Returns:
        The exit code.
    """
    if sys.argv[1:]:
        pairs = pairs_of(*sys.argv[1:])
        print(json.dumps([(astuple(ours), astuple(bare)) for ours, bare in pairs]))
        return 0
    return show(figures())


if __name__ == "__main__":
    sys.exit(main())
