from collections.abc import Iterator
from pathlib import Path

import matplotlib as mpl
import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QCursor, QFont, QFontDatabase, QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.charts.bar_content import BarContent
from clockify_desktop.charts.chart import ChartHit
from clockify_desktop.charts.theme import LIGHT
from clockify_desktop.domain.label import Label
from clockify_desktop.domain.matrix import Matrix
from clockify_desktop.ui.report.chart_canvas import ChartCanvas

FONTS = Path(mpl.get_data_path()) / "fonts" / "ttf"
NAME = "HEHEH"


@pytest.fixture
def letters(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[QFont]:
    """Give the application some family and size, as a system would."""
    before = qapp.font()
    family, pixels = request.param
    added = [
        QFontDatabase.addApplicationFont(str(file))
        for file in sorted(FONTS.glob(f"{family.replace(' ', '')}*.ttf"))
    ]
    font = QFont(family)
    font.setPixelSize(pixels)
    qapp.setFont(font)
    yield font
    qapp.setFont(before)
    for one in added:
        QFontDatabase.removeApplicationFont(one)


def ink_height(shown: QImage) -> int:
    """Count the lines that have a dark pixel."""
    grey = shown.convertToFormat(QImage.Format.Format_Grayscale8)
    lines = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), -1)
    return int((lines[:, : grey.width()] < 128).any(axis=1).sum())


@pytest.mark.parametrize(
    "letters",
    [("DejaVu Sans", 13), ("STIXGeneral", 13), ("STIXGeneral", 48)],
    indirect=True,
    ids=lambda letters: " ".join(map(str, letters)),
)
def test_letters_are_as_large_in_the_picture_as_beside_it(
    letters: QFont, home: QWidget, qtbot: QtBot
) -> None:
    canvas = ChartCanvas(LIGHT)
    canvas.setParent(home)
    canvas.resize(700, 600)
    label = QLabel(NAME, home)
    label.setFont(letters)
    label.setStyleSheet("color: black; background: white")
    label.adjustSize()
    with qtbot.waitExposed(home):
        home.show()
    matrix = Matrix(
        (Label("u", NAME), Label("v", NAME)),
        (Label("p", "Web"),),
        np.full((2, 1), 3600, np.int64),
    )
    canvas.show_chart(BarContent(matrix, "", ""), LIGHT, 0)
    canvas.draw()
    place = canvas.place_of(ChartHit(0)).toAlignedRect()
    drawn = ink_height(canvas.grab(place).toImage())
    beside = ink_height(label.grab().toImage())
    assert abs(drawn - beside) <= 1
    assert beside > 0.6 * letters.pixelSize()
    # What is pointed at is where it is drawn.
    bar = canvas.place_of(ChartHit(1, 0)).center()
    pointed: list[object] = []
    canvas.pointed.connect(pointed.append)
    qtbot.mouseMove(canvas, QPoint(1, 1))
    qtbot.mouseMove(canvas, bar.toPoint())
    assert pointed[-1] == ChartHit(1, 0)
    assert canvas.rows_that_fit >= 2


def test_a_tool_tip_over_the_pointer_takes_no_outline_away(
    home: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    canvas = ChartCanvas(LIGHT)
    canvas.setParent(home)
    canvas.resize(300, 200)
    told: list[ChartHit | None] = []
    canvas.pointed.connect(told.append)
    place = QPoint(50, 50)
    monkeypatch.setattr(QCursor, "pos", lambda *_: canvas.mapToGlobal(place))
    leave = QEvent(QEvent.Type.Leave)
    QApplication.sendEvent(canvas, leave)
    assert told == []
    place = QPoint(400, 50)
    QApplication.sendEvent(canvas, leave)
    assert told == [None]
