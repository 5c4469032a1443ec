from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout
from pytestqt.qtbot import QtBot

from clockify_desktop.ui.cached_size_label import CachedSizeLabel
from clockify_desktop.ui.labels import text_label
from tests.ui.counted_layouts import Home

_LEFT = Qt.AlignmentFlag.AlignLeft
_LONG = "560:00 of 812:30, most of it on a project of a long name"


@pytest.fixture
def home(qtbot: QtBot) -> Iterator[Home]:
    home = Home()
    home.resize(200, 200)
    with qtbot.waitExposed(home):
        home.show()
    yield home
    home.close()


def label_in(home: Home, *, wrapped: bool) -> tuple[CachedSizeLabel, QLabel]:
    label = text_label("", home)
    label.setWordWrap(wrapped)
    cached = CachedSizeLabel(label, home)
    column = QVBoxLayout(home)
    column.addWidget(cached, 0, Qt.AlignmentFlag(0) if wrapped else _LEFT)
    column.addStretch()
    cached.show()
    show(cached, "812:30")
    home.layouts = 0
    return cached, label


def show(cached: CachedSizeLabel, words: str) -> None:
    cached.show_text(words)
    QApplication.processEvents()


@pytest.mark.parametrize("wrapped", [False, True])
def test_words_of_the_same_size_have_nothing_laid_out(
    home: Home, *, wrapped: bool
) -> None:
    cached, label = label_in(home, wrapped=wrapped)
    room = label.size()
    show(cached, "560:00")
    assert not home.layouts
    assert label.isVisible()
    assert label.text() == "560:00"
    assert label.size() == room


@pytest.mark.parametrize("wrapped", [False, True])
def test_words_that_need_other_room_get_it(home: Home, *, wrapped: bool) -> None:
    cached, label = label_in(home, wrapped=wrapped)
    before = label.size()
    show(cached, _LONG)
    assert home.layouts
    if wrapped:
        assert label.height() >= label.heightForWidth(label.width()) > before.height()
    else:
        assert label.width() >= label.sizeHint().width() > before.width()
    show(cached, "812:30")
    assert label.size() == before


def test_it_is_the_width_that_it_has_which_counts(home: Home) -> None:
    cached, label = label_in(home, wrapped=True)
    # Somebody asks how high it would be where all is in one line.
    assert cached.heightForWidth(5000) == label.heightForWidth(5000)
    show(cached, _LONG)
    assert label.height() >= label.heightForWidth(label.width())
    assert label.heightForWidth(label.width()) > label.heightForWidth(5000)


def test_larger_letters_get_their_room(home: Home) -> None:
    cached, label = label_in(home, wrapped=False)
    before = label.size()
    font = label.font()
    font.setPixelSize(40)
    label.setFont(font)
    for _ in range(2):
        QApplication.processEvents()
    assert cached.height() > before.height()
    assert label.size() == cached.size()
