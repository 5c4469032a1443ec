"""How a page is looked at: what it offers itself, and how hours are written."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.pages.page import Control
from clockify_desktop.ui.look.segments import Segments
from clockify_desktop.ui.report.choice_button import ChoiceButton


class PageControls(QWidget):
    """The line of controls beside the title.

    Signals:
        choice_made: The key of a control and that of the choice in it.
        durations_chosen: A ``DurationFormat``.
    """

    choice_made = Signal(str, str)
    durations_chosen = Signal(DurationFormat)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._controls: tuple[Control, ...] = ()
        self._widgets: list[Segments | ChoiceButton] = []
        self._durations = ChoiceButton("durations", "Hours as", self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._durations)
        self._row.addStretch(1)
        self._durations.key_chosen.connect(self._on_durations)

    def show_state(
        self, controls: tuple[Control, ...], durations: DurationFormat
    ) -> None:
        """Show what can be chosen, and what is."""
        formats = [(one.value, one.value) for one in DurationFormat]
        self._durations.show_choices(formats, durations.value)
        if controls == self._controls:
            return
        before, self._controls = self._controls, controls
        if list(map(_kind, before)) != list(map(_kind, controls)):
            self._make_widgets()
        for control, widget in zip(controls, self._widgets, strict=True):
            if isinstance(widget, Segments):
                keys = [key for key, _ in control.choices]
                widget.choose(keys.index(control.chosen))
            else:
                widget.show_choices(control.choices, control.chosen, control.words)

    def _make_widgets(self) -> None:
        for widget in self._widgets:
            self._row.removeWidget(widget)
            widget.deleteLater()
        self._widgets = [self._widget(control) for control in self._controls]
        for place, widget in enumerate(self._widgets):
            self._row.insertWidget(place, widget)

    def _widget(self, control: Control) -> Segments | ChoiceButton:
        if not control.side_by_side:
            button = ChoiceButton(control.key, control.title, self)
            button.key_chosen.connect(self._on_key)
            return button
        words = tuple(words for _, words in control.choices)
        segments = Segments(control.title, words, self)
        names = (f"{control.key}_{one.lower()}" for one in words)
        for part, name in zip(segments.findChildren(QPushButton), names, strict=True):
            part.setObjectName(name)
        segments.place_chosen.connect(self._on_place)
        return segments

    @Slot(int)
    def _on_place(self, place: int) -> None:
        control = self._sending()
        self.choice_made.emit(control.key, control.choices[place][0])

    @Slot(str)
    def _on_key(self, key: str) -> None:
        self.choice_made.emit(self._sending().key, key)

    def _sending(self) -> Control:
        at = [widget is self.sender() for widget in self._widgets].index(True)
        return self._controls[at]

    @Slot(str)
    def _on_durations(self, key: str) -> None:
        self.durations_chosen.emit(DurationFormat(key))


def _kind(control: Control) -> tuple[object, ...]:
    """Tell what another widget is needed for."""
    return control.key, control.side_by_side, control.side_by_side and control.choices
