"""The period picker and the two arrows beside it."""

from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from clockify_desktop.domain.period_words import dates_in_words, period_in_words
from clockify_desktop.domain.showable import ELLIPSIS, showable
from clockify_desktop.translation import tr
from clockify_desktop.ui.labels import set_tool_tip
from clockify_desktop.ui.layouts import row
from clockify_desktop.ui.look import palette as roles
from clockify_desktop.ui.look.button import Button
from clockify_desktop.ui.look.drawing import round_pen
from clockify_desktop.ui.pickers.period_panel import PeriodPanel
from clockify_desktop.ui.pickers.picker_button import ButtonWords, PickerButton
from clockify_desktop.ui.pickers.preset_grid import PRESET_WORDS
from clockify_desktop.viewmodels.picker_states import (
    ChosenPeriod,
    PeriodState,
    ZoneReason,
)

_BETWEEN: Final = " · "
_ARROW_WIDTH: Final = 30
_TALLER: Final = 18
_ARM: Final = 4.0
_STEPS: Final = {Qt.Key.Key_Left.value: -1, Qt.Key.Key_Right.value: 1}
# Not the one for the keypad, which comes with every arrow on some keyboards.
_MODIFIERS: Final = (
    Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.MetaModifier
)
_ZONES: Final = {
    ZoneReason.PROFILE: tr("time zone from your Clockify profile"),
    ZoneReason.NOT_KNOWN: tr(
        "time zone because this computer does not know your profile's"
    ),
    ZoneReason.NOT_NAMED: tr("time zone because your Clockify profile names none"),
    ZoneReason.CHOSEN: tr("time zone chosen by you"),
}


class _SteppingButton(Button):
    """Steps by the plain arrows, which Qt's buttons would move the focus by."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step back (-1) or on (1), mirrored right to left."""
        by = 0 if event.modifiers() & _MODIFIERS else _STEPS.get(event.key(), 0)
        if by:
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            self.stepped.emit(-by if mirrored else by)
        else:
            super().keyPressEvent(event)


class StepButton(_SteppingButton):
    """A narrow button with an arrow back (-1) or on (1), mirrored right to left."""

    def __init__(self, name: str, spoken: str, by: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._by = by
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        set_tool_tip(self, showable(spoken))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.stepped.emit(self._by)

    def sizeHint(self) -> QSize:
        """Be as high as a picker."""
        return QSize(_ARROW_WIDTH, self.fontMetrics().height() + _TALLER)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame as the style sheet says, and the arrow in it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = roles.TEXT if self.isEnabled() else roles.QUIET
        painter.setPen(round_pen(self.palette().color(role), 1.6))
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        tip = _ARM / 2 * (-self._by if mirrored else self._by)
        middle = QPointF(self.width() / 2, self.height() / 2)
        points = (QPointF(-tip, -_ARM), QPointF(tip, 0), QPointF(-tip, _ARM))
        painter.drawPolyline(QPolygonF([middle + point for point in points]))
        painter.end()


class _PeriodButton(PickerButton, _SteppingButton):
    """Says the period, and opens the panel."""


class PeriodPicker(QWidget):
    """Chooses the period; the arrows, and arrow keys, step by its own length."""

    period_changed = Signal(ChosenPeriod)
    # How many periods to move on, -1 or 1.
    period_stepped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # In the order in which they stand, which the Tab key follows.
        self.previous = StepButton("previous_period", tr("Previous period"), -1, self)
        self.button = _PeriodButton("period_picker", self)
        self.next = StepButton("next_period", tr("Next period"), 1, self)
        self._state: PeriodState | None = None
        self._panel: PeriodPanel | None = None
        self._parts = self.previous, self.button, self.next
        for widget in self._parts:
            widget.setEnabled(False)
            widget.stepped.connect(self.period_stepped)
        row(*self._parts, within=self, spacing=8)
        self.button.show_words(ButtonWords(value=showable(ELLIPSIS)))
        self.button.clicked.connect(self._on_clicked)

    @property
    def panel(self) -> PeriodPanel:
        """The panel; made when it is first needed."""
        if self._panel is None:
            self._panel = PeriodPanel(self.button)
            self._panel.period_changed.connect(self.period_changed)
        return self._panel

    def show_state(self, state: PeriodState) -> None:
        """Show which period is shown, in which time zone."""
        dates = dates_in_words(state.period)
        asked = state.period, state.week_start, state.time_zone
        running = state.today in state.period
        plain = period_in_words(*asked, running=running)
        whole = period_in_words(*asked, state.counting, running=running)
        # What makes other numbers of the same days must not be what is cut off.
        rest = (*state.counting.in_short, plain.removeprefix(dates + _BETWEEN))
        words = ButtonWords(value=showable(dates), rest=showable(_BETWEEN.join(rest)))
        self.button.show_words(words)
        self.button.setAccessibleName(showable(tr("Period: {period}", period=whole)))
        said = _ZONES[state.zone_reason]
        if state.preset:
            said = f"{PRESET_WORDS[state.preset]}{_BETWEEN}{said}"
        if notes := state.counting.notes(state.time_zone):
            said = " ".join([f"{said}.", *notes])
        set_tool_tip(self.button, showable(said))
        for widget in self._parts:
            widget.setEnabled(True)
        self._state = state
        if self._panel is not None and self._panel.isVisible():
            self._panel.show_period(state)

    def open_zones(self) -> None:
        """Open the panel with the list of time zones."""
        if self._state is not None:
            self.panel.open_to(self._state)
            self.panel.zone.change.click()

    @Slot()
    def _on_clicked(self) -> None:
        if self._state is not None:
            self.panel.open_to(self._state)
