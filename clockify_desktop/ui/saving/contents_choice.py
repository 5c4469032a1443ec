"""What goes into a file: ids, amounts, descriptions, and names or others for them."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from clockify_desktop.export.file_choice import PeopleAs
from clockify_desktop.translation import tr
from clockify_desktop.ui.choice_words import HIDE_NAMES, PEOPLE
from clockify_desktop.ui.labels import field_label, text_label
from clockify_desktop.ui.layouts import STRETCH, FlowLayout, column, row
from clockify_desktop.ui.look.check_mark import CheckBox
from clockify_desktop.ui.look.segments import Segments
from clockify_desktop.viewmodels.export_state import ExportState

_WITH_NAMES = tr("E-mail and ids go with the names.")


class ContentsChoice(QWidget):
    """Boxes, and below them who people are called."""

    # Changes by the names of ``FileChoice``.
    changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._boxes = {
            "ids": CheckBox(tr("Ids and e-mail"), self),
            "amounts": CheckBox(tr("Billable amount"), self),
            "descriptions": CheckBox(tr("Descriptions"), self),
        }
        flow = FlowLayout(gap=16)
        for name, box in self._boxes.items():
            box.setObjectName(f"with_{name}")
            box.toggled.connect(partial(self._on_toggled, name))
            flow.addWidget(box)
        self._people = Segments(HIDE_NAMES, PEOPLE, self)
        self._people.setObjectName("hide_names")
        self._people.value_chosen.connect(self._on_people)
        names = field_label(HIDE_NAMES, self._people)
        names.setWordWrap(False)
        self._note = text_label(_WITH_NAMES, self, "quiet")
        title = field_label(tr("What goes in"), self)
        whole = row(names, self._people, STRETCH, spacing=10)
        column(title, flow, 4, whole, self._note, within=self, spacing=6)

    def show_state(self, state: ExportState) -> None:
        """Show what is chosen; what such a file never holds is not there."""
        choice, has_columns = state.choice, state.choice.program.has_columns
        for name, box in self._boxes.items():
            box.blockSignals(True)  # noqa: FBT003 - Qt's own
            box.setChecked(getattr(choice, name))
            box.blockSignals(False)  # noqa: FBT003 - as above
        self._boxes["ids"].setVisible(has_columns)
        self._boxes["amounts"].setVisible(has_columns)
        self._boxes["descriptions"].setVisible(state.described)
        forced = bool(state.forced_names)
        self._people.choose(PeopleAs.LETTERS if forced else choice.people)
        self._people.setEnabled(not forced)
        self._note.setText(state.forced_names or _WITH_NAMES)

    def _on_toggled(self, name: str, checked: bool) -> None:  # noqa: FBT001 - a slot takes what its signal sends
        self.changed.emit({name: checked})

    def _on_people(self, people: PeopleAs) -> None:
        self.changed.emit({"people": people})
