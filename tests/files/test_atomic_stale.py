import os
import time
from pathlib import Path

import pytest

from clockify_desktop.files.atomic import remove_stale, temporary_name

HOUR_S = 3600


def aged(path: Path, age_s: float) -> Path:
    path.write_bytes(b"half of an export")
    then = time.time() - age_s
    os.utime(path, (then, then))
    return path


def test_old_ones_go_and_new_ones_stay(tmp_path: Path) -> None:
    old = aged(tmp_path / temporary_name(), 2 * HOUR_S)
    new = aged(tmp_path / temporary_name(), HOUR_S / 2)
    assert remove_stale(tmp_path) == 1
    assert not old.exists()
    assert new.exists()


@pytest.mark.parametrize(
    "name",
    [
        "week.csv",
        ".clockify-desktop-0123456789abcdef.part.csv",
        "my.clockify-desktop-0123456789abcdef.part",
        ".clockify-desktop-0123456789abcde.part",
        ".clockify-desktop-0123456789ABCDEF.part",
        ".clockify-desktop-.part",
    ],
)
def test_foreign_names_stay(tmp_path: Path, name: str) -> None:
    path = aged(tmp_path / name, 1000 * HOUR_S)
    assert remove_stale(tmp_path) == 0
    assert path.exists()


def test_links_and_folders_stay(tmp_path: Path) -> None:
    precious = aged(tmp_path / "precious.csv", 1000 * HOUR_S)
    (tmp_path / temporary_name()).symlink_to(precious)
    folder = tmp_path / temporary_name()
    folder.mkdir()
    os.utime(folder, (0, 0))
    assert remove_stale(tmp_path, -HOUR_S) == 0
    assert len(list(tmp_path.iterdir())) == 3


def test_files_of_others_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = aged(tmp_path / temporary_name(), 2 * HOUR_S)
    someone = os.getuid() + 1
    monkeypatch.setattr(os, "getuid", lambda: someone)
    assert remove_stale(tmp_path) == 0
    assert path.exists()


def test_folder_that_is_not_there_is_nobodys_trouble(tmp_path: Path) -> None:
    assert remove_stale(tmp_path / "missing") == 0


def test_one_that_cannot_be_removed_does_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [aged(tmp_path / temporary_name(), 2 * HOUR_S) for _ in range(3)]
    unlink = Path.unlink

    def refusing(path: Path) -> None:
        if path == paths[0]:
            raise PermissionError
        unlink(path)

    monkeypatch.setattr(Path, "unlink", refusing)
    assert remove_stale(tmp_path) == 2
    assert [path.exists() for path in paths] == [True, False, False]
