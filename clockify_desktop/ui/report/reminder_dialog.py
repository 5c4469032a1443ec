"""A text to those whose days are missing: who, what, and where it goes from here."""

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QPlainTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.showable import showable
from clockify_desktop.pages.reminder import MailLink, Reminder
from clockify_desktop.translation import tr
from clockify_desktop.ui.copying import copy_table
from clockify_desktop.ui.labels import (
    close_button,
    field_label,
    push_button,
    text_label,
)
from clockify_desktop.ui.layouts import STRETCH, column, row

_HEADS: Final = (tr("Person"), "E-mail", tr("Days without time"))
_PROMISE: Final = tr(
    "This program sends nothing. In the mail nobody sees who else is asked."
)
_NO_ADDRESS: Final = tr("None of the chosen has an e-mail address here.")
_TOO_MANY: Final = tr("These are too many addresses for a link: copy the list.")
_PASTE: Final = tr(
    "The text is too long for a link. It is copied: paste it into the mail."
)
_AIRY: Final = "QTreeView::item { padding: 3px 0; }"
_TICKED = Qt.CheckState.Checked


class ReminderDialog(QDialog):
    """Opened with ``start()``."""

    # The ``mailto`` link that is to be opened.
    mail_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reminder_dialog")
        self.setWindowTitle(tr("Copy reminder"))
        self.setMinimumWidth(560)
        self.resize(680, 560)
        self._reminder = Reminder((), "", "")
        self._items: list[QTreeWidgetItem] = []
        # What the program wrote; what somebody changed is left as it is.
        self._written = ""
        self.people = QTreeWidget(self)
        self.people.setObjectName("reminded_people")
        self.people.setRootIsDecorated(False)
        self.people.setUniformRowHeights(True)
        self.people.setHeaderLabels(_HEADS)
        self.people.setStyleSheet(_AIRY)
        header = self.people.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("reminder_text")
        self.text.setTabChangesFocus(True)
        self._said = text_label(_PROMISE, self, "quiet", name="reminder_said")
        self.copy_list = push_button(tr("Copy list"), "copy_reminder_list", self)
        self.mail = push_button(tr("Open in mail program"), "open_reminder_mail", self)
        self.copy_text = push_button(
            tr("Copy text"), "copy_reminder_text", self, "main"
        )
        self.copy_text.setDefault(True)
        column(
            *(field_label(tr("People"), self.people), (self.people, 2), 8),
            *(field_label(tr("Text"), self.text), (self.text, 1), self._said, 8),
            row(
                *(self.copy_list, self.mail, STRETCH),
                *(close_button(self), self.copy_text),
                spacing=8,
            ),
            within=self,
            spacing=6,
            margins=(20, 16, 20, 16),
        )
        self.people.itemChanged.connect(self._on_ticked)
        self.copy_list.clicked.connect(self._on_copy_list)
        self.copy_text.clicked.connect(self._on_copy_text)
        self.mail.clicked.connect(self._on_mail)

    def start(self, reminder: Reminder) -> None:
        """Ask whom to remind."""
        self._reminder = reminder
        self._written = ""
        self.text.clear()
        self.people.blockSignals(True)  # noqa: FBT003 - a setter of Qt
        self.people.clear()
        self._items.clear()
        for one in reminder.people:
            words = [showable(text) for text in (one.name, one.email, one.days)]
            item = QTreeWidgetItem(self.people, words)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = _TICKED if one.is_chosen else Qt.CheckState.Unchecked
            item.setCheckState(0, ticked)
            self._items.append(item)
        self.people.blockSignals(False)  # noqa: FBT003 - a setter of Qt
        self._on_ticked()
        self.open()
        self.copy_text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self) -> tuple[UserId, ...]:
        rows = zip(self._reminder.people, self._items, strict=True)
        return tuple(one.person for one, item in rows if item.checkState(0) == _TICKED)

    def _link(self) -> MailLink:
        return self._reminder.link(self._chosen(), self.text.toPlainText())

    @Slot()
    def _on_ticked(self) -> None:
        chosen = self._chosen()
        if self.text.toPlainText() == self._written:
            self._written = self._reminder.text(chosen)
            self.text.setPlainText(self._written)
            self._written = self.text.toPlainText()
        for button in (self.copy_list, self.copy_text, self.mail):
            button.setEnabled(bool(chosen))
        if chosen and not self._link().address:
            self.mail.setEnabled(False)
            with_address = any(one.has_address for one in self._reminder.of(chosen))
            self._said.setText(_TOO_MANY if with_address else _NO_ADDRESS)
        else:
            self._said.setText(_PROMISE)

    @Slot()
    def _on_copy_list(self) -> None:
        copy_table(self._reminder.listed(self._chosen()))
        self._said.setText(tr("Copied the list."))

    @Slot()
    def _on_copy_text(self) -> None:
        self._copy(self.text.toPlainText(), tr("Copied the text."))

    @Slot()
    def _on_mail(self) -> None:
        link = self._link()
        if not link.has_text:
            self._copy(self.text.toPlainText(), _PASTE)
        self.mail_requested.emit(link.address)

    def _copy(self, text: str, said: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._said.setText(said)
