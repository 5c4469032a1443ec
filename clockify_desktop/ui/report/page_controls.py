"""How a page is looked at: what it offers itself, and how hours are written."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.pages.page import Control
from clockify_desktop.ui.choice_words import HOUR_FORMATS, HOURS
from clockify_desktop.ui.layouts import STRETCH, row
from clockify_desktop.ui.look.segments import Segments
from clockify_desktop.ui.report.choice_button import ChoiceButton


class PageControls(QWidget):
    """The line of controls beside the title."""

    # The key of a control and that of the choice in it.
    choice_made = Signal(str, str)
    durations_chosen = Signal(DurationFormat)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._controls: tuple[Control, ...] = ()
        self._widgets: list[Segments | ChoiceButton] = []
        self._durations = ChoiceButton("durations", HOURS, self)
        self._row = row(self._durations, STRETCH, within=self, spacing=8)
        self._durations.key_chosen.connect(self._on_durations)

    def show_state(
        self, controls: tuple[Control, ...], durations: DurationFormat
    ) -> None:
        """Show what can be chosen, and what is."""
        formats = [(one.value, words) for one, words in HOUR_FORMATS.items()]
        self._durations.show_choices(formats, durations.value)
        if controls == self._controls:
            return
        before, self._controls = self._controls, controls
        if list(map(_kind, before)) != list(map(_kind, controls)):
            self._make_widgets()
        for control, widget in zip(controls, self._widgets, strict=True):
            if isinstance(widget, Segments):
                widget.choose(control.chosen)
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
        segments = Segments(control.title, dict(control.choices), self)
        names = (f"{control.key}_{words.lower()}" for _, words in control.choices)
        for part, name in zip(segments.findChildren(QPushButton), names, strict=True):
            part.setObjectName(name)
        segments.value_chosen.connect(self._on_key)
        return segments

    @Slot(str)
    def _on_key(self, key: str) -> None:
        at = [widget is self.sender() for widget in self._widgets].index(True)
        self.choice_made.emit(self._controls[at].key, key)

    @Slot(str)
    def _on_durations(self, key: str) -> None:
        self.durations_chosen.emit(DurationFormat(key))


def _kind(control: Control) -> tuple[object, ...]:
    """Tell what another widget is needed for."""
    return control.key, control.side_by_side, control.side_by_side and control.choices
