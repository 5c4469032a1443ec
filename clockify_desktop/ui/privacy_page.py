"""What is kept where on this computer, deleting all of it, and what is off here."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from clockify_desktop.domain.showable import showable
from clockify_desktop.services.local_data import KeptThing
from clockify_desktop.services.switched_off import PolicyNote
from clockify_desktop.translation import tr
from clockify_desktop.ui.labels import (
    field_label,
    link_button,
    push_button,
    rule,
    text_label,
)
from clockify_desktop.ui.layouts import STRETCH, column, row
from clockify_desktop.ui.promise import ONLY_READS

_PROMISE = tr(
    "These are data about people. They go between this computer and "
    "your Clockify, and nowhere else. {only_reads}",
    only_reads=ONLY_READS,
)
_NOTHING = tr("Nothing is kept on this computer.")
_POLICY = tr("Policy of this computer")
_QUESTION = tr(
    "Delete all accounts, keys and settings from this computer? Nothing changes in"
    " Clockify, and files that you saved stay."
)


_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse


class PrivacyPage(QWidget):
    """A list of what is kept where, with a button that asks before it deletes."""

    deletion_confirmed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("privacy_page")
        self._kept: tuple[KeptThing, ...] | None = None
        self._list = QGridLayout()
        self._list.setHorizontalSpacing(16)
        self._list.setVerticalSpacing(6)
        self._list.setColumnStretch(0, 2)
        self._list.setColumnStretch(1, 3)
        name = "delete_everything"
        self._policy = text_label("", self, name="policy_lines")
        self._policy_path = text_label("", self, "quiet", name="policy_path")
        self._policy_path.setTextInteractionFlags(_SELECTABLE)
        self._delete = push_button(tr("Delete everything on this computer"), name, self)
        self._delete.setAutoDefault(False)
        self._delete.clicked.connect(self._on_delete)
        self._question = QFrame(self)
        self._question.setProperty("role", "trouble")
        self._question.setAccessibleName(_QUESTION)
        self._keep = link_button(
            tr("Keep everything"), "keep_everything", self._question
        )
        self._lay_out()
        self._ask(asking=False)

    def show_state(self, kept: tuple[KeptThing, ...]) -> None:
        """List what is kept."""
        if kept == self._kept:
            return
        self._kept = kept
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for line, one in enumerate(kept):
            what = text_label(one.what, self)
            where = text_label(one.where, self, "quiet")
            where.setTextInteractionFlags(_SELECTABLE)
            what.setAccessibleDescription(showable(one.where))
            self._list.addWidget(what, line, 0, Qt.AlignmentFlag.AlignTop)
            self._list.addWidget(where, line, 1, Qt.AlignmentFlag.AlignTop)
        if not kept:
            self._list.addWidget(text_label(_NOTHING, self), 0, 0, 1, 2)
        self._delete.setEnabled(bool(kept))
        self._ask(asking=False)

    def show_policy(self, policy: PolicyNote | None) -> None:
        """Say what the policy of this computer does, and where it lies."""
        self._policy.show_lines(() if policy is None else policy.lines)
        self._policy_path.show_file_name("" if policy is None else policy.path)

    def _lay_out(self) -> None:
        yes = push_button(tr("Delete everything"), "confirm_deletion", self._question)
        yes.setAutoDefault(False)
        yes.clicked.connect(self._on_confirmed)
        self._keep.clicked.connect(self._on_kept)
        column(
            text_label(_QUESTION, self._question),
            row(yes, self._keep, STRETCH),
            within=self._question,
            margins=(14, 10, 14, 10),
        )
        column(
            text_label(_PROMISE, self),
            rule(self),
            self._list,
            rule(self),
            (self._delete, Qt.AlignmentFlag.AlignLeft),
            self._question,
            *(rule(self), field_label(_POLICY, self._policy)),
            *(self._policy, self._policy_path, STRETCH),
            within=self,
            spacing=8,
            margins=(0, 16, 0, 0),
        )

    def _ask(self, *, asking: bool) -> None:
        self._question.setVisible(asking)
        self._delete.setVisible(not asking)

    @Slot()
    def _on_delete(self) -> None:
        self._ask(asking=True)
        # Enter keeps; deleting needs one more step on purpose.
        self._keep.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_kept(self) -> None:
        self._ask(asking=False)
        self._delete.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_confirmed(self) -> None:
        self._ask(asking=False)
        self.deletion_confirmed.emit()
