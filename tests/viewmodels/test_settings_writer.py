import asyncio
import threading
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from clockify_desktop.domain.errors import AppError
from clockify_desktop.store.folders import SETTINGS_FILE
from clockify_desktop.store.settings import (
    AccountSettings,
    SettingsFile,
    SettingsTooNewError,
    WindowSettings,
)
from clockify_desktop.viewmodels import settings_writer
from clockify_desktop.viewmodels.settings_writer import SettingsWriter

Script = Callable[[SettingsWriter, list[AppError]], Awaitable[None]]


def keeping_in(folder: Path, script: Script) -> SettingsFile:
    """Run a script with a keeper, and close it."""
    file = SettingsFile(folder)

    async def main() -> None:
        keeper, errors = SettingsWriter(file), list[AppError]()
        keeper.failed.connect(errors.append)
        await script(keeper, errors)
        await keeper.close()

    asyncio.run(main())
    return file


async def until_written(keeper: SettingsWriter) -> None:
    """Wait until what was wished so far is written and told of."""
    await asyncio.wait(keeper._window._tasks)


def test_what_was_wished_last_is_kept_also_at_the_end(tmp_path: Path) -> None:
    async def script(keeper: SettingsWriter, errors: list[AppError]) -> None:
        for number in range(20):
            keeper.keep_window(WindowSettings(geometry=str(number)))
            keeper.keep_account("mia", AccountSettings(page=str(number)))
        keeper.keep_account("ben", AccountSettings(page="where"))
        assert errors == []

    file = keeping_in(tmp_path, script)
    assert file.read().window.geometry == "19"
    assert file.account("mia").page == "19"
    assert file.account("ben").page == "where"


def test_a_newer_versions_settings_are_left_alone_and_it_is_said_once(
    tmp_path: Path,
) -> None:
    content = b'{"version": 6}'
    (tmp_path / SETTINGS_FILE).write_bytes(content)

    async def script(keeper: SettingsWriter, errors: list[AppError]) -> None:
        # As the window does when it reads them at the start.
        keeper.report(SettingsTooNewError())
        for number in range(3):
            keeper.keep_window(WindowSettings(geometry=str(number)))
            await until_written(keeper)
        assert [type(one) for one in errors] == [SettingsTooNewError]

    keeping_in(tmp_path, script)
    assert (tmp_path / SETTINGS_FILE).read_bytes() == content


def test_it_is_said_again_after_something_was_kept(tmp_path: Path) -> None:
    (tmp_path / SETTINGS_FILE).write_bytes(b'{"version": 6}')

    async def script(keeper: SettingsWriter, errors: list[AppError]) -> None:
        for number in range(2):
            keeper.keep_window(WindowSettings(geometry=str(number)))
            await until_written(keeper)
        assert len(errors) == 1
        (tmp_path / SETTINGS_FILE).unlink()
        keeper.keep_window(WindowSettings(geometry="2"))
        await until_written(keeper)
        (tmp_path / SETTINGS_FILE).write_bytes(b'{"version": 6}')
        keeper.keep_window(WindowSettings(geometry="3"))
        await until_written(keeper)
        assert len(errors) == 2

    keeping_in(tmp_path, script)


def test_a_disk_that_does_not_answer_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = threading.Event()

    def silent(*_: Any) -> None:
        held.wait(20)

    monkeypatch.setattr(SettingsFile, "keep_window", silent)
    monkeypatch.setattr(settings_writer, "CLOSE_LIMIT_S", 0.05)

    async def script(keeper: SettingsWriter, errors: list[AppError]) -> None:
        keeper.keep_window(WindowSettings())
        assert errors == []

    before = time.monotonic()
    keeping_in(tmp_path, script)
    assert time.monotonic() - before < 5
    held.set()


class SlowDisk(SettingsFile):
    """Settings that wait before they are written."""

    def __init__(self) -> None:
        super().__init__()
        self.let = threading.Event()

    def keep_window(self, window: WindowSettings) -> None:
        self.let.wait()
        super().keep_window(window)


def test_what_is_settled_is_written() -> None:
    async def whole() -> None:
        disk = SlowDisk()
        keeper = SettingsWriter(disk)
        keeper.keep_window(WindowSettings(appearance="dark"))
        await asyncio.sleep(0)
        # Even one that was overtaken goes on, and is waited for.
        keeper.keep_window(WindowSettings(appearance="light"))
        settled = asyncio.ensure_future(keeper.settled())
        await asyncio.sleep(0)
        assert not settled.done()
        assert not disk.path.exists()
        disk.let.set()
        await settled
        assert disk.read().window.appearance == "light"
        await keeper.close()

    asyncio.run(whole())
