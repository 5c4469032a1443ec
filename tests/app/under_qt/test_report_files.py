"""What is shown is copied as a command and saved as a file: both write the same."""

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog

from clockify_desktop.cli.program import run
from clockify_desktop.export.csv_file import PLAIN, csv_lines
from clockify_desktop.viewmodels.choice import only

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


async def until_keyboard_in(opened: Any, dialog: str, name: str) -> None:
    opened.look_at(opened.find(QDialog, dialog))
    await opened.until(lambda: opened.focused.objectName() == name)


@pytest.mark.usefixtures("environment")
def test_a_command_and_a_file_write_what_is_shown(
    under_qt: Callable[..., Any], tmp_path: Path
) -> None:
    shown: dict[str, bytes] = {}
    copied: list[str] = []

    async def script(opened: Any) -> None:
        await opened.until_report()
        model = opened.program._report.model
        everybody = sorted(opened.state.people_ids)
        model.choose_people(only(everybody[:3], everybody))
        model.step(-1)
        await opened.until_report()
        for page in ("where", "projects", "to-check"):
            model.choose_page(page)
            await opened.until_idle()
            opened.key(Qt.Key.Key_M, CTRL, SHIFT)
            assert "copied the command" in opened.program._screen.status._fetched.text()
            copied.append(QGuiApplication.clipboard().text())
            content = opened.state.content
            lines = csv_lines(content.file, content.query, PLAIN)
            shown[page] = b"".join(lines)
        opened.key(Qt.Key.Key_L, CTRL, SHIFT)
        await until_keyboard_in(opened, "save_as", "fileNameEdit")
        (named,) = opened.find(QFileDialog, "save_as").selectedFiles()
        assert Path(named).name == "Acme-Studio_to-check.clockify-report.toml"
        opened.type(str(tmp_path / "check"))
        opened.program._report.files.said.connect(opened._on_moved)
        opened.key(Qt.Key.Key_Return)
        file = tmp_path / "check.clockify-report.toml"
        await opened.until(file.exists)
        # Nobody is chosen: no command says so.
        model.choose_people(only((), everybody))
        opened.window.action("action_copy_command").trigger()
        assert QGuiApplication.clipboard().text() == copied[-1]
        assert opened.window.notice.isVisible()

    under_qt(script)
    for line, (page, wanted) in zip(copied, shown.items(), strict=True):
        words = shlex.split(line)
        assert words[:2] == ["clockify-desktop", "report"]
        place = tmp_path / f"{page}.csv"
        assert run([*words[1:], "--output", str(place)]) == 0
        assert place.read_bytes() == wanted
    assert run(["run", str(tmp_path / "check.clockify-report.toml")]) == 0
    (written,) = tmp_path.glob("Acme-Studio_2026-W*_to-check.csv")
    assert written.read_bytes() == shown["to-check"]
