"""The programs that a file can be for, below each other, one of them chosen."""

from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from clockify_desktop.domain.showable import showable
from clockify_desktop.export.file_choice import FileProgram
from clockify_desktop.ui.choice_words import FILES, FOR_WHICH
from clockify_desktop.ui.labels import field_label, line_label
from clockify_desktop.ui.layouts import STRETCH, column
from clockify_desktop.ui.look import palette as roles
from clockify_desktop.ui.look.button import Button

_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_DOT_PX: Final = 14
_MARGINS: Final = (34, 5, 8, 5)
_LOW: Final = "QPushButton, QPushButton:focus { padding: 0; }"


class ProgramList(QWidget):
    """A radio button each, with a line that says what it brings."""

    program_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("file_program")
        self._programs = tuple(FileProgram(one) for one in FILES)
        self._group = QButtonGroup(self)
        label = field_label(FOR_WHICH, self)
        for place, program in enumerate(self._programs):
            button = _Program(*FILES[program], self)
            button.setObjectName(f"program_{program.value}")
            self._group.addButton(button, place)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self._on_clicked)
        column(label, 6, *self._group.buttons(), STRETCH, within=self, spacing=2)

    def choose(self, program: FileProgram) -> None:
        """Show another one as chosen, without a signal."""
        self._group.button(self._programs.index(program)).setChecked(True)

    def take_focus(self) -> None:
        """Give the keyboard to what is chosen."""
        for button in self._group.buttons():
            if button.isChecked():
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_excel(self, signs: str) -> None:
        """Say which signs this computer's spreadsheets expect."""
        button = self._group.button(self._programs.index(FileProgram.EXCEL))
        if isinstance(button, _Program):
            button.show_more(signs)

    def click(self, place: int) -> None:
        """Choose by place, the first is 1; there may be none."""
        if 1 <= place <= len(self._programs):
            self._group.button(place - 1).click()

    def _on_clicked(self, place: int) -> None:
        self.program_chosen.emit(self._programs[place])


class _Program(Button):
    """A name, and below it what is written for this program."""

    def __init__(self, name: str, more: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "flat")
        self.setStyleSheet(_LOW)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._name = name
        self._title = line_label(name, self)
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self._more = line_label(more, self, "quiet")
        for one in (self._title, self._more):
            one.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._lines = column(
            self._title, self._more, within=self, spacing=0, margins=_MARGINS
        )
        self.show_more(more)

    def show_more(self, more: str) -> None:
        """Say something else below the name."""
        self._more.setText(more)
        self.setAccessibleName(showable(f"{self._name}: {more}"))

    def sizeHint(self) -> QSize:
        """Have room for both lines."""
        return self._lines.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Never be cut off."""
        return self._lines.minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the dialog: the space bar and the arrows choose."""
        if event.key() in _ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the round box that says whether it is chosen."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(17, _MARGINS[1] + self._title.height() / 2)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            middle.setX(self.width() - middle.x())
        chosen, palette = self.isChecked(), self.palette()
        border = roles.ACCENT if chosen else roles.CONTROL_BORDER
        painter.setPen(QPen(palette.color(border), 4.0 if chosen else 1.0))
        painter.setBrush(palette.color(roles.SURFACE))
        radius = _DOT_PX / 2 - (2.0 if chosen else 0.5)
        painter.drawEllipse(middle, radius, radius)
        painter.end()
