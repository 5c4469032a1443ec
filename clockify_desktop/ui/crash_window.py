"""The window for a bug of this program: what happened, and a report to copy."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from clockify_desktop.translation import tr, tr_plural
from clockify_desktop.ui.labels import push_button, show_text, text_label
from clockify_desktop.ui.layouts import column, row
from clockify_desktop.ui.window_size import within_screen

_TITLE = tr("Something went wrong in this program")
_MORE = tr(
    "It is a mistake of the program, not yours. You can go on; if something looks"
    " odd, close the program and start it again."
)
_NOTHING_SENT = tr(
    "Nothing is sent. If you want it mended, copy the report and add what you did"
    " before; it holds no key and no time entry."
)


@dataclass(frozen=True, slots=True)
class CrashState:
    """What the window shows, without secrets and without people's data.

    ``log`` is where it was written to, and ``more`` how many further errors came.
    """

    what: str
    report: str
    log: str = ""
    more: int = 0


class CrashWindow(QDialog):
    """Shows an error that is a bug. Opened with ``open()`` or ``show()``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("crash_window")
        self.setWindowTitle(_TITLE)
        self.resize(within_screen(self, QSize(640, 480)))
        self._what = text_label("", self, name="crash_what")
        self._report = QPlainTextEdit(self)
        self._report.setObjectName("crash_report")
        self._report.setAccessibleName(tr("Report"))
        self._report.setReadOnly(True)
        self._report.setTabChangesFocus(True)
        self._report.setFont(
            QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        )
        self._log = text_label("", self, "quiet")
        self._log.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._copied = text_label("", self, "quiet")
        copy = push_button(tr("Copy the report"), "copy_report", self, "main")
        copy.clicked.connect(self._on_copy)
        close = push_button(tr("Close"), "close_crash", self)
        close.clicked.connect(self.reject)
        column(
            text_label(_TITLE, self, "title"),
            self._what,
            text_label(_MORE, self),
            (self._report, 1),
            self._log,
            text_label(_NOTHING_SENT, self, "quiet"),
            4,
            row(copy, (self._copied, 1), close),
            within=self,
            spacing=8,
            margins=(24, 20, 24, 16),
        )

    def show_state(self, state: CrashState) -> None:
        """Show an error."""
        what = state.what
        if state.more:
            what = tr_plural(
                "{error} (and {count} more)",
                "{error} (and {count} more)",
                state.more,
                error=what,
            )
        self._what.setText(what)
        if self._report.toPlainText() != state.report:
            self._report.setPlainText(state.report)
            self._copied.setText("")
        show_text(
            self._log, tr("Also written to {log}", log=state.log) if state.log else ""
        )

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())
        self._copied.setText(tr("Copied"))
