"""A key that the first region does not know: asked, agreed to, found elsewhere."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.api.credentials import ApiKey
from clockify_desktop.api.errors import KeyUnknownError
from clockify_desktop.api.hosts import Deployment, own_pair
from clockify_desktop.services import clockify_address, sign_in
from clockify_desktop.viewmodels.sign_in_state import SignInPhase

Server = dict[str, str]
UnderQt = Callable[..., Any]
# Each a name of this very computer, so that the window can tell them apart.
STANDARD, USA = "127.0.0.2", "127.0.0.3"
UNKNOWN = json.dumps({"message": "Api key does not exist", "code": 4003}).encode()


class Stranger(ThreadingHTTPServer):
    """A region that knows no key; remembers those that it was shown."""

    def __init__(self, host: str) -> None:
        super().__init__((host, 0), Refusing)
        self.shown: list[str | None] = []

    def deployment(self, name: str, title: str) -> Deployment:
        """Name it as the program names a region."""
        address = f"http://{self.server_address[0]!s}:{self.server_port}"
        pair = own_pair(f"{address}/api/v1", f"{address}/report/v1")
        return Deployment(name, title, pair)


class Refusing(BaseHTTPRequestHandler):
    """Answers everything with Clockify's own words for an unknown key."""

    server: Stranger

    def do_GET(self) -> None:
        self.server.shown.append(self.headers["X-Api-Key"])
        self.send_response(401)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(UNKNOWN)))
        self.end_headers()
        self.wfile.write(UNKNOWN)

    def log_message(self, *_words: object) -> None:
        """Write nothing between the dots of the tests."""


@pytest.fixture
def strangers() -> Iterator[tuple[Stranger, Stranger]]:
    """Let two regions answer that do not know the key."""
    both = Stranger(STANDARD), Stranger(USA)
    threads = [threading.Thread(target=one.serve_forever) for one in both]
    for thread in threads:
        thread.start()
    yield both
    for server, thread in zip(both, threads, strict=True):
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def usa_and_standard(
    sample_server: Server,
    strangers: tuple[Stranger, Stranger],
    monkeypatch: pytest.MonkeyPatch,
) -> tuple[Stranger, Stranger]:
    """Put the regions onto this computer; the one of Germany knows the key."""
    standard, usa = strangers
    germany = own_pair(
        sample_server["CLOCKIFY_API_URL"], sample_server["CLOCKIFY_REPORTS_URL"]
    )
    regions = (
        standard.deployment("global", "Standard"),
        Deployment("euc1", "EU (Germany)", germany),
        usa.deployment("use2", "USA"),
    )
    for module in (clockify_address, sign_in):
        monkeypatch.setattr(module, "DEPLOYMENTS", regions)
        monkeypatch.setattr(module, "REGIONS", regions[1:])
    return usa, standard


async def ask_standard(opened: Any, key: str) -> None:
    """Test a key at the standard region, which does not know it."""
    await opened.until(opened.find(QLineEdit, "host_choice").isVisible)
    opened.click(opened.find(QPushButton, "host_global"))
    opened.click(opened.find(QLineEdit, "api_key"))
    opened.type(key)
    opened.click(opened.find(QPushButton, "test_and_continue"))
    await until_phase(opened, SignInPhase.FAILED)


async def until_phase(opened: Any, phase: SignInPhase) -> None:
    await opened.until(lambda: opened.program._sign_in.model.state.phase is phase)


async def take_time(standard: Stranger, key: str) -> None:
    """Wait as long as it takes to ask a region, in which a key could have leaked."""
    hosts = standard.deployment("global", "Standard").hosts
    with pytest.raises(KeyUnknownError):
        await sign_in.test_connection(hosts, ApiKey(key), open_clockify)
    standard.shown.pop()


async def offer(opened: Any) -> None:
    """Press the button of the strip, which offers the other regions."""
    strip = opened.find(QWidget, "error_strip")
    assert strip.accessibleName().startswith(f"The key is not known at {STANDARD}.")
    button = opened.find(QPushButton, "retry")
    assert button.text() == "Try the other regions"
    opened.click(button)
    await until_phase(opened, SignInPhase.CONSENT)


def test_the_other_regions_are_asked_after_they_were_named(
    sample_server: Server,
    usa_and_standard: tuple[Stranger, Stranger],
    under_qt: UnderQt,
) -> None:
    usa, standard = usa_and_standard
    key = sample_server["owner"]

    async def script(opened: Any) -> None:
        await ask_standard(opened, key)
        assert standard.shown == [key]
        await offer(opened)
        await take_time(standard, key)
        names = opened.find(QLabel, "region_names").text().splitlines()
        assert names == ["EU (Germany): 127.0.0.1", f"USA: {USA}"]
        assert usa.shown == []
        opened.click(opened.find(QPushButton, "ask_regions"))
        await until_phase(opened, SignInPhase.DONE)
        assert usa.shown == [key]
        # Whoever refused once is not asked again.
        assert standard.shown == [key]
        assert opened.program._sign_in.model.state.place.title == "EU (Germany)"
        assert "Owner of " in opened.find(QLabel, "role_in_workspace").text()
        opened.click(opened.find(QPushButton, "open_report"))
        await opened.until_report()
        assert len(opened.people) > 1
        assert opened.program._account.current.title.endswith("EU (Germany)")

    under_qt(script)


def test_a_key_is_sent_nowhere_else_when_that_is_declined(
    sample_server: Server,
    usa_and_standard: tuple[Stranger, Stranger],
    under_qt: UnderQt,
) -> None:
    usa, standard = usa_and_standard
    key = sample_server["owner"]

    async def script(opened: Any) -> None:
        await ask_standard(opened, key)
        await offer(opened)
        await take_time(standard, key)
        # Enter means no.
        assert opened.focused.objectName() == "do_not_ask"
        opened.click(opened.find(QPushButton, "do_not_ask"))
        await until_phase(opened, SignInPhase.IDLE)
        await take_time(standard, key)
        assert not opened.find(QWidget, "region_consent").isVisible()
        assert opened.find(QLineEdit, "api_key").text() == key

    under_qt(script)
    assert usa.shown == []
    assert standard.shown == [key]
