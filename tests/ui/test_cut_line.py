"""A cut line draws what fits as Qt does, and the rest itself: nobody sees which."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.ui import cut_line
from clockify_desktop.ui.cut_line import CutLine
from clockify_desktop.ui.look.look import Look


@pytest.fixture
def home(qapp: QApplication, qtbot: QtBot) -> Iterator[QWidget]:
    font, style = qapp.font(), qapp.style().objectName()
    look = Look(qapp)
    home = QWidget()
    qtbot.addWidget(home)
    home.resize(500, 60)
    yield home
    look.deleteLater()
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())
    qapp.setFont(font)
    qapp.setStyle(style)


def drawn(line: CutLine, width_px: int) -> QImage:
    line.setGeometry(10, 10, width_px, line.sizeHint().height() + 3)
    parent = line.parentWidget()
    assert parent is not None
    return parent.grab().toImage()


@pytest.mark.parametrize("role", ["", "quiet", "fine", "warning"])
@pytest.mark.parametrize(
    "words", ["46:12 of 812:30", "✓ all 39 people: 1342:19", "Ärger & Söhne <b>", ""]
)
def test_what_fits_looks_the_same_however_it_is_drawn(
    home: QWidget, monkeypatch: pytest.MonkeyPatch, role: str, words: str
) -> None:
    line = CutLine(home)
    line.setProperty("role", role)
    line.setContentsMargins(8, 0, 8, 0)
    line.setText(words)
    needed_px = line.sizeHint().width()
    by_qt = [drawn(line, width_px) for width_px in (needed_px, 400, 401)]
    monkeypatch.setattr(cut_line, "is_right_to_left", lambda _: True)
    own = [drawn(line, width_px) for width_px in (needed_px, 400, 401)]
    assert by_qt == own


def test_what_does_not_fit_ends_with_an_ellipsis_and_is_told_in_full(
    home: QWidget,
) -> None:
    line, other = CutLine(home), CutLine(home)
    line.setText("Nobody logged time in this long week")
    narrow = drawn(line, 80)
    assert line.toolTip() == "Nobody logged time in this long week"
    assert line.minimumSizeHint().width() == 0
    line.hide()
    # No letters of the end are drawn: others that begin alike look the same.
    other.setText("Nobody logged time in this other week")
    assert drawn(other, 80) == narrow
