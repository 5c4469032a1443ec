"""Whose key it is and what it opens, before anything is kept."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from clockify_desktop.domain.showable import named, showable_name
from clockify_desktop.services.clockify_address import title_of
from clockify_desktop.services.sign_in import OpenWorkspace, SignedIn
from clockify_desktop.translation import tr
from clockify_desktop.ui.error_strip import ErrorStrip, ShownError
from clockify_desktop.ui.labels import (
    add_entry,
    field_label,
    link_button,
    on_a_button,
    push_button,
    show_text,
    show_words,
    text_label,
)
from clockify_desktop.ui.layouts import LEFTOVER, column, row
from clockify_desktop.ui.look.drawing import elided
from clockify_desktop.viewmodels.sign_in_state import (
    SignInPhase,
    SignInState,
    role_in_words,
    sees_only_own_time,
    unread_workspaces,
    where_kept,
)

_TEAM_NEEDS = tr(
    "To see the whole team, use the key of an owner or admin of this workspace."
)
_ASKING_STORE = tr(
    "Your computer's password store is being asked \N{HORIZONTAL ELLIPSIS}"
)

# Pixels of a workspace's name on its button.
_WIDEST = 420


class SignInOutcome(QWidget):
    """The person, the workspace, the role, and the way on."""

    # The id of the workspace to open.
    workspace_chosen = Signal(str)
    another_key_requested = Signal()
    # Nobody wants to wait for the password store any more.
    cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sign_in_outcome")
        self._person = text_label("", self, "title", name="person")
        self._person.setContentsMargins(0, 6, 0, 0)
        self._where = text_label("", self, "quiet")
        self._choice = push_button("", "workspace_choice", self)
        self._choice_label = field_label(tr("Workspace"), self._choice)
        self._menu = QMenu(self._choice)
        self._choice.setMenu(self._menu)
        self._unread = text_label("", self, "quiet", name="unread_workspaces")
        self._role = text_label("", self, name="role_in_workspace")
        self._kept = text_label("", self, "quiet", name="key_kept_outcome")
        self._note = QFrame(self)
        self._note.setProperty("role", "note")
        needs = text_label(_TEAM_NEEDS, self._note)
        column(needs, within=self._note, margins=(14, 10, 14, 10))
        self.strip = ErrorStrip(self, "keeping_error", "keep_for_this_run")
        self.open_report = push_button("", "open_report", self, "main")
        self._other = link_button(tr("Use another key"), "another_key", self)
        self._waiting = text_label(_ASKING_STORE, self, "quiet")
        self._keeping = False
        self._lay_out()
        self._menu.triggered.connect(self._on_triggered)
        self._other.clicked.connect(self._on_other)

    def show_state(self, state: SignInState) -> None:
        """Show a state that has ``signed_in`` and ``chosen``; pass over others."""
        if state.signed_in is None or state.chosen is None:
            return
        self._show_person(state.signed_in)
        self._show_workspaces(state.signed_in.workspaces, state.chosen)
        show_text(self._unread, unread_workspaces(state.signed_in))
        self._role.setText(f"{role_in_words(state.chosen)}.")
        # The form tells what the person chose; this is what was found out since.
        show_text(self._kept, where_kept(state, keep=True))
        own_only = sees_only_own_time(state.chosen)
        self._note.setVisible(own_only)
        words = tr("Open my own week") if own_only else tr("Open last week")
        show_words(self.open_report, words)
        error = state.error
        self.strip.show_state(
            ShownError(error, action=tr("Keep it for this run only")) if error else None
        )
        keeping = self._keeping = state.phase is SignInPhase.KEEPING
        for widget in (self._choice, self.open_report):
            widget.setEnabled(not keeping)
        show_words(self._other, tr("Cancel") if keeping else tr("Use another key"))
        self._waiting.setVisible(keeping)

    def start(self) -> None:
        """Make Enter go on."""
        self.open_report.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_person(self, signed_in: SignedIn) -> None:
        self._person.setText(tr("Hello {person}", person=named(signed_in.person)))
        place = title_of(signed_in.hosts)
        email = named(signed_in.email)
        self._where.setText(f"{email} \N{MIDDLE DOT} {place}" if email else place)

    def _show_workspaces(
        self, workspaces: tuple[OpenWorkspace, ...], chosen: OpenWorkspace
    ) -> None:
        if [one.data() for one in self._menu.actions()] != [
            one.id for one in workspaces
        ]:
            self._menu.clear()
            for one in workspaces:
                add_entry(self._menu, showable_name(one.name)).setData(one.id)
        name = showable_name(chosen.name)
        short = elided(name, self._choice.fontMetrics(), _WIDEST)
        self._choice.setText(on_a_button(short))
        self._choice.setAccessibleName(tr("Workspace: {name}", name=named(name)))
        several = len(workspaces) > 1
        self._choice.setVisible(several)
        self._choice_label.setVisible(several)

    def _lay_out(self) -> None:
        buttons = self.open_report, self._other
        column(
            self.strip,
            self._person,
            self._where,
            8,
            self._choice_label,
            (self._choice, Qt.AlignmentFlag.AlignLeft),
            self._unread,
            2,
            self._role,
            self._note,
            self._kept,
            10,
            row(*buttons, (self._waiting, 1), LEFTOVER, spacing=8),
            within=self,
            spacing=6,
        )

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.workspace_chosen.emit(action.data())

    @Slot()
    def _on_other(self) -> None:
        if self._keeping:
            self.cancelled.emit()
        else:
            self.another_key_requested.emit()
