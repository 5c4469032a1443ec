"""Labels, buttons, menu entries and tool tips, and the only ways to write on them.

Qt takes text that looks like markup for markup: a label or tool tip with an ``<img>``
opens the file it names. Nothing here ever does, whatever it is given, and every text
passes ``domain/showable``.
"""

import re
from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from clockify_desktop.domain.showable import Showable, showable
from clockify_desktop.translation import tr
from clockify_desktop.ui.look.button import Button

_MARKUP = re.compile("<|&(?=lt;)")
_NO_MARKUP = "\\g<0>\N{WORD JOINER}"
_BREAK = "\N{ZERO WIDTH SPACE}"


class PlainLabel(QLabel):
    """A label that never reads its text as markup, and makes it showable."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show a text as one line, or as one paragraph where lines may break."""
        super().setText(showable(text))

    def show_lines(self, lines: Iterable[str]) -> None:
        """Show several lines."""
        super().setText("\n".join(map(showable, lines)))

    def show_file_name(self, text: str) -> None:
        """Show a text with a place to break after each part: names have no blanks."""
        super().setText(showable(text).replace("_", f"_{_BREAK}"))


def text_label(
    text: str, parent: QWidget, role: str = "", *, name: str = ""
) -> PlainLabel:
    """Make a label that breaks its lines.

    ``role`` is its part in the style sheet, ``name`` its object name.
    """
    label = PlainLabel(text, parent)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    if name:
        label.setObjectName(name)
    return label


def line_label(
    text: str, parent: QWidget, role: str = "", *, name: str = ""
) -> PlainLabel:
    """Make a label of one line."""
    label = text_label(text, parent, role, name=name)
    label.setWordWrap(False)
    return label


def field_label(text: str, field: QWidget) -> PlainLabel:
    """Make the bold name above a field, which becomes its accessible name too."""
    label = text_label(text, field.parentWidget() or field)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    label.setBuddy(field)
    field.setAccessibleName(text)
    return label


def show_text(label: PlainLabel, text: str) -> None:
    """Show a text; hide the label where there is none."""
    label.setText(text)
    label.setVisible(bool(text))


def show_words(button: QPushButton, words: str) -> None:
    """Let a button say something else, to screen readers too."""
    button.setText(words)
    button.setAccessibleName(words)


def push_button(text: str, name: str, parent: QWidget, role: str = "") -> QPushButton:
    """Make a button whose accessible name is what it says; ``name`` is for the code."""
    button = Button(text, parent)
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


LOW_LINK: Final = "QPushButton, QPushButton:focus { padding: 0; }"
"""Makes a link as low as the words beside it."""


def on_a_button(name: Showable) -> str:
    """Keep an ampersand of a name from becoming a shortcut's underline."""
    return name.replace("&", "&&")


def add_entry(menu: QMenu, name: Showable) -> QAction:
    """Add an entry that is called like something from outside to a menu."""
    entry: QAction = menu.addAction("")
    say_in_entry(entry, name)
    return entry


def say_in_entry(entry: QAction, name: Showable) -> None:
    """Let an entry say something else."""
    words = on_a_button(name)
    if words != entry.text():
        entry.setText(words)
        # Else Qt makes one of the entry's text.
        entry.setToolTip(tool_tip(name))


def set_tool_tip(widget: QWidget, text: Showable) -> None:
    """Give a widget a tool tip; an empty one takes it away."""
    tip = tool_tip(text)
    # Qt tells everybody of each that is set.
    if tip != widget.toolTip():
        widget.setToolTip(tip)


def tool_tip(text: Showable) -> str:
    """Write a tool tip, for which Qt decides by the text whether it is markup.

    A sign without width where markup might begin makes it none; it looks the same.
    """
    return _MARKUP.sub(_NO_MARKUP, text)


def close_button(dialog: QDialog) -> QPushButton:
    """Make the button that closes a dialog; a system's own would bring its icon."""
    button = push_button(tr("Close"), "close", dialog)
    button.clicked.connect(dialog.reject)
    return button


def rule(parent: QWidget) -> QFrame:
    """Make a line that divides."""
    line = QFrame(parent)
    line.setProperty("role", "rule")
    line.setFixedHeight(1)
    return line
