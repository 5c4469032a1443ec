"""What this program is, which version, and what to say of it in a report."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QWidget

from clockify_desktop.files.resources import resource
from clockify_desktop.translation import tr
from clockify_desktop.ui.labels import close_button, push_button, text_label
from clockify_desktop.ui.layouts import column, row
from clockify_desktop.ui.promise import ONLY_READS

_ICON_PX = 64
_WHAT = tr(
    "Shows who on your team spent how long on what, with your own key. "
    "{only_reads} Your data go nowhere else.",
    only_reads=ONLY_READS,
)
_LICENCE = tr("MIT licence. Not a product of Clockify or CAKE.com.")


class AboutDialog(QDialog):
    """Name, version, where things lie, licence. Opened with ``open()``.

    Args:
        details: Names and values, without secrets or names of people.
    """

    def __init__(
        self, details: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("about_dialog")
        self.setWindowTitle(tr("About Clockify Desktop Reporter"))
        self._details = details
        icon = QIcon(str(resource("icons/clockify-desktop.svg")))
        picture = QLabel(self)
        picture.setPixmap(
            icon.pixmap(QSize(_ICON_PX, _ICON_PX), self.devicePixelRatio())
        )
        title = text_label(tr("Clockify Desktop Reporter"), self, "figure")
        what, licence = text_label(_WHAT, self), text_label(_LICENCE, self, "quiet")
        texts = column(title, what, 6, self._grid(), 6, licence, spacing=6)
        copy = push_button(tr("Copy details"), "copy_details", self)
        copy.setToolTip(
            tr("For a report of a mistake: no key and no names are among it")
        )
        copy.clicked.connect(self._on_copy)
        self._copied = text_label("", self, "quiet")
        column(
            row((picture, Qt.AlignmentFlag.AlignTop), (texts, 1), spacing=20),
            row(copy, (self._copied, 1), close_button(self)),
            within=self,
            spacing=16,
            margins=(24, 24, 24, 16),
        )
        self.setFixedWidth(560)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for at, (name, value) in enumerate(self._details):
            shown = text_label(value, self, name=f"detail_{name.lower()}")
            shown.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            shown.setAccessibleName(f"{name}: {value}")
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(text_label(name, self, "quiet"), at, 0, top)
            grid.addWidget(shown, at, 1, top)
        return grid

    @Slot()
    def _on_copy(self) -> None:
        lines = (f"{name}: {value}\n" for name, value in self._details)
        QGuiApplication.clipboard().setText("".join(lines))
        self._copied.setText(tr("Copied"))
