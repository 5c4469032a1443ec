"""What is only drawn and pointed at: looked at as pictures, pixel against pixel."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.domain.directory import Project
from clockify_desktop.domain.identity import ProjectId
from clockify_desktop.domain.showable import showable
from clockify_desktop.ui.layouts import STRETCH, row
from clockify_desktop.ui.look import palette as roles
from clockify_desktop.ui.pickers.date_field import DateField
from clockify_desktop.ui.pickers.picker_button import ButtonWords, PickerButton
from clockify_desktop.ui.pickers.project_picker import ProjectPicker
from clockify_desktop.viewmodels.choice import ALL
from clockify_desktop.viewmodels.picker_states import ProjectsState

SWATCH = "#C02080"
STATE = ProjectsState((Project(ProjectId("p"), "Website", color=SWATCH),))


def _holds(picture: QImage, color: QColor) -> bool:
    return any(
        picture.pixel(x, y) == color.rgb()
        for x in range(picture.width())
        for y in range(picture.height())
    )


@pytest.fixture
def projects(window: QWidget) -> ProjectPicker:
    picker = ProjectPicker(window)
    picker.show_state(STATE)
    window.show()
    return picker


def test_a_project_bears_its_colour(projects: ProjectPicker) -> None:
    projects.click()
    view = projects.panel.list
    assert _holds(view.viewport().grab().toImage(), QColor(SWATCH))


def test_the_row_under_the_pointer_is_tinted(
    projects: ProjectPicker, qtbot: QtBot
) -> None:
    projects.click()
    view = projects.panel.list
    tint = projects.palette().color(roles.CHOSEN)
    before = view.viewport().grab().toImage()
    qtbot.mouseMove(view.viewport(), view.visualRect(view.model().index(1, 0)).center())
    QApplication.processEvents()
    after = view.viewport().grab().toImage()
    assert after != before
    assert _holds(after, tint)


def test_a_search_without_an_answer_says_so(projects: ProjectPicker) -> None:
    projects.click()
    view = projects.panel.list
    projects.panel.search.setText("there is no such project")
    said = view.viewport().grab().toImage()
    assert _holds(said, projects.palette().color(roles.SURFACE))
    assert len({said.pixelColor(x, said.height() // 2).rgb() for x in range(400)}) > 1


def test_a_click_on_the_button_closes_and_does_not_open_again(
    projects: ProjectPicker,
) -> None:
    for place, swallowed in (
        (projects.rect().center(), True),
        (QPoint(-90, -90), False),
    ):
        projects.click()
        panel = projects.panel
        on_screen = QPointF(projects.mapToGlobal(place))
        press = QMouseEvent(
            QEvent.Type.MouseButtonPress,
            QPointF(panel.mapFromGlobal(on_screen)),
            on_screen,
            Qt.MouseButton.LeftButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(panel, press)
        assert not panel.isVisible()
        assert panel.testAttribute(Qt.WidgetAttribute.WA_NoMouseReplay) is swallowed


def test_a_button_is_as_wide_as_its_words_and_shrinks_by_the_quiet_ones(
    window: QWidget,
) -> None:
    button = PickerButton("period_picker", window)
    button.show_words(ButtonWords("", "16 Nov 2026"))
    short = button.sizeHint().width()
    button.show_words(ButtonWords("", "16 Nov 2026", "week 47 · Europe/Berlin"))
    assert button.sizeHint().width() > short + 100
    assert button.minimumSizeHint().width() <= short + 2
    window.show()
    button.resize(button.minimumSizeHint())
    small = button.grab().toImage()
    button.show_words(ButtonWords("", "16 Nov 2026"))
    assert small.width() == button.grab().toImage().width()
    button.setEnabled(False)
    assert button.grab().toImage() != small


def test_words_that_need_as_much_room_have_nothing_laid_out(window: QWidget) -> None:
    class Row(QWidget):
        layouts = 0

        def event(self, event: QEvent) -> bool:
            self.layouts += event.type() is QEvent.Type.LayoutRequest
            return super().event(event)

    within = Row(window)
    button = PickerButton("period_picker", within)
    row(button, STRETCH, within=within)
    within.resize(600, 60)
    window.show()

    def show(value: str) -> int:
        button.show_words(ButtonWords(value=showable(value)))
        QApplication.processEvents()
        count, within.layouts = within.layouts, 0
        return count

    show("16 - 22 Nov 2026")
    assert not show("9 - 15 Nov 2026")
    assert show("28 December 2026 - 3 January 2027")
    assert button.width() >= button.sizeHint().width()


def test_a_narrowed_button_has_room_for_its_cross(projects: ProjectPicker) -> None:
    before = projects.sizeHint().width()
    projects.show_state(ProjectsState(STATE.projects, ALL.without_ids(("p",), {"p"})))
    assert projects.sizeHint().width() > before
    projects.resize(projects.sizeHint())
    QApplication.processEvents()
    assert projects.rect().contains(projects.cross.geometry())


def test_the_calendar_can_be_read_in_every_theme(window: QWidget) -> None:
    field = DateField("custom_start", "First day", window)
    window.show()
    palette = field.palette()
    palette.setColor(roles.TEXT, QColor("#13579b"))
    field.setPalette(palette)
    calendar = field.calendarWidget()
    saturday = calendar.weekdayTextFormat(Qt.DayOfWeek.Saturday)
    assert saturday.foreground().color() == QColor("#13579b")
    calendar.resize(calendar.sizeHint())
    assert _holds(calendar.grab().toImage(), palette.color(roles.CONTROL_BORDER))
    names = [button.accessibleName() for button in calendar.findChildren(QToolButton)]
    assert "A month back" in names
    assert "A month on" in names
