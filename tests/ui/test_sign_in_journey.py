import asyncio
import gc
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import qasync
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.api.errors import KeyUnknownError, RequestInfo
from clockify_desktop.api.hosts import GLOBAL, Hosts
from clockify_desktop.api.paging import Listed
from clockify_desktop.api.wire.people import User
from clockify_desktop.api.wire.workspaces import SentWorkspace
from clockify_desktop.domain.identity import UserId, WorkspaceId
from clockify_desktop.services.account_storage import StoreFound
from clockify_desktop.store.accounts import AccountsFile
from clockify_desktop.store.errors import NoPasswordStoreError
from clockify_desktop.store.password_store import MemoryPasswordStore
from clockify_desktop.ui.sign_in_page import SignInPage
from clockify_desktop.viewmodels.sign_in import SignInViewModel
from clockify_desktop.viewmodels.sign_in_state import SignInPhase, SignInState

KEY = "a-key-that-opens-nothing"
ASKED = RequestInfo("GET", "/user", "api.clockify.me")


class FakeClient:
    def __init__(self, hosts: Hosts) -> None:
        self._hosts = hosts

    async def user(self) -> User:
        if self._hosts == GLOBAL:
            raise KeyUnknownError(ASKED)
        return User(UserId("u1"), "mia@acme.example", "Mia Larsen")

    async def workspaces(self, *, roles: Iterable[str] = ()) -> Listed[SentWorkspace]:
        return Listed([] if list(roles) else [SentWorkspace(WorkspaceId("w1"), "Acme")])


@asynccontextmanager
async def opened(hosts: Hosts, _credential: object) -> AsyncIterator[Any]:
    yield FakeClient(hosts)


async def no_store() -> StoreFound:
    return StoreFound(MemoryPasswordStore(), NoPasswordStoreError())


def under_qt(script: Callable[[], Coroutine[Any, Any, None]]) -> None:
    app = QApplication.instance()
    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)
    try:
        with loop:
            loop.run_until_complete(asyncio.wait_for(script(), 20))
    finally:
        asyncio.set_event_loop(None)
    # The loop's timer is to go in this thread, not in one of a later test's.
    del loop
    gc.collect()


def press(page: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        focused = page.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)


def test_the_whole_way_in_by_keyboard_under_the_qt_loop(
    qtbot: QtBot, tmp_path: Path
) -> None:
    page = SignInPage()
    qtbot.addWidget(page)
    page.show()
    key = page.findChild(QLineEdit, "api_key")

    async def script() -> None:
        model = SignInViewModel(opened, AccountsFile(tmp_path), find=no_store)
        moved = asyncio.Event()

        def on_changed(state: SignInState) -> None:
            page.show_state(state)
            moved.set()

        async def until(phase: SignInPhase) -> None:
            while model.state.phase is not phase:
                moved.clear()
                await moved.wait()

        model.changed.connect(on_changed)
        page.form.hosts.edited.connect(model.read)
        page.form.submitted.connect(model.test)
        page.strip.retried.connect(model.ask_for_consent)
        page.consent.agree.clicked.connect(model.try_regions)
        page.outcome.open_report.clicked.connect(model.go_on)
        model.look_for_store()
        page.start()
        QTest.keyClicks(page.focusWidget(), "app.clockify.me")
        while page.focusWidget() is not key:
            press(page, Qt.Key.Key_Tab)
        QTest.keyClicks(page.focusWidget(), KEY)
        press(page, Qt.Key.Key_Return)
        await until(SignInPhase.FAILED)
        while page.focusWidget() is not page.findChild(QPushButton, "retry"):
            press(page, Qt.Key.Key_Backtab)
        press(page, Qt.Key.Key_Space)
        await until(SignInPhase.CONSENT)
        press(page, Qt.Key.Key_Backtab, Qt.Key.Key_Space)
        await until(SignInPhase.DONE)
        role = page.findChild(QLabel, "role_in_workspace")
        assert role.text().startswith("Member of Acme")
        press(page, Qt.Key.Key_Space)
        await until(SignInPhase.SIGNED_IN)
        assert key.text() == ""
        await model.close()

    under_qt(script)
