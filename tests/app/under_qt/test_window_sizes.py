"""How many people are in the picture, and whether all of it is on a small screen."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QAbstractButton, QWidget

from clockify_desktop.ui.report.chart_canvas import ChartCanvas

# Logical pixels, from small to large: rows come as there is room. Some leave what a
# window manager takes, 8 x 40.
PEOPLE_IN_VIEW = (
    # 1440 x 900 at 200 %.
    (QSize(712, 410), 2),
    (QSize(720, 450), 3),
    # 1366 x 768 at 150 %.
    (QSize(903, 472), 6),
    (QSize(911, 512), 8),
    # 1440 x 900 at 150 %.
    (QSize(960, 600), 11),
    # 1280 x 720, and 1920 x 1080 at 150 %.
    (QSize(1272, 680), 15),
    (QSize(1280, 720), 17),
    (QSize(1440, 900), 20),
)


def out_of_place(window: QWidget) -> list[str]:
    """Name buttons beyond the window's sides or squeezed, and a picture out of place.

    It ends above the bottom line, which is about 30 pixels high.
    """
    buttons = [one for one in window.findChildren(QAbstractButton) if one.isVisible()]
    out = [
        one
        for one in buttons
        if not 0 <= corner(one, window).x() < window.width()
        or one.width() < one.minimumSizeHint().width()
    ]
    canvas = window.findChild(ChartCanvas, "chart")
    if not 20 < window.height() - corner(canvas, window).y() < 60:
        out.append(canvas)
    return [one.objectName() for one in out]


def corner(widget: QWidget, window: QWidget) -> QPoint:
    return widget.mapTo(window, widget.rect().bottomRight())


def test_small_windows_keep_people_in_view_and_all_on_the_screen(
    environment: None, under_qt: Callable[..., Any]
) -> None:
    del environment

    async def script(opened: Any) -> None:
        await opened.until_quiet()
        window = opened.window
        canvas = opened.find(ChartCanvas, "chart")
        opened.look_at(canvas)
        await opened.until(canvas.isVisible)
        assert len(opened.people) > 20
        for size, least in PEOPLE_IN_VIEW:
            window.resize(size)
            # What is laid out anew comes to its place by and by.
            await opened.until(
                lambda least=least: (
                    canvas.chart.rows_in_view >= least and not out_of_place(window)
                )
            )
            assert window.size() == size
        needed = window.layout().minimumSize()
        assert needed.width() <= 712
        assert needed.height() <= 410

    under_qt(script)
