"""A chart in the window: it scrolls and can be clicked, copied and saved."""

from typing import Final

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QContextMenuEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QMenu, QScrollBar, QToolTip, QWidget

from clockify_desktop.charts.chart import (
    FOLDS,
    ChartContent,
    ChartHit,
    Fold,
    FoldingContent,
    LeadingContent,
    OpeningContent,
)
from clockify_desktop.charts.chart_figure import EMPTY_CHART
from clockify_desktop.charts.fonts import names_without_glyphs
from clockify_desktop.charts.list_content import ListContent
from clockify_desktop.charts.theme import Theme
from clockify_desktop.domain.showable import Showable, showable
from clockify_desktop.translation import tr
from clockify_desktop.ui.labels import tool_tip
from clockify_desktop.ui.layouts import row
from clockify_desktop.ui.report.chart_canvas import ChartCanvas
from clockify_desktop.ui.report.chart_rows import ChartRows
from clockify_desktop.ui.report.legend_button import LegendButton

_ARROWS: Final = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_FOLD_KEYS: Final = {
    Qt.Key.Key_Left: (Fold.CLOSE, Fold.CLOSE_ALL),
    Qt.Key.Key_Right: (Fold.OPEN, Fold.OPEN_ALL),
}
_PRESS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_FORMATS: Final = ("png", "svg", "pdf")
_PLAIN: Final = Qt.KeyboardModifier.KeypadModifier
Place = tuple[ChartHit, tuple[str, str | None]]


