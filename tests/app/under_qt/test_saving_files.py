"""The dialog for files over a report, worked as a person works it."""

import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QPushButton

from clockify_desktop.domain.needs import opened_entries_need
from clockify_desktop.export.csv_file import FileFormat
from clockify_desktop.export.file_choice import FileChoice, FileProgram, PeopleAs
from clockify_desktop.export.file_layout import FileLayout
from clockify_desktop.viewmodels.export_state import ExportState, SavePhase
from tests.charts.pdf_text import written_pages
from tests.sheets import opened as opened_book

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
UnderQt = Callable[..., Any]


class Saving:
    """The dialog, by what it says."""

    def __init__(self, opened: Any) -> None:
        self._opened = opened
        self.dialog: QDialog = opened.find(QDialog, "export_dialog")
        self._model = opened.program._report.files.export

    @property
    def state(self) -> ExportState:
        state: ExportState = self._model.state
        return state

    async def press(self, words: str) -> None:
        """Press a button that says so, or a box; wait for what it brings."""
        kinds = QPushButton, QCheckBox
        every = [one for kind in kinds for one in self.dialog.findChildren(kind)]
        (button,) = (
            one
            for one in every
            if one.isVisible() and words in (one.accessibleName(), one.objectName())
        )
        button.click()
        await self.prepared()

    async def prepared(self) -> None:
        await self._opened.until(lambda: self.state.made)

    async def save(self, target: Path) -> None:
        name = self.dialog.findChild(QLineEdit, "file_name")
        assert isinstance(name, QLineEdit)
        name.setFocus()
        name.selectAll()
        QTest.keyClicks(name, str(target))
        QTest.keyClick(name, Qt.Key.Key_Return)
        await self._opened.until(lambda: self.state.phase is SavePhase.SAVED)


async def offered(opened: Any, *keys: Any) -> Saving:
    # As a window manager does where a dialog was closed.
    opened.window.activateWindow()
    await opened.until(opened.window.isActiveWindow)
    opened.key(*(keys or (Qt.Key.Key_E, CTRL)))
    saving = Saving(opened)
    await opened.until(saving.dialog.isVisible)
    await saving.prepared()
    return saving


PROGRAMS = {one: f"program_{one}" for one in FileProgram}
PROGRAM = (sys.executable, "-m", "clockify_desktop")
NO_AMOUNTS = ("--no-amounts", "--no-descriptions")
DETAILED = ("--layout", "clockify-detailed")
OTHER = ("--separator", "semicolon", "--decimal-sign", "comma")


