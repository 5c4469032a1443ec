"""Everything about what is selected, and the buttons that say something of it."""

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QSizePolicy, QWidget

from clockify_desktop.domain.showable import showable
from clockify_desktop.pages.detail import Detail, DetailLine
from clockify_desktop.translation import tr, tr_plural
from clockify_desktop.ui.labels import (
    line_label,
    link_button,
    push_button,
    rule,
    set_tool_tip,
    show_text,
    text_label,
)
from clockify_desktop.ui.layouts import (
    LEFTOVER,
    STRETCH,
    VerticalScrollArea,
    column,
    row,
)

KEYS: Final = {
    "fine": "F",
    "ask": "A",
    "fixed": "X",
    "note": "N",
    "question": "Q",
    "web": "O",
}
"""What is pressed over picture and table; in the note a letter is a letter."""
_TICK: Final = "\N{CHECK MARK} "
_LONGEST_NOTE: Final = 500
_LEAST_PX: Final = 120
_LINE_PX: Final = 1
_PROMISE: Final = tr("Kept on this computer for 12 weeks, with Fine, Ask or Fixed.")
_IN_BROWSER: Final = tr("In the browser, in the workspace that is active there")


class FindingPane(QFrame):
    """Hidden where nothing is selected of which something can be said.

    ``question`` and ``web`` are buttons that others follow.
    """

    # The key of a choice, and the note; what was said already is taken back.
    said = Signal(str, str)
    # The note alone was changed.
    noted = Signal(str)
    # The keyboard is needed here no more.
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("finding_pane")
        self.setProperty("role", "card")
        self.setAccessibleName(tr("What is selected"))
        self._detail: Detail | None = None
        # Notes on what nothing was said of yet, by what they are on.
        self._drafts: dict[tuple[str, str], str] = {}
        area = self._area = VerticalScrollArea(self)
        inner = self._inner = QWidget(area)
        self._title = text_label("", inner, "title", name="finding_title")
        self._sentence = text_label("", inner, "quiet", name="finding_sentence")
        self._lines: list[_Line] = []
        self._more = text_label("", inner, "quiet", name="finding_more")
        self._remark = text_label("", inner, "quiet", name="finding_remark")
        self._said = text_label("", inner, "quiet", name="finding_said")
        self._place = column(spacing=4)
        self._buttons = row(spacing=8)
        self.choices: dict[str, QPushButton] = {}
        self.note = QLineEdit(inner)
        self.note.setObjectName("finding_note")
        self.note.setPlaceholderText(tr("Note"))
        self.note.setAccessibleName(tr("Note"))
        self.note.setMaxLength(_LONGEST_NOTE)
        set_tool_tip(self.note, showable(tr("Note ({keys})", keys=KEYS["note"])))
        self.question = link_button(tr("Copy question"), "copy_question", inner)
        set_tool_tip(
            self.question, showable(tr("Copy question ({keys})", keys=KEYS["question"]))
        )
        self.web = link_button(tr("Open in Clockify"), "open_finding", inner)
        set_tool_tip(self.web, showable(f"{_IN_BROWSER} ({KEYS['web']})"))
        column(
            *(self._title, self._sentence, self._place, self._more, self._remark),
            *(row((self._buttons, 0), STRETCH), self._said, self.note),
            text_label(_PROMISE, inner, "quiet"),
            *(self.question, self.web, LEFTOVER),
            within=inner,
            spacing=6,
            margins=(14, 10, 14, 10),
        )
        area.setWidget(inner)
        # The card's own ground shows through.
        inner.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        inner.installEventFilter(self)
        column((area, 1), within=self, margins=(_LINE_PX,) * 4)
        self.setMinimumHeight(_LEAST_PX)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.note.editingFinished.connect(self._on_note)
        self.note.returnPressed.connect(self.left)
        self.hide()

    @property
    def has_something(self) -> bool:
        """Whether something is selected of which something can be said."""
        return self._detail is not None

    def show_state(self, detail: Detail | None) -> None:
        """Show what is selected; ``None`` hides all."""
        before, self._detail = self._detail, detail
        if detail is before:
            return
        self.setVisible(detail is not None)
        if detail is None:
            return
        self._title.setText(detail.title)
        self._sentence.setText(detail.sentence)
        self._show_lines(detail.lines)
        show_text(
            self._more,
            tr_plural("and {count} more", "and {count} more", detail.more)
            if detail.more
            else "",
        )
        show_text(self._remark, detail.remark)
        show_text(self._said, detail.said)
        for one in detail.choices:
            if one.key not in self.choices:
                self.choices[one.key] = self._made(one.key, one.words)
            button = self.choices[one.key]
            chosen = one.key == detail.chosen
            button.setChecked(chosen)
            button.setText(f"{_TICK if chosen else ''}{one.words}")
        is_other = before is None or _what(before) != _what(detail)
        # What is being written is not written over by an answer that comes meanwhile.
        if is_other or not self.note.hasFocus():
            draft = "" if detail.chosen else self._drafts.get(_what(detail), "")
            self.note.setText(detail.note or draft)
        if is_other:
            words = showable(f"{detail.title}. {detail.sentence}")
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def offer_web(self, *, offered: bool) -> None:
        """Offer the page of what is selected, where there is one."""
        self.web.setVisible(offered)

    def say(self, choice: str) -> None:
        """Say something of what is selected."""
        if self._detail is not None:
            self._drafts.pop(_what(self._detail), None)
            self.said.emit(choice, self.note.text().strip())

    def write_note(self) -> None:
        """Give the keyboard to the note."""
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def sizeHint(self) -> QSize:
        """Be as high as what there is to tell, at the present width."""
        around = self.contentsMargins()
        layout, width = self._inner.layout(), self.width() - 2 * _LINE_PX
        width -= around.left() + around.right()
        height = 0 if layout is None else layout.totalHeightForWidth(width)
        height += around.top() + around.bottom() + 2 * _LINE_PX
        return QSize(super().sizeHint().width(), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again how high the lines are."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
        # A bar that is there makes lines break that fit without it, and so stays.
        fits = self.height() >= self.sizeHint().height()
        policy = Qt.ScrollBarPolicy
        self._area.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when there is more or less to tell."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _show_lines(self, lines: tuple[DetailLine, ...]) -> None:
        while len(self._lines) < len(lines):
            self._lines.append(_Line(self._inner))
            self._place.addWidget(self._lines[-1])
        for place, widget in enumerate(self._lines):
            widget.setVisible(place < len(lines))
            if place < len(lines):
                widget.show_state(lines[place])

    def _made(self, key: str, words: str) -> QPushButton:
        button = push_button(words, f"say_{key}", self._inner)
        button.setCheckable(True)
        set_tool_tip(button, showable(f"{words} ({KEYS[key]})"))
        button.clicked.connect(partial(self._on_clicked, key))
        self._buttons.addWidget(button)
        return button

    def _on_clicked(self, key: str, *_: object) -> None:
        self.say(key)

    @Slot()
    def _on_note(self) -> None:
        note, detail = self.note.text().strip(), self._detail
        if detail is None or note == detail.note:
            return
        if detail.chosen:
            self.noted.emit(note)
        else:
            self._drafts[_what(detail)] = note


class _Line(QWidget):
    """One of the entries."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._head = text_label("", self)
        self._amount = line_label("", self)
        self._words = text_label("", self, "quiet")
        first = row((self._head, 1), self._amount, spacing=8)
        column(rule(self), first, self._words, within=self, spacing=3)

    def show_state(self, line: DetailLine) -> None:
        self._head.setText(line.head)
        self._amount.setText(line.amount)
        self._words.setText(line.words)


def _what(detail: Detail) -> tuple[str, str]:
    return detail.title, detail.sentence
