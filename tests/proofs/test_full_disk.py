"""A disk that is full at any place leaves the earlier file, and nothing beside it."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clockify_desktop.domain.errors import FileRefusedError
from clockify_desktop.files.temporary_files import temporary_name
from tests.proofs.file_writers import (
    FULL,
    NAIVE,
    OLD,
    WRITERS,
    parts_of,
    report_of,
    write,
)

pytestmark = pytest.mark.proof
PLACES = 64 if FULL else 8
# At least 64 blocks of 4 KiB in each kind of file; what is packed takes more people.
PEOPLE = {"xlsx": 60, "pdf": 150} if FULL else {}
REPORTS = {
    name: report_of(PEOPLE.get(name, 30 if FULL else 10)) for name in (*WRITERS, NAIVE)
}


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A disk in memory that is soon full."""
    folder = tmp_path_factory.mktemp("disk")
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    if mount is None or unmount is None:
        pytest.skip("there is no program that mounts a disk")
    size = ["-t", "tmpfs", "-o", "size=8m", "tmpfs", str(folder)]
    if subprocess.run([mount, *size], check=False, capture_output=True).returncode:
        pytest.skip("only root may mount a disk in memory")
    yield folder
    subprocess.run([unmount, str(folder)], check=True)


@pytest.fixture
def target(disk: Path) -> Path:
    for path in disk.iterdir():
        path.unlink()
    path = disk / "week.csv"
    path.write_bytes(OLD)
    return path


def fill(path: Path, blocks_left: int) -> None:
    """Fill the disk up to so many blocks with a file of noughts."""
    path.unlink(missing_ok=True)
    free = os.statvfs(path.parent)
    with path.open("wb") as file:
        size = (free.f_bavail - blocks_left) * free.f_frsize
        os.posix_fallocate(file.fileno(), 0, size)


def blocks_of(size: int, disk: Path) -> int:
    return -(-size // os.statvfs(disk).f_frsize)


@pytest.mark.parametrize("name", [*WRITERS, NAIVE])
def test_a_disk_full_at_any_place(
    target: Path, figure: Callable[[str, str], None], name: str
) -> None:
    report = REPORTS[name]
    other, whole = target.with_name("other files"), b"".join(parts_of(name, report))
    needed = blocks_of(len(whole), target.parent)
    # What the naive writer gives free by emptying the target is a block.
    rooms = [at * (needed - 1) // PLACES for at in range(PLACES)]
    assert len(set(rooms)) == PLACES
    damaged = 0
    for room in rooms:
        target.write_bytes(OLD)
        fill(other, room)
        if name == NAIVE:
            with pytest.raises(OSError, match="No space left"):
                write(name, report, target)
        else:
            with pytest.raises(FileRefusedError, match="The disk is full"):
                write(name, report, target)
        damaged += target.read_bytes() != OLD
        assert {*target.parent.iterdir()} == {target, other}
    figure(f"{name}: damaged files of {PLACES} full disks", str(damaged))
    assert damaged == (PLACES if name == NAIVE else 0)
    # There is room for it, and not for a block less.
    fill(other, needed)
    write(name, report, target)
    assert target.read_bytes() == whole


def test_what_a_killed_writer_left_does_not_fill_the_disk(target: Path) -> None:
    left = target.with_name(temporary_name())
    fill(left, 0)
    write("csv", REPORTS["csv"], target)
    assert target.read_bytes() == b"".join(parts_of("csv", REPORTS["csv"]))
    assert [*target.parent.iterdir()] == [target]
