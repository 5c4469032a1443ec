"""The bottom line: whether the numbers agree, when they came, and who is signed in."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from clockify_desktop.domain.showable import (
    ELLIPSIS,
    LONGEST_NAME,
    Showable,
    named,
    showable,
    showable_name,
)
from clockify_desktop.translation import tr
from clockify_desktop.ui.cut_line import CutLine
from clockify_desktop.ui.labels import link_button, on_a_button, set_tool_tip
from clockify_desktop.ui.layouts import STRETCH, row
from clockify_desktop.ui.look.button import Button
from clockify_desktop.viewmodels.page_state import StatusState, Tone

_ARROW: Final = " \N{BLACK DOWN-POINTING SMALL TRIANGLE}"
_SIDE_PX: Final = 8
# "Asking Clockify…": without it nobody would know what Cancel ends.
_LEAST_PROGRESS_PX: Final = 110
_LEAST_ACCOUNT_PX: Final = 90
_SAMPLE_DATA: Final = tr("Sample data \N{EN DASH} not your team")


class StatusLine(QFrame):
    """Verdict, time, progress with its cancel, sample data, and the account.

    Under ``account_picker`` the accounts open.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self._tone = ""
        self._verdict = CutLine(self)
        self._fetched = CutLine(self)
        self._fetched.setProperty("role", "quiet")
        # Of all three the one that is not said elsewhere.
        self._fetched.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._progress = CutLine(self)
        self._progress.setProperty("role", "quiet")
        self.cancel = link_button(tr("Cancel"), "cancel", self)
        self.sample = SampleNote(self)
        self.account_picker = _AccountButton(self)
        words = self._verdict, self._fetched, self._progress
        parts = *words, self.cancel, STRETCH, self.sample, self.account_picker
        row(*parts, within=self, spacing=18, margins=(16, 3, 8, 3))
        self.show_state(StatusState())

    def show_state(self, state: StatusState) -> None:
        """Show other words."""
        if state.tone != self._tone:
            self._tone = state.tone
            self._verdict.setProperty("role", state.tone.value)
            self._verdict.style().unpolish(self._verdict)
            self._verdict.style().polish(self._verdict)
            # A warning has a ground of its own, whose edge no words may touch.
            side = _SIDE_PX if state.tone is Tone.WARNING else 0
            self._verdict.setContentsMargins(side, 0, side, 0)
        progress = state.progress if state.loading else ""
        for label, text in (
            (self._verdict, state.verdict),
            (self._fetched, state.fetched),
            (self._progress, progress),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        least = min(self._progress.sizeHint().width(), _LEAST_PROGRESS_PX)
        self._progress.setMinimumWidth(least)
        self.cancel.setVisible(state.loading)
        self.account_picker.show_name(showable_name(state.account))
        words = (state.verdict, state.fetched, progress)
        self.setAccessibleName(showable("; ".join(word for word in words if word)))


class SampleNote(QFrame):
    """Says that these people are invented, and leads to one's own."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sample_note")
        self.setProperty("role", "note")
        self.setAccessibleName(_SAMPLE_DATA)
        said = CutLine(self)
        said.setText(_SAMPLE_DATA)
        least = f"{_SAMPLE_DATA.partition(' ')[0]}{ELLIPSIS}"
        said.setMinimumWidth(said.fontMetrics().horizontalAdvance(least))
        self.connect_button = link_button(
            tr("Connect Clockify"), "connect_clockify", self
        )
        row(said, self.connect_button, within=self, spacing=4, margins=(8, 0, 4, 0))
        self.hide()

    def show_state(self, shown: bool) -> None:  # noqa: FBT001 - the whole state of this view is one truth
        """Show or hide the note."""
        self.setVisible(shown)


class _AccountButton(Button):
    """Who is signed in; a long name is cut."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("account_picker")
        self.setProperty("role", "flat")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._name: Showable | None = None

    def show_name(self, name: Showable) -> None:
        if name == self._name:
            return
        self._name = name
        self.setText(on_a_button(name) + _ARROW)
        self.setAccessibleName(tr("Account: {name}", name=named(name, LONGEST_NAME)))
        set_tool_tip(self, name)
        self.setVisible(bool(name))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), _LEAST_ACCOUNT_PX), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        option = QStyleOptionButton()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_PushButtonContents
        room = self.style().subElementRect(part, option, self).width()
        metrics, mnemonic = self.fontMetrics(), Qt.TextFlag.TextShowMnemonic
        name = self.text().removesuffix(_ARROW)
        room -= metrics.horizontalAdvance(_ARROW)
        end = Qt.TextElideMode.ElideRight
        option.text = metrics.elidedText(name, end, room + 1, mnemonic) + _ARROW
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()
