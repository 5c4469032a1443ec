import asyncio
import contextlib
import errno
import os
import resource
import stat
import struct
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from clockify_desktop.domain.errors import FileRefusedError
from clockify_desktop.files.atomic import replace_file

OLD = b"the old export\n"
NOBODY = 65534
ACCESS, DEFAULT = "system.posix_acl_access", "system.posix_acl_default"
has_lists = pytest.mark.skipif(
    not hasattr(os, "setxattr"), reason="needs attributes of files, as Linux has them"
)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "week.csv"
    path.write_bytes(OLD)
    return path


@contextlib.contextmanager
def file_size_limit(limit: int) -> Iterator[None]:
    """Let the system cut every write beyond a size, as a full disk does."""
    earlier = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, earlier[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, earlier)


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_new_file_in_parts(tmp_path: Path) -> None:
    path = tmp_path / "week.csv"
    replace_file(path, (b"%d\n" % number for number in range(30_000)))
    assert path.read_bytes() == b"".join(b"%d\n" % number for number in range(30_000))
    assert names_in(tmp_path) == ["week.csv"]


def test_existing_file_is_replaced_not_rewritten(target: Path) -> None:
    with target.open("rb") as reader:
        replace_file(target, b"new\n")
        # Whoever reads the old file reads it to its end.
        assert reader.read() == OLD
    assert target.read_bytes() == b"new\n"


def test_new_file_honours_umask_and_private_does_not_need_it(tmp_path: Path) -> None:
    earlier = os.umask(0o027)
    try:
        replace_file(tmp_path / "shared", b"")
        os.umask(0)
        replace_file(tmp_path / "private", b"", private=True)
    finally:
        os.umask(earlier)
    assert mode_of(tmp_path / "shared") == 0o640
    assert mode_of(tmp_path / "private") == 0o600


def test_existing_permissions_are_kept(target: Path) -> None:
    target.chmod(0o664)
    replace_file(target, b"new\n")
    assert mode_of(target) == 0o664


def access_list(user: int) -> bytes:
    """Let one more user read and write; as the kernel spells it."""
    entries = [(1, 6, -1), (2, 6, user), (4, 4, -1), (16, 6, -1), (32, 0, -1)]
    return struct.pack("<I", 2) + b"".join(struct.pack("<HHi", *one) for one in entries)


def set_or_skip(path: Path, name: str, value: bytes) -> None:
    try:
        os.setxattr(path, name, value)
    except OSError as error:
        pytest.skip(f"this disk keeps no {name}: {error}")


@has_lists
def test_what_is_noted_of_a_file_is_kept(target: Path) -> None:
    set_or_skip(target, "user.xdg.comment", b"for the tax office")
    set_or_skip(target, ACCESS, access_list(NOBODY))
    replace_file(target, b"new\n")
    assert os.getxattr(target, "user.xdg.comment") == b"for the tax office"
    assert os.getxattr(target, ACCESS) == access_list(NOBODY)
    assert mode_of(target) == 0o660


@has_lists
def test_a_list_of_the_folder_lets_nobody_more_in(target: Path) -> None:
    target.chmod(0o640)
    set_or_skip(target.parent, DEFAULT, access_list(NOBODY))
    replace_file(target, b"new\n")
    assert ACCESS not in os.listxattr(target)
    assert mode_of(target) == 0o640


