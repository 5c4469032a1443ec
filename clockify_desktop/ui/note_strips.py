"""The quiet strips above a report: sample data, suggestions, what the report lacks."""

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from clockify_desktop.domain.showable import showable
from clockify_desktop.ui.labels import line_label, link_button, text_label
from clockify_desktop.ui.layouts import STRETCH, FlowLayout, row
from clockify_desktop.viewmodels.suggestions import Suggestion, SuggestionKey

_MARGINS: Final = (14, 4, 12, 4)
_SAMPLE_DATA: Final = "Sample data \N{EN DASH} not your team"
_BETWEEN_PX: Final = 28
_DECLINE: Final = "decline_"


class _Strip(QFrame):
    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "note")


class NoteStrip(_Strip):
    """Says what a report lacks, and why; not there while all is whole."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("note_strip", parent)
        self._words = text_label("", self)
        self._notes: tuple[str, ...] = ()
        self._of_picture = ""
        row((self._words, 1), within=self, margins=_MARGINS)
        self.setVisible(False)

    def show_state(self, notes: tuple[str, ...]) -> None:
        """Show whole sentences one after the other."""
        self._notes = notes
        self._write()

    @Slot(str)
    def show_note_of_picture(self, note: str) -> None:
        """Show a sentence on the picture behind the others; empty for none."""
        self._of_picture = note
        self._write()

    def _write(self) -> None:
        words = showable(" ".join((*self._notes, self._of_picture)))
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))


class SampleStrip(_Strip):
    """Says that these people are invented: ``Sample data - not your team``."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("sample_strip", parent)
        self.setAccessibleName(_SAMPLE_DATA)
        self.connect_button = link_button("Connect Clockify", "connect_clockify", self)
        said, dot = line_label(_SAMPLE_DATA, self), line_label("·", self, "quiet")
        parts = said, dot, self.connect_button, STRETCH
        row(*parts, within=self, spacing=4, margins=_MARGINS)

    def show_state(self, shown: bool) -> None:  # noqa: FBT001 - the whole state of this view is one truth
        """Show or hide the strip."""
        self.setVisible(shown)


class SuggestionStrip(_Strip):
    """Words with a link to take what they offer and one to decline it."""

    taken = Signal(SuggestionKey)
    declined = Signal(SuggestionKey)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("offer_strip", parent)
        self._suggestions: tuple[Suggestion, ...] = ()
        self._parts: list[QWidget] = []
        self._flow = FlowLayout(self, gap=_BETWEEN_PX)
        self._flow.setContentsMargins(*_MARGINS)
        self.setVisible(False)

    def show_state(self, suggestions: tuple[Suggestion, ...]) -> None:
        """Offer other things; the strip hides where there are none."""
        if suggestions != self._suggestions:
            self._suggestions = suggestions
            for part in self._parts:
                self._flow.removeWidget(part)
                part.hide()
                part.deleteLater()
            self._parts = [self._part(offer) for offer in suggestions]
            self.setAccessibleName(". ".join(offer.words for offer in suggestions))
            self.setVisible(bool(suggestions))

    def _part(self, offer: Suggestion) -> QWidget:
        part = QWidget(self)
        words, key = line_label(offer.words, part), offer.key.value
        take = self._link(offer, offer.take, key, part)
        decline = self._link(offer, offer.decline, f"{_DECLINE}{key}", part)
        row(words, take, decline, within=part, spacing=4)
        self._flow.addWidget(part)
        part.show()
        return part

    def _link(
        self, offer: Suggestion, text: str, name: str, part: QWidget
    ) -> QPushButton:
        link = link_button(text, name, part)
        link.setAccessibleName(f"{offer.words}: {text}")
        link.clicked.connect(self._on_clicked)
        return link

    @Slot()
    def _on_clicked(self) -> None:
        name = self.sender().objectName()
        signal = self.declined if name.startswith(_DECLINE) else self.taken
        signal.emit(SuggestionKey(name.removeprefix(_DECLINE)))
