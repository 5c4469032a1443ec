"""What ends a legend that has no room for all: how many more, and the whole of it."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from clockify_desktop.charts.chart import Chart
from clockify_desktop.charts.chart_header import LegendEntry, WithLegend
from clockify_desktop.charts.theme import Theme
from clockify_desktop.domain.showable import named, showable
from clockify_desktop.translation import tr, tr_plural
from clockify_desktop.ui.labels import LOW_LINK, add_entry, set_tool_tip, show_words
from clockify_desktop.ui.look.button import Button
from clockify_desktop.ui.report.swatches import SWATCH_PX, draw_swatch

_NAMED: Final = 8


class LegendButton(Button):
    """Stands in the line of the legend; not there while all of it is."""

    # The mark of a series.
    series_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("legend_more")
        self.setProperty("role", "link")
        self.setStyleSheet(LOW_LINK)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._theme = theme
        self._entries: tuple[LegendEntry, ...] = ()
        self.clicked.connect(self._on_clicked)
        self.hide()

    def show_state(self, chart: Chart, theme: Theme) -> None:
        """Stand where a chart has left room for it."""
        self._theme = theme
        place = chart.legend.more if isinstance(chart, WithLegend) else None
        self.setVisible(place is not None)
        if not isinstance(chart, WithLegend) or place is None:
            return
        self._entries = chart.legend_entries
        more = self._entries[len(chart.legend.swatches) :]
        show_words(self, tr_plural("+{count} more", "+{count} more", len(more)))
        self.setAccessibleName(
            tr_plural("Legend: {count} more", "Legend: {count} more", len(more))
        )
        names = [named(entry.name) for entry in more[:_NAMED]]
        if len(more) > _NAMED:
            names.append(
                showable(
                    tr_plural(
                        "and {count} more", "and {count} more", len(more) - _NAMED
                    )
                )
            )
        set_tool_tip(self, showable(" · ".join(names)))
        left, top, _, bottom = place
        size = self.sizeHint()
        down = round((top + bottom - size.height()) / 2)
        self.setGeometry(QRect(QPoint(round(left), down), size))

    @Slot()
    def _on_clicked(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(tr("Legend"))
        for entry in self._entries:
            action = add_entry(menu, named(entry.name))
            action.setIcon(self._swatch(entry))
            action.setData(entry.label.mark)
        menu.triggered.connect(self._on_chosen)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        self.series_chosen.emit(action.data())

    def _swatch(self, entry: LegendEntry) -> QIcon:
        square = QRect(0, 0, SWATCH_PX, SWATCH_PX)
        ratio = self.devicePixelRatioF()
        pixels = QPixmap(square.size() * ratio)
        pixels.setDevicePixelRatio(ratio)
        pixels.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixels)
        draw_swatch(painter, square, entry.label.kind, entry.color, self._theme)
        painter.end()
        return QIcon(pixels)
