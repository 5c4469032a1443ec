"""The whole program over the real Secret Service, on a bus of its own."""

import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget

from clockify_desktop.app import account_opening
from clockify_desktop.store.accounts import AccountsFile
from clockify_desktop.store.how_to_get_a_store import how_to_get_one
from clockify_desktop.viewmodels.sign_in_state import SignInInput, SignInPhase

PROGRAMS = ("dbus-daemon", "dbus-send", "gnome-keyring-daemon")
MISSING = [one for one in PROGRAMS if shutil.which(one) is None]
pytestmark = [
    pytest.mark.skipif(
        bool(MISSING), reason=f"not installed here: {', '.join(MISSING)}"
    ),
    # keyring leaves its connection to the garbage collector where a store is locked.
    pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning"),
]
Server = dict[str, str]
UnderQt = Callable[..., Any]


class Session:
    """A bus with a keyring, both of this test alone."""

    def __init__(self) -> None:
        self.bus: subprocess.Popen[str] | None = None

    def begin(self) -> None:
        """Start both; what was kept by an earlier session is there again."""
        command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
        self.bus = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.bus.stdout is not None
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = self.bus.stdout.readline().strip()
        self.unlock()

    def unlock(self) -> None:
        """Do what a person does who is asked for the password."""
        # A locked one cannot be handed the password; another one takes its place.
        command = ["gnome-keyring-daemon", "--replace", "--unlock"]
        command.append("--components=secrets")
        subprocess.run(command, input=b"pw", capture_output=True, check=True)

    def lock(self) -> None:
        with closing(self._connection()) as connection:
            self._module().get_default_collection(connection).lock()

    def kept(self) -> list[str]:
        """Look at every key that is kept."""
        with closing(self._connection()) as connection:
            collection = self._module().get_default_collection(connection)
            return [one.get_secret().decode() for one in collection.get_all_items()]

    @contextmanager
    def silence(self) -> Iterator[None]:
        """Let the keyring answer nothing, as one that waits for a person."""
        question = "org.freedesktop.DBus.GetConnectionUnixProcessID"
        told = subprocess.run(
            [
                *("dbus-send", "--session", "--print-reply=literal"),
                *("--dest=org.freedesktop.DBus", "/", question),
                "string:org.freedesktop.secrets",
            ],
            capture_output=True,
            text=True,
            check=True,
        )
        number = int(told.stdout.split()[-1])
        os.kill(number, signal.SIGSTOP)
        try:
            yield
        finally:
            os.kill(number, signal.SIGCONT)

    def end(self) -> None:
        """End the bus, and with it the keyring."""
        if self.bus is not None:
            self.bus.terminate()
            self.bus.communicate(timeout=20)
            self.bus = None

    def _module(self) -> Any:
        return pytest.importorskip("secretstorage")

    def _connection(self) -> Any:
        return self._module().dbus_init()


@pytest.fixture
def session(
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Session]:
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        # Else the keyring would ask on the screen of whoever runs the tests.
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"):
        folder = tmp_path_factory.mktemp("own")
        folder.chmod(0o700)
        monkeypatch.setenv(name, str(folder))
    session = Session()
    yield session
    session.end()


async def enter_key(opened: Any, server: Server) -> None:
    """Enter the owner's key, up to whose it is."""
    model = opened.program._sign_in.model
    await opened.until(lambda: model.state.lasting is not None)
    model.test(
        SignInInput(
            server["CLOCKIFY_API_URL"],
            server["owner"],
            own_pair=True,
            reports_address=server["CLOCKIFY_REPORTS_URL"],
        )
    )
    await opened.until(lambda: model.state.phase is SignInPhase.DONE)


async def sign_in(opened: Any, server: Server) -> None:
    await enter_key(opened, server)
    opened.click(opened.find(QPushButton, "open_report"))
    await opened.until_report()


def signed_in(session: Session, server: Server, under_qt: UnderQt) -> None:
    """Have an account of an earlier run, whose key is in the keyring."""

    async def script(opened: Any) -> None:
        await sign_in(opened, server)
        assert session.kept() == [server["owner"]]

    session.begin()
    under_qt(script)


def test_a_key_is_found_again_in_another_session_and_removed(
    session: Session, sample_server: Server, under_qt: UnderQt
) -> None:
    async def script(opened: Any) -> None:
        await opened.until_report()
        opened.program._switching._on_sign_out()
        assert opened.find(QDialog, "sign_out_dialog").isVisible()
        opened.click(opened.find(QPushButton, "sign_out"))
        await opened.until(opened.find(QWidget, "sign_in_page").isVisible)
        assert session.kept() == []
        assert AccountsFile().list() == ()

    signed_in(session, sample_server, under_qt)
    session.end()
    session.begin()
    under_qt(script)


