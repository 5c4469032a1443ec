"""Everything about the entry that is looked at, and what can be done with it."""

from typing import Final

from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from clockify_desktop.domain.showable import showable
from clockify_desktop.pages.entry_sheet import EntrySheet
from clockify_desktop.translation import tr
from clockify_desktop.ui.labels import (
    LOW_LINK,
    link_button,
    rule,
    set_tool_tip,
    text_label,
)
from clockify_desktop.ui.layouts import LEFTOVER, VerticalScrollArea, column, row

_NAMES_PX: Final = 88
_IN_BROWSER: Final = tr("In the browser, in the workspace that is active there")
_KEYS: Final = tr(
    "\N{UPWARDS ARROW} \N{DOWNWARDS ARROW} next entry"
    " \N{MIDDLE DOT} Esc back to the picture"
)


class EntryPane(QFrame):
    """``web``, ``question`` and ``copy`` are buttons that others follow."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("entry_pane")
        self.setProperty("role", "card")
        self.setAccessibleName(tr("The entry that is looked at"))
        area = VerticalScrollArea(self)
        inner = self._inner = QWidget(area)
        self._title = text_label("", inner, "title", name="entry_title")
        self._lines: list[_Line] = []
        self._place = column(spacing=0)
        self.web = self._link(tr("Open in Clockify"), "open_in_clockify")
        set_tool_tip(self.web, showable(_IN_BROWSER))
        self.question = self._link(tr("Copy question"), "ask_about_entry")
        self.copy = self._link(tr("Copy this entry"), "copy_entry")
        column(
            *(self._title, 6, self._place, rule(inner), 10),
            *(self.web, self.question, self.copy, 10),
            *(text_label(_KEYS, inner, "quiet"), LEFTOVER),
            within=inner,
            spacing=6,
            margins=(14, 10, 14, 10),
        )
        area.setWidget(inner)
        # The card is the ground.
        inner.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        column((area, 1), within=self, margins=(1, 1, 1, 1))
        inner.hide()

    def show_state(self, sheet: EntrySheet | None) -> None:
        """Show an entry, or nothing."""
        self._inner.setVisible(sheet is not None)
        lines = () if sheet is None else sheet.lines
        self._title.setText("" if sheet is None else sheet.title)
        while len(self._lines) < len(lines):
            self._lines.append(_Line(self._inner))
            self._place.addWidget(self._lines[-1])
        for place, widget in enumerate(self._lines):
            widget.setVisible(place < len(lines))
            if place < len(lines):
                widget.show_state(*lines[place])
        self.setAccessibleDescription(
            showable(". ".join(f"{name}: {value}" for name, value in lines))
        )

    def _link(self, words: str, name: str) -> QPushButton:
        link = link_button(words, name, self._inner)
        link.setStyleSheet(LOW_LINK)
        return link


class _Line(QWidget):
    """A name and its value, under a line that divides."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = text_label("", self, "quiet")
        self._name.setFixedWidth(_NAMES_PX)
        self._value = text_label("", self)
        both = row(self._name, (self._value, 1), spacing=8, margins=(0, 5, 0, 5))
        column(rule(self), both, within=self, spacing=0)

    def show_state(self, name: str, value: str) -> None:
        self._name.setText(name)
        self._value.setText(value)
