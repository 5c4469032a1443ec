"""Opens the sample organisation, lets one thing go wrong, and tells what became of it.

Started as a process of its own by test_trouble.py: KIND [the program's own arguments].
It quits by itself once a further report is here.
"""

import asyncio
import gc
import json
import sys
import threading
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QStringListModel,
    QTimer,
    Signal,
    qCritical,
)
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QListView, QPlainTextEdit, QWidget

from clockify_desktop.__main__ import main
from clockify_desktop.app import program as program_module
from clockify_desktop.services.latest_task import LatestTask
from clockify_desktop.viewmodels.report_state import ReportState

KIND = sys.argv[1]


told: dict[str, object] = {}


def go_wrong(*_: object) -> Any:
    secret = "canary-of-the-key"
    message = f"a mistake of {len(secret)} letters"
    raise ArithmeticError(message)


async def go_wrong_later() -> None:
    go_wrong()


class Painted(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        # Once: what is painted wrongly is painted again and again.
        self.hide()
        go_wrong()


class Listed(QStringListModel):
    wrong = False

    def data(self, index: QModelIndex, role: int = 0) -> object:  # type: ignore[override]  # a role is a number
        if not self.wrong:
            self.wrong = True
            go_wrong()
        return super().data(index, role)


class Collected:
    __del__ = go_wrong


class Sender(QObject):
    sent = Signal()


class Troubled(program_module.Program):
    """The program in which one thing goes wrong."""

    def _start(self) -> None:
        super()._start()
        self._sender, self._latest = Sender(self), LatestTask()
        self._first: object = None
        self._told = False
        self._show = self._small._show_crash
        self._small._show_crash = self._on_crash  # type: ignore[method-assign]  # for this process alone
        self._report.model.changed.connect(self._on_report)
        # Where nothing is told of, nothing is written.
        QTimer.singleShot(15_000, self, self._quitting.request_quit)

    def _on_report(self, state: ReportState) -> None:
        if state.report is None or state.loading:
            return
        if self._first is None:
            self._first = state.report
            QTimer.singleShot(0, self, self._let_go_wrong)
        elif state.report is not self._first:
            # The program goes on. Other pages' answers may change the state once more.
            if not self._told:
                self._told = True
                sys.stdout.write(json.dumps(told))
            self._quitting.request_quit()

    def _let_go_wrong(self) -> None:
        getattr(self, f"_in_{KIND}")()

    def _in_slot(self) -> None:
        self._sender.sent.connect(go_wrong)
        self._sender.sent.emit()

    def _in_timer(self) -> None:
        QTimer.singleShot(0, self, go_wrong)

    def _in_paint(self) -> None:
        Painted(self._window).show()

    def _in_model(self) -> None:
        view = QListView(self._window)
        view.setModel(Listed(["a"], view))
        view.show()

    def _in_job(self) -> None:
        self._latest.start(go_wrong_later, go_wrong, self._window.notice.add)

    def _in_task(self) -> None:
        asyncio.ensure_future(go_wrong_later())  # noqa: RUF006 - nobody asks how it ended
        asyncio.get_running_loop().call_later(0.05, gc.collect)

    def _in_thread(self) -> None:
        threading.Thread(target=go_wrong).start()

    def _in_loop(self) -> None:
        asyncio.get_running_loop().call_soon(go_wrong)

    def _in_collected(self) -> None:
        Collected()

    def _in_qt(self) -> None:
        qCritical("a mistake of 17 letters")

    def _on_crash(self, report: str) -> None:
        self._show(report)
        dialog = self._small._crash
        assert dialog is not None
        what = dialog.findChild(QLabel, "crash_what")
        text = dialog.findChild(QPlainTextEdit, "crash_report")
        told.update(
            shown=dialog.isVisible(),
            what=what.text(),
            report=text.toPlainText(),
            log=dialog._log.text(),
        )
        self._report.model.refresh()


program_module.Program = Troubled  # type: ignore[misc]  # for this process alone
sys.argv[1:] = sys.argv[2:]
main()
