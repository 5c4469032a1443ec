"""A picker of many: what the pickers of people and of projects share."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clockify_desktop.domain.showable import ELLIPSIS, Showable, showable
from clockify_desktop.translation import tr
from clockify_desktop.ui.pickers.multi_panel import MultiPanel, PanelWords
from clockify_desktop.ui.pickers.picker_button import PickerButton
from clockify_desktop.ui.pickers.rows import Row
from clockify_desktop.viewmodels.choice import (
    ALL,
    Choice,
    PickedId,
    new_in_words,
    none,
    only,
)


class MultiPicker(PickerButton):
    """A button with a panel of boxes, of people or else of projects.

    Every change concerns those in the list; without a search or another filter that is
    everybody. ``ids`` are all there are, listed or not.
    """

    choice_changed = Signal(Choice)

    def __init__(
        self, name: str, words: PanelWords, *, people: bool, parent: QWidget
    ) -> None:
        super().__init__(name, parent)
        self._panel_words = words
        self._people = people
        self.ids: frozenset[PickedId] = frozenset()
        self._choice = ALL
        self._panel: MultiPanel | None = None
        self.clicked.connect(self._on_clicked)
        self.cross.clicked.connect(self._on_clear)

    @property
    def panel(self) -> MultiPanel:
        """The panel; made when it is first needed, as a window has to open fast."""
        if self._panel is None:
            self._panel = panel = MultiPanel(self._panel_words, self)
            self.add_filters(panel)
            panel.set_tab_order()
            panel.all.clicked.connect(self._on_all)
            panel.none.clicked.connect(self._on_none)
            panel.invert.clicked.connect(self._on_invert)
            panel.only.clicked.connect(self._on_only)
            panel.add_new.clicked.connect(self._on_add_new)
            panel.search.textChanged.connect(self._show_count)
            panel.model.checked.connect(self._on_checked)
            panel.model.unchecked.connect(self._on_unchecked)
        return self._panel

    def add_filters(self, panel: MultiPanel) -> None:
        """Add what only this picker's panel has."""
        raise NotImplementedError

    def rows(self) -> tuple[Row, ...]:
        """List what can be chosen now, before the search."""
        raise NotImplementedError

    def clear_filters(self) -> None:
        """Take back every narrowing of the list; the panel opens with all rows."""
        raise NotImplementedError

    @property
    def is_filtered(self) -> bool:
        """Whether a person narrowed the list itself."""
        return self._panel is not None and bool(self._panel.search.text().strip())

    @property
    def counted_ids(self) -> frozenset[PickedId]:
        """Those that are counted; time without a project has a row, but is none."""
        return self.ids - {None}

    @staticmethod
    def said(choice: Choice, ids: frozenset[PickedId]) -> Showable:
        """Say how many are chosen; an ellipsis while nobody knows who there is."""
        return showable(choice.text(ids) if ids else ELLIPSIS)

    def show_choice(self, ids: frozenset[PickedId], choice: Choice) -> None:
        """Show who can be chosen, listed or not, and who is."""
        self.ids, self._choice = ids, choice
        if self._panel is not None and self._panel.isVisible():
            self.fill()

    @Slot()
    def fill(self) -> None:
        """Bring the panel up to what is shown."""
        new = len(self._choice.new(self.ids))
        self.panel.model.show_choice(self.rows(), self._choice.chosen(self.ids))
        self.panel.show_news(new_in_words(new, people=self._people) if new else "")
        self._show_count()

    @Slot()
    def _show_count(self) -> None:
        ids = self.counted_ids
        words = tr(
            "{chosen} of {all} chosen",
            chosen=len(self._choice.chosen(ids)),
            all=len(ids),
        )
        hidden = len(ids - self.panel.model.shown_ids)
        if hidden:
            left_out = tr("{number} not in this list", number=hidden)
            words = f"{words} \N{MIDDLE DOT} {left_out}"
        self.panel.counted.setText(words)
        self.panel.show_narrowed(narrowed=self.is_filtered)

    @Slot()
    def _on_clicked(self) -> None:
        self.panel.search.clear()
        self.clear_filters()
        self.fill()
        self.panel.open_to_search()

    @Slot()
    def _on_clear(self) -> None:
        self.choice_changed.emit(ALL)

    @Slot()
    def _on_all(self) -> None:
        if self.is_filtered:
            self._on_checked(self.panel.model.shown_ids)
        else:
            self.choice_changed.emit(ALL)

    @Slot()
    def _on_none(self) -> None:
        if self.is_filtered:
            self._on_unchecked(self.panel.model.shown_ids)
        else:
            self.choice_changed.emit(none(self.ids))

    @Slot()
    def _on_invert(self) -> None:
        if not self.is_filtered:
            self.choice_changed.emit(self._choice.invert(self.ids))
            return
        shown = self.panel.model.shown_ids
        chosen = self._choice.chosen(shown)
        fewer = self._choice.without_ids(chosen, self.ids)
        self.choice_changed.emit(fewer.with_ids(shown - chosen, self.ids))

    @Slot()
    def _on_only(self) -> None:
        self.choice_changed.emit(only(self.panel.model.shown_ids, self.ids))

    @Slot()
    def _on_add_new(self) -> None:
        self.choice_changed.emit(self._choice.with_new(self.ids))

    @Slot(object)
    def _on_checked(self, ids: frozenset[PickedId]) -> None:
        self.choice_changed.emit(self._choice.with_ids(ids, self.ids))

    @Slot(object)
    def _on_unchecked(self, ids: frozenset[PickedId]) -> None:
        self.choice_changed.emit(self._choice.without_ids(ids, self.ids))
