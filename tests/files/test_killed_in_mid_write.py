import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from clockify_desktop.files.atomic import replace_file

KILLED = """
import sys
from pathlib import Path
from clockify_desktop.files.atomic import replace_file

target = Path(sys.argv[1])
print("ready", flush=True)
number = 0
while True:
    number += 1
    replace_file(target, (b"%d " % number * 1000 for _ in range(200)))
"""


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def damaged(content: bytes) -> bool:
    """Tell a whole file (one number, 200,000 times) from any other."""
    numbers = content.split()
    return len(numbers) != 200_000 or len(set(numbers)) != 1


def test_killed_program_never_leaves_a_damaged_file(tmp_path: Path) -> None:
    target = tmp_path / "week.csv"
    replace_file(target, b"0 " * 200_000)
    seen: set[bytes] = set()
    left: list[str] = []
    for turn in range(200):
        # The control: it did write, and it was caught in mid-write.
        if turn >= 20 and left and len(seen) > 1:
            break
        # The moment is drawn by the length of a read, not by a clock.
        with subprocess.Popen(
            [sys.executable, "-c", KILLED, str(target)], stdout=subprocess.PIPE
        ) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == b"ready\n"
            for _ in range(turn % 7 + 1):
                content = target.read_bytes()
                assert not damaged(content)
            child.send_signal(signal.SIGKILL)
        content = target.read_bytes()
        assert not damaged(content)
        seen.add(content[:6])
        left = [name for name in names_in(tmp_path) if name != target.name]
    else:
        pytest.fail("no child was caught in mid-write")
    assert all(re.fullmatch(r"\.clockify-desktop-\w{16}\.part", name) for name in left)
