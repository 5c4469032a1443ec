from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage
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

from clockify_desktop.domain.figure import Figure
from clockify_desktop.ui.layouts import row
from clockify_desktop.ui.report.attention_box import AttentionBox
from clockify_desktop.ui.report.choice_button import ChoiceButton
from clockify_desktop.ui.report.figure_boxes import FigureBoxes
from clockify_desktop.ui.report.page_list import PageList
from clockify_desktop.ui.report.progress_line import ProgressLine
from clockify_desktop.ui.report.status_line import StatusLine
from clockify_desktop.viewmodels.page_state import (
    PageEntry,
    PageListState,
    StatusState,
    Tone,
)

DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def test_only_known_figures_are_shown(home: QWidget) -> None:
    boxes = FigureBoxes(home)
    home.show()
    total = Figure("560:00 of 812:30", "Total", "16 people")
    boxes.show_state((total, Figure("71 %", "Billable")))
    found = boxes.findChildren(QFrame, "figure_box")
    assert [one.accessibleName() for one in found] == [
        "Total: 560:00 of 812:30, 16 people",
        "Billable: 71 %",
    ]
    words = [one.text for one, _ in found[0].places()]
    assert words == ["560:00 of 812:30", "Total", "16 people"]
    boxes.show_state((total,))
    assert [one.isVisible() for one in found] == [True, False]
    home.close()


def test_what_changed_out_of_sight_has_its_room_at_once(home: QWidget) -> None:
    boxes = FigureBoxes(home)
    box = AttentionBox(home)
    row(boxes, (box, 1), within=home)
    home.resize(900, 200)
    home.show()
    for _ in range(4):
        QApplication.processEvents()
    home.hide()
    boxes.show_state((Figure("748:11", "Total", "22 people with time"),))
    box.show_state((PageEntry("who", "3 people with missing days"),))
    home.show()
    needed = boxes.findChild(QFrame, "figure_box").sizeHint()
    assert boxes.width() >= needed.width()
    assert boxes.height() >= needed.height()
    assert box.height() >= box.minimumSizeHint().height() > 0
    home.close()


def test_in_a_low_window_a_figure_is_one_line(home: QWidget) -> None:
    boxes = FigureBoxes(home)
    home.show()
    boxes.show_state((Figure("748:11", "Total", "22 people with time"),))
    box = boxes.findChild(QFrame, "figure_box")
    high = boxes.sizeHint().height()
    for low in (True, False):
        boxes.set_low(low)
        boxes.resize(boxes.sizeHint())
        QApplication.sendPostedEvents()
        value, name, remark = box.places()
        centers = [place.center().y() for _, place in (value, name)]
        assert (abs(centers[0] - centers[1]) < 4) is low
        assert (boxes.sizeHint().height() <= high - 24) is low
        for words, place in (value, name, remark):
            assert place.width() == words.width_px
            assert box.rect().contains(place)
        assert not name[1].intersects(remark[1])
        assert box.toolTip() == ""
    # What is cut the tip has whole.
    boxes.setFixedWidth(180)
    QApplication.sendPostedEvents()
    assert box.toolTip() == "Total: 748:11, 22 people with time"
    boxes.setMaximumWidth(9999)
    # However many there are, they make no window wider: words are cut, never a number.
    boxes.show_state((Figure("748:11", "Total", "22 people with time"),) * 6)
    assert boxes.minimumSizeHint().width() < 640
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


def row_of(pages: PageList, place: int) -> QImage:
    """Take the picture of a row."""
    QApplication.processEvents()
    rect = pages.visualItemRect(pages.item(place))
    return pages.viewport().grab(rect).toImage()


def beside(pages: PageList, place: int) -> bool:
    """Tell whether anything is drawn at the end of a row."""
    row, ground = row_of(pages, place), 4
    end = row.copy(QRect(row.width() - 40, 0, 40, row.height()))
    return any(
        end.pixel(x, y) != end.pixel(ground, y)
        for x in range(ground, end.width() - ground)
        for y in range(end.height())
    )


def test_pages_say_how_much_is_to_do(home: QWidget, qtbot: QtBot) -> None:
    pages = PageList(home)
    home.show()
    entries = (PageEntry("who", "Who logged", 3), PageEntry("where", "Where time went"))
    pages.show_state(PageListState(entries, "where"))
    assert [beside(pages, place) for place in (0, 1)] == [True, False]
    role = Qt.ItemDataRole.AccessibleTextRole
    assert pages.item(0).data(role) == "Who logged, 3 to do"
    done = (PageEntry("who", "Who logged", 0), entries[1])
    # Words that nobody sees have nothing painted.
    with qtbot.assertNotEmitted(pages.model().dataChanged):
        pages.show_state(PageListState(done, "where"))
    assert pages.item(0).data(role) == "Who logged"
    pages.show_state(PageListState(done, "who"))
    assert not beside(pages, 0)
    home.close()


