"""The project picker."""

from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clockify_desktop.domain.showable import showable
from clockify_desktop.translation import tr, tr_context
from clockify_desktop.ui.layouts import STRETCH, row
from clockify_desktop.ui.look.segments import Segments
from clockify_desktop.ui.pickers.multi_panel import MultiPanel, PanelWords
from clockify_desktop.ui.pickers.multi_picker import MultiPicker
from clockify_desktop.ui.pickers.picker_button import ButtonWords
from clockify_desktop.ui.pickers.project_rows import (
    Archived,
    Billable,
    ProjectFilter,
    project_rows,
)
from clockify_desktop.ui.pickers.rows import Row
from clockify_desktop.viewmodels.choice import PickedId
from clockify_desktop.viewmodels.picker_states import ProjectsState

_WORDS = PanelWords(
    many=tr("projects"),
    head=tr("Projects"),
    choose=tr("Choose projects"),
    search=tr("Search projects"),
    nothing=tr("No project fits"),
)
_ARCHIVED: Final = {
    Archived.NO: tr_context("projects", "Active"),
    Archived.YES: tr_context("projects", "Archived"),
    Archived.BOTH: tr_context("projects", "Both"),
}
_BILLABLE: Final = {
    Billable.ANY: tr_context("projects", "Any"),
    Billable.YES: tr_context("projects", "Billable"),
    Billable.NO: tr_context("projects that are not billable", "Not"),
}


class ProjectPicker(MultiPicker):
    """Chooses which projects are shown, by client or one by one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("project_picker", _WORDS, people=False, parent=parent)
        self._state = ProjectsState()
        self._filter = ProjectFilter()
        self.archived: Segments | None = None
        self.billable: Segments | None = None
        self.show_state(self._state)

    def show_state(self, state: ProjectsState) -> None:
        """Show which there are and which are chosen."""
        before, self._state = self._state, state
        ids = self.ids
        if state.projects is not before.projects:
            ids = frozenset(project.id for project in state.projects)
        self.show_words(_words(state, ids), narrowed=state.choice.narrows(ids))
        self.show_choice(ids, state.choice)

    def add_filters(self, panel: MultiPanel) -> None:
        """Add the filters by archive and billable."""
        self.archived = Segments(tr("Archived"), _ARCHIVED, panel)
        self.billable = Segments(tr("Billable"), _BILLABLE, panel)
        filters = row(self.archived, self.billable, STRETCH, spacing=8)
        panel.filters.addLayout(filters)
        self.archived.value_chosen.connect(self._on_filtered)
        self.billable.value_chosen.connect(self._on_filtered)

    def rows(self) -> tuple[Row, ...]:
        """List the projects by client."""
        return project_rows(self._state.projects, self._filter)

    def clear_filters(self) -> None:
        """Take back every narrowing of the list; archived ones are not in it."""
        self._filter = ProjectFilter()
        if self.archived is not None and self.billable is not None:
            self.archived.choose(Archived.NO)
            self.billable.choose(Billable.ANY)

    @property
    def is_filtered(self) -> bool:
        """Whether a person narrowed the list itself."""
        return self._filter != ProjectFilter() or super().is_filtered

    @Slot()
    def _on_filtered(self) -> None:
        if self.archived is not None and self.billable is not None:
            self._filter = ProjectFilter(self.archived.value, self.billable.value)
            self.fill()


def _words(state: ProjectsState, ids: frozenset[PickedId]) -> ButtonWords:
    """Count the projects; time without one is none of them and has words of its own."""
    projects = ids - {None}
    if not ids:
        return ButtonWords(tr("Projects"), MultiPicker.said(state.choice, ids))
    value = showable(state.choice.text(projects))
    if None not in ids:
        return ButtonWords(tr("Projects"), value)
    without = None in state.choice
    if not without and not state.choice.narrows(projects):
        return ButtonWords(tr("Projects"), value, showable(tr("not without project")))
    if without and not state.choice.chosen(projects):
        return ButtonWords(tr("Projects"), value, showable(tr("only without project")))
    return ButtonWords(tr("Projects"), value)
