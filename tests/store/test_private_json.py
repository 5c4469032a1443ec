import os
from pathlib import Path

import msgspec
import pytest

from clockify_desktop.domain.errors import AppError, FileRefusedError
from clockify_desktop.files.temporary_files import temporary_name
from clockify_desktop.store.private_json import read_private, write_private


class Note(msgspec.Struct, frozen=True):
    version: int = 1
    text: str = ""


def read(path: Path) -> Note | None:
    return read_private(
        path,
        Note,
        1,
        too_new=lambda: AppError("too new", "Update."),
        unreadable=lambda aside: AppError("unreadable", aside.name),
    )


def test_a_file_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "note.json"
    assert read(path) is None
    write_private(path, Note(text="hello"))
    assert read(path) == Note(text="hello")


def test_leftovers_of_a_killed_program_go(tmp_path: Path) -> None:
    leftover = tmp_path / temporary_name()
    leftover.write_text("half of it")
    os.utime(leftover, (0, 0))
    write_private(tmp_path / "note.json", Note())
    assert [one.name for one in tmp_path.iterdir()] == ["note.json"]


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FileRefusedError, match="could not be made"):
        write_private(tmp_path / "file" / "folder" / "note.json", Note())


def test_what_cannot_be_set_aside_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "note.json"
    path.write_text("not json")

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(FileRefusedError, match="could not be set aside"):
        read(path)
    assert path.read_text() == "not json"
