"""Two copies of the program: the second raises the first one's window and ends."""

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from functools import partial
from itertools import islice
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from clockify_desktop.app import single_instance
from clockify_desktop.app.single_instance import SingleInstance

DRIVER = Path(__file__).with_name("instance_driver.py")
LIMIT_S = 20
pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and files")

Copy = subprocess.Popen[str]
Start = Callable[..., Copy]


@pytest.fixture
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder whose path is short enough for sockets."""
    return tmp_path_factory.mktemp("run")


@pytest.fixture
def start(
    bare_environment: dict[str, str], place: Path, tmp_path: Path
) -> Iterator[Start]:
    """Start copies of the program; those that still run are ended afterwards."""
    started: list[Copy] = []

    def begin(*words: str, home: str = "home") -> Copy:
        copy = subprocess.Popen(
            [sys.executable, str(DRIVER), *words],
            env={
                **bare_environment,
                "CLOCKIFY_DESKTOP_HOME": str(tmp_path / home),
                "XDG_RUNTIME_DIR": str(place),
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(copy)
        return copy

    yield begin
    for copy in started:
        if copy.poll() is None:
            copy.kill()
        copy.communicate()


def told(copy: Copy, lines: int) -> list[str]:
    assert copy.stdout is not None
    return [copy.stdout.readline().strip() for _ in range(lines)]


def end_of(copy: Copy) -> tuple[int, str, str]:
    """Wait for the end: code, what was not read yet, errors."""
    out, err = copy.communicate(timeout=LIMIT_S)
    return copy.returncode, out, err


def quit_by_signal(copy: Copy) -> None:
    copy.send_signal(signal.SIGTERM)
    assert end_of(copy) == (143, "", "")


def test_the_second_raises_the_first_ones_window(start: Start, place: Path) -> None:
    first = start("--demo")
    assert told(first, 2) == ["window", "first"]
    socket = next(one for one in place.iterdir() if stat.S_ISSOCK(one.stat().st_mode))
    assert stat.S_IMODE(socket.stat().st_mode) & 0o077 == 0
    for _ in range(2):
        assert end_of(start("--demo")) == (0, "", "")
        assert told(first, 2) == ["in front", "to be seen"]
    quit_by_signal(first)
    assert list(place.iterdir()) == []


def test_a_file_is_handed_to_the_first(start: Start, tmp_path: Path) -> None:
    first = start("--demo")
    assert told(first, 2) == ["window", "first"]
    file = tmp_path / "\N{SNOWMAN} a\nb.clockify-report.toml"
    assert end_of(start("open", os.path.relpath(file), "--demo")) == (0, "", "")
    said = told(first, 4)
    assert said == ["in front", "to be seen", *f"file {file}".split("\n")]
    quit_by_signal(first)


def test_the_sample_another_folder_and_measuring_have_their_own(start: Start) -> None:
    first = start("--demo")
    assert told(first, 2) == ["window", "first"]
    for copy in (start(), start("--demo", home="elsewhere")):
        assert told(copy, 2) == ["window", "first"]
    assert end_of(start("--demo", "--quit-after", "window")) == (0, "window\n", "")
    quit_by_signal(first)


def test_beside_a_window_nothing_of_a_person_is_deleted(
    start: Start,
) -> None:
    first = start("--demo")
    assert told(first, 2) == ["window", "first"]
    refused = "error: The window is open: Close it, then try once more.\n"
    assert end_of(start("--purge-data", "--yes")) == (1, "", refused)
    quit_by_signal(first)
    assert end_of(start("--purge-data", "--yes"))[::2] == (0, "")


def test_a_killed_copy_is_not_waited_for(start: Start, place: Path) -> None:
    first = start("--demo")
    assert told(first, 2) == ["window", "first"]
    first.kill()
    first.wait()
    assert len(list(place.iterdir())) == 2
    after = start("--demo")
    assert told(after, 2) == ["window", "first"]
    assert end_of(start("--demo")) == (0, "", "")
    assert told(after, 2) == ["in front", "to be seen"]


def test_a_copy_that_does_not_answer_is_not_waited_for(start: Start) -> None:
    first = start("--demo")
    assert told(first, 2) == ["window", "first"]
    first.send_signal(signal.SIGSTOP)
    second = start("--demo")
    assert told(second, 2) == ["window", "one more"]
    quit_by_signal(second)
    first.send_signal(signal.SIGCONT)
    assert told(first, 2) == ["in front", "to be seen"]
    # It is still the first one.
    assert end_of(start("--demo")) == (0, "", "")


def test_of_several_at_once_one_stays(start: Start) -> None:
    copies = [start("--demo") for _ in range(3)]
    with ThreadPoolExecutor(3) as pool:
        ends = {pool.submit(end_of, one): one for one in copies}
        for end in islice(as_completed(ends, timeout=LIMIT_S), 2):
            assert end.result() == (0, "", "")
            copies.remove(ends[end])
        (first,) = copies
        first.send_signal(signal.SIGTERM)
    (whole,) = {end.result() for end, copy in ends.items() if copy is first}
    assert whole == (143, "window\nfirst\n" + 2 * "in front\nto be seen\n", "")


@pytest.fixture
def make(
    qapp: QApplication, place: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], SingleInstance]]:
    """Make copies within this process, in a place of their own."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(place))
    monkeypatch.setattr(single_instance, "_START_LIMIT_S", 0.0)
    owner = QObject(qapp)
    made: list[SingleInstance] = []

    def one() -> SingleInstance:
        made.append(SingleInstance(owner, demo=False))
        return made[-1]

    yield one
    for copy in made:
        copy.leave()
    owner.deleteLater()


