import io
import sys

import pytest

from clockify_desktop.cli.progress import progress_shown
from clockify_desktop.domain.progress import Progress
from tests.cli.conftest import Run


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Broken(Terminal):
    def write(self, text: str, /) -> int:
        raise OSError(text)


def test_one_line_that_is_blank_again_in_the_end() -> None:
    terminal = Terminal()
    with progress_shown(terminal) as tell:
        tell(Progress(9, 61))
        tell(Progress(10, 61))
        # Fewer signs leave none of those before.
        tell(Progress(1, 2))
    long, short = "Asking Clockify: 10 of 61 parts", "Asking Clockify: 1 of 2 parts"
    blank = " " * len(short)
    assert terminal.getvalue().endswith(f"\r{long}\r{short}  \r{short}\r{blank}\r")


def test_one_part_is_not_told() -> None:
    terminal = Terminal()
    with progress_shown(terminal) as tell:
        tell(Progress(0, 1))
    assert terminal.getvalue() == ""


def test_nothing_where_nobody_looks_on() -> None:
    file, closed = io.StringIO(), Terminal()
    closed.close()
    for stream in (file, closed, None, Broken()):
        with progress_shown(stream) as tell:
            tell(Progress(1, 2))
    assert file.getvalue() == ""


def test_a_long_report_tells_how_far_it_is(
    cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert cli("report", "--period", "2026-07-01..2026-09-30")[0] == 0
    told = terminal.getvalue().split("\r")
    words = [f"Asking Clockify: {done} of 3 parts" for done in range(4)]
    assert [one for one in dict.fromkeys(map(str.strip, told)) if one] == words
