"""What this program is, and which version."""

import platform

from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QLabel, QWidget

import clockify_desktop
from clockify_desktop.files.resources import resource
from clockify_desktop.ui.labels import close_button, text_label
from clockify_desktop.ui.layouts import column, row
from clockify_desktop.ui.promise import ONLY_READS

_ICON_PX = 64
_WHAT = (
    "Shows who on your team spent how long on what, with your own key."
    f" {ONLY_READS} Your data go nowhere else."
)
_LICENCE = "MIT licence. Not a product of Clockify or CAKE.com."


class AboutDialog(QDialog):
    """Name, version, licence. Opened with ``open()``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about_dialog")
        self.setWindowTitle("About Clockify Desktop Reporter")
        icon = QIcon(str(resource("icons/clockify-desktop.svg")))
        picture = QLabel(self)
        picture.setPixmap(
            icon.pixmap(QSize(_ICON_PX, _ICON_PX), self.devicePixelRatio())
        )
        title = text_label("Clockify Desktop Reporter", self, "figure")
        versions = (
            f"Version {clockify_desktop.__version__} \N{MIDDLE DOT}"
            f" Python {platform.python_version()} \N{MIDDLE DOT} Qt {qVersion()}"
        )
        version = text_label(versions, self, "quiet", name="version")
        version.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        what, licence = text_label(_WHAT, self), text_label(_LICENCE, self, "quiet")
        texts = column(title, version, 6, what, licence, spacing=6)
        column(
            row((picture, Qt.AlignmentFlag.AlignTop), (texts, 1), spacing=20),
            (close_button(self), Qt.AlignmentFlag.AlignRight),
            within=self,
            spacing=16,
            margins=(24, 24, 24, 16),
        )
        self.setFixedWidth(520)
