import errno
import os
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
