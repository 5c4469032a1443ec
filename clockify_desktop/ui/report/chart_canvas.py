"""The canvas of the charts: one figure for life, whatever is shown on it."""

from typing import Any, Final

from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from matplotlib.transforms import BboxBase
from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFontInfo,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)

from clockify_desktop.charts.chart import Chart, ChartContent, ChartHit
from clockify_desktop.charts.chart_figure import ChartFigure
from clockify_desktop.charts.fonts import NAME_PX
from clockify_desktop.charts.text_paths import write_in
from clockify_desktop.charts.theme import Theme
from clockify_desktop.ui.report.veil import paint_veil

# One logical pixel an inch/100: what Qt calls a pixel is one here too.
_DPI: Final = 100
_RADIUS: Final = 5.0
_BY_KEYBOARD: Final = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)


class ChartCanvas(FigureCanvasQTAgg):
    """Paints a chart, tells what the pointer is on and outlines it.

    Mouse and key events do not go to matplotlib, whose own handling costs more than
    the search for the part. ``outlined`` is what is outlined.
    """

    # The ``ChartHit`` under the pointer, ``None`` beside all.
    pointed = Signal(object)
    # The ``ChartHit``, and whether Ctrl was held.
    clicked = Signal(object, bool)
    # The ``ChartHit`` of a second click.
    opened = Signal(object)
    # A ``QKeyEvent`` that is not accepted yet.
    key_pressed = Signal(object)
    # Rows to go down, negative ones to go up.
    wheel_turned = Signal(float)
    resized = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(Figure(dpi=_DPI))  # type: ignore[no-untyped-call]  # matplotlib's canvas for Qt has no types
        # Its own is white whatever the theme.
        self.setPalette(QPalette())
        self._theme = theme
        font = QFontInfo(self.font())
        write_in(font.family())
        # Whoever has enlarged the letters of their system has a larger picture.
        self._zoom = max(font.pixelSize() / NAME_PX, 1.0)
        self._drawing = ChartFigure(
            self.figure, theme, with_heading=False, zoom=self._zoom
        )
        self.outlined: ChartHit | None = None
        self._veiled = self._ringed = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 120)

    @property
    def chart(self) -> Chart:
        """What is shown, laid out for the present size."""
        return self._drawing.chart

    @property
    def rows_that_fit(self) -> int:
        """How many rows find room at the present size."""
        return self.chart.rows_that_fit(self.height() / self._zoom)

    def show_chart(self, content: ChartContent, theme: Theme, first_row: int) -> None:
        """Draw another chart once, when the loop comes round."""
        if theme != self._theme:
            self._theme = theme
            self._drawing.set_theme(theme)
        self.outlined = None
        self._drawing.show(content, first_row)
        self._redraw()

    def scroll_to(self, first_row: int) -> None:
        """Put another row on top."""
        self.outlined = None
        self._drawing.scroll_to(first_row)
        self._redraw()

    def set_veiled(self, veiled: bool) -> None:  # noqa: FBT001 - a setter
        """Dim the picture a little, because a newer one is under way."""
        if veiled != self._veiled:
            self._veiled = veiled
            self.update()

    def outline(self, hit: ChartHit | None) -> None:
        """Outline a part or a row's name, without drawing the chart again."""
        before, self.outlined = self.outlined, hit
        self._drawing.outline(hit)
        for one in (before, hit):
            if one is not None and one.column is None:
                self.update(self.place_of(one).toAlignedRect())

    def place_of(self, hit: ChartHit) -> QRectF:
        """Give the place of a part, of the row's name where the part has no extent."""
        box = self.chart.box(hit) or self.chart.box(ChartHit(hit.row))
        if box is None:
            return QRectF()
        left, top, right, bottom = (self._zoom * at for at in box)
        return QRectF(left, top, right - left, bottom - top)

    def draw(self) -> None:
        """Draw the picture; matplotlib calls this once the loop comes round."""
        super().draw()  # type: ignore[no-untyped-call]  # as above
        self._drawing.outline(self.outlined)

    def blit(self, bbox: BboxBase | None = None) -> None:
        """Show what changed, in device pixels from below; not at once as matplotlib."""
        if bbox is None:
            self.update()
            return
        ratio = self.device_pixel_ratio
        top = self.height() - bbox.y1 / ratio
        place = QRectF(bbox.x0 / ratio, top, bbox.width / ratio, bbox.height / ratio)
        self.update(place.toAlignedRect())

    def _redraw(self) -> None:
        canvas: Any = self
        canvas.draw_idle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the picture, and over it what is not part of it."""
        super().paintEvent(event)  # type: ignore[no-untyped-call]  # as above
        outlined = self.outlined
        of_name = outlined is not None and outlined.column is None
        if not self._veiled and not of_name and not self._ringed:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._veiled:
            paint_veil(painter, event.rect(), QColor(self._theme.surface))
        if outlined is not None and of_name:
            painter.setPen(QPen(QColor(self._theme.text), 1.5))
            painter.drawRoundedRect(self.place_of(outlined), _RADIUS, _RADIUS)
        if self._ringed:
            painter.setPen(QPen(QColor(self._theme.accent), 1.5))
            around = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(around, _RADIUS, _RADIUS)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the figure the new size."""
        super().resizeEvent(event)  # type: ignore[no-untyped-call]  # as above
        self.resized.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is, to those who use it."""
        super().focusInEvent(event)
        self._ringed = event.reason() in _BY_KEYBOARD
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._ringed = False
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what the pointer is on."""
        self.pointed.emit(self._hit_at(event))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell nothing; the first move does."""

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer is on nothing.

        A tool tip of what the keyboard came to may cover the place where it rests.
        """
        del event
        if not self.rect().contains(self.mapFromGlobal(self.cursor().pos())):
            self.pointed.emit(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell of a click on something."""
        hit = self._hit_at(event)
        if event.button() is Qt.MouseButton.LeftButton and hit is not None:
            ctrl = Qt.KeyboardModifier.ControlModifier
            self.clicked.emit(hit, bool(event.modifiers() & ctrl))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do nothing: the press was the click."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Tell of the second of two quick clicks on something."""
        hit = self._hit_at(event)
        if event.button() is Qt.MouseButton.LeftButton and hit is not None:
            self.opened.emit(hit)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll by rows; a notch is three of them."""
        self.wheel_turned.emit(-3 * event.angleDelta().y() / 120)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the key on; it goes up to the window if nobody accepts it."""
        event.ignore()
        self.key_pressed.emit(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Do nothing: the press was answered."""
        event.ignore()

    def _hit_at(self, event: QMouseEvent) -> ChartHit | None:
        place = event.position()
        return self.chart.hit(place.x() / self._zoom, place.y() / self._zoom)
