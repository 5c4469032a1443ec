"""The strip of what the window offers: words, and a link to take or to decline it."""

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from clockify_desktop.ui.flow_layout import FlowLayout
from clockify_desktop.ui.labels import link_button, text_label
from clockify_desktop.viewmodels.offers import Offer, OfferKey

_BETWEEN_PX: Final = 28
_DECLINE: Final = "decline_"


class OfferStrip(QFrame):
    """Not there while nothing is offered.

    Signals:
        taken: The ``OfferKey`` that a person takes up.
        declined: The ``OfferKey`` that a person does not want.

    Args:
        parent: Where it stands.
    """

    taken = Signal(OfferKey)
    declined = Signal(OfferKey)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("offer_strip")
        self.setProperty("role", "note")
        self._offers: tuple[Offer, ...] = ()
        self._parts: list[QWidget] = []
        self._flow = FlowLayout(self, gap=_BETWEEN_PX)
        self._flow.setContentsMargins(14, 4, 12, 4)
        self.setVisible(False)

    def render(self, offers: tuple[Offer, ...]) -> None:  # type: ignore[override]  # a view's one verb; Qt's own draws into pictures and is not used
        """Offer other things.

        Args:
            offers: All of them; the strip hides where there are none.
        """
        if offers != self._offers:
            self._offers = offers
            for part in self._parts:
                self._flow.removeWidget(part)
                part.hide()
                part.deleteLater()
            self._parts = [self._part(offer) for offer in offers]
            self.setAccessibleName(". ".join(offer.words for offer in offers))
            self.setVisible(bool(offers))

    def _part(self, offer: Offer) -> QWidget:
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

    def _link(self, offer: Offer, text: str, name: str, part: QWidget) -> QPushButton:
        link = link_button(text, name, part)
        link.setAccessibleName(f"{offer.words}: {text}")
        link.clicked.connect(self._on_clicked)
        return link

    @Slot()
    def _on_clicked(self) -> None:
        name = self.sender().objectName()
        wish = self.declined if name.startswith(_DECLINE) else self.taken
        wish.emit(OfferKey(name.removeprefix(_DECLINE)))
