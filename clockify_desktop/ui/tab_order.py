"""The way of the Tab key: as one reads, whatever was made last."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QSplitter, QTabWidget, QWidget

from clockify_desktop.ui.cached_size import CachedSize


def tab_stops(within: QWidget) -> list[QWidget]:
    """List what the Tab key may come to, in the order in which it is laid out.

    What is hidden or disabled at the moment is among it.
    """
    return [
        one
        for one in _in_reading_order(within)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None
    ]


def move_on(within: QWidget, current: QWidget | None, *, forward: bool) -> bool:
    """Give the keyboard to the next stop, or the one before.

    Returns:
        Whether there was one.
    """
    stops = [
        one for one in tab_stops(within) if one.isEnabled() and one.isVisibleTo(within)
    ]
    if current not in stops or len(stops) == 1:
        return False
    step, reason = (
        (1, Qt.FocusReason.TabFocusReason)
        if forward
        else (-1, Qt.FocusReason.BacktabFocusReason)
    )
    stops[(stops.index(current) + step) % len(stops)].setFocus(reason)
    return True


def _in_reading_order(widget: QWidget | None) -> Iterator[QWidget]:
    if widget is None:
        return
    yield widget
    layout = widget.layout()
    if isinstance(widget, QSplitter):
        for place in range(widget.count()):
            yield from _in_reading_order(widget.widget(place))
    elif isinstance(widget, QTabWidget):
        yield widget.tabBar()
        yield from _in_reading_order(widget.currentWidget())
    elif isinstance(widget, QScrollArea):
        yield from _in_reading_order(widget.widget())
    elif isinstance(widget, CachedSize):
        yield from _in_reading_order(widget.held)
    elif layout is not None:
        yield from _of_layout(layout)


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        if item.widget() is not None:
            yield from _in_reading_order(item.widget())
        elif (within := item.layout()) is not None:
            yield from _of_layout(within)
