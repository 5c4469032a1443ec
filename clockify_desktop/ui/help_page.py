"""The help, on this computer: a window of its own, so that one can read and try."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from clockify_desktop.files.resources import resource
from clockify_desktop.translation import tr
from clockify_desktop.ui.layouts import column
from clockify_desktop.ui.window_size import within_screen

START, KEY, SHORTCUTS = "start", "key", "shortcuts"
"""Parts of the help that can be opened by themselves."""


class HelpPage(QWidget):
    """Shows ``resources/help/help.html``; Esc closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("help_page")
        self.setWindowTitle(tr("Help \N{EN DASH} Clockify Desktop Reporter"))
        self.resize(within_screen(self, QSize(720, 720)))
        self._text = QTextBrowser(self)
        self._text.setObjectName("help_text")
        self._text.setAccessibleName(tr("Help"))
        # Nothing is fetched or opened from here: links lead within the page alone.
        self._text.setOpenExternalLinks(False)
        self._text.document().setDocumentMargin(24)
        column(self._text, within=self)
        self._html = resource("help/help.html").read_text(encoding="utf-8")
        self._write()

    def open_at(self, part: str = START) -> None:
        """Show the window with a part on top: ``START``, ``KEY`` or ``SHORTCUTS``."""
        self.show()
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.activateWindow()
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        if part == START:
            self._text.verticalScrollBar().setValue(0)
        else:
            self._text.scrollToAnchor(part)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Write anew in the colours and size of now."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._write()

    def _write(self) -> None:
        place = self._text.verticalScrollBar().value()
        self._text.document().setDefaultFont(self.font())
        quiet = self.palette().placeholderText().color().name()
        accent = self.palette().link().color().name()
        self._text.document().setDefaultStyleSheet(
            f"a {{ color: {accent}; }} .quiet {{ color: {quiet}; }}"
            " td, th { padding: 3px 18px 3px 0; } th { text-align: left; }"
        )
        self._text.setHtml(self._html)
        self._text.verticalScrollBar().setValue(place)
