"""The people picker."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clockify_desktop.domain.showable import showable
from clockify_desktop.translation import tr, tr_plural
from clockify_desktop.ui.look.check_mark import CheckBox
from clockify_desktop.ui.pickers.multi_panel import MultiPanel, PanelWords
from clockify_desktop.ui.pickers.multi_picker import MultiPicker
from clockify_desktop.ui.pickers.people_rows import people_rows
from clockify_desktop.ui.pickers.picker_button import ButtonWords
from clockify_desktop.ui.pickers.rows import Row
from clockify_desktop.viewmodels.choice import PickedId
from clockify_desktop.viewmodels.picker_states import PeopleState

_WORDS = PanelWords(
    many=tr("people"),
    head=tr("People"),
    choose=tr("Choose people"),
    search=tr("Search people"),
    nothing=tr("Nobody fits"),
)


class PeoplePicker(MultiPicker):
    """Chooses whose time is shown, by team or one by one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("user_picker", _WORDS, people=True, parent=parent)
        self._state = PeopleState()
        self.members_only: CheckBox | None = None
        self.show_state(self._state)

    def show_state(self, state: PeopleState) -> None:
        """Show who there is and who is chosen."""
        before, self._state = self._state, state
        ids = self.ids
        if state.people is not before.people:
            ids = frozenset(person.id for person in state.people)
        waiting = len(state.choice.chosen(state.not_joined))
        rest = _not_joined(waiting) if waiting else ""
        said = self.said(state.choice, ids - state.not_joined)
        self.show_words(
            ButtonWords(tr("People"), said, showable(rest)),
            narrowed=state.choice.narrows(ids),
        )
        self.show_choice(ids, state.choice)

    @property
    def counted_ids(self) -> frozenset[PickedId]:
        """Those who could have logged something."""
        return self.ids - self._state.not_joined

    def add_filters(self, panel: MultiPanel) -> None:
        """Add the box for members only."""
        self.members_only = CheckBox(tr("Only members of the chosen projects"), panel)
        self.members_only.setObjectName("user_picker_members_only")
        panel.filters.addWidget(self.members_only)
        self.members_only.toggled.connect(self.fill)

    def rows(self) -> tuple[Row, ...]:
        """List teams and people."""
        return people_rows(self._state, members_only=self._lists_members)

    def clear_filters(self) -> None:
        """Take back every narrowing of the list."""
        if self.members_only is not None:
            self.members_only.setChecked(False)

    @Slot()
    def fill(self) -> None:
        """Bring the panel up to what is shown."""
        if self.members_only is not None:
            self.members_only.setVisible(self._state.members is not None)
        super().fill()

    @property
    def is_filtered(self) -> bool:
        """Whether a person narrowed the list itself."""
        return self._lists_members or super().is_filtered

    @property
    def _lists_members(self) -> bool:
        box = self.members_only
        return box is not None and box.isChecked() and self._state.members is not None


def _not_joined(count: int) -> str:
    said = tr_plural("{count} not joined yet", "{count} not joined yet", count)
    return f"\N{MIDDLE DOT} {said}"