def test_a_locked_one_is_said_and_tried_again_once_it_is_unlocked(
    session: Session, sample_server: Server, under_qt: UnderQt
) -> None:
    async def script(opened: Any) -> None:
        notice = opened.window.notice
        await opened.until(notice.isVisible)
        assert notice.accessibleName().startswith(
            "Your computer's password store is locked. Unlock it"
        )
        # Signing in again is offered, and the window answers.
        await opened.until(opened.find(QWidget, "sign_in_page").isVisible)
        opened.type("euc1")
        assert opened.find(QLineEdit, "host_choice").text() == "euc1"
        session.unlock()
        opened.click(opened.find(QPushButton, "close_notice"))
        assert not notice.isVisible()
        await opened.until_report()
        assert opened.find(QWidget, "report_screen").isVisible()

    signed_in(session, sample_server, under_qt)
    session.lock()
    under_qt(script)


def test_one_that_refuses_a_key_leaves_the_choice_of_this_run(
    session: Session, sample_server: Server, under_qt: UnderQt
) -> None:
    async def script(opened: Any) -> None:
        await enter_key(opened, sample_server)
        session.lock()
        opened.click(opened.find(QPushButton, "open_report"))
        strip = opened.find(QWidget, "keeping_error")
        await opened.until(strip.isVisible)
        assert strip.accessibleName().startswith("Your computer's password store is")
        opened.click(opened.find(QPushButton, "keep_for_this_run"))
        await opened.until_report()
        assert AccountsFile().list() == ()
        session.unlock()
        assert session.kept() == []

    session.begin()
    under_qt(script)


def test_without_one_the_key_is_kept_for_this_run_and_that_is_said(
    session: Session,
    sample_server: Server,
    under_qt: UnderQt,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    del session
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")

    async def script(opened: Any) -> None:
        await enter_key(opened, sample_server)
        said = opened.find(QLabel, "key_kept_outcome")
        assert said.isVisible()
        assert said.text() == (
            "This computer has no password store that can be used."
            f" {how_to_get_one()} The key is kept until you close the program, and"
            " asked for again then."
        )
        opened.click(opened.find(QPushButton, "open_report"))
        await opened.until_report()
        assert AccountsFile().list() == ()

    under_qt(script)


def test_one_that_does_not_answer_at_the_start_leaves_no_empty_window(
    session: Session,
    sample_server: Server,
    under_qt: UnderQt,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def script(opened: Any) -> None:
        page = opened.find(QWidget, "opening_page")
        opened.look_at(page)
        await opened.until(page.isVisible)
        assert page.accessibleName().startswith(
            "Your computer's password store is being asked"
        )
        opened.click(page.findChild(QPushButton, "empty_action"))
        await opened.until(opened.find(QWidget, "sign_in_page").isVisible)
        assert not opened.window.notice.isVisible()

    signed_in(session, sample_server, under_qt)
    monkeypatch.setattr(account_opening, "_SHOWN_AFTER_MS", 0)
    with session.silence():
        under_qt(script)


def test_one_that_does_not_answer_leaves_the_report_that_is_open(
    session: Session,
    sample_server: Server,
    under_qt: UnderQt,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(account_opening, "_SHOWN_AFTER_MS", 0)

    async def script(opened: Any) -> None:
        await opened.until_report()
        name = opened.program._account.current.name
        page = opened.find(QWidget, "opening_page")
        opened.look_at(page)
        with session.silence():
            opened.program._switching.open_named(name)
            await opened.until(page.isVisible)
            opened.click(page.findChild(QPushButton, "empty_action"))
            assert opened.find(QWidget, "report_screen").isVisible()
        opened.window.action("action_refresh").trigger()
        await opened.until_report()
        assert opened.state.error is None
        session.lock()
        opened.program._switching.open_named(name)
        await opened.until(opened.window.notice.isVisible)
        assert opened.find(QWidget, "report_screen").isVisible()

    signed_in(session, sample_server, under_qt)
    under_qt(script)


def test_deleting_everything_waits_for_the_store_of_the_keys(
    session: Session,
    sample_server: Server,
    under_qt: UnderQt,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def script(opened: Any) -> None:
        await opened.until_report()
        there = os.environ["DBUS_SESSION_BUS_ADDRESS"]
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
        opened.program._small._on_deletion()
        notice = opened.window.notice
        await opened.until(notice.isVisible)
        assert notice.accessibleName().startswith("This computer has no password")
        (account,) = AccountsFile().list()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", there)
        assert session.kept() == [sample_server["owner"]]
        opened.program._small._on_deletion()
        await opened.until(opened.find(QWidget, "sign_in_page").isVisible)
        assert session.kept() == []
        assert account not in AccountsFile().list()

    signed_in(session, sample_server, under_qt)
    under_qt(script)