@has_lists
def test_where_a_disk_keeps_no_lists_the_file_is_written(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> None:
        raise OSError(errno.ENOTSUP, "Operation not supported")

    monkeypatch.setattr(os, "listxattr", none)
    replace_file(target, b"new\n")
    assert target.read_bytes() == b"new\n"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_owner_and_group_are_kept_by_root(target: Path) -> None:
    os.chown(target, NOBODY, NOBODY - 1)
    replace_file(target, b"new\n")
    assert (target.stat().st_uid, target.stat().st_gid) == (NOBODY, NOBODY - 1)


@pytest.mark.parametrize(("mode", "narrowed"), [(0o640, 0o600), (0o664, 0o644)])
def test_another_group_may_do_no_more_than_everybody(
    target: Path, monkeypatch: pytest.MonkeyPatch, mode: int, narrowed: int
) -> None:
    target.chmod(mode)
    earlier = target.stat()
    stranger = os.stat_result((*earlier[:5], earlier.st_gid + 1, *earlier[6:]))

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "chown", refuse)
    monkeypatch.setattr("clockify_desktop.files.atomic._status", lambda _: stranger)
    replace_file(target, b"new\n")
    assert mode_of(target) == narrowed


def test_private_narrows_what_others_could_read(target: Path) -> None:
    target.chmod(0o644)
    replace_file(target, b"new\n", private=True)
    assert mode_of(target) == 0o600


def test_content_is_never_readable_by_others_on_the_way(tmp_path: Path) -> None:
    def content() -> Iterator[bytes]:
        (temporary,) = tmp_path.iterdir()
        yield b"%o" % mode_of(temporary)

    replace_file(tmp_path / "private", content(), private=True)
    assert (tmp_path / "private").read_bytes() == b"600"


def test_link_is_written_through(target: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.csv"
    link.symlink_to(Path("..") / target.name)
    replace_file(link, b"new\n")
    assert link.is_symlink()
    assert target.read_bytes() == b"new\n"


def test_link_to_nothing_makes_the_file(tmp_path: Path) -> None:
    link = tmp_path / "link.csv"
    link.symlink_to("real.csv")
    replace_file(link, b"new\n")
    assert link.is_symlink()
    assert (tmp_path / "real.csv").read_bytes() == b"new\n"


def test_a_chain_of_links_stays_even_where_it_leads_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "first.csv").symlink_to("second.csv")
    (tmp_path / "second.csv").symlink_to("folder/third.csv")
    (tmp_path / "folder" / "third.csv").symlink_to("../real.csv")
    for content in (b"new\n", b"newer\n"):
        replace_file(tmp_path / "first.csv", content)
        assert (tmp_path / "real.csv").read_bytes() == content
    assert (tmp_path / "first.csv").readlink() == Path("second.csv")
    assert (tmp_path / "folder" / "third.csv").is_symlink()
    assert names_in(tmp_path / "folder") == ["third.csv"]


def test_link_to_another_disk(tmp_path: Path) -> None:
    memory = Path("/dev/shm")  # noqa: S108 - a disk of its own, on Linux
    if not memory.is_dir() or memory.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("needs a second disk")
    with TemporaryDirectory(dir=memory) as elsewhere:
        (Path(elsewhere) / "week.csv").write_bytes(OLD)
        (tmp_path / "week.csv").symlink_to(Path(elsewhere) / "week.csv")
        replace_file(tmp_path / "week.csv", b"new\n")
        assert (Path(elsewhere) / "week.csv").read_bytes() == b"new\n"
        assert names_in(Path(elsewhere)) == ["week.csv"]


def test_name_as_long_as_the_disk_takes(tmp_path: Path) -> None:
    path = tmp_path / ("ä" * 127)
    replace_file(path, b"new\n")
    assert path.read_bytes() == b"new\n"


def test_device_is_written_to_not_replaced() -> None:
    replace_file(Path(os.devnull), b"new\n")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_pipe_gets_the_content() -> None:
    read, write = os.pipe()
    with os.fdopen(read, "rb") as reader:
        with os.fdopen(write, "wb"):
            replace_file(Path(f"/dev/fd/{write}"), b"new\n")
        assert reader.read() == b"new\n"


def test_full_disk_leaves_the_old_file(target: Path, tmp_path: Path) -> None:
    with file_size_limit(100_000), pytest.raises(FileRefusedError) as caught:
        replace_file(target, b"x" * 100_001)
    assert "larger than a file may be" in caught.value.advice
    assert str(target) in caught.value.title
    assert target.read_bytes() == OLD
    assert names_in(tmp_path) == [target.name]


