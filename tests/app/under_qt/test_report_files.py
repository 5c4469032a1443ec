"""Report files in the window: what is shown is saved, copied and opened again."""

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog

from clockify_desktop.cli.program import run
from clockify_desktop.domain.day_counting import DayCounting, parse_rounding
from clockify_desktop.domain.presets import Preset
from clockify_desktop.export.csv_file import PLAIN, csv_lines
from clockify_desktop.services.report_file_toml import report_file_bytes
from clockify_desktop.viewmodels.choice import only
from clockify_desktop.viewmodels.picker_states import ChosenPeriod
from clockify_desktop.viewmodels.shown_report import shown_report

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
        opened.program._report.report_files.said.connect(opened._on_moved)
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
    # By the settings it is for a spreadsheet.
    place = tmp_path / "wanted.csv"
    words = shlex.split(copied[-1])[1:]
    assert run([*words, "--dialect", "excel", "--output", str(place)]) == 0
    assert written.read_bytes() == place.read_bytes()


def saved(folder: Path, text: str) -> Path:
    path = folder / "week.clockify-report.toml"
    path.write_text(f"version = 1\n{text}")
    return path


def notice(opened: Any) -> str:
    return str(opened.window.notice.accessibleName())


@pytest.mark.usefixtures("environment")
def test_a_file_that_was_saved_is_opened(
    under_qt: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "week.clockify-report.toml"
    left: dict[str, Any] = {}

    def seen(opened: Any) -> dict[str, Any]:
        state = opened.state
        return {
            "page": state.page_key,
            "query": state.report.query,
            "selection": state.selection,
            "choices": [one.chosen for one in state.page.controls(state.view)],
            "hidden": state.names_hidden,
        }

    async def first(opened: Any) -> None:
        await opened.until_report()
        model = opened.program._report.model
        everybody, projects = opened.state.people_ids, opened.state.project_ids
        model.choose_page("where")
        model.choose_control("rows", "client")
        model.choose_control("billable", "billable")
        model.choose_people(only(sorted(everybody)[:3], everybody))
        model.choose_projects(only(sorted(filter(None, projects))[:5], projects))
        model.choose_period(ChosenPeriod(Preset.LAST_MONTH, "Asia/Tokyo"))
        model.choose_counting(DayCounting(rounding=parse_rounding("up:15")))
        model.hide_names(hidden=True)
        await opened.until_report()
        left.update(seen(opened))
        shown = shown_report(opened.state, "somebody else")
        assert shown is not None
        file.write_bytes(report_file_bytes(shown))

    async def second(opened: Any) -> None:
        await opened.until(lambda: opened.state.report is not None)
        await opened.until(lambda: opened.state.selection.people is not None)
        await opened.until_report()
        assert seen(opened) == left
        assert not opened.window.notice.isVisible()

    under_qt(first)
    # Nothing of it comes from what is remembered.
    monkeypatch.setenv("CLOCKIFY_DESKTOP_HOME", str(tmp_path / "elsewhere"))
    under_qt(second, file=str(file))


@pytest.mark.usefixtures("environment")
def test_what_of_a_file_is_not_there_is_said(
    under_qt: Callable[..., Any], tmp_path: Path
) -> None:
    async def script(opened: Any) -> None:
        program = opened.program
        await opened.until_report()
        assert "There is no person “Zoe” (u9)" in notice(opened)
        assert opened.state.question.period_choice is Preset.THIS_MONTH
        assert opened.state.page_key == "trend"
        for text, said in (
            ("period = 'today'\nworkspace = { id = 'w9', name = 'Old' }",
             "week.clockify-report.toml: There is no workspace “Old” (w9)"),
            ("period = 'today'\npage = 'changed'\nchoose = ['rows=tag']",
             "week.clockify-report.toml: “tag” is no choice of rows"),
            ("period = 'todya'", "Line 2 of week.clockify-report.toml: “todya” is"),
        ):  # fmt: skip
            program.open_file(saved(tmp_path, text))
            await opened.until(lambda said=said: said in notice(opened))
            assert opened.state.question.period_choice is Preset.THIS_MONTH
        program.open_file(tmp_path)
        await opened.until(lambda: "is no file that can be read" in notice(opened))
        more = "clients = [{ name = 'Northwind Traders' }]"
        review = f"period = 'yesterday'\npage = 'review'\n{more}"
        program.open_file(saved(tmp_path, review))
        await opened.until(lambda: opened.state.page_key == "overview")
        # Somebody chose something else before it came.
        program._report.model.step(-1)
        await opened.until_report()
        program._report.model.step(1)
        await opened.until_report()
        assert opened.state.selection.projects is None

    text = "period = 'this-month'\npage = 'trend'\n[[people]]\nid = 'u9'\nname = 'Zoe'"
    under_qt(script, file=str(saved(tmp_path, text)))


def test_a_file_opens_its_account(
    sample_server: dict[str, str],
    kept: dict[str, str],
    under_qt: Callable[..., Any],
    tmp_path: Path,
) -> None:
    del kept

    async def script(opened: Any) -> None:
        program = opened.program
        await opened.until(lambda: program._sign_in.model.state.lasting is not None)
        first = await opened.sign_in(sample_server, "owner")
        program._switching.sign_in_requested.emit()
        second = await opened.sign_in(sample_server, "manager")
        assert program._account.current.name == second
        text = f"period = 'today'\npage = 'projects'\naccount = '{first}'"
        program.open_file(saved(tmp_path, text))
        await opened.until(lambda: program._account.current.name == first)
        await opened.until(lambda: opened.state.page_key == "projects")
        await opened.until_report()
        assert opened.state.question.period_choice is Preset.TODAY
        files = program._report.report_files
        assert files.account == first
        program.open_file(saved(tmp_path, "period = 'today'\naccount = 'nobody'"))
        await opened.until(lambda: "nobody" in notice(opened))
        assert files._read is None
        assert program._account.current.name == first

    under_qt(script)
