import fcntl
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from clockify_desktop.files import temporary_files
from clockify_desktop.files.atomic import replace_file
from clockify_desktop.files.temporary_files import (
    _remove_unfinished,
    remove_left,
    temporary_name,
)

HOUR_S = 3600
WRITING = """
import sys
from pathlib import Path
from clockify_desktop.files.atomic import replace_file

def content():
    yield b"half of an export"
    print("in the middle", flush=True)
    sys.stdin.read()

replace_file(Path(sys.argv[1]), content())
"""


def left(path: Path, age_s: float = 0) -> Path:
    path.write_bytes(b"half of an export")
    then = time.time() - age_s
    os.utime(path, (then, then))
    return path


@pytest.fixture
def writing(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Let another process be in the middle of a file."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITING, str(tmp_path / "theirs.csv")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with process:
        assert process.stdout is not None
        process.stdout.readline()
        yield process
        process.kill()


def test_what_a_killed_program_left_goes_with_the_next_write(
    writing: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    (theirs,) = tmp_path.iterdir()
    replace_file(tmp_path / "ours.csv", b"new\n")
    # However old it looks, somebody is at it.
    os.utime(theirs, (0, 0))
    assert remove_left(tmp_path) == 0
    assert theirs.exists()
    writing.send_signal(signal.SIGKILL)
    writing.wait()
    assert theirs.exists()
    replace_file(tmp_path / "ours.csv", b"newer\n")
    assert [path.name for path in tmp_path.iterdir()] == ["ours.csv"]


@pytest.mark.parametrize(
    "name",
    [
        "week.csv",
        ".clockify-desktop-0123456789abcdef.part.csv",
        "my.clockify-desktop-0123456789abcdef.part",
        ".clockify-desktop-0123456789abcde.part",
        ".clockify-desktop-0123456789ABCDEF.part",
        ".clockify-desktop-.part",
    ],
)
def test_foreign_names_stay(tmp_path: Path, name: str) -> None:
    path = left(tmp_path / name, 1000 * HOUR_S)
    assert remove_left(tmp_path) == 0
    assert path.exists()


def test_links_folders_and_pipes_stay(tmp_path: Path) -> None:
    precious = left(tmp_path / "precious.csv", 1000 * HOUR_S)
    (tmp_path / temporary_name()).symlink_to(precious)
    (tmp_path / temporary_name()).mkdir()
    os.mkfifo(tmp_path / temporary_name())
    assert remove_left(tmp_path) == 0
    assert len(list(tmp_path.iterdir())) == 4


def test_files_of_others_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = left(tmp_path / temporary_name(), 2 * HOUR_S)
    someone = os.getuid() + 1
    monkeypatch.setattr(os, "getuid", lambda: someone)
    assert remove_left(tmp_path) == 0
    assert path.exists()


def test_where_a_disk_has_no_locks_age_tells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(fcntl, "flock", no_locks)
    old = left(tmp_path / temporary_name(), 2 * HOUR_S)
    new = left(tmp_path / temporary_name(), HOUR_S / 2)
    replace_file(tmp_path / "week.csv", b"new\n")
    assert (tmp_path / "week.csv").exists()
    assert (old.exists(), new.exists()) == (False, True)


def test_where_nobody_removes_what_is_open_there_are_no_locks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(temporary_files, "_HAS_LOCKS", False)
    monkeypatch.delattr(fcntl, "flock")
    left(tmp_path / temporary_name(), 2 * HOUR_S)
    new = left(tmp_path / temporary_name(), HOUR_S / 2)
    replace_file(tmp_path / "week.csv", b"new\n")
    assert {path.name for path in tmp_path.iterdir()} == {"week.csv", new.name}


def test_folder_that_is_not_there_is_nobodys_trouble(tmp_path: Path) -> None:
    assert remove_left(tmp_path / "missing") == 0


def test_one_that_cannot_be_removed_does_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [left(tmp_path / temporary_name()) for _ in range(3)]
    unlink = Path.unlink

    def refusing(path: Path) -> None:
        if path == paths[0]:
            raise PermissionError
        unlink(path)

    monkeypatch.setattr(Path, "unlink", refusing)
    assert remove_left(tmp_path) == 2
    assert [path.exists() for path in paths] == [True, False, False]


def test_one_that_was_taken_for_left_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock, taken = fcntl.flock, list[str]()

    def late(number: int, how: int) -> None:
        if not taken:
            (path,) = tmp_path.iterdir()
            path.unlink()
            taken.append(path.name)
        lock(number, how)

    monkeypatch.setattr(fcntl, "flock", late)
    replace_file(tmp_path / "week.csv", b"new\n")
    assert taken
    assert [path.name for path in tmp_path.iterdir()] == ["week.csv"]


def test_a_program_that_ends_leaves_nothing_of_what_a_thread_is_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_ending, in_the_middle, ended = (threading.Event() for _ in range(3))
    monkeypatch.setattr(temporary_files, "_is_ending", is_ending)
    failed: list[str] = []

    def content() -> Iterator[bytes]:
        yield b"x" * 100_000
        in_the_middle.set()
        ended.wait()

    def write(parts: Iterator[bytes]) -> None:
        try:
            replace_file(tmp_path / "week.csv", parts)
        except Exception as error:  # noqa: BLE001 - whatever it is, nothing is there
            failed.append(str(error))

    thread = threading.Thread(target=write, args=(content(),))
    thread.start()
    in_the_middle.wait()
    _remove_unfinished()
    assert not list(tmp_path.iterdir())
    ended.set()
    thread.join()
    # Nor of what one begins only now.
    write(iter([b"new\n"]))
    assert len(failed) == 2
    assert not list(tmp_path.iterdir())
