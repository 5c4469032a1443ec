"""The quiet strips above a report: suggestions, and what the report lacks."""

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from clockify_desktop.domain.showable import showable
from clockify_desktop.translation import tr, tr_plural
from clockify_desktop.ui.cut_line import CutLine
from clockify_desktop.ui.labels import LOW_LINK, link_button, show_words, text_label
from clockify_desktop.ui.layouts import FlowLayout, row
from clockify_desktop.ui.pickers.popup_panel import PopupPanel
from clockify_desktop.viewmodels.suggestions import Suggestion, SuggestionKey

_MARGINS: Final = (14, 4, 12, 4)
_PANEL_PX: Final = 480
_AROUND_PX: Final = 40
_BETWEEN_PX: Final = 28
_DECLINE: Final = "decline_"


class _Strip(QFrame):
    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "note")


class NoteStrip(_Strip):
    """Says in one line what a report lacks, and why; not there while all is whole.

    Where that is several notes, or cut, a button opens all of it.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__("note_strip", parent)
        self._words = CutLine(self)
        self._all = link_button("", "all_notes", self)
        self._all.setStyleSheet(LOW_LINK)
        self._notes: tuple[str, ...] = ()
        self._of_picture = ""
        row((self._words, 1), self._all, within=self, margins=_MARGINS)
        self._all.clicked.connect(self._on_clicked)
        self.setVisible(False)

    def show_state(self, notes: tuple[str, ...]) -> None:
        """Show whole sentences one after the other."""
        if notes != self._notes:
            self._notes = notes
            self._write()

    @Slot(str)
    def show_note_of_picture(self, note: str) -> None:
        """Show a sentence on the picture behind the others; empty for none."""
        self._of_picture = note
        self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer all of it where it is cut."""
        super().resizeEvent(event)
        self._fit()

    @property
    def _said(self) -> tuple[str, ...]:
        return tuple(filter(None, (*self._notes, self._of_picture)))

    def _write(self) -> None:
        words = showable(" ".join(self._said))
        self._words.setText(words)
        self.setAccessibleName(words)
        count = len(self._said)
        show_words(
            self._all,
            tr_plural("{count} note", "{count} notes", count)
            if count > 1
            else tr("Read all"),
        )
        self._fit()
        self.setVisible(bool(words))

    def _fit(self) -> None:
        left, _, right, _ = _MARGINS
        is_cut = self._words.sizeHint().width() > self.width() - left - right
        self._all.setVisible(is_cut or len(self._said) > 1)

    @Slot()
    def _on_clicked(self) -> None:
        panel = PopupPanel(tr("Notes"), self._all)
        panel.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        width = min(_PANEL_PX, self.screen().availableSize().width() - _AROUND_PX)
        labels = [text_label(note, panel) for note in self._said]
        for label in labels:
            label.setFixedWidth(width)
            label.setFixedHeight(label.heightForWidth(width))
        panel.fill(*labels)
        panel.open_with(panel)


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
        words, key = CutLine(part), offer.key.value
        words.setText(offer.words)
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
