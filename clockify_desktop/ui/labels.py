"""Labels, buttons and rules in the parts that the style sheet knows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QPushButton, QSizePolicy, QWidget


def text_label(text: str, parent: QWidget, role: str = "", *, name: str = "") -> QLabel:
    """Make a label that breaks its lines and never reads its text as markup.

    ``role`` is its part in the style sheet, ``name`` its object name.
    """
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    if name:
        label.setObjectName(name)
    return label


def line_label(text: str, parent: QWidget, role: str = "", *, name: str = "") -> QLabel:
    """Make a label of one line that never reads its text as markup."""
    label = text_label(text, parent, role, name=name)
    label.setWordWrap(False)
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


def show_text(label: QLabel, text: str) -> None:
    """Show a text; hide the label where there is none."""
    label.setText(text)
    label.setVisible(bool(text))


def show_words(button: QPushButton, words: str) -> None:
    """Let a button say something else, to screen readers too."""
    button.setText(words)
    button.setAccessibleName(words)


def push_button(text: str, name: str, parent: QWidget, role: str = "") -> QPushButton:
    """Make a button whose accessible name is what it says; ``name`` is for the code."""
    button = QPushButton(text, parent)
    button.setObjectName(name)
    button.setAccessibleName(text)
    if role:
        button.setProperty("role", role)
    return button


def link_button(text: str, name: str, parent: QWidget) -> QPushButton:
    """Make a button that looks like a link and is reached with the Tab key."""
    button = push_button(text, name, parent, "link")
    button.setAutoDefault(False)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return button


def in_a_menu(name: str) -> str:
    """Keep an ampersand of a name from becoming a shortcut's underline."""
    return name.replace("&", "&&")


def close_button(dialog: QDialog) -> QPushButton:
    """Make the button that closes a dialog; a system's own would bring its icon."""
    button = push_button("Close", "close", dialog)
    button.clicked.connect(dialog.reject)
    return button


def rule(parent: QWidget) -> QFrame:
    """Make a line that divides."""
    line = QFrame(parent)
    line.setProperty("role", "rule")
    line.setFixedHeight(1)
    return line
