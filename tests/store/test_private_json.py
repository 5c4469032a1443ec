import os
import socket
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from clockify_desktop.domain.errors import AppError, FileRefusedError
from clockify_desktop.files.regular_files import LARGEST
from clockify_desktop.files.temporary_files import temporary_name
from clockify_desktop.store.private_json import (
    files_set_aside,
    read_private,
    write_private,
)


def make_socket(path: Path) -> None:
    # Where it is bound its whole path may be too long.
    folder = os.open(path.parent, os.O_RDONLY)
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(f"/proc/self/fd/{folder}/{path.name}")
    os.close(folder)


def make_too_large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)


OTHER_THINGS: dict[str, Callable[[Path], object]] = {
    "pipe": os.mkfifo,
    "folder": Path.mkdir,
    "socket": make_socket,
    "link to a device": lambda path: path.symlink_to("/dev/zero"),
    "link to a terminal": lambda path: path.symlink_to("/dev/ptmx"),
    "link to itself": lambda path: path.symlink_to(path.name),
    "larger than any": make_too_large,
}


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


@pytest.mark.parametrize("kind", OTHER_THINGS)
def test_what_is_no_file_is_set_aside_and_not_waited_for(
    tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "note.json"
    OTHER_THINGS[kind](path)
    with pytest.raises(AppError, match=r"unreadable: note\.json\.unreadable-1"):
        read(path)
    assert os.path.lexists(tmp_path / "note.json.unreadable-1")
    assert read(path) is None
    write_private(path, Note(text="hello"))
    assert read(path) == Note(text="hello")


def test_a_folder_that_was_set_aside_is_none_of_our_files(tmp_path: Path) -> None:
    (tmp_path / "note.json.unreadable-1").mkdir()
    (tmp_path / "note.json.unreadable-2").write_text("")
    os.mkfifo(tmp_path / "note.json.unreadable-3")
    found = files_set_aside(tmp_path / "note.json")
    assert [path.name[-1] for path in found] == ["2", "3"]
