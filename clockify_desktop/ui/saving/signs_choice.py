"""What only some programs let people choose: signs, a kind of picture, paper."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from clockify_desktop.export.file_choice import FileProgram, PictureKind
from clockify_desktop.translation import tr
from clockify_desktop.ui.choice_words import (
    DECIMAL_SIGNS,
    ENCODINGS,
    KIND,
    KINDS,
    PAPER,
    PAPERS,
    SEPARATORS,
)
from clockify_desktop.ui.labels import field_label
from clockify_desktop.ui.layouts import FlowLayout, column
from clockify_desktop.ui.look.check_mark import CheckBox
from clockify_desktop.ui.look.segments import Segments
from clockify_desktop.ui.report.choice_button import ChoiceButton
from clockify_desktop.viewmodels.export_state import ExportState

_GUARD = tr("A ' before text that looks like a formula")


class SignsChoice(QWidget):
    """Separator, decimal sign, encoding and guard of a CSV for another program."""

    # Changes by the names of ``FileChoice``.
    changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons: dict[str, tuple[ChoiceButton, str, Mapping[Any, str]]] = {}
        flow = FlowLayout(gap=8, line_gap=4)
        for name, title, words in (
            ("separator", tr("Between fields"), SEPARATORS),
            ("decimal_sign", tr("Decimal sign"), DECIMAL_SIGNS),
            ("encoding", tr("Encoding"), ENCODINGS),
        ):
            button = ChoiceButton(f"file_{name}", title, self)
            button.setAutoDefault(False)
            button.key_chosen.connect(partial(self._on_key, name, words))
            self._buttons[name] = button, title, words
            flow.addWidget(button)
        self._guard = CheckBox(_GUARD, self)
        self._guard.setObjectName("formula_guard")
        self._guard.toggled.connect(self._on_guard)
        column(
            field_label(tr("Signs"), self), flow, self._guard, within=self, spacing=6
        )

    def show_state(self, state: ExportState) -> None:
        """Show what is chosen, for another program alone."""
        choice = state.choice
        self.setVisible(choice.program is FileProgram.OTHER)
        for name, (button, title, words) in self._buttons.items():
            chosen = getattr(choice, name)
            choices = [(one.value, text) for one, text in words.items()]
            button.show_choices(choices, chosen.value, f"{title}: {words[chosen]}")
        self._guard.blockSignals(True)  # noqa: FBT003 - Qt's own
        self._guard.setChecked(choice.guards)
        self._guard.blockSignals(False)  # noqa: FBT003 - as above

    def _on_key(self, name: str, words: Mapping[Any, str], key: str) -> None:
        self.changed.emit({name: next(one for one in words if one.value == key)})

    def _on_guard(self, checked: bool) -> None:  # noqa: FBT001 - a slot takes what its signal sends
        self.changed.emit({"guards": checked})


class PaperChoice(QWidget):
    """Which kind of picture, and which paper a PDF has."""

    # Changes by the names of ``FileChoice``.
    changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind = Segments(KIND, KINDS, self)
        self._kind.setObjectName("picture_kind")
        self._kind_label = field_label(KIND, self._kind)
        self._paper = Segments(PAPER, PAPERS, self)
        self._paper.setObjectName("paper")
        self._paper_label = field_label(PAPER, self._paper)
        column(
            *(self._kind_label, self._kind, self._paper_label, self._paper),
            within=self,
            spacing=6,
        )
        self._kind.value_chosen.connect(
            lambda kind: self.changed.emit({"picture": kind})
        )
        self._paper.value_chosen.connect(lambda one: self.changed.emit({"paper": one}))

    def show_state(self, state: ExportState) -> None:
        """Show what is chosen, for review and picture alone."""
        choice = state.choice
        is_picture = choice.program is FileProgram.PICTURE
        self.setVisible(not choice.program.has_columns)
        self._kind.choose(choice.picture)
        self._paper.choose(state.paper)
        for one in (self._kind, self._kind_label):
            one.setVisible(is_picture)
        has_paper = not is_picture or choice.picture is PictureKind.PDF
        for one in (self._paper, self._paper_label):
            one.setVisible(has_paper)
