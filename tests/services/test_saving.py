import asyncio
import errno
import os
import threading
from pathlib import Path

import pytest

from clockify_desktop.domain.errors import AppError, FileRefusedError
from clockify_desktop.files.temporary_files import temporary_name
from clockify_desktop.services.saving import save_file


def test_a_file_is_saved_whole(tmp_path: Path) -> None:
    target = tmp_path / "week.csv"
    asyncio.run(save_file(target, b"new"))
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_what_makes_the_content_is_called_beside_the_event_loop(tmp_path: Path) -> None:
    called: list[threading.Thread] = []

    def make() -> bytes:
        called.append(threading.current_thread())
        return b"made"

    asyncio.run(save_file(tmp_path / "week.csv", make))
    assert (tmp_path / "week.csv").read_bytes() == b"made"
    assert called[0] is not threading.main_thread()
    assert called[0].daemon


def test_what_a_killed_program_left_goes(tmp_path: Path) -> None:
    (tmp_path / temporary_name()).write_bytes(b"half")
    asyncio.run(save_file(tmp_path / "week.csv", b""))
    assert [path.name for path in tmp_path.iterdir()] == ["week.csv"]


def test_a_refusal_is_told_and_the_earlier_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "week.csv"
    target.write_bytes(b"old")

    def full(_number: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileRefusedError, match="The disk is full"):
        asyncio.run(save_file(target, b"new"))
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("error", [AppError("Too tall", "Choose fewer."), KeyError(1)])
def test_what_making_raises_is_raised_and_nothing_written(
    tmp_path: Path, error: Exception
) -> None:
    def make() -> bytes:
        raise error

    with pytest.raises(type(error)) as caught:
        asyncio.run(save_file(tmp_path / "week.csv", make))
    assert caught.value is error
    assert not list(tmp_path.iterdir())


def test_a_disk_that_does_not_answer_is_not_waited_for(tmp_path: Path) -> None:
    answer = threading.Event()

    def make() -> bytes:
        answer.wait(20)
        return b""

    target = tmp_path / "we\nek.csv"
    try:
        with pytest.raises(FileRefusedError, match=r"we\?ek\.csv may not be saved"):
            asyncio.run(save_file(target, make, limit_s=0.01))
    finally:
        answer.set()
