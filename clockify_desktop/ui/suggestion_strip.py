"""The strip of what the window offers: words, and a link to take or to decline it."""

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from clockify_desktop.ui.flow_layout import FlowLayout
from clockify_desktop.ui.labels import link_button, text_label
from clockify_desktop.viewmodels.suggestions import Suggestion, SuggestionKey

_BETWEEN_PX: Final = 28
_DECLINE: Final = "decline_"


class SuggestionStrip(QFrame):
    """Not there while nothing is offered.

    Signals:
        taken: The ``SuggestionKey`` that a person takes up.
        declined: The ``SuggestionKey`` that a person does not want.
    """

    taken = Signal(SuggestionKey)
    declined = Signal(SuggestionKey)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("offer_strip")
        self.setProperty("role", "note")
        self._suggestions: tuple[Suggestion, ...] = ()
        self._parts: list[QWidget] = []
        self._flow = FlowLayout(self, gap=_BETWEEN_PX)
        self._flow.setContentsMargins(14, 4, 12, 4)
        self.setVisible(False)

    def show_state(self, suggestions: tuple[Suggestion, ...]) -> None:
        """Offer other things."""
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
        words = text_label(offer.words, part)
        words.setWordWrap(False)
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(words)
        row.addWidget(self._link(offer, offer.take, offer.key.value, part))
        name = f"{_DECLINE}{offer.key.value}"
        row.addWidget(self._link(offer, offer.decline, name, part))
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
        wish = self.declined if name.startswith(_DECLINE) else self.taken
        wish.emit(SuggestionKey(name.removeprefix(_DECLINE)))
