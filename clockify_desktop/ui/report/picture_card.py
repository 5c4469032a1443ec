"""The card of the picture: what is wrong, title, sentence, controls, chips, drawing."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QStackedLayout, QWidget

from clockify_desktop.charts.theme import Theme
from clockify_desktop.ui.cached_size import CachedSize
from clockify_desktop.ui.cut_line import CutLine
from clockify_desktop.ui.error_strip import ErrorStrip, ShownError
from clockify_desktop.ui.labels import line_label, text_label
from clockify_desktop.ui.layouts import column, least_height, row
from clockify_desktop.ui.report.chips import Chips
from clockify_desktop.ui.report.empty_state import EmptyState
from clockify_desktop.ui.report.page_actions import PageActions
from clockify_desktop.ui.report.page_controls import PageControls
from clockify_desktop.ui.report.progress_line import ProgressLine
from clockify_desktop.ui.report.trail import Trail
from clockify_desktop.ui.steady_size import SteadyLabel
from clockify_desktop.viewmodels.page_state import PagePhase, PageState

if TYPE_CHECKING:
    from clockify_desktop.pages.chart_selection import SelectionChip
    from clockify_desktop.ui.report.chart_view import ChartView

_SIDE_PX: Final = 16
_WHAT_IS_LEFT: Final = (QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)


class PictureCard(QFrame):
    """Everything of the page but the table; ``chart`` is ``None`` until attached.

    Its parts tell themselves what a person chose: ``controls``, ``page_actions``,
    ``trail``, ``chips``, ``strip`` and ``empty``.
    """

    # A sentence on what the picture cannot write, empty where it can.
    noted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._theme = theme
        self.chart: ChartView | None = None
        self._note = self._sentence_now = ""
        self._chips: tuple[SelectionChip, ...] = ()
        self._low = False
        # Of the last picture, even where it is covered now.
        self._workspace_id = ""
        self._progress = ProgressLine(self)
        self.strip = ErrorStrip(self)
        self._title = line_label("", self, "title")
        self.trail = Trail(self)
        sentence = text_label("", self, "quiet", name="sentence")
        sentence.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._sentence = SteadyLabel(sentence, self)
        self.controls = PageControls(self)
        self.page_actions = PageActions(self)
        self.chips = Chips(self)
        self._of_focus = CutLine(self)
        self._of_focus.setObjectName("focus_sentence")
        self._of_focus.setProperty("role", "quiet")
        # The chips come first, and it takes what they leave.
        self._of_focus.setSizePolicy(*_WHAT_IS_LEFT)
        self.empty = EmptyState(self)
        self._placeholder = QWidget(self)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._placeholder)
        self._stack.addWidget(self.empty)
        self._lay_out()

    def _lay_out(self) -> None:
        head = row(
            *(self.trail, self._title, (CachedSize(self.controls, self), 1)),
            self.page_actions,
            spacing=12,
        )
        # In one place, as high as a chip at least: where the picture moved down by
        # a click, the second click would miss what the first one hit.
        self._said = QStackedLayout()
        self._said.addWidget(self._sentence)
        self._focus = QWidget(self)
        row(self.chips, (self._of_focus, 1), within=self._focus, spacing=12)
        self._said.addWidget(self._focus)
        self._of_focus.setMinimumHeight(self.fontMetrics().height() + 8)
        self._words = column(self.strip, head, self._said)
        parts = self._progress, self._words, (self._stack, 1)
        self._column = column(*parts, within=self, spacing=0)
        self.set_low(False)

    def set_low(self, low: bool) -> None:  # noqa: FBT001 - a setter
        """Leave the height to the picture: the sentence has one line."""
        self._low = low
        self._words.setSpacing(2 if low else 6)
        self._words.setContentsMargins(_SIDE_PX, 3 if low else 10, _SIDE_PX, 0)
        self._column.setContentsMargins(1, 2, 1, 3 if low else 8)
        self._write()

    def attach(self, chart: "ChartView") -> None:
        """Put the picture in the place that was kept for it."""
        self.chart = chart
        self._stack.addWidget(chart)

    def show_state(self, state: PageState, theme: Theme) -> None:
        """Show the page."""
        content, loading = state.content, state.phase is PagePhase.LOADING
        if state.title != self._title.text():
            self._sentence.begin_anew()
        self._title.setText(state.title)
        self._title.setVisible(not state.trail)
        self.trail.show_state(state.trail)
        self._progress.show_state(running=loading, done=state.progress)
        self.strip.show_state(
            None
            if state.error is None
            else ShownError(state.error, state.error_note, state.error_action)
        )
        self.controls.show_state(state.controls, state.durations)
        self.controls.setEnabled(content is not None)
        self.page_actions.show_state(() if content is None else content.actions)
        shown = content if state.empty is None else None
        self._chips = shown.chips if shown is not None else ()
        self._sentence_now = shown.sentence if shown is not None else ""
        self._write()
        self._show_picture(state, theme, loading=loading)

    def _write(self) -> None:
        self.chips.show_state(self._chips)
        self.chips.setVisible(bool(self._chips))
        in_one_line = bool(self._chips) or self._low
        self._of_focus.setText(self._sentence_now if in_one_line else "")
        if self._low:
            self._sentence.begin_anew()
        elif not self._chips:
            # Else it keeps its lines, and with them the place of the picture.
            self._sentence.show_text(self._sentence_now)
        self._said.setCurrentWidget(self._focus if in_one_line else self._sentence)

    def _show_picture(self, state: PageState, theme: Theme, *, loading: bool) -> None:
        note, content = "", state.content
        workspace_id = "" if content is None else content.query.workspace.id
        if workspace_id != self._workspace_id and self.chart is not None:
            # Nothing of another account or workspace is seen until it is drawn over.
            self.chart.clear()
        self._workspace_id = workspace_id
        if state.empty is not None:
            self.empty.show_state(state.empty)
            self._stack.setCurrentWidget(self.empty)
        elif self.chart is None or content is None:
            self._stack.setCurrentWidget(self._placeholder)
        else:
            self.chart.canvas.setAccessibleName(state.title)
            self.chart.show_state(content.chart, theme)
            self.chart.canvas.set_veiled(loading)
            self._stack.setCurrentWidget(self.chart)
            note = self.chart.note
            if self.window().focusWidget() is None:
                # Nobody has the keyboard: plain arrows step, as over every picture.
                self.chart.setFocus(Qt.FocusReason.OtherFocusReason)
        if note != self._note:
            self._note = note
            self.noted.emit(note)

    def event(self, event: QEvent) -> bool:
        """Need the height of all lines: the splitter around asks for one line each."""
        handled = super().event(event)
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self.setMinimumHeight(least_height(self._column, self.width()))
        return handled
