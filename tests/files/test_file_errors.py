import errno
import os
import re
from pathlib import Path

import pytest

from clockify_desktop.domain.errors import FileRefusedError
from clockify_desktop.files.atomic import replace_file

OLD = b"the old export\n"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "week.csv"
    path.write_bytes(OLD)
    return path


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# What refuses: (path below the folder, words in the advice).
REFUSALS = [
    ("missing/week.csv", "folder does not exist"),
    ("week.csv/inside.csv", "no folder"),
    ("folder", "folder bears that name"),
    ("n" * 300, "name is too long"),
    ("n/" * 2200 + "week.csv", "path is too long"),
    ("away.csv", "folder does not exist"),
    ("round", "circle"),
    ("nul\0.csv", "holds signs"),
    ("half\ud800.csv", "holds signs"),
]


@pytest.mark.parametrize(("name", "words"), REFUSALS)
def test_refusals_name_the_file_and_the_reason(
    target: Path, tmp_path: Path, name: str, words: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "round").symlink_to("round")
    (tmp_path / "away.csv").symlink_to("missing/real.csv")
    before = names_in(tmp_path)
    with pytest.raises(FileRefusedError) as caught:
        replace_file(tmp_path / name, b"new\n")
    assert words in caught.value.advice
    assert caught.value.title.endswith("could not be written")
    assert caught.value.title.isprintable()
    assert caught.value.__suppress_context__
    assert target.read_bytes() == OLD
    assert names_in(tmp_path) == before


def test_unknown_failure_repeats_the_system(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(FileRefusedError, match="Invalid cross-device link"):
        replace_file(target, b"new\n")


# How each system says it: (number, Windows' own number, words in the advice).
SAID = [
    (errno.ENOSPC, None, "disk is full"),
    (errno.EDQUOT, None, "share of the disk is used up"),
    (errno.EACCES, None, "another program has it open"),
    (errno.EPERM, None, "no right"),
    (errno.EROFS, None, "cannot be written to"),
    (errno.EBUSY, None, "Close it there"),
    (errno.ESTALE, None, "Connect it again"),
    (errno.EACCES, 5, "no right"),
    (errno.EACCES, 19, "cannot be written to"),
    (errno.EACCES, 32, "^Another program has it open"),
    (errno.EINVAL, 39, "disk is full"),
    (errno.ENOENT, 206, "path is too long"),
    (errno.EINVAL, 1224, "Close it there"),
]


@pytest.mark.parametrize("step", ["replace", "fsync", "open"])
@pytest.mark.parametrize(("number", "on_windows", "words"), SAID)
def test_what_a_system_says_at_any_step_becomes_an_advice(
    target: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    number: int,
    on_windows: int | None,
    words: str,
) -> None:
    error = OSError(number, "said by the system")
    if on_windows is not None:
        # Only there does Python set it by itself.
        error.winerror = on_windows  # type: ignore[attr-defined,unused-ignore]

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(FileRefusedError) as caught:
        replace_file(target, b"new\n")
    monkeypatch.undo()
    assert re.search(words, caught.value.advice)
    assert "The computer says" not in caught.value.advice
    assert target.read_bytes() == OLD
    assert names_in(target.parent) == [target.name]
