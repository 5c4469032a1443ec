"""A small look at the first page of a document, or at a picture."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from clockify_desktop.translation import tr
from clockify_desktop.ui.labels import PlainLabel
from clockify_desktop.ui.layouts import column
from clockify_desktop.viewmodels.export_state import ExportState

_HEIGHT_PX: Final = 270


class DocumentLook(QFrame):
    """A card of steady height; the picture in it keeps its shape."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("document_look")
        self.setProperty("role", "card")
        self.setFixedHeight(_HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._label: QLabel = PlainLabel("", self)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label.setAccessibleName(tr("A look at the file"))
        self._label.setSizePolicy(
            QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored
        )
        self._png = b""
        self._picture = QPixmap()
        column(self._label, within=self, margins=(6, 6, 6, 6))

    def show_state(self, state: ExportState) -> None:
        """Show another picture; the one before stays while one is drawn."""
        if state.phase.is_preparing or state.picture == self._png:
            return
        self._png = state.picture
        self._picture = QPixmap()
        if self._png:
            self._picture.loadFromData(self._png)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit it into the new size."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._picture.isNull():
            self._label.setPixmap(QPixmap())
            return
        ratio = self.devicePixelRatioF()
        room = QSize(self.width() - 14, self.height() - 14) * ratio
        shown = self._picture.scaled(
            room,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        shown.setDevicePixelRatio(ratio)
        self._label.setPixmap(shown)