class ChartView(QWidget):
    """A chart of any content, and its scroll bar.

    The value of the bar is the row on top; it is hidden while all rows fit. ``note``
    is a sentence on what the picture cannot write, empty where it can.
    """

    # The marks of a row and of a column (``None`` for the row's name, or for all rows),
    # and whether it comes on top of what is focused.
    clicked = Signal(object, object, bool)
    # The same marks, and whether a click on it came before: what is behind it is asked
    # for.
    opened = Signal(object, object, bool)
    # What is behind that which is selected is asked for.
    selection_opened = Signal()
    # The marks of what the keyboard came to.
    walked = Signal(object, object)
    # Escape was pressed.
    cleared = Signal()
    # Periods to go on, with nothing outlined; negative ones go back.
    stepped = Signal(int)
    # A control of the page, and what is chosen in it.
    choice_made = Signal(str, str)
    copy_requested = Signal()
    # ``png``, ``svg`` or ``pdf``.
    save_requested = Signal(str)
    # The mark of a row that is to be looked at alone.
    only_requested = Signal(str)
    # The key of the page that a row leads to.
    page_opened = Signal(str)
    # The key of what is ticked off, or not any more.
    ticked = Signal(str)
    # A ``QMenu`` that others may add to, and the marks of what it is opened over.
    menu_requested = Signal(object, object, object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        # What is on the canvas, and what will be.
        self._content: ChartContent | None = None
        self._next: ChartContent | None = None
        self._theme = theme
        self._turned = 0.0
        # Else the keyboard is at what is outlined.
        self._pointed = False
        # The row that was folded or opened, to be outlined again.
        self._folded_mark = ""
        # Of rows that lead to pages the one that was outlined last.
        self._row_left = 0
        # Laying a picture out takes as long as all else that shows a report: the
        # window answers in between.
        self._showing = QTimer(self)
        self._showing.setSingleShot(True)
        self._showing.setInterval(0)
        self._showing.timeout.connect(self._show_content)
        self.note = ""
        self.canvas = ChartCanvas(theme)
        self.canvas.setObjectName("chart")
        self.rows = ChartRows(self.canvas)
        self.scroll_bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.scroll_bar.setObjectName("chart_rows")
        self.scroll_bar.setAccessibleName(tr("Rows in view"))
        self.scroll_bar.hide()
        self._legend = LegendButton(theme, self.canvas)
        self._legend.series_chosen.connect(self._on_series)
        row((self.canvas, 1), self.scroll_bar, within=self, spacing=0)
        self.setFocusProxy(self.canvas)
        self.canvas.pointed.connect(self._on_pointed)
        self.canvas.clicked.connect(self._on_clicked)
        self.canvas.opened.connect(self._on_opened)
        self.canvas.key_pressed.connect(self._on_key)
        self.canvas.wheel_turned.connect(self._on_wheel)
        self.canvas.resized.connect(self._on_resized)
        self.scroll_bar.valueChanged.connect(self._on_scrolled)

    def show_state(self, content: ChartContent, theme: Theme) -> None:
        """Draw a content soon; the object that is drawn already is not drawn again."""
        if content is self._next and theme == self._theme:
            return
        self._next, self._theme = content, theme
        self.note = names_without_glyphs(content.names)
        self._showing.start()

    def clear(self) -> None:
        """Show nothing, at once: what was drawn may be seen no more."""
        if self._next is not None:
            self._next = self._content = None
            self._row_left = 0
            self.note = ""
            self._showing.stop()
            self.canvas.show_chart(EMPTY_CHART, self._theme, 0)
            self.canvas.draw()
            self._fit_bar()
            self._say_rows()
            self.canvas.setAccessibleDescription("")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer a row by itself, and the picture to other programs."""
        if self._content is None:
            return
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        place = self.canvas.mapFrom(self, event.pos())
        at_place = self.canvas.chart.hit(place.x(), place.y())
        hit = at_place if by_mouse else self.canvas.outlined
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.triggered.connect(self._on_chosen)
        if hit is not None:
            mark = self._content.label_marks(ChartHit(hit.row))[0]
            only = menu.addAction(tr("Only this row"))
            only.setObjectName("action_only_this")
            only.triggered.connect(lambda *_: self.only_requested.emit(mark))
            self.menu_requested.emit(menu, *self._content.label_marks(hit))
            menu.addSeparator()
        copy = menu.addAction(tr("Copy picture"))
        copy.setObjectName("action_copy_picture")
        menu.addSeparator()
        for one in _FORMATS:
            save = menu.addAction(tr("Save picture as {kind}…", kind=one.upper()))
            save.setObjectName(f"action_save_{one}")
            save.setData(one)
        menu.popup(event.globalPos())

    @Slot()
    def _show_content(self) -> None:
        content = self._next
        if content is not None:
            if self._leading is not None and self.canvas.outlined is not None:
                self._row_left = self.canvas.outlined.row
            before, self._content = self._content, content
            first_row = self.scroll_bar.value()
            self.canvas.show_chart(content, self._theme, first_row)
            self._fit_bar()
            self._outline_folded(content)
            if isinstance(content, LeadingContent) and content.rows:
                row_left = min(self._row_left, content.rows - 1)
                self.canvas.outline(ChartHit(row_left, 0))
            self._follow_chosen(content, before)
            self.canvas.setAccessibleDescription(showable(content.sentence))
            self._say_rows()

    @Slot()
    def _say_rows(self) -> None:
        content, canvas = self._content or EMPTY_CHART, self.canvas
        self.rows.show_chart(content, canvas.chart, canvas.size())

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        if action.objectName() == "action_copy_picture":
            self.copy_requested.emit()
        elif action.data() is not None:
            self.save_requested.emit(action.data())

    @Slot(object)
    def _on_pointed(self, hit: ChartHit | None) -> None:
        if hit == self.canvas.outlined:
            return
        if hit is None:
            self.canvas.unsetCursor()
            # Else a tool tip of the keyboard's came between pointer and picture.
            if self._pointed:
                QToolTip.hideText()
                if self._leading is None:
                    self._outline(None)
            return
        self._outline(hit, pointed=True)
        self.canvas.setCursor(Qt.CursorShape.PointingHandCursor)
        if self._content is not None:
            self._say(self._content.tooltip(hit), hit, self.canvas.cursor().pos())

    @Slot(object, bool)
    def _on_clicked(self, hit: ChartHit, add: bool) -> None:  # noqa: FBT001 - a slot
        content, leading = self._content, self._leading
        if leading is not None:
            signal = self.ticked if leading.ticks(hit) else self.page_opened
            signal.emit(leading.leads_to(hit))
        elif content is not None and not self._fold(hit, Fold.TURN):
            self.clicked.emit(*content.label_marks(hit), add)

    @Slot(object)
    def _on_opened(self, hit: ChartHit, clicked: bool = True) -> None:  # noqa: FBT001, FBT002 - a slot
        content, leading = self._content, self._leading
        if leading is not None:
            # The first of two clicks has opened it already.
            if not clicked:
                self.page_opened.emit(leading.leads_to(hit))
            return
        if content is None or self._fold(hit, Fold.TURN):
            return
        marks = content.label_marks(hit)
        if isinstance(content, OpeningContent):
            marks = content.opened_marks(hit)
        self.opened.emit(*marks, clicked)

    @Slot(str)
    def _on_series(self, mark: str) -> None:
        self.clicked.emit(None, mark, False)  # noqa: FBT003 - a signal

    @Slot(object)
    def _on_key(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~_PLAIN
        key = Qt.Key(event.key())
        if key in _PRESS:
            self._press(event, key, held)
        elif held:
            ctrl = held == Qt.KeyboardModifier.ControlModifier
            if ctrl and key in _FOLD_KEYS:
                event.setAccepted(self._fold(self.canvas.outlined, _FOLD_KEYS[key][1]))
        elif key == Qt.Key.Key_Escape:
            event.accept()
            if self._leading is None:
                self.canvas.outline(None)
            self.cleared.emit()
        elif key in _ARROWS:
            event.accept()
            outlined = self.canvas.outlined
            folds = outlined is not None and key in _FOLD_KEYS
            if not folds or not self._fold(outlined, _FOLD_KEYS[key][0]):
                self._walk(*_ARROWS[key])
        else:
            self._page(event, key)

    def _press(self, event: QKeyEvent, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        """Tick what is outlined off, select it, or open what is behind it."""
        outlined = self.canvas.outlined
        ctrl = held == Qt.KeyboardModifier.ControlModifier
        if held and not ctrl:
            return
        event.accept()
        if outlined is None:
            # A click that selected left nothing outlined.
            if key != Qt.Key.Key_Space and not held:
                self.selection_opened.emit()
            return
        if self._leading is not None and key == Qt.Key.Key_Space:
            event.setAccepted(self._tick(outlined))
        elif ctrl or key == Qt.Key.Key_Space:
            self._on_clicked(outlined, ctrl)
        else:
            self._on_opened(outlined, clicked=False)

    @property
    def _leading(self) -> LeadingContent | None:
        content: object = self._content
        return content if isinstance(content, LeadingContent) else None

    def _tick(self, hit: ChartHit) -> bool:
        """Ask for a row to be ticked off, and tell whether it can be."""
        content = self._leading
        if content is None:
            return False
        can_be = content.can_be_ticked(hit)
        if can_be:
            self.ticked.emit(content.leads_to(hit))
        return can_be

    def _fold(self, hit: ChartHit | None, fold: Fold) -> bool:
        """Ask for other rows to be folded, and tell whether any can be."""
        content = self._content
        if content is None or not isinstance(content, FoldingContent):
            return False
        choice = content.folded(hit, fold)
        if choice is None:
            return False
        self._folded_mark = content.label_marks(hit)[0] if hit is not None else ""
        self.choice_made.emit(FOLDS, choice)
        return True

    def _outline_folded(self, content: ChartContent) -> None:
        mark, self._folded_mark = self._folded_mark, ""
        if mark and isinstance(content, FoldingContent):
            row = content.row_of(mark)
            self.canvas.outline(None if row is None else ChartHit(row))

    def _follow_chosen(
        self, content: ChartContent, before: ChartContent | None
    ) -> None:
        """Bring the one row that is selected into view, where it was another."""
        if not isinstance(content, ListContent) or len(content.chosen) != 1:
            return
        (row,) = content.chosen
        was = before.chosen if isinstance(before, ListContent) else frozenset()
        if content.chosen != was:
            # It says what is selected no longer, and lies over the rows around.
            QToolTip.hideText()
            self._bring_into_view(row)

    def outline(self, hit: ChartHit) -> None:
        """Outline a part where the picture is drawn already, and bring it into view."""
        self._bring_into_view(hit.row)
        self._outline(hit)

    def place(self) -> Place | None:
        """Tell what is outlined, to come back to."""
        hit, content = self.canvas.outlined, self._content
        if hit is None or content is None:
            return None
        return hit, content.label_marks(hit)

    def return_to(self, place: Place | None) -> None:
        """Outline what was outlined, where it still stands in its place."""
        if place is not None and self._content is not None:
            hit, marks = place
            here = hit.row < self._content.rows
            if here and self._content.label_marks(hit) == marks:
                self._outline(hit)

    def _walk(self, down: int, right: int) -> None:
        content, outlined = self._content, self.canvas.outlined
        if content is None:
            return
        if right and (outlined is None or self._leading is not None):
            self.stepped.emit(right)
            return
        chart = self.canvas.chart
        hit = chart.walk(outlined, down, right)
        if hit is None:
            return
        self._bring_into_view(hit.row)
        self._outline(hit)
        self.walked.emit(*content.label_marks(hit))
        corner = self.canvas.place_of(hit).bottomRight().toPoint()
        words = content.tooltip(hit)
        if self._leading is None:
            # Else it would say what stands in the row, over the next one.
            self._say(words, hit, self.canvas.mapToGlobal(corner))
        # Only what the keyboard reaches is read aloud.
        QAccessible.updateAccessibility(
            QAccessibleAnnouncementEvent(self.canvas, words)
        )

    def _outline(self, hit: ChartHit | None, *, pointed: bool = False) -> None:
        self._pointed = pointed
        self.canvas.outline(hit)

    def _bring_into_view(self, row: int) -> None:
        chart = self.canvas.chart
        if row < chart.first_row:
            self.scroll_bar.setValue(row)
        elif row >= chart.first_row + chart.rows_in_view:
            self.scroll_bar.setValue(row - chart.rows_in_view + 1)

    def _page(self, event: QKeyEvent, key: Qt.Key) -> None:
        bar = self.scroll_bar
        values = {
            Qt.Key.Key_PageUp: bar.value() - bar.pageStep(),
            Qt.Key.Key_PageDown: bar.value() + bar.pageStep(),
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        if key in values:
            event.accept()
            bar.setValue(values[key])

    def _say(self, words: Showable, hit: ChartHit, where: QPoint) -> None:
        place = self.canvas.place_of(hit).toAlignedRect()
        QToolTip.showText(where, tool_tip(words), self.canvas, place)

    @Slot(float)
    def _on_wheel(self, rows: float) -> None:
        # A touch pad sends many small turns.
        self._turned += rows
        whole = int(self._turned)
        self._turned -= whole
        self.scroll_bar.setValue(self.scroll_bar.value() + whole)

    @Slot(int)
    def _on_scrolled(self, first_row: int) -> None:
        QToolTip.hideText()
        self.canvas.scroll_to(first_row)
        self.rows.scroll_to(first_row)

    @Slot()
    def _on_resized(self) -> None:
        # What is shown a turn later is fitted then, and what was before no more.
        if not self._showing.isActive():
            self._fit_bar()
            self._say_rows()

    def _fit_bar(self) -> None:
        rows = self._content.rows if self._content is not None else 0
        fitting = self.canvas.rows_that_fit
        bar = self.scroll_bar
        # The canvas keeps to the last rows by itself and is drawn anew anyway.
        with QSignalBlocker(bar):
            bar.setPageStep(fitting)
            bar.setRange(0, max(rows - fitting, 0))
        bar.setVisible(rows > fitting)
        self._legend.show_state(self.canvas.chart, self._theme)
