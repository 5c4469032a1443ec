"""The floor for a start: one empty window of PySide6, painted, and nothing else."""

import sys

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import (  # noqa: TID251 - what is measured is a window
    QApplication,
    QMainWindow,
)


class Window(QMainWindow):
    """Ends the program with its first frame."""

    def event(self, event: QEvent) -> bool:
        """Tell the loop to end."""
        handled = super().event(event)
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, QApplication.quit)
        return handled


def main() -> int:
    """Show the window until it is painted.

    Returns:
        The exit code.
    """
    application = QApplication(sys.argv)
    window = Window()
    window.resize(1440, 900)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
