"""Labels and link buttons in the parts that the style sheet knows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)


def text_label(text: str, parent: QWidget, role: str = "") -> QLabel:
    """Make a label that breaks its lines and never reads its text as markup.

    Args:
        role: Its part in the style sheet, such as ``quiet``; ordinary without.
    """
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label


def field_label(text: str, field: QWidget) -> QLabel:
    """Make the bold name above a field, which becomes its accessible name too."""
    label = text_label(text, field.parentWidget() or field)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    label.setBuddy(field)
    field.setAccessibleName(text)
    return label


def link_button(text: str, name: str, parent: QWidget) -> QPushButton:
    """Make a button that looks like a link and is reached with the Tab key.

    Args:
        name: Its object name.
    """
    button = QPushButton(text, parent)
    button.setObjectName(name)
    button.setAccessibleName(text)
    button.setProperty("role", "link")
    button.setAutoDefault(False)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return button


def in_a_menu(name: str) -> str:
    """Keep an ampersand of a name from becoming a shortcut's underline."""
    return name.replace("&", "&&")


def close_button(dialog: QDialog) -> QPushButton:
    """Make the button that closes a dialog; a system's own would bring its icon."""
    button = QPushButton("Close", dialog)
    button.setObjectName("close")
    button.setAccessibleName("Close")
    button.clicked.connect(dialog.reject)
    return button


def rule(parent: QWidget) -> QFrame:
    """Make a line that divides."""
    line = QFrame(parent)
    line.setProperty("role", "rule")
    line.setFixedHeight(1)
    return line
