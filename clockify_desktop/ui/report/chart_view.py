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

from clockify_desktop.charts.chart import ChartContent, ChartHit
from clockify_desktop.charts.chart_figure import EMPTY_CHART
from clockify_desktop.charts.fonts import names_without_glyphs
from clockify_desktop.charts.theme import Theme
from clockify_desktop.domain.showable import NOTHING, Showable, showable
from clockify_desktop.ui.labels import tool_tip
from clockify_desktop.ui.layouts import row
from clockify_desktop.ui.report.chart_canvas import ChartCanvas

_ARROWS: Final = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_FORMATS: Final = ("png", "svg", "pdf")
_PLAIN: Final = Qt.KeyboardModifier.KeypadModifier


class ChartView(QWidget):
    """A chart of any content, and its scroll bar.

    The value of the bar is the row on top; it is hidden while all rows fit. ``note``
    is a sentence on what the picture cannot write, empty where it can.
    """

    # The marks of a row and of a column (``None`` for the row's name), and whether
    # it comes on top of what is focused.
    clicked = Signal(object, object, bool)
    # Escape was pressed.
    cleared = Signal()
    # Periods to go on, with nothing outlined; negative ones go back.
    stepped = Signal(int)
    copy_requested = Signal()
    # ``png``, ``svg`` or ``pdf``.
    save_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        # What is on the canvas, and what will be.
        self._content: ChartContent | None = None
        self._next: ChartContent | None = None
        self._theme = theme
        self._turned = 0.0
        # Laying a picture out takes as long as all else that shows a report: the
        # window answers in between.
        self._showing = QTimer(self)
        self._showing.setSingleShot(True)
        self._showing.setInterval(0)
        self._showing.timeout.connect(self._show_content)
        self.note = ""
        self.canvas = ChartCanvas(theme)
        self.canvas.setObjectName("chart")
        self.scroll_bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.scroll_bar.setObjectName("chart_rows")
        self.scroll_bar.setAccessibleName("Rows in view")
        self.scroll_bar.hide()
        row((self.canvas, 1), self.scroll_bar, within=self, spacing=0)
        self.setFocusProxy(self.canvas)
        self.canvas.pointed.connect(self._on_pointed)
        self.canvas.clicked.connect(self._on_clicked)
        self.canvas.key_pressed.connect(self._on_key)
        self.canvas.wheel_turned.connect(self._on_wheel)
        self.canvas.resized.connect(self._fit_bar)
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
            self.note = ""
            self._showing.stop()
            self.canvas.show_chart(EMPTY_CHART, self._theme, 0)
            self.canvas.draw()
            self._fit_bar()
            self.canvas.setAccessibleDescription("")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the picture to other programs."""
        if self._content is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.triggered.connect(self._on_chosen)
        menu.addAction("Copy picture").setObjectName("action_copy_picture")
        menu.addSeparator()
        for one in _FORMATS:
            save = menu.addAction(
                f"Save picture as {one.upper()}\N{HORIZONTAL ELLIPSIS}"
            )
            save.setObjectName(f"action_save_{one}")
            save.setData(one)
        menu.popup(event.globalPos())

    @Slot()
    def _show_content(self) -> None:
        content = self._next
        if content is not None:
            self._content = content
            first_row = self.scroll_bar.value()
            self.canvas.show_chart(content, self._theme, first_row)
            self._fit_bar()
            self.canvas.setAccessibleDescription(showable(content.sentence))

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        if action.data() is None:
            self.copy_requested.emit()
        else:
            self.save_requested.emit(action.data())

    @Slot(object)
    def _on_pointed(self, hit: ChartHit | None) -> None:
        if hit == self.canvas.outlined:
            return
        self.canvas.outline(hit)
        if hit is None:
            self.canvas.unsetCursor()
            QToolTip.hideText()
            return
        self.canvas.setCursor(Qt.CursorShape.PointingHandCursor)
        self._say(hit, self.canvas.cursor().pos())

    @Slot(object, bool)
    def _on_clicked(self, hit: ChartHit, add: bool) -> None:  # noqa: FBT001 - a slot
        if self._content is not None:
            self.clicked.emit(*self._content.label_marks(hit), add)

    @Slot(object)
    def _on_key(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~_PLAIN
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            outlined = self.canvas.outlined
            ctrl = held == Qt.KeyboardModifier.ControlModifier
            if outlined is not None and (ctrl or not held):
                event.accept()
                self._on_clicked(outlined, ctrl)
        elif held:
            return
        elif key == Qt.Key.Key_Escape:
            event.accept()
            self.canvas.outline(None)
            self.cleared.emit()
        elif key in _ARROWS:
            event.accept()
            self._walk(*_ARROWS[key])
        else:
            self._page(event, key)

    def _walk(self, down: int, right: int) -> None:
        outlined = self.canvas.outlined
        if outlined is None and right:
            self.stepped.emit(right)
            return
        chart = self.canvas.chart
        hit = chart.walk(outlined, down, right)
        if hit is None:
            return
        if hit.row < chart.first_row:
            self.scroll_bar.setValue(hit.row)
        elif hit.row >= chart.first_row + chart.rows_in_view:
            self.scroll_bar.setValue(hit.row - chart.rows_in_view + 1)
        self.canvas.outline(hit)
        corner = self.canvas.place_of(hit).bottomRight().toPoint()
        words = self._say(hit, self.canvas.mapToGlobal(corner))
        # Only what the keyboard reaches is read aloud.
        QAccessible.updateAccessibility(
            QAccessibleAnnouncementEvent(self.canvas, words)
        )

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

    def _say(self, hit: ChartHit, where: QPoint) -> Showable:
        if self._content is None:
            return NOTHING
        words = self._content.tooltip(hit)
        place = self.canvas.place_of(hit).toAlignedRect()
        QToolTip.showText(where, tool_tip(words), self.canvas, place)
        return words

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

    @Slot()
    def _fit_bar(self) -> None:
        rows = self._content.rows if self._content is not None else 0
        fitting = self.canvas.chart.rows_that_fit(self.canvas.height())
        bar = self.scroll_bar
        # The canvas keeps to the last rows by itself and is drawn anew anyway.
        with QSignalBlocker(bar):
            bar.setPageStep(fitting)
            bar.setRange(0, max(rows - fitting, 0))
        bar.setVisible(rows > fitting)
