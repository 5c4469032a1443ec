from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from clockify_desktop.ui.cached_size import CachedSize, FullWidth
from clockify_desktop.ui.cut_line import CutLine
from clockify_desktop.ui.layouts import row
from clockify_desktop.ui.main_window import MainWindow
from clockify_desktop.ui.steady_size import SteadyPlace
from tests.ui.counted_layouts import Home

_LEFT = Qt.AlignmentFlag.AlignLeft


@pytest.fixture
def home(qtbot: QtBot) -> Iterator[Home]:
    home = Home()
    home.resize(400, 200)
    with qtbot.waitExposed(home):
        home.show()
    yield home
    home.close()


def button_in(home: Home, place: type[CachedSize]) -> tuple[CachedSize, QPushButton]:
    held = QWidget()
    button = QPushButton(held)
    button.setFixedSize(100, 20)
    row(button, within=held)
    cached = place(held, home)
    column = QVBoxLayout(home)
    column.addWidget(cached, 0, _LEFT)
    column.addStretch()
    cached.show()
    settle()
    home.layouts = 0
    return cached, button


def settle() -> None:
    """Have everything laid out, one widget within another."""
    for _ in range(4):
        QApplication.processEvents()


def laid_out(home: Home) -> int:
    settle()
    count, home.layouts = home.layouts, 0
    return count


@pytest.mark.parametrize("place", [CachedSize, SteadyPlace])
def test_only_other_room_has_others_laid_out(
    home: Home, place: type[CachedSize]
) -> None:
    cached, button = button_in(home, place)
    assert cached.width() == 100
    button.setFixedSize(200, 20)
    assert laid_out(home)
    assert cached.width() == button.width() == 200
    button.updateGeometry()
    assert not laid_out(home)
    button.setFixedSize(200, 50)
    assert laid_out(home)
    assert cached.height() == 50


def test_a_steady_place_stays_as_wide_while_a_little_less_is_needed(home: Home) -> None:
    cached, button = button_in(home, SteadyPlace)
    button.setFixedSize(90, 20)
    assert not laid_out(home)
    assert cached.width() == 100
    button.setFixedSize(20, 20)
    assert laid_out(home)
    assert cached.width() == 20


def test_what_has_all_the_width_asks_only_for_other_height(home: Home) -> None:
    _, button = button_in(home, FullWidth)
    button.setFixedSize(200, 20)
    assert laid_out(home) == 1  # its least width is another
    held = QWidget()
    label = CutLine(held)
    label.setText("one")
    row(label, within=held)
    home.layout().addWidget(FullWidth(held, home))
    settle()
    home.layouts = 0
    label.setText("one and many more")
    assert laid_out(home) == 0
    label.setFixedHeight(80)
    assert laid_out(home)


def test_what_is_needed_at_least_counts_too(home: Home) -> None:
    class Held(QWidget):
        least = QSize(20, 20)

        def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
            return QSize(200, 20)

        def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
            return self.least

    held = Held()
    cached = CachedSize(held, home)
    row(cached, within=home)
    cached.show()
    settle()
    home.layouts = 0
    held.least = QSize(120, 20)
    held.updateGeometry()
    assert laid_out(home)
    assert home.minimumWidth() == 120


def test_what_changed_while_it_was_hidden_is_seen_when_it_is_shown(home: Home) -> None:
    cached, button = button_in(home, CachedSize)
    home.hide()
    button.setFixedSize(200, 50)
    home.show()
    settle()
    assert (cached.width(), cached.height()) == (200, 50)


def test_the_window_is_filled_and_not_laid_out_for_what_changes_in_it(
    qtbot: QtBot,
) -> None:
    class Window(MainWindow):
        layouts = 0

        def event(self, event: QEvent) -> bool:
            self.layouts += event.type() is QEvent.Type.LayoutRequest
            return super().event(event)

    class Page(QWidget):
        sizes = 0

        def event(self, event: QEvent) -> bool:
            self.sizes += event.type() is QEvent.Type.Resize
            return super().event(event)

    window = Window()
    qtbot.addWidget(window)
    page = Page(window)
    button = QPushButton("words", page)
    row(button, within=page)
    window.add_page(page)
    window.show_page(page)
    window.resize(900, 600)
    with qtbot.waitExposed(window):
        window.show()
    QApplication.processEvents()
    assert page.width() == 900
    window.layouts = page.sizes = 0
    button.setText("words that need more room")
    settle()
    assert not window.layouts
    assert not page.sizes
    window.resize(1000, 600)
    QApplication.processEvents()
    assert page.width() == 1000
