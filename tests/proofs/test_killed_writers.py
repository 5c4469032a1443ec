"""A writer that is killed at any moment leaves the earlier file or the new one."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from clockify_desktop.files.temporary_files import remove_left
from tests.proofs.file_writers import (
    FULL,
    NAIVE,
    OLD,
    WRITERS,
    parts_of,
    report_of,
)

pytestmark = [
    pytest.mark.proof,
    pytest.mark.skipif(os.name != "posix", reason="forks, and kills by a signal"),
]
KILLS, PEOPLE = (500, 6) if FULL else (24, 1)
# In the last steps it is flushed, synced and renamed: there one by one, or some.
LAST, EACH = (200, 1) if FULL else (200, 20)
ROOT = Path(__file__).parents[2]


@contextmanager
def killing(
    name: str, target: Path, temporary: Path
) -> Iterator[tuple[int, Callable[[int], None]]]:
    """Start the program; give how many steps there are, and what kills at one."""
    with subprocess.Popen(
        [
            sys.executable,
            "-m",
            "tests.proofs.killed_writer",
            name,
            str(PEOPLE),
            str(target),
        ],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(temporary)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        said, heard = program.stdin, program.stdout

        def kill(step: int) -> None:
            said.write(f"{step}\n")
            said.flush()
            assert heard.readline() == "killed\n"

        yield int(heard.readline()), kill
        said.close()


def steps_of(count: int) -> list[int]:
    late = range(count - LAST, count, EACH)
    early = KILLS - len(late)
    return [*(1 + at * (count - LAST) // early for at in range(early)), *late]


@pytest.mark.parametrize("name", [*WRITERS, NAIVE])
def test_a_kill_at_any_step_leaves_a_whole_file(
    tmp_path: Path, figure: Callable[[str, str], None], name: str
) -> None:
    folder, temporary = tmp_path / "exports", tmp_path / "tmp"
    folder.mkdir()
    temporary.mkdir()
    target, whole = folder / "week.csv", b"".join(parts_of(name, report_of(PEOPLE)))
    damaged = left = new = 0
    with killing(name, target, temporary) as (count, kill):
        assert count > KILLS
        for step in steps_of(count):
            target.write_bytes(OLD)
            kill(step)
            content = target.read_bytes()
            damaged += content not in (OLD, whole)
            new += content == whole
            left += remove_left(folder)
            assert list(folder.iterdir()) == [target]
            assert not list(temporary.iterdir())
    figure(f"{name}: damaged files of {KILLS} kills", f"{damaged} ({left} swept)")
    if name == NAIVE:
        assert damaged > KILLS / 2
    else:
        assert damaged == 0
        # They were caught in the middle, and before and after it was renamed.
        assert left > KILLS / 3
        assert 0 < new < LAST // EACH
