"""How a page is looked at: what it offers itself, and how hours are written."""

from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.pages.page import Control
from clockify_desktop.translation import tr
from clockify_desktop.ui.choice_words import HOUR_FORMATS, HOURS
from clockify_desktop.ui.labels import push_button
from clockify_desktop.ui.layouts import STRETCH, row
from clockify_desktop.ui.look.segments import Segments
from clockify_desktop.ui.report.choice_button import ARROW, COMPACT, ChoiceButton
from clockify_desktop.ui.report.choice_menu import ChoiceMenu

_GAP_PX: Final = 8
_TALLER_PX: Final = 14
_MORE: Final = tr("View")


class PageControls(QWidget):
    """The line of controls beside the title.

    Those that have no room are behind one button, the last first.
    """

    # The key of a control and that of the choice in it.
    choice_made = Signal(str, str)
    durations_chosen = Signal(DurationFormat)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._controls: tuple[Control, ...] = ()
        self._widgets: list[Segments | ChoiceButton] = []
        self._hours = Control("durations", HOURS, (), "")
        self._durations = ChoiceButton(self._hours.key, HOURS, self)
        self._more = push_button(_MORE + ARROW, "more_controls", self)
        self._more.setStyleSheet(COMPACT)
        parts = STRETCH, self._durations, self._more
        self._row = row(*parts, within=self, spacing=_GAP_PX)
        self._durations.key_chosen.connect(self._on_durations)
        self._more.clicked.connect(self._on_more)
        self._fit()

    def show_state(
        self, controls: tuple[Control, ...], durations: DurationFormat
    ) -> None:
        """Show what can be chosen, and what is."""
        formats = tuple((one.value, words) for one, words in HOUR_FORMATS.items())
        self._hours = replace(self._hours, choices=formats, chosen=durations.value)
        self._durations.show_choices(formats, durations.value)
        if controls != self._controls:
            self._show_controls(controls)
        self._fit()

    def sizeHint(self) -> QSize:
        """Have room for all of them."""
        hints = [part.sizeHint() for part in self._parts()]
        # As high on every page.
        height = self.fontMetrics().height() + _TALLER_PX
        return QSize(_width_px(hints), max(height, *(one.height() for one in hints)))

    def minimumSizeHint(self) -> QSize:
        """Need room for the one button."""
        return QSize(self._more.sizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Look again when one of them says something else."""
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    def _parts(self) -> list[Segments | ChoiceButton]:
        return [*self._widgets, self._durations]

    def _fit(self) -> None:
        parts, hints = self._parts(), [part.sizeHint() for part in self._parts()]
        shown = len(parts)
        if _width_px(hints) > self.width():
            room = self.width() - self._more.sizeHint().width() - _GAP_PX
            while shown and _width_px(hints[:shown]) > room:
                shown -= 1
        for place, part in enumerate(parts):
            part.setVisible(place < shown)
        self._more.setVisible(shown < len(parts))
        folded = [*self._controls, self._hours][shown:]
        names = ", ".join(control.title for control in folded)
        name = f"{_MORE}: {names}"
        # A screen reader hears of every name that is set.
        if name != self._more.accessibleName():
            self._more.setAccessibleName(name)

    def _show_controls(self, controls: tuple[Control, ...]) -> None:
        before, self._controls = self._controls, controls
        if list(map(_kind, before)) != list(map(_kind, controls)):
            self._make_widgets()
            before = ()
        for place, (control, widget) in enumerate(
            zip(controls, self._widgets, strict=True)
        ):
            if before and control == before[place]:
                continue
            if isinstance(widget, Segments):
                _show_words(widget, control)
                widget.choose(control.chosen)
            else:
                widget.show_choices(control.choices, control.chosen, control.words)

    def _make_widgets(self) -> None:
        for widget in self._widgets:
            self._row.removeWidget(widget)
            widget.deleteLater()
        self._widgets = [self._widget(control) for control in self._controls]
        for place, widget in enumerate(self._widgets):
            # Behind what pushes them to the end.
            self._row.insertWidget(place + 1, widget)

    def _widget(self, control: Control) -> Segments | ChoiceButton:
        if not control.side_by_side:
            button = ChoiceButton(control.key, control.title, self)
            button.key_chosen.connect(self._on_key)
            return button
        segments = Segments(control.title, dict(control.choices), self)
        segments.value_chosen.connect(self._on_key)
        return segments

    @Slot(str)
    def _on_key(self, key: str) -> None:
        at = [widget is self.sender() for widget in self._widgets].index(True)
        self.choice_made.emit(self._controls[at].key, key)

    @Slot()
    def _on_more(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        controls = *self._controls, self._hours
        for control, part in zip(controls, self._parts(), strict=True):
            if part.isHidden():
                choices = ChoiceMenu(control.title, menu)
                choices.show_choices(control.choices, control.chosen)
                choices.key_chosen.connect(partial(self._choose, control))
                menu.addMenu(choices)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 2)))

    def _choose(self, control: Control, key: str) -> None:
        if control.key == self._hours.key:
            self._on_durations(key)
        else:
            self.choice_made.emit(control.key, key)

    @Slot(str)
    def _on_durations(self, key: str) -> None:
        self.durations_chosen.emit(DurationFormat(key))


def _show_words(segments: Segments, control: Control) -> None:
    words = [words for _, words in control.choices]
    segments.show_words(words)
    for part, word in zip(segments.findChildren(QPushButton), words, strict=True):
        part.setObjectName(f"{control.key}_{word.lower()}")


def _width_px(hints: list[QSize]) -> int:
    return sum(one.width() for one in hints) + _GAP_PX * max(len(hints) - 1, 0)


def _kind(control: Control) -> tuple[object, ...]:
    """Tell what another widget is needed for."""
    values = tuple(key for key, _ in control.choices) if control.side_by_side else ()
    return control.key, control.side_by_side, values
