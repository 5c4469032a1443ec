"""Each stream closed, full or unread: the result is whole, or it is an error."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

import pytest

from clockify_desktop.cli import standard_streams
from clockify_desktop.cli.program import run
from clockify_desktop.cli.standard_streams import OutputUnreadError
from clockify_desktop.domain.errors import FileRefusedError

SHELL = ["/bin/sh", "-c"]
PROGRAM = [sys.executable, "-m", "clockify_desktop"]
REPORT = ["report", "--period", "2026-W47", "--format"]
ENTRY = ["add-entry", "--start", "2026-06-09T08:00", "--end", "2026-06-09T09:00"]
Run = Callable[..., tuple[int, bytes, str]]
Ended = subprocess.CompletedProcess[bytes]
Start = Callable[..., Ended]


@pytest.fixture
def start(sample_server: dict[str, str], child_environment: dict[str, str]) -> Start:
    """Start a command as the shell does, such as with ``2>&-``."""

    def run_it(words: list[str], how: str = "", **streams: int) -> Ended:
        reading, unread = os.pipe()
        os.close(reading)
        try:
            return subprocess.run(
                [*SHELL, f'exec "$@" {how}', "sh", *PROGRAM, *words],
                check=False,
                timeout=60,
                # Somebody who sees their own time only, of which a note tells.
                env={**child_environment, "CLOCKIFY_API_KEY": sample_server["member"]},
                **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
                | dict.fromkeys(streams, unread),
            )
        finally:
            os.close(unread)

    return run_it


@pytest.mark.parametrize(
    ("form", "how", "unread"),
    [
        ("json", "2>&-", {}),
        ("csv", "<&- 2>/dev/full", {}),
        ("table", "", {"stderr": 1}),
        ("png", "2>&-", {}),
    ],
)
def test_a_note_that_nobody_hears_enters_no_result(
    start: Start, form: str, how: str, unread: dict[str, int]
) -> None:
    ended = start([*REPORT, form], how, **unread)
    assert ended.returncode == 0
    assert not ended.stderr
    assert b"note:" not in ended.stdout
    if form == "json":
        assert "only your own time" in json.loads(ended.stdout)["notes"][0]
    elif form == "png":
        # Its last chunk.
        assert ended.stdout.endswith(b"IEND\xaeB`\x82")
    else:
        assert ended.stdout.endswith(b"\n")


def test_nor_a_file(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "week.json"
    ended = start([*REPORT, "json", "--output", str(path)], "<&- >&- 2>&-")
    assert ended.returncode == 0
    assert json.loads(path.read_bytes())["rows"]


@pytest.mark.parametrize(
    ("words", "how", "said"),
    [
        ([*REPORT, "table"], ">&-", b"Standard output is closed"),
        ([*REPORT, "csv"], ">/dev/full", b"No space left"),
        ([*REPORT, "csv", "--output", "/dev/stdout"], ">&-", b"could not be written"),
        (["--version"], ">&-", b"Standard output is closed"),
        (["report", "--help"], ">/dev/full", b"No space left"),
        (["sample-server", "--port", "0"], ">/dev/full", b"No space left"),
        ([*ENTRY, "--yes"], ">&-", b"The entry was added, but"),
        # A question that nobody can be asked.
        (ENTRY, "<&-", b"Add --yes"),
    ],
)
def test_a_result_that_is_lost_is_an_error(
    start: Start, words: list[str], how: str, said: bytes
) -> None:
    ended = start(words, how)
    assert ended.returncode in {1, 2}
    assert not ended.stdout
    assert ended.stderr.startswith(b"error: ")
    assert said in ended.stderr
    assert ended.stderr.count(b"\n") == 1


@pytest.mark.parametrize("words", [["--help"], ["sample-server", "--port", "0"]])
def test_a_reader_that_has_gone_is_told_by_the_code_alone(
    start: Start, words: list[str]
) -> None:
    ended = start(words, stdout=1)
    assert (ended.returncode, ended.stderr) == (141, b"")


def test_nobody_hears_of_an_error_but_its_code(start: Start) -> None:
    assert start(["--version"], ">&- 2>&-").returncode == 1
    assert start(["--what"], ">&- 2>/dev/full").returncode == 2


def test_the_window_needs_none_of_them(bare: dict[str, str]) -> None:
    words = ["--demo", "--quit-after", "window"]
    for how in ("<&- >&- 2>&-", ">/dev/full 2>/dev/full"):
        ended = subprocess.run(
            [*SHELL, f'exec "$@" {how}', "sh", *PROGRAM, *words],
            check=False,
            env=bare,
            timeout=60,
        )
        assert ended.returncode == 0


@pytest.fixture
def bare() -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


def test_a_place_that_is_taken_keeps_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    with path.open("w") as file:
        before = os.fstat(file.fileno())
        standard_streams.provide()
        assert os.fstat(file.fileno()) == before


def test_where_there_is_no_console(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    for name in ("stdin", "stdout"):
        monkeypatch.setattr(sys, name, None)
    monkeypatch.setattr(sys, "stderr", None)
    standard_streams.provide()
    assert run(["--version"]) == 1
    assert sys.stderr is not None
    standard_streams.settle()
    with pytest.raises(FileRefusedError):
        standard_streams.write_output(b"")
    assert b"is closed" in capfdbinary.readouterr().err


def stream_to(kind: str) -> TextIO:
    if kind == "full":
        return os.fdopen(os.open("/dev/full", os.O_WRONLY), "w")
    reading, writing = os.pipe()
    os.close(reading)
    return os.fdopen(writing, "w")


@pytest.mark.parametrize(
    ("kind", "error"), [("full", FileRefusedError), ("unread", OutputUnreadError)]
)
def test_what_is_left_in_a_buffer_is_not_tried_again(
    monkeypatch: pytest.MonkeyPatch, kind: str, error: type[Exception]
) -> None:
    with stream_to(kind) as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        with pytest.raises(error):
            standard_streams.write_output(b"a result")
    with stream_to(kind) as stream:
        monkeypatch.setattr(sys, "stderr", stream)
        standard_streams.say("note: nobody hears it")
    with stream_to(kind) as stream:
        stream.write("of a library")
        monkeypatch.setattr(sys, "stdout", stream)
        standard_streams.settle()


def test_a_place_is_taken_by_what_cannot_hold_a_result() -> None:
    free = os.dup(0)
    os.close(free)
    standard_streams._take(free)
    assert os.read(free, 1) == b""
    os.close(free)


def test_a_missing_output_loses_nothing_without_a_word(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its place is another one here, where the tests keep their own."""
    place = os.dup(0)
    monkeypatch.setattr(standard_streams, "_OUTPUT", place)
    os.close(place)
    standard_streams._take(place)
    with pytest.raises(BrokenPipeError):
        os.write(place, b"x")
    os.close(place)
