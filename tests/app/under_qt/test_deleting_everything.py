"""Settings, Privacy: what is kept here is told, and gone when that is wished."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QTabWidget, QWidget

from clockify_desktop.export.csv_file import FileFormat
from clockify_desktop.export.file_choice import FileChoice, FileProgram
from clockify_desktop.services.local_data import PASSWORD_STORE
from clockify_desktop.store.accounts import FILE_NAME
from clockify_desktop.store.folders import settings_folder
from clockify_desktop.viewmodels.color_scheme import ColorScheme

Server = dict[str, str]
UnderQt = Callable[..., Any]


def files() -> set[str]:
    """Name everything in the folder of the settings."""
    folder = settings_folder()
    return {one.name for one in folder.iterdir()} if folder.exists() else set()


async def until_written(opened: Any) -> None:
    """Wait for the settings' one thread, which writes one thing after another."""
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(opened.program._keeper._thread, files)


async def open_privacy(opened: Any) -> tuple[QDialog, QWidget]:
    """Open the page of what is kept; fails where it is not in the settings."""
    opened.window.action("action_settings").trigger()
    dialog = opened.find(QDialog, "settings_dialog")
    bar = opened.find(QTabWidget, "settings_pages").tabBar()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(1).center())
    page = opened.find(QWidget, "privacy_page")
    assert page.isVisible()
    opened.look_at(page)
    return dialog, page


def told(page: QWidget) -> dict[str, str]:
    """Give each thing that is kept with its place."""
    labels = page.findChildren(QLabel)
    return {
        one.text(): one.accessibleDescription()
        for one in labels
        if one.accessibleDescription()
    }


def test_all_that_is_kept_is_listed_and_deleted(
    sample_server: Server, kept: dict[str, str], under_qt: UnderQt
) -> None:
    async def script(opened: Any) -> None:
        name = await opened.sign_in(sample_server, "owner")
        opened.program._small._on_appearance(ColorScheme.DARK)
        model = opened.program._report.model
        model.keep_file_choice(FileChoice(FileProgram.PLAIN))
        opened.program._small._on_file_format(FileFormat.PLAIN)
        await until_written(opened)
        # What is kept of reviews is opened once the first picture is drawn.
        await opened.until(lambda: any(one.endswith("-shm") for one in files()))
        dialog, page = await open_privacy(opened)
        await opened.until(lambda: told(page))
        assert told(page)[f"The key of {name}"] == PASSWORD_STORE
        # The files of a database have one name among what is kept.
        said = {one.accessibleDescription() for one in page.findChildren(QLabel)}
        places = {Path(one) for one in said - {"", PASSWORD_STORE}}
        assert places == {settings_folder() / one for one in files()}
        names = {one.name for one in places if not one.name.startswith("review-")}
        assert names == {"accounts.json", "settings.json"}
        assert len(names) < len(places)
        assert list(kept.values()) == [sample_server["owner"]]

        opened.click(opened.find(QPushButton, "delete_everything"))
        # Asked once more, and Enter keeps everything.
        assert opened.focused.objectName() == "keep_everything"
        opened.key(Qt.Key.Key_Space)
        assert kept
        opened.click(opened.find(QPushButton, "delete_everything"))
        opened.click(opened.find(QPushButton, "confirm_deletion"))
        await opened.until(lambda: not dialog.isVisible())
        assert kept == {}
        assert files() == set()
        assert opened.find(QWidget, "sign_in_page").isVisible()
        assert opened.state.report is None
        # Nor does a key stay in this run.
        assert opened.program._account.current is None
        assert (
            repr(opened.program._sign_in.model.run_store)
            == "MemoryPasswordStore(0 kept)"
        )
        assert opened.program._memory.scheme is ColorScheme.SYSTEM
        assert opened.program._report.files.file_format is FileFormat.EXCEL

    under_qt(script)
    # Quitting does not write anew what was deleted.
    assert files() == set()


def test_it_is_said_where_keys_of_a_damaged_list_may_be_left(
    sample_server: Server, kept: dict[str, str], under_qt: UnderQt
) -> None:
    async def before(opened: Any) -> None:
        await opened.sign_in(sample_server, "owner")

    async def script(opened: Any) -> None:
        notice = opened.window.notice
        await opened.until(notice.isVisible)
        opened.click(opened.find(QPushButton, "close_notice"))
        dialog, page = await open_privacy(opened)
        await opened.until(lambda: told(page))
        opened.click(opened.find(QPushButton, "delete_everything"))
        opened.click(opened.find(QPushButton, "confirm_deletion"))
        await opened.until(lambda: not dialog.isVisible())
        assert notice.isVisible()
        assert notice.accessibleName() == (
            "Keys of a damaged list of accounts may be left. Look in your computer's"
            " password store for “clockify-desktop”, and delete what is there."
        )

    under_qt(before)
    (settings_folder() / FILE_NAME).write_text("{")
    under_qt(script)
    assert files() == set()
    # The program could not know of it: that is what was said.
    assert list(kept.values()) == [sample_server["owner"]]
