import asyncio
import os
import threading
from pathlib import Path

import pytest

from clockify_desktop.domain.errors import FileRefusedError
from clockify_desktop.services import file_reading
from clockify_desktop.services.file_reading import read_file


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "capacities.csv"
    path.write_bytes(b"\0 anything")
    assert asyncio.run(read_file(path)) == b"\0 anything"


@pytest.mark.parametrize(
    ("name", "said"), [("", "is no file"), ("gone.csv", "could not be read")]
)
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(FileRefusedError, match=said):
        asyncio.run(read_file(tmp_path / name))


def test_a_silent_disk_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = threading.Event()

    def wait(path: os.PathLike[str], _: int) -> bytes:
        answers.wait()
        return os.fsencode(path)

    monkeypatch.setattr(file_reading, "read_regular", wait)
    with pytest.raises(FileRefusedError, match="does not answer"):
        asyncio.run(read_file(tmp_path / "a.csv", 0.01))
    answers.set()