@pytest.mark.parametrize("px", [13, 26])
def test_a_badge_is_as_high_as_its_letters(home: QWidget, px: int) -> None:
    font = QFont(home.font())
    font.setPixelSize(px)
    home.setFont(font)
    pages = PageList(home)
    pages.resize(400, 200)
    home.show()
    entries = PageEntry("who", "Who logged", 888), PageEntry("where", "Where")
    # What is chosen has a ground of its own.
    pages.show_state(PageListState(entries, "where"))
    row = row_of(pages, 0)
    # Through the middle of the badge, from top to bottom.
    width = QFontMetrics(pages.badge_font).horizontalAdvance("888")
    x = row.width() - 20 - width // 2
    ground = row.pixel(x, 0)
    drawn = [y for y in range(row.height()) if row.pixel(x, y) != ground]
    assert drawn[-1] - drawn[0] >= QFontMetrics(pages.badge_font).height()
    home.close()


def test_name_and_remark_stand_together_where_there_is_height(home: QWidget) -> None:
    boxes = FigureBoxes(home)
    boxes.show_state((Figure("748:11", "Total", "22 people with time"),))
    boxes.set_low(True)
    home.show()
    box = boxes.findChild(QFrame, "figure_box")
    box.resize(150, 90)
    _, (name, above), (_, below) = box.places()
    assert below.top() == above.bottom() + 1
    assert above.height() == below.height() == name.height_px
    assert abs(above.bottom() - box.rect().center().y()) <= 1
    home.close()


def test_a_page_that_was_looked_at_has_a_tick_and_a_line_stands_apart(
    home: QWidget,
) -> None:
    pages = PageList(home)
    pages.resize(220, 200)
    home.show()
    overview = PageEntry("overview", "Overview", is_apart=True)
    who = PageEntry("who", "Who logged", 3)
    pages.show_state(PageListState((overview, who), "who"))
    before = row_of(pages, 1)
    pages.show_state(PageListState((overview, replace(who, looked_at=True)), "who"))
    after = row_of(pages, 1)
    assert after != before
    # The number stays where it is, and the tick is beside it.
    number = QRect(after.width() - 40, 0, 40, after.height())
    assert after.copy(number) == before.copy(number)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert pages.item(1).data(role) == "Who logged, 3 to do, looked at"
    apart, below = (pages.visualItemRect(pages.item(place)) for place in (0, 1))
    assert apart.height() > below.height()
    picture = pages.viewport().grab().toImage()
    middle = apart.center().x()
    # It does not reach the sides.
    differs = [
        picture.pixelColor(middle, y) != picture.pixelColor(1, y)
        for y in range(apart.top() + below.height(), apart.bottom() + 1)
    ]
    assert sum(differs) == 1
    home.close()


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
    said, at, progress = status.findChildren(QLabel, options=DIRECT)
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
    _, _, progress = status.findChildren(QLabel, options=DIRECT)
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


def test_a_long_account_is_cut_and_told(home: QWidget) -> None:
    status = StatusLine(home)
    home.show()
    name = f"{'amara.okafor' * 6}@acme.example · EU (Germany) · from the environment"
    status.show_state(StatusState("812:30", account=name))
    picker = status.account_picker
    assert status.minimumSizeHint().width() < 400
    assert picker.toolTip() == name
    pictures = []
    for width in (1300, 600):
        status.resize(width, 30)
        QApplication.sendPostedEvents()
        assert picker.geometry().right() < width
        pictures.append(picker.grab().toImage())
    assert pictures[0] != pictures[1]
    home.close()


def test_sample_data_are_said_in_the_bottom_line(home: QWidget, qtbot: QtBot) -> None:
    status = StatusLine(home)
    home.show()
    sample = status.sample
    assert not sample.isVisible()
    sample.show_state(shown=True)
    assert sample.isVisible()
    assert sample.accessibleName() == "Sample data – not your team"
    said = sample.findChild(QLabel)
    assert said.text() == said.toolTip() == "Sample data – not your team"
    status.show_state(StatusState("812:30 " * 20, fetched="09:14", account="a" * 90))
    status.resize(500, 30)
    QApplication.sendPostedEvents()
    assert said.width() > said.fontMetrics().horizontalAdvance("Sample")
    with qtbot.waitSignal(sample.connect_button.clicked, timeout=1000):
        sample.findChild(QPushButton, "connect_clockify").click()
    sample.show_state(shown=False)
    assert not sample.isVisible()
    home.close()


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