@pytest.mark.parametrize(
    ("presses", "words"),
    [
        (("program_excel",), ("--dialect", "excel", *NO_AMOUNTS)),
        (
            ("program_plain", "with_amounts"),
            ("--dialect", "plain", "--no-descriptions"),
        ),
        (
            ("program_plain", "Which rows?: As a grid", "Hide names: Person A, B, …"),
            ("--layout", "grid", "--hide-names", *NO_AMOUNTS),
        ),
        (("program_clockify",), ("--layout", "clockify-summary", *NO_AMOUNTS)),
        (
            ("program_clockify", "Which rows?: Every entry", "with_amounts"),
            (*DETAILED, "--no-descriptions"),
        ),
        (
            (
                *("program_other", "Which rows?: Every entry", "with_descriptions"),
                *("formula_guard", "Hide names: Person A, B, …"),
            ),
            (
                *("--layout", "entries", "--no-amounts", "--hide-names", *OTHER),
                "--no-formula-guard",
            ),
        ),
    ],
    ids=["excel", "plain", "grid", "summary", "detailed", "other"],
)
def test_what_is_saved_is_what_the_command_line_writes(
    environment: None,
    child_environment: dict[str, str],
    under_qt: UnderQt,
    tmp_path: Path,
    presses: tuple[str, ...],
    words: tuple[str, ...],
) -> None:
    del environment
    target, again = tmp_path / "week.csv", tmp_path / "again.csv"
    copied: list[str] = []

    async def script(opened: Any) -> None:
        await opened.until_report()
        opened.key(Qt.Key.Key_Left, ALT)
        await opened.until_report()
        saving = await offered(opened)
        for press in presses:
            await saving.press(press)
        link = saving.dialog.findChild(QPushButton, "copy_file_command")
        assert link.text() == "Copy as command"
        link.click()
        assert link.text() == "Copied"
        copied.extend(shlex.split(QGuiApplication.clipboard().text()))
        await saving.save(target)
        assert saving.state.total
        assert saving.state.personal == "" or "--hide-names" not in words
        QTest.keyClick(saving.dialog, Qt.Key.Key_Escape)

    under_qt(script)
    ended = subprocess.run(
        [*PROGRAM, "report", *words, "--period", "2026-11-09..2026-11-15"],
        env=child_environment,
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert ended.stdout.count(b"\n") > 2
    assert target.read_bytes() == ended.stdout
    # So does the command that was copied.
    assert copied[0] == "clockify-desktop"
    command = [*PROGRAM, *copied[1:], "--output", str(again)]
    subprocess.run(command, env=child_environment, timeout=60, check=True)
    assert again.read_bytes() == ended.stdout


@pytest.mark.usefixtures("environment")
def test_the_spreadsheet_has_the_sheets_of_the_command_line(
    child_environment: dict[str, str], under_qt: UnderQt, tmp_path: Path
) -> None:
    ours, theirs = tmp_path / "ours.xlsx", tmp_path / "theirs.xlsx"

    async def script(opened: Any) -> None:
        await opened.until_report()
        opened.key(Qt.Key.Key_Left, ALT)
        await opened.until_report()
        saving = await offered(opened)
        await saving.press("program_spreadsheet")
        assert [row[0] for row in saving.state.preview_rows][:2] == [
            *("Overview", "Who logged")
        ]
        assert saving.state.personal == "Contains personal data"
        await saving.save(ours)
        saving.dialog.reject()

    under_qt(script)
    words = ("--page", "review", "--period", "2026-11-09..2026-11-15", *NO_AMOUNTS)
    subprocess.run(
        [*PROGRAM, "report", *words, "--output", str(theirs)],
        env=child_environment,
        timeout=60,
        check=True,
    )
    one, other = (opened_book(path.read_bytes()) for path in (ours, theirs))
    assert one.sheetnames == other.sheetnames
    # The first sheet says when it was fetched.
    for name in one.sheetnames[1:]:
        cells, same = ([*book[name].values] for book in (one, other))
        assert len(cells) > 1
        assert cells == same


@pytest.mark.usefixtures("environment")
def test_the_review_is_a_shortcut_away_and_other_choices_are_remembered(
    under_qt: UnderQt, tmp_path: Path
) -> None:
    target, hidden = tmp_path / "week.pdf", tmp_path / "hidden.pdf"

    async def script(opened: Any) -> None:
        await opened.until_report()
        saving = await offered(opened, Qt.Key.Key_E, CTRL, SHIFT)
        assert saving.state.choice.program is FileProgram.REVIEW
        assert saving.state.picture.startswith(b"\x89PNG")
        assert saving.state.personal == "Contains personal data"
        await saving.save(target)
        await saving.press("Hide names: Person A, B, …")
        assert saving.state.personal == ""
        await saving.save(hidden)
        await saving.press("Hide names: No")
        saving.dialog.reject()
        # The shortcut decides for the moment, what is chosen is remembered.
        opened.program._report.model.keep_file_choice(FileChoice())
        saving = await offered(opened)
        assert saving.state.choice.program is FileProgram.EXCEL
        await saving.press("Which rows?: Every entry")
        await saving.press("Hide names: Initials")
        saving.dialog.reject()
        saving = await offered(opened)
        assert saving.state.choice.layout is FileLayout.ENTRIES
        assert saving.state.choice.people is PeopleAs.INITIALS
        saving.dialog.reject()

    async def later(opened: Any) -> None:
        await opened.until_report()
        saving = await offered(opened)
        assert saving.state.choice.layout is FileLayout.ENTRIES
        assert saving.state.choice.people is PeopleAs.INITIALS
        saving.dialog.reject()
        # The settings name a program for all accounts.
        opened.program._small._on_file_format(FileFormat.PLAIN)
        saving = await offered(opened)
        assert saving.state.choice.program is FileProgram.PLAIN
        assert saving.state.choice.people is PeopleAs.INITIALS
        # In the window these keys open views.
        page = opened.state.page_key
        opened.key(Qt.Key.Key_5, CTRL)
        assert saving.state.choice.program is FileProgram.REVIEW
        assert opened.state.page_key == page
        await saving.prepared()
        opened.key(Qt.Key.Key_Escape)
        assert not saving.dialog.isVisible()

    under_qt(script)
    under_qt(later)
    said = [str(written_pages(one.read_bytes())) for one in (target, hidden)]
    assert ["Contains personal data" in one for one in said] == [True, False]
    assert ["Amara Okafor" in one for one in said] == [True, False]


def test_a_refusal_of_what_is_fetched_is_in_the_dialog_and_mended_there(
    relay: Any, under_qt: UnderQt, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Nothing of the entries is here before somebody wants them.
    monkeypatch.setattr(
        "clockify_desktop.viewmodels.report_answers.is_asked_ahead", lambda _: False
    )

    async def script(opened: Any) -> None:
        await opened.until_report()
        saving = await offered(opened)
        relay.cut()
        opened.find(QPushButton, "program_plain").click()
        kinds = saving.dialog.findChildren(QPushButton)
        next(one for one in kinds if one.text() == "Every entry").click()
        assert saving.state.phase is SavePhase.FETCHING
        await opened.until(lambda: saving.state.phase is SavePhase.FAILED)
        assert saving.state.choice.program is FileProgram.PLAIN
        relay.connect()
        strip = saving.dialog.findChild(QPushButton, "retry")
        assert isinstance(strip, QPushButton)
        strip.click()
        await saving.prepared()
        assert saving.state.total == "749:46" or saving.state.count > 100
        saving.dialog.reject()

    under_qt(script)


@pytest.mark.usefixtures("environment")
def test_every_page_can_be_saved_by_whatever_names(
    under_qt: UnderQt, tmp_path: Path
) -> None:
    async def script(opened: Any) -> None:
        await opened.until_idle()
        for page in opened.state.pages:
            opened.program._report.model.choose_page(page.key)
            await opened.until(lambda: opened.state.content is not None)
            everybody = {one.name for one in opened.state.report.everybody}
            saving = await offered(opened)
            await saving.press("program_plain")
            await saving.press("Hide names: Person A, B, …")
            target = tmp_path / f"{page.key}.csv"
            await saving.save(target)
            content = target.read_text()
            assert not [name for name in everybody if name in content], page.key
            assert content.count("\n") > 1
            await saving.press("Hide names: No")
            saving.dialog.reject()

    under_qt(script)


@pytest.mark.usefixtures("environment")
def test_names_that_the_window_hides_are_in_nothing_that_is_fetched_for_a_file(
    under_qt: UnderQt, tmp_path: Path
) -> None:
    target = tmp_path / "entries.csv"

    async def script(opened: Any) -> None:
        await opened.until_report()
        opened.key(Qt.Key.Key_H, CTRL, SHIFT)
        await opened.until(lambda: opened.state.names_hidden)
        saving = await offered(opened)
        await saving.press("Which rows?: Every entry")
        await saving.save(target)
        saving.dialog.reject()

    under_qt(script)
    content = target.read_text()
    assert content.count("Person ") > 100
    assert "Okafor" not in content
    assert "@" not in content


@pytest.mark.usefixtures("environment")
def test_what_entries_say_is_in_a_picture_only_if_it_is_to_be(
    under_qt: UnderQt, tmp_path: Path
) -> None:
    targets = [tmp_path / "without.pdf", tmp_path / "with.pdf"]
    descriptions: set[str] = set()

    async def script(opened: Any) -> None:
        await opened.until_report()
        row = opened.state.content.matrix.rows[1].mark
        opened.program._report.model.open_entries(row, None)
        await opened.until(lambda: opened.state.looked_at is not None)
        need = opened_entries_need(opened.state.report.query)
        told = opened.state.answers.get(need).entries
        descriptions.update(one for one in told.descriptions if one.isalpha())
        saving = await offered(opened)
        await saving.press("program_picture")
        await saving.press("Kind of picture: PDF")
        await saving.save(targets[0])
        await saving.press("with_descriptions")
        await saving.save(targets[1])
        saving.dialog.reject()

    under_qt(script)
    said = [str(written_pages(one.read_bytes())) for one in targets]
    assert [any(one in text for one in descriptions) for text in said] == [False, True]
