from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QProxyStyle,
    QPushButton,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)
from pytestqt.qtbot import QtBot

from clockify_desktop.ui.report.choice_button import ChoiceButton
from clockify_desktop.ui.report.figure_boxes import FigureBoxes
from clockify_desktop.ui.report.page_list import PageList
from clockify_desktop.ui.report.progress_line import ProgressLine
from clockify_desktop.ui.report.status_line import StatusLine
from clockify_desktop.viewmodels.page_state import (
    FigureBox,
    PageEntry,
    PageListState,
    StatusState,
    Tone,
)


def test_only_known_figures_are_shown(home: QWidget) -> None:
    boxes = FigureBoxes(home)
    home.show()
    total = FigureBox("560:00 of 812:30", "Total", "16 people")
    boxes.show_state((total, FigureBox("71 %", "Billable")))
    found = boxes.findChildren(QFrame, "figure_box")
    assert [one.accessibleName() for one in found] == [
        "Total: 560:00 of 812:30, 16 people",
        "Billable: 71 %",
    ]
    assert found[0].findChildren(QLabel)[0].text() == "560:00 of 812:30"
    boxes.show_state((total,))
    assert [one.isVisible() for one in found] == [True, False]
    home.close()


def test_pages_are_chosen_by_key(home: QWidget, qtbot: QtBot) -> None:
    pages = PageList(home)
    entries = (PageEntry("where", "Where time went"), PageEntry("who", "Who logged"))
    with qtbot.assertNotEmitted(pages.page_chosen):
        pages.show_state(PageListState(entries, "where"))
        pages.show_state(PageListState(entries, "where"))
    assert pages.count() == 2
    assert pages.item(0).font().bold()
    with qtbot.waitSignal(pages.page_chosen, timeout=1000) as told:
        qtbot.keyClick(pages, Qt.Key.Key_Down)
    assert told.args == ["who"]
    pages.show_state(PageListState(entries[:1], "where"))
    assert pages.count() == 1


def test_the_bottom_line_says_how_sure_the_numbers_are(
    home: QWidget, qtbot: QtBot
) -> None:
    status = StatusLine(home)
    home.show()
    verdict = "✓ all 24 people: 812:30, the same in Clockify"
    status.show_state(StatusState(verdict, Tone.FINE, "fetched today 09:14"))
    label = status.findChildren(QLabel)[0]
    assert label.text() == verdict
    assert label.property("role") == "fine"
    assert label.contentsRect() == label.rect()
    assert status.accessibleName() == f"{verdict}; fetched today 09:14"
    cancel = status.findChild(QPushButton, "cancel")
    assert not cancel.isVisible()
    status.show_state(
        StatusState("812:30 here", Tone.WARNING, "", "Asking…", loading=True)
    )
    assert label.property("role") == "warning"
    assert label.contentsRect().left() > 0
    assert status.accessibleName() == "812:30 here; Asking…"
    with qtbot.waitSignal(status.cancel.clicked, timeout=1000):
        cancel.click()
    home.close()


def test_a_narrow_bottom_line_is_cut_where_it_is_seen_to_be_cut(home: QWidget) -> None:
    status = StatusLine(home)
    status.resize(420, 30)
    home.show()
    verdict = "✓ all 24 people: 812:30, the same in Clockify"
    wait = "Clockify is busy · asking again in 12 s, attempt 2 of 3"
    status.show_state(
        StatusState(verdict, Tone.FINE, "fetched today 09:14", wait, loading=True)
    )
    QApplication.sendPostedEvents()
    said, at, progress = status.findChildren(QLabel)
    assert at.width() >= at.sizeHint().width()
    for label in (said, progress):
        assert label.width() < label.sizeHint().width()
        cut = label.grab().toImage()
        end = Qt.TextElideMode.ElideRight
        room = label.width() + 1
        label.setText(label.fontMetrics().elidedText(label.text(), end, room))
        assert label.text().endswith("…")
        assert label.grab().toImage() == cut
    home.close()


def test_a_long_verdict_leaves_room_for_what_is_under_way(home: QWidget) -> None:
    status = StatusLine(home)
    status.resize(900, 30)
    home.show()
    verdict = f"✓ all 23 people: 812:30; {'ruth.adler@acme.example, ' * 9}not joined"
    status.show_state(
        StatusState(verdict, Tone.FINE, "fetched", "Asking Clockify…", loading=True)
    )
    QApplication.sendPostedEvents()
    _, _, progress = status.findChildren(QLabel)
    assert progress.width() >= min(progress.sizeHint().width(), 110)
    home.close()


def test_the_account_is_a_button(home: QWidget, qtbot: QtBot) -> None:
    status = StatusLine(home)
    assert status.account_picker.isHidden()
    status.show_state(StatusState(account="mia@a&b.example · EU (Germany)"))
    picker = status.findChild(QPushButton, "account_picker")
    assert picker.text() == "mia@a&&b.example · EU (Germany) ▾"
    assert picker.accessibleName() == "Account: mia@a&b.example · EU (Germany)"
    with qtbot.waitSignal(status.account_picker.clicked, timeout=1000):
        picker.click()


class StillStyle(QProxyStyle):
    """The style of a system that asks for no motion."""

    def styleHint(  # noqa: N802 - Qt's name
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 - Qt's name
    ) -> int:
        if hint is QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, option, widget, returnData)


def test_the_line_moves_only_while_it_is_seen_and_unknown(home: QWidget) -> None:
    line = ProgressLine(home)
    line.resize(200, 3)
    line.show_state(running=True)
    assert not line.moving
    home.show()
    assert line.moving
    empty = line.grab().toImage()
    line._on_tick()
    line._on_tick()
    assert line.grab().toImage() != empty
    line.show_state(running=True, done=0.5)
    assert not line.moving
    half = line.grab().toImage()
    assert half.pixel(10, 1) != half.pixel(190, 1)
    line.show_state(running=False)
    assert line.grab().toImage() != half
    line.show_state(running=True)
    home.hide()
    assert not line.moving


def test_the_line_stands_still_where_motion_is_unwanted(
    home: QWidget,
) -> None:
    line = ProgressLine(home)
    line.resize(200, 3)
    line.setStyle(StillStyle())
    home.show()
    line.show_state(running=True)
    assert not line.moving
    whole = line.grab().toImage()
    assert whole.pixel(10, 1) == whole.pixel(190, 1)
    line.setStyle(QApplication.style())
    assert line.moving
    home.close()


def test_nobody_is_asked_where_nothing_is_under_way(home: QWidget) -> None:
    line = ProgressLine(home)
    assert line.accessibleName() == ""
    line.show_state(running=True)
    assert line.accessibleName() == "Asking Clockify"
    line.show_state(running=False)
    assert line.accessibleName() == ""


def test_a_choice_says_its_title_once(home: QWidget) -> None:
    button = ChoiceButton("colors", "Colours", home)
    choices = [("project", "Projects"), ("client", "Clients")]
    button.show_choices(choices, "project", "colours: projects")
    assert button.accessibleName() == "Colours: Projects"
    assert button.text().startswith("colours: projects")
