"""A busy Clockify, seen from the window: a countdown that a click ends."""

import asyncio
import os
import re
import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from clockify_desktop.ui.report.status_line import StatusLine
from clockify_desktop.viewmodels.sign_in_state import SignInInput, SignInPhase

BUSY = b"HTTP/1.1 429 X\r\nRetry-After: 60\r\nContent-Length: 0\r\n\r\n"


def _be_busy(listening: socket.socket) -> None:
    with suppress(OSError):
        while True:
            connection, _ = listening.accept()
            with connection:
                connection.recv(65536)
                connection.sendall(BUSY)


@pytest.fixture
def _busy_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        root = f"http://127.0.0.1:{listening.getsockname()[1]}"
        monkeypatch.setenv("CLOCKIFY_API_KEY", "canary-key-of-the-test")
        monkeypatch.setenv("CLOCKIFY_API_URL", f"{root}/api/v1")
        monkeypatch.setenv("CLOCKIFY_REPORTS_URL", f"{root}/report/v1")
        threading.Thread(target=_be_busy, args=(listening,), daemon=True).start()
        yield
        listening.shutdown(socket.SHUT_RDWR)


@pytest.mark.usefixtures("_busy_server")
def test_the_wait_is_counted_down_and_cancelled(under_qt: Any) -> None:
    async def script(opened: Any) -> None:
        await opened.until(lambda: opened.state.waiting)
        wiring, until = opened.program._report, opened.state.wait.until
        status = opened.find(StatusLine, "status")
        now = until - timedelta(seconds=12)

        def clock() -> datetime:
            return now

        wiring._now = clock
        for left_s in (12, 11, 0):
            now = until - timedelta(seconds=left_s)
            wiring._countdown.ticked.emit()
            words = f"Clockify is busy · asking again in {left_s} s, attempt 2 of 3"
            assert status._progress.text() == words
        assert wiring._countdown.running
        async with asyncio.timeout(0.2):
            opened.click(opened.find(QPushButton, "cancel"))
            await opened.until(lambda: opened.state.wait is None)
        assert not opened.state.loading
        assert not wiring._countdown.running
        assert not status._progress.isVisible()

    under_qt(script)


@pytest.mark.usefixtures("_busy_server")
def test_signing_in_counts_down_too(
    under_qt: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    core, reports = (os.environ[f"CLOCKIFY_{one}_URL"] for one in ("API", "REPORTS"))
    for name in ("KEY", "URL"):
        monkeypatch.delenv(f"CLOCKIFY_API_{name}")
    monkeypatch.delenv("CLOCKIFY_REPORTS_URL")

    async def script(opened: Any) -> None:
        model, asking = opened.program._sign_in.model, opened.find(QLabel, "asking")
        await opened.until(lambda: model.state.lasting is not None)
        request_quit = SignInInput(
            core, "canary-key", own_pair=True, reports_address=reports
        )
        model.test(request_quit)
        await opened.until(lambda: model.state.waiting)
        words = r"Clockify is busy · asking again in \d+ s, attempt 2 of 3"
        assert re.fullmatch(words, asking.text())
        assert asking.isVisible()
        opened.click(opened.find(QPushButton, "cancel_test"))
        await opened.until(lambda: not model.state.waiting)
        assert model.state.phase is SignInPhase.IDLE
        assert not asking.isVisible()

    under_qt(script)


@pytest.mark.usefixtures("_busy_server")
def test_quitting_does_not_wait_for_it(under_qt: Any) -> None:
    async def script(opened: Any) -> None:
        # The end of the program is awaited for two seconds.
        await opened.until(lambda: opened.state.waiting)

    assert under_qt(script) is None
