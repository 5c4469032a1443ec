"""The program in this process, under the Qt loop, worked as a person works it."""

import asyncio
import gc
import os
from argparse import Namespace
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from qasync import QEventLoop

from clockify_desktop.api import client_factory
from clockify_desktop.app import program as program_module
from clockify_desktop.app.crash_report import CrashReporter
from clockify_desktop.app.program import Program
from clockify_desktop.app.quitting import Quitting
from clockify_desktop.app.window_memory import WindowMemory
from clockify_desktop.store import password_store
from clockify_desktop.store.policy import NOTHING_OFF
from clockify_desktop.ui.look.look import Look
from clockify_desktop.ui.main_window import MainWindow
from clockify_desktop.viewmodels.opening_page import Opening
from clockify_desktop.viewmodels.sign_in_state import SignInInput, SignInPhase

NOW = "2026-11-23T09:00:00+01:00"
LIMIT_S = 20.0
NAMES = ("CLOCKIFY_API_KEY", "CLOCKIFY_API_URL", "CLOCKIFY_REPORTS_URL")

Server = dict[str, str]
Kind = TypeVar("Kind", bound=QObject)


@pytest.fixture
def environment(sample_server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program in this process ask the server as its owner."""
    for name in NAMES:
        monkeypatch.setenv(name, sample_server[name])


class Keyring:
    """A password store of this process, open to everybody."""

    kept: dict[str, str]

    def get_password(self, _service: str, name: str) -> str | None:
        return self.kept.get(name)

    def set_password(self, _service: str, name: str, password: str) -> None:
        self.kept[name] = password

    def delete_password(self, _service: str, name: str) -> None:
        del self.kept[name]


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Have a password store, and look into it."""
    keyring = Keyring()
    keyring.kept = {}
    monkeypatch.setattr(password_store, "_find_backend", lambda: keyring)
    return keyring.kept


@dataclass
class Opened:
    """The program while it runs, worked as a person works it."""

    program: Program
    window: MainWindow
    moved: asyncio.Event = field(default_factory=asyncio.Event)

    def find(self, kind: type[Kind], name: str) -> Kind:
        found = self.window.findChildren(kind, name)
        seen = [one for one in found if isinstance(one, QWidget) and one.isVisible()]
        assert found, f"there is no {name}"
        return (seen or found)[0]

    def key(self, key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
        """Press a key where the keyboard is."""
        modifiers = Qt.KeyboardModifier.NoModifier
        for one in held:
            modifiers |= one
        QTest.keyClick(self.focused, key, modifiers)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focused, text)

    def click(self, widget: QWidget) -> None:
        assert widget.isVisible()
        assert widget.isEnabled()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def tab_to(self, name: str) -> None:
        """Walk with the Tab key; fails where that leads nowhere."""
        for _ in range(60):
            if self.focused.objectName() == name:
                return
            self.key(Qt.Key.Key_Tab)
        message = f"the Tab key never comes to {name}"
        raise AssertionError(message)

    @property
    def focused(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    @property
    def state(self) -> Any:
        return self.program._report.model.state

    @property
    def people(self) -> list[str]:
        """The names of the rows that are drawn."""
        return [row.name for row in self.state.content.matrix.rows]

    async def until(self, what: Callable[[], object]) -> None:
        """Wait on the program's own signals until something is so."""
        async with asyncio.timeout(LIMIT_S):
            while not what():
                self.moved.clear()
                await self.moved.wait()

    async def until_report(self) -> None:
        await self.until(
            lambda: self.state.report is not None and not self.state.loading
        )

    async def until_quiet(self) -> None:
        """Wait for the report, and for what is asked after it."""
        await self.until_report()
        await self.until(lambda: self.state.members is not None)

    async def until_idle(self) -> None:
        """Wait for all that is asked, for other pages too."""
        await self.until_quiet()
        answers = self.program._account.current.session.answers
        await asyncio.gather(*map(answers.get, answers._wanted()))

    async def sign_in(self, server: Server, role: str) -> str:
        """Sign in and give the account's name; the page itself is tested elsewhere."""
        model, account = self.program._sign_in.model, self.program._account
        await self.until(lambda: model.state.lasting is not None)
        model.test(
            SignInInput(
                server["CLOCKIFY_API_URL"],
                server[role],
                own_pair=True,
                reports_address=server["CLOCKIFY_REPORTS_URL"],
            )
        )
        await self.until(lambda: model.state.phase is SignInPhase.DONE)
        before = account.current
        self.click(self.find(QPushButton, "open_report"))
        await self.until(lambda: account.current is not before)
        await self.until_report()
        assert account.current is not None
        return str(account.current.name)

    async def until_sent(self, relay: Any, sent: int) -> None:
        """Wait until so many bytes went to the server, or the report is here."""
        loop = asyncio.get_running_loop()
        relay.tell = lambda: loop.call_soon_threadsafe(self.moved.set)
        await self.until(lambda: relay.sent >= sent or not self.state.loading)
        relay.tell = lambda: None

    def watch(self) -> None:
        program = self.program
        report = program._report
        for signal_ in (
            report.model.changed,
            report.files.export.changed,
            report._pictures.changed,
            program._sign_in.model.changed,
            program._account.opened,
            program._account.failed,
            program._keeper.failed,
            program._small.deleted,
            program._small.failed,
        ):
            signal_.connect(self._on_moved)
        self.look_at(self.window)

    def look_at(self, widget: QWidget) -> None:
        """Look again at what is waited for whenever something happens to a widget."""
        widget.installEventFilter(self._filter())

    def _on_moved(self, *_: object) -> None:
        self.moved.set()

    def _filter(self) -> QObject:
        opened = self

        class Filter(QObject):
            def eventFilter(self, watched: QObject, event: QEvent) -> bool:
                del watched, event
                opened.moved.set()
                return False

        return Filter(self.window)


Script = Callable[[Opened], Coroutine[Any, Any, None]]


@pytest.fixture(autouse=True)
def _without_rate(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lift the limit of the rate, which protects Clockify alone."""
    monkeypatch.setattr(client_factory, "KEY_RATE_A_SECOND", 1000.0)


@pytest.fixture
def page_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """Open with the page that was left, at first "Where time went"."""
    monkeypatch.setattr(WindowMemory, "opening", Opening.LEFT)


@pytest.fixture
def under_qt(
    qapp: QApplication,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    page_left: None,  # noqa: ARG001 - is in force then
) -> Iterator[Callable[..., Any]]:
    """Run the program under the Qt loop while a script works it; its end is awaited.

    What the program itself did not foresee fails the test.
    """
    now = datetime.fromisoformat(NOW)
    monkeypatch.setattr(program_module, "_now", lambda: now)
    look = qapp.style().name(), qapp.palette(), qapp.styleSheet(), qapp.font()
    made: list[QObject] = []

    def run(script: Script, **arguments: Any) -> object:
        given, reports = dict(os.environ), list[str]()
        window = MainWindow()
        qtbot.addWidget(window)
        window.resize(1440, 900)
        window.show()
        window.activateWindow()
        qtbot.waitActive(window, timeout=5000).__enter__().__exit__(None, None, None)
        colors = Look(qapp)
        reporter = CrashReporter()
        quitting = Quitting(qapp, window.action("action_quit").shortcut())
        words = Namespace(
            **{
                **dict.fromkeys(("account", "file", "quit_after")),
                "demo": False,
                **arguments,
            }
        )
        program = Program(
            *(qapp, window, colors, reporter, quitting, words),
            arguments.get("policy", NOTHING_OFF),
        )
        made.extend((program, quitting, colors))
        reporter.tell_to(reports.append)
        loop = QEventLoop(qapp, already_running=False)
        asyncio.set_event_loop(loop)
        loop.set_default_executor(ThreadPoolExecutor(4, "worker"))

        async def whole() -> object:
            opened = Opened(program, window)
            opened.watch()
            staying = asyncio.ensure_future(program.stay())
            try:
                async with asyncio.timeout(2 * LIMIT_S):
                    await script(opened)
            finally:
                quitting.request_quit()
                outcome = await asyncio.wait_for(staying, 2)
            return outcome

        try:
            with loop:
                outcome = loop.run_until_complete(whole())
        finally:
            asyncio.set_event_loop(None)
            # The program took the key out; a test may run it once more.
            os.environ.update(given)
        assert reports == []
        return outcome

    yield run
    for one in made:
        shiboken6.delete(one)
    qapp.setQuitOnLastWindowClosed(True)
    qapp.setStyle(look[0])
    qapp.setPalette(look[1])
    qapp.setStyleSheet(look[2])
    qapp.setFont(look[3])
    # The loop's timer is to go in this thread, not in one of a later test's.
    gc.collect()
