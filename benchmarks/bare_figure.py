"""The floor for a drawn report: PySide6, matplotlib, one empty figure in a window."""

import sys
from typing import Any

from matplotlib.backend_bases import Event
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from PySide6.QtWidgets import (  # noqa: TID251 - what is measured is a window
    QApplication,
    QMainWindow,
)


def main() -> int:
    """Show an empty figure until it is drawn.

    Returns:
        The exit code.
    """
    application = QApplication(sys.argv)
    window = QMainWindow()
    canvas: Any = FigureCanvasQTAgg(Figure())

    def end(_: Event) -> None:
        application.quit()

    canvas.mpl_connect("draw_event", end)
    window.setCentralWidget(canvas)
    window.resize(1440, 900)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