def test_full_disk_in_the_last_buffer(target: Path, tmp_path: Path) -> None:
    # Less than a buffer: nothing is written before the flush.
    with file_size_limit(10), pytest.raises(FileRefusedError):
        replace_file(target, iter([b"x" * 5, b"x" * 6]))
    assert target.read_bytes() == OLD
    assert names_in(tmp_path) == [target.name]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full of Linux")
def test_full_device_says_so() -> None:
    with pytest.raises(FileRefusedError, match="The disk is full"):
        replace_file(Path("/dev/full"), b"new\n")


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_late_failure_leaves_the_old_file(
    target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(FileRefusedError, match="reports a fault"):
        replace_file(target, b"new\n")
    monkeypatch.undo()
    assert target.read_bytes() == OLD
    assert names_in(tmp_path) == [target.name]


@pytest.mark.parametrize("end", [KeyboardInterrupt, asyncio.CancelledError, ValueError])
def test_interruption_leaves_the_old_file(
    target: Path, tmp_path: Path, end: type[BaseException]
) -> None:
    def content() -> Iterator[bytes]:
        yield b"x" * 100_000
        raise end

    with pytest.raises(end):
        replace_file(target, content())
    assert target.read_bytes() == OLD
    assert names_in(tmp_path) == [target.name]


@contextlib.contextmanager
def as_nobody(folder: Path) -> Iterator[None]:
    """Give up root's rights, which no permission stops."""
    if os.geteuid() != 0:
        yield
        return
    for path in (folder, *folder.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder(tmp_path: Path) -> Path:
    # pytest's folders are closed to nobody else than root.
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.getuid() and folder.stat().st_mode & 0o055 == 0:
            folder.chmod(0o711)
    return tmp_path


def test_file_that_its_owner_made_read_only(target: Path, open_folder: Path) -> None:
    target.chmod(0o444)
    with as_nobody(open_folder), pytest.raises(FileRefusedError, match="no right"):
        replace_file(target, b"new\n")
    assert target.read_bytes() == OLD


def test_folder_without_right_to_write(target: Path, open_folder: Path) -> None:
    target.chmod(0o666)
    with as_nobody(open_folder):
        open_folder.chmod(0o555)
        with pytest.raises(FileRefusedError, match="no right"):
            replace_file(target, b"new\n")
    open_folder.chmod(0o755)
    assert target.read_bytes() == OLD


def test_a_pipe_that_nobody_reads_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileRefusedError, match="Nobody is there to read it"):
        replace_file(tmp_path / "pipe", b"new\n")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    with os.fdopen(reader, "rb") as stream:
        replace_file(tmp_path / "pipe", b"new\n")
        assert stream.read() == b"new\n"
    assert names_in(tmp_path) == ["pipe"]


def test_a_pipe_gets_more_than_it_holds_at_once(tmp_path: Path) -> None:
    content = b"x" * 300_000
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    # Before there is a writer it reads nothing, without waiting.
    os.set_blocking(reader, True)

    def read() -> bytes:
        found = b""
        while len(found) < len(content):
            found += os.read(reader, len(content))
        return found

    with ThreadPoolExecutor(1) as pool:
        found = pool.submit(read)
        replace_file(tmp_path / "pipe", content)
        assert found.result() == content
    os.close(reader)


@pytest.mark.parametrize("name", ["/dev/fd/{}", "/proc/self/fd/{}"])
def test_an_open_file_goes_on_where_it_is(target: Path, name: str) -> None:
    # As in a shell: week.csv >> log, where what stands in it is to stay.
    with target.open("ab") as log:
        replace_file(Path(name.format(log.fileno())), b"new\n")
    assert target.read_bytes() == OLD + b"new\n"
    with pytest.raises(FileRefusedError, match="could not be written"):
        replace_file(Path(name.format(99)), b"new\n")
