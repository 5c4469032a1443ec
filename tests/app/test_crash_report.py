"""What nobody foresaw reaches one reporter, and the program goes on."""

import json
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from clockify_desktop.app import error_log
from clockify_desktop.app.crash_report import CrashReporter
from clockify_desktop.store.folders import ERROR_LOG
from tests.app.forked_starts import Ended, ForkedStarts, Start

DRIVER = Path(__file__).with_name("crash_driver.py")
KINDS = (
    *("slot", "paint", "model", "timer", "job", "task", "thread", "loop"),
    *("collected", "qt"),
)
SECRET = "canary-of-the-key"
Environment = dict[str, str]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(scope="module")
def ends(
    forks: ForkedStarts, folder: Path, module_environment: Environment
) -> dict[str, Ended]:
    """Let each kind of error come in a process of its own, two at a time."""

    def troubled(kind: str) -> Start:
        home = folder / kind
        home.mkdir()
        environment = {**module_environment, "CLOCKIFY_DESKTOP_HOME": str(home)}
        return Start(DRIVER, (kind, "--demo"), environment, home)

    starts = [troubled(kind) for kind in KINDS]
    pairs = zip(starts[::2], starts[1::2], strict=True)
    ended = [one for pair in pairs for one in forks.run(pair, limit_s=60)]
    return dict(zip(KINDS, ended, strict=True))


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_written_down_and_told_and_the_program_goes_on(
    ends: dict[str, Ended], folder: Path, kind: str
) -> None:
    ended = ends[kind]
    assert ended.code == 0, ended.err
    told: dict[str, Any] = json.loads(ended.out)
    log = folder / kind / ERROR_LOG
    written = log.read_text()
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert told["shown"]
    assert told["what"].endswith("a mistake of 17 letters")
    assert told["report"].strip() == written.strip()
    assert told["log"] == f"Also written to {log}"
    assert written.startswith("clockify-desktop ")
    assert ("in go_wrong" in written) == (kind != "qt")
    assert SECRET not in written


def test_several_at_once_are_whole_in_the_log(tmp_path: Path) -> None:
    reporter = CrashReporter(tmp_path)
    heard: list[str] = []
    texts = [f"{number} " * 5000 + "end" for number in range(8)]
    start = threading.Barrier(8)

    def report(text: str) -> None:
        start.wait()
        reporter._write(text)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(report, texts))
    reporter.tell_to(heard.append)
    reporter._write("one more")
    assert len(heard) == 9
    assert (tmp_path / ERROR_LOG).read_text() == "".join(f"{one}\n" for one in heard)


def test_garbage_that_fails_while_an_error_is_written_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reporter = CrashReporter(tmp_path)
    heard: list[str] = []
    reporter.tell_to(heard.append)
    append = error_log._append

    def collecting(folder: Path, report: str) -> None:
        if "first" in report:
            reporter._write("of the garbage")
        append(folder, report)

    monkeypatch.setattr(error_log, "_append", collecting)
    reporter._write("the first")
    assert [one.strip().splitlines()[-1] for one in heard] == [
        "of the garbage",
        "the first",
    ]


def test_a_log_that_has_grown_large_is_begun_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reporter = CrashReporter(tmp_path / "new")
    monkeypatch.setattr(error_log, "_LARGEST_LOG_BYTES", 200)
    for text in ("a" * 300, "b"):
        reporter._write(text)
    written = (tmp_path / "new" / ERROR_LOG).read_text()
    assert "a" * 300 not in written
    assert written.rstrip().endswith("b")


def raised(error: BaseException) -> BaseException:
    try:
        raise error
    except type(error):
        return error


def test_only_where_no_window_tells_it_is_said_on_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reporter = CrashReporter(tmp_path)
    error = raised(ValueError("what happened"))
    reporter._on_exception(ValueError, error, error.__traceback__)
    assert capsys.readouterr().err.count(ERROR_LOG) == 1
    heard: list[str] = []
    reporter.tell_to(heard.append)
    reporter._on_exception(ValueError, error, error.__traceback__)
    assert capsys.readouterr().err == ""
    assert len(heard) == 2


def test_somebody_who_ends_the_program_is_no_mistake(tmp_path: Path) -> None:
    reporter = CrashReporter(tmp_path)
    error = raised(KeyboardInterrupt())
    reporter._on_exception(KeyboardInterrupt, error, error.__traceback__)
    assert list(tmp_path.iterdir()) == []


def test_a_text_that_no_file_can_hold_is_written_down_all_the_same(
    tmp_path: Path,
) -> None:
    reporter = CrashReporter(tmp_path)
    reporter._write("half of a sign: \ud800")
    assert "half of a sign: \\ud800" in (tmp_path / ERROR_LOG).read_text()


def test_a_disk_that_refuses_leaves_the_window_to_tell(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    heard: list[str] = []
    reporter = CrashReporter(tmp_path / "file")
    reporter.tell_to(heard.append)
    reporter._write("what happened")
    assert "what happened" in heard[0]


def test_what_qt_says_when_python_has_ended_ends_nothing(
    module_environment: Environment, tmp_path: Path
) -> None:
    """At its loudest Qt tells of the windows that it removes last of all."""
    ended = subprocess.run(
        [sys.executable, "-m", "clockify_desktop", "--demo", "--quit-after", "report"],
        env={
            **module_environment,
            "CLOCKIFY_DESKTOP_HOME": str(tmp_path),
            "QT_LOGGING_RULES": "*.debug=true",
        },
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0


@pytest.mark.parametrize("lay", [os.mkfifo, Path.mkdir])
def test_a_log_that_is_no_file_is_not_waited_for(
    tmp_path: Path, lay: Callable[[Path], object]
) -> None:
    lay(tmp_path / ERROR_LOG)
    told: list[str] = []
    reporter = CrashReporter(tmp_path)
    reporter.tell_to(told.append)
    reporter._write("a mistake")
    assert len(told) == 1


def test_where_there_is_no_screen_qt_does_not_have_the_last_word(
    module_environment: Environment, tmp_path: Path
) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "clockify_desktop", "--demo"],
        env={
            **module_environment,
            "CLOCKIFY_DESKTOP_HOME": str(tmp_path),
            "QT_QPA_PLATFORM": "nowhere",
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith("error: There is no kind of screen called nowhere: ")
    assert ended.stderr.count("\n") == 1
    assert '"nowhere"' in (tmp_path / ERROR_LOG).read_text()
