"""The guide in its window: read, followed and left with keys alone."""

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QListWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.charts.theme import DARK, LIGHT, Theme
from clockify_desktop.ui.guide.guide_pages import (
    FILES,
    GUIDE,
    INSTALL,
    LOOK_UP,
    PRIVACY,
    REVIEW,
    SCHEDULES,
    read_page,
)
from clockify_desktop.ui.guide.guide_view import GuideView
from clockify_desktop.ui.guide.guide_window import GuideWindow
from clockify_desktop.ui.look.palette import palette_of

ALT = Qt.KeyboardModifier.AltModifier
HALF = 128


@pytest.fixture
def guide(qtbot: QtBot) -> GuideWindow:
    window = GuideWindow()
    qtbot.addWidget(window)
    # Shortcuts and the focus are those of the active window.
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def text_of(guide: GuideWindow) -> GuideView:
    return guide.findChild(GuideView)


def title(guide: GuideWindow) -> str:
    return text_of(guide).toPlainText().partition("\n")[0]


def heading_on_top(view: GuideView) -> str:
    return view.cursorForPosition(QPoint(0, 24)).block().text()


def pictures(guide: GuideWindow) -> list[QImage]:
    document = text_of(guide).document()
    kind = QTextDocument.ResourceType.ImageResource
    found, block = [], document.begin()
    while block.isValid():
        place = block.begin()
        while not place.atEnd():
            shape = place.fragment().charFormat()
            if shape.isImageFormat():
                name = shape.toImageFormat().name()
                found.append(document.resource(kind, QUrl(name)))
            place += 1
        block = block.next()
    return found


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("width", [480, 1100, 1900])
@pytest.mark.parametrize("name", GUIDE)
def test_each_page_is_shown_with_its_pictures(
    guide: GuideWindow, name: str, width: int, theme: Theme
) -> None:
    guide.setPalette(palette_of(theme))
    guide.resize(width, 700)
    QApplication.processEvents()
    guide.open_at(name)
    QApplication.processEvents()
    assert title(guide) == read_page(name).title
    view = text_of(guide)
    assert view.verticalScrollBar().value() == 0
    assert view.horizontalScrollBar().maximum() == 0
    shown = pictures(guide)
    assert len(shown) == read_page(name).markdown.count("![") > 0
    for one in shown:
        assert width // 3 < one.deviceIndependentSize().width() < view.width()
        if name != SCHEDULES:
            # What a program writes is white on any screen.
            assert (one.pixelColor(1, one.height() // 2).lightness() < HALF) is (
                theme is DARK
            )


def test_a_change_of_colours_is_followed(guide: GuideWindow) -> None:
    guide.setPalette(palette_of(LIGHT))
    guide.open_at(PRIVACY)
    before = pictures(guide)[0]
    guide.setPalette(palette_of(DARK))
    QApplication.processEvents()
    assert pictures(guide)[0] != before
    assert DARK.accent.lower() in text_of(guide).toHtml()


def test_links_lead_to_pages_and_headings_and_back(guide: GuideWindow) -> None:
    guide.resize(720, 400)
    QApplication.processEvents()
    guide.open_at(INSTALL)
    view, chosen = text_of(guide), guide.findChild(QListWidget)
    view.anchorClicked.emit(QUrl("privacy.md#getting-rid-of-everything"))
    assert title(guide) == chosen.currentItem().text() == "Privacy"
    bar = view.verticalScrollBar()
    scrolled = bar.value()
    assert scrolled > view.height()
    view.anchorClicked.emit(QUrl("../policy.md"))
    assert title(guide) == "A policy for everyone on a computer"
    QTest.keyClick(view, Qt.Key.Key_Left, ALT)
    assert (title(guide), bar.value()) == ("Privacy", scrolled)
    QTest.keyClick(view, Qt.Key.Key_Left, ALT)
    assert title(guide) == "Install and sign in"
    QTest.keyClick(view, Qt.Key.Key_Left, ALT)
    QTest.keyClick(view, Qt.Key.Key_Right, ALT)
    assert title(guide) == "Privacy"
    view.anchorClicked.emit(QUrl("files.md"))
    QTest.keyClick(view, Qt.Key.Key_Right, ALT)
    assert title(guide) == "Files"


def test_pages_are_chosen_with_keys_and_esc_closes(guide: GuideWindow) -> None:
    guide.open_at(INSTALL)
    pages, view = guide.findChild(QListWidget), text_of(guide)
    assert pages.accessibleName()
    QTest.keyClick(view, Qt.Key.Key_F6)
    assert pages.hasFocus()
    for name in (*GUIDE[1:], *LOOK_UP):
        QTest.keyClick(pages, Qt.Key.Key_Down)
        assert title(guide) == view.accessibleName() == read_page(name).title
    QTest.keyClick(pages, Qt.Key.Key_F6)
    assert view.hasFocus()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not guide.isVisible()


def test_nothing_is_fetched_and_a_click_alone_opens_an_address(
    guide: GuideWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(url.url())
    )
    guide.open_at(INSTALL)
    view = text_of(guide)
    kind = QTextDocument.ResourceType.ImageResource.value
    for address in ("https://clockify.me/a.png", "file:///dev/zero"):
        assert view.loadResource(kind, QUrl(address)) is None
    style = QTextDocument.ResourceType.StyleSheetResource.value
    assert view.loadResource(style, QUrl("install.md")) is None
    for address in ("file:///bin/sh", "http://clockify.me", "https://clockify.me"):
        view.anchorClicked.emit(QUrl(address))
    assert opened == ["https://clockify.me"]
    assert title(guide) == "Install and sign in"


def test_a_narrow_window_is_left_to_the_page(guide: GuideWindow) -> None:
    guide.resize(500, 600)
    guide.open_at(REVIEW, "trend")
    assert not guide.findChild(QListWidget).isVisible()
    QApplication.processEvents()
    view = text_of(guide)
    assert heading_on_top(view) == "Trend"
    # Whatever the width, what was read stays in view.
    while heading_on_top(view) != "Projects":
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 5)
    guide.resize(1000, 600)
    QApplication.processEvents()
    assert heading_on_top(view) == "Projects"
    assert guide.findChild(QListWidget).isVisible()


def test_it_can_be_read_beside_a_dialog(guide: GuideWindow, qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.open()
    assert QApplication.activeModalWidget() is dialog
    guide.open_at(FILES)
    assert guide.parentWidget() is dialog
    assert guide.isVisible()
    guide.setParent(None)


@pytest.mark.parametrize("key", ["F1", "F5", "Ctrl+E", "Ctrl+T", "Alt+Home", "Esc"])
def test_the_keys_are_told(guide: GuideWindow, key: str) -> None:
    guide.open_at("guide/keys.md")
    assert f"\n{key}\n" in text_of(guide).toPlainText()
