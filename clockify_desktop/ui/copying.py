"""Putting tables and pictures on the clipboard, for whatever program takes them."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage

from clockify_desktop.pages.copied_table import CopiedTable


def copy_table(table: CopiedTable, *, heads: bool = True) -> None:
    """Copy as text between tabs for a spreadsheet, and as a table for a mail."""
    data = QMimeData()
    data.setText(table.tab_separated(heads=heads))
    data.setHtml(table.html(heads=heads))
    QGuiApplication.clipboard().setMimeData(data)


def copy_picture(png: bytes) -> None:
    """Copy a picture, also as it was drawn, for programs that want a PNG."""
    data = QMimeData()
    data.setImageData(QImage.fromData(png))
    data.setData("image/png", png)
    QGuiApplication.clipboard().setMimeData(data)