@pytest.mark.parametrize("own", [True, False])
def test_a_socket_of_somebody_else_is_not_asked(
    make: Callable[[], SingleInstance], monkeypatch: pytest.MonkeyPatch, *, own: bool
) -> None:
    first, second = make(), make()
    asked: list[str] = []
    first.asked.connect(partial(asked.append, "asked"))
    assert not first.raise_other()
    first.listen()
    if not own:
        monkeypatch.setattr(single_instance.os, "getuid", lambda: -1)
    began_s = time.monotonic()
    # The first is asked or not; in this one thread it cannot answer meanwhile.
    assert not second.raise_other()
    assert time.monotonic() - began_s < LIMIT_S
    assert first._server is not None
    first._server.waitForNewConnection(0)
    assert asked == ["asked"] * own


def test_without_qts_network_every_copy_has_a_window(
    make: Callable[[], SingleInstance], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtNetwork", None)
    first, second = make(), make()
    assert not first.raise_other()
    assert not second.raise_other()
    first.listen()
    assert first._lock is not None
    assert not first._lock.isLocked()


def test_where_nothing_can_be_written_every_copy_has_a_window(
    make: Callable[[], SingleInstance], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nowhere")
    copy = make()
    # There is no other one, so that none is waited for.
    monkeypatch.setattr(copy, "_is_connected", pytest.fail)
    assert not copy.raise_other()
    copy.listen()
    assert copy._server is None


def test_a_place_that_is_too_long_for_a_socket(
    make: Callable[[], SingleInstance], place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    far = place / ("x" * 120)
    far.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(far))
    copy = make()
    assert not copy.raise_other()
    copy.listen()
    assert copy._lock is not None
    assert not copy._lock.isLocked()


@pytest.mark.parametrize("mode", [0o770, 0o707])
def test_where_somebody_else_may_write_nothing_is_waited_for(
    make: Callable[[], SingleInstance], place: Path, *, mode: int
) -> None:
    """A pipe in place of the lock would hold the start up for ever."""
    name = single_instance._name(demo=False)
    os.mkfifo(place / f"{name}.lock", 0o666)
    place.chmod(mode)
    copy = make()
    assert not copy.raise_other()
    copy.listen()
    copy.leave()
    assert [one.name for one in place.iterdir()] == [f"{name}.lock"]


def a_large_file(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1 << 40)


@pytest.mark.parametrize(
    "lay",
    [os.mkfifo, a_large_file, Path.mkdir, lambda path: path.symlink_to("/dev/zero")],
)
def test_what_is_no_lock_is_neither_waited_for_nor_read(
    make: Callable[[], SingleInstance], place: Path, lay: Callable[[Path], object]
) -> None:
    name = single_instance._name(demo=False)
    lay(place / f"{name}.lock")
    copy = make()
    assert not copy.raise_other()
    copy.listen()
    copy.leave()
    assert [one.name for one in place.iterdir()] == [f"{name}.lock"]


def test_without_a_folder_for_running_programs_there_is_one_of_our_own(
    make: Callable[[], SingleInstance], place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    monkeypatch.setattr(single_instance.QDir, "tempPath", lambda: str(place))
    copy = make()
    assert not copy.raise_other()
    copy.listen()
    (folder,) = place.iterdir()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert len(list(folder.iterdir())) == 2
    copy.leave()
    assert list(folder.iterdir()) == []


def test_a_link_in_place_of_our_own_folder_is_not_followed(
    make: Callable[[], SingleInstance],
    place: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    monkeypatch.setattr(single_instance.QDir, "tempPath", lambda: str(place))
    (place / f"clockify-desktop-{os.getuid()}").symlink_to(tmp_path)
    make().raise_other()
    assert list(tmp_path.iterdir()) == []


def test_a_home_whose_path_is_no_text(
    make: Callable[[], SingleInstance], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CLOCKIFY_DESKTOP_HOME")
    names = set()
    for home in (b"/\xff", b"/\xfe"):
        monkeypatch.setenv("HOME", os.fsdecode(home))
        assert not make().raise_other()
        names.add(single_instance._name(demo=False))
    assert len(names) == 2
