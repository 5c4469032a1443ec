"""What nobody foresaw reaches one reporter, and the program goes on."""

import json
import logging
import stat
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from clockify_desktop.app import crash_report
from clockify_desktop.app.crash_report import LOG, CrashReporter, LibraryLog
from clockify_desktop.store.folders import settings_folder

DRIVER = Path(__file__).with_name("crash_driver.py")
KINDS = (
    *("slot", "paint", "model", "timer", "job", "task", "thread", "loop"),
    *("collected", "qt"),
)
SECRET = "canary-of-the-key"
Environment = dict[str, str]
Ended = subprocess.CompletedProcess[str]


def troubled(environment: Environment, folder: Path, kind: str) -> Ended:
    return subprocess.run(
        [sys.executable, str(DRIVER), kind, "--demo"],
        env={**environment, "CLOCKIFY_DESKTOP_HOME": str(folder / kind)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(scope="module")
def ends(folder: Path, module_environment: Environment) -> dict[str, Ended]:
    """Let each kind of error come in a process of its own, two at a time."""
    with ThreadPoolExecutor(2) as pool:
        job = partial(troubled, module_environment, folder)
        return dict(zip(KINDS, pool.map(job, KINDS), strict=True))


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_written_down_and_told_and_the_program_goes_on(
    ends: dict[str, Ended], folder: Path, kind: str
) -> None:
    ended = ends[kind]
    assert ended.returncode == 0, ended.stderr
    told: dict[str, Any] = json.loads(ended.stdout)
    log = folder / kind / LOG
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
    assert (tmp_path / LOG).read_text() == "".join(f"{one}\n" for one in heard)


def test_garbage_that_fails_while_an_error_is_written_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reporter = CrashReporter(tmp_path)
    heard: list[str] = []
    reporter.tell_to(heard.append)
    append = crash_report._append

    def collecting(folder: Path, report: str) -> None:
        if "first" in report:
            reporter._write("of the garbage")
        append(folder, report)

    monkeypatch.setattr(crash_report, "_append", collecting)
    reporter._write("the first")
    assert [one.strip().splitlines()[-1] for one in heard] == [
        "of the garbage",
        "the first",
    ]


def test_a_log_that_has_grown_large_is_begun_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reporter = CrashReporter(tmp_path / "new")
    monkeypatch.setattr(crash_report, "_LARGEST_LOG_BYTES", 200)
    for text in ("a" * 300, "b"):
        reporter._write(text)
    written = (tmp_path / "new" / LOG).read_text()
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
    assert capsys.readouterr().err.count(LOG) == 1
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
    assert "half of a sign: \\ud800" in (tmp_path / LOG).read_text()


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


def test_what_a_library_warns_of_is_written_down_without_what_it_was_about(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = logging.Logger("matplotlib.font_manager")  # noqa: LOG001 - its own
    library.addHandler(LibraryLog(tmp_path))
    library.warning("findfont: Failed to find font weight %s", SECRET)
    library.info("nothing")
    written = (tmp_path / LOG).read_text()
    assert written == (
        "WARNING of matplotlib.font_manager: findfont: Failed to find font weight %s\n"
    )
    # In the folder of settings unless another one is given; a disk that refuses is
    # no error of the library's caller.
    other = LibraryLog()
    library.handlers = [other]
    library.error("once more")
    assert (settings_folder() / LOG).read_text() == (
        "ERROR of matplotlib.font_manager: once more\n"
    )
    library.handlers = [LibraryLog(tmp_path / LOG)]
    library.error("a file in the place of the folder")
    assert capsys.readouterr().err == ""
