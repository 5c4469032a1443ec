"""Files that Clockify exported, opened in the window without any account."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from clockify_desktop.domain.needs import RecordsNeed
from clockify_desktop.domain.review_records import DayOff
from clockify_desktop.ui.export_file_dialog import ExportFileDialog
from tests.csv_import.exported import ENGLISH, table

HOUR = {"Start Date": "03/04/2026", "Start Time": "09:00:00", "User": "Ann"}
HOUR |= {"Duration (h)": "01:00:00", "Billable": "Yes", "Project": "Web"}
HOUR_S = 3600
NIGHT = {**HOUR, "Start Time": "23:30:00", "Start Date": "03/14/2026"}


def drop(window: Any, *paths: Path) -> bool:
    """Let files fall on the window as a person does; tell whether it takes them."""
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    about = files, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    entering = QDragEnterEvent(QPoint(9, 9), action, *about)
    entering.ignore()
    QApplication.sendEvent(window, entering)
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), action, *about))
    return entering.isAccepted()


def dialogs(opened: Any) -> list[ExportFileDialog]:
    found: list[ExportFileDialog] = opened.window.findChildren(ExportFileDialog)
    return [one for one in found if one.isVisible()]


def open_(dialog: ExportFileDialog) -> None:
    (button,) = dialog.findChildren(QPushButton, "open_export")
    button.click()


def test_files_that_fall_on_the_window_become_a_report(
    under_qt: Callable[..., Any], tmp_path: Path
) -> None:
    path, other = tmp_path / "march.csv", tmp_path / "more.csv"
    path.write_bytes(table(ENGLISH, HOUR))
    other.write_bytes(table(ENGLISH, {**HOUR, "User": "Bob"}, {"User": "x"}))

    async def script(opened: Any) -> None:
        assert not drop(opened.window)
        assert drop(opened.window, path, other)
        await opened.until(lambda: dialogs(opened))
        (dialog,) = dialogs(opened)
        orders = [dialog.orders.itemText(at) for at in range(dialog.orders.count())]
        assert orders == [
            "month/day/year: 03/04/2026 is Wed 4 Mar",
            "day/month/year: 03/04/2026 is Fri 3 Apr",
        ]
        dialog.orders.setCurrentIndex(1)
        dialog.zones.setCurrentText("Asia/Dhaka")
        open_(dialog)
        await opened.until_report()
        report = opened.state.report
        assert report.query.time_zone == "Asia/Dhaka"
        assert report.query.period.start == date(2026, 4, 3)
        assert [one.name for one in report.facts.people] == ["Ann", "Bob"]
        screen = opened.program._screen
        assert "2:00 in the files" in screen.status.accessibleName()
        assert "march.csv and 1 more" in screen.status.account_picker.accessibleName()
        said = " ".join(report.source.lacking + report.source.remarks)
        assert "1 row of more.csv could not be read: line 3" in said
        assert screen.notes.isVisible()
        assert not opened.state.came_back
        # What is said during a review is kept as long as the files are open.
        days_off = DayOff(None, date(2026, 4, 3), None, "ill")
        opened.program._report.review.keep(days_off)
        need = RecordsNeed(report.query.workspace)
        answers = opened.program._account.current.session.answers
        await opened.program._report.review.close()
        assert (await answers.get(need)).days_off == (days_off,)

    under_qt(script)


def test_the_menu_opens_files_and_the_zone_is_asked_once(
    under_qt: Callable[..., Any], tmp_path: Path
) -> None:
    path, wrong = tmp_path / "march.csv", tmp_path / "wrong.csv"
    path.write_bytes(table(ENGLISH, NIGHT))
    wrong.write_bytes(b"name\nAnn\n")

    async def script(opened: Any) -> None:
        def choose(file: Path) -> None:
            (asking,) = opened.window.findChildren(QFileDialog, "open_file")
            asking.filesSelected.emit([str(file)])
            asking.close()
            asking.setParent(None)

        menu = opened.window.action("action_open_export")
        opened.key(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
        choose(wrong)
        notice = opened.window.notice
        await opened.until(lambda: "no columns of a" in notice.accessibleName())
        for zone in ("America/New_York", None):
            menu.trigger()
            choose(path)
            await opened.until(lambda: dialogs(opened))
            (dialog,) = dialogs(opened)
            assert not dialog.orders.isVisible()
            if zone:
                dialog.zones.setCurrentText(zone)
            open_(dialog)
            await opened.until_report()
            await opened.until(lambda: not dialogs(opened))
            assert opened.state.report.query.time_zone == "America/New_York"
            assert opened.state.report.query.period.start == date(2026, 3, 14)

    under_qt(script)


def test_a_named_export_is_asked_about_at_the_start(
    under_qt: Callable[..., Any], tmp_path: Path
) -> None:
    path = tmp_path / "march.csv"
    path.write_bytes(table(ENGLISH, NIGHT))

    async def script(opened: Any) -> None:
        await opened.until(lambda: dialogs(opened))
        open_(dialogs(opened)[0])
        await opened.until_report()
        assert opened.state.report.facts.total_s == HOUR_S

    under_qt(script, file=str(path))


@pytest.mark.usefixtures("environment")
def test_a_report_file_that_falls_on_the_window_is_shown(
    under_qt: Callable[..., Any], tmp_path: Path
) -> None:
    path = tmp_path / "projects.Clockify-Report.toml"
    path.write_text('version = 1\nperiod = "2026-W45"\npage = "projects"\n')

    async def script(opened: Any) -> None:
        await opened.until_report()
        assert drop(opened.window, path)
        await opened.until(lambda: opened.state.page_key == "projects")
        await opened.until_report()
        assert opened.state.report.query.period.start == date(2026, 11, 2)

    under_qt(script)
