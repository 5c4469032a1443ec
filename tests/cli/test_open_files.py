"""Few files that may be open: said before anything fails for want of one."""

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from clockify_desktop.cli.open_files import TooFewFilesError, require_open_files
from clockify_desktop.cli.program import run


@contextmanager
def few(count: int) -> Iterator[None]:
    """Let so many more files be opened."""
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    free = os.open(os.devnull, os.O_RDONLY)
    os.close(free)
    resource.setrlimit(resource.RLIMIT_NOFILE, (free + count, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)


@pytest.mark.parametrize("count", [0, 1, 20])
@pytest.mark.parametrize(
    "words",
    [
        ("report", "--demo", "--period", "today", "--time-zone", "Europe/Belgrade"),
        ("sample-server", "--port", "0"),
        ("--demo",),
    ],
)
def test_it_is_said_before_anything_else(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], count: int
) -> None:
    with few(count):
        code = run(words)
    said = capsys.readouterr()
    assert (code, said.out) == (1, "")
    assert said.err.startswith("error: This computer lets the program open too few")


def test_what_was_tried_is_given_back() -> None:
    before = len(list(Path("/dev/fd").iterdir()))
    require_open_files()
    with few(3), pytest.raises(TooFewFilesError):
        require_open_files()
    assert len(list(Path("/dev/fd").iterdir())) == before
