"""Each kind of key, from the empty page to the report and out again."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from clockify_desktop.viewmodels.sign_in_state import SignInPhase

Server = dict[str, str]
UNKNOWN = "bm9ib2R5J3Mga2V5LCBvcGVucyBub3RoaW5nLi4u"


def fill_in_by_keyboard(opened: Any, server: Server, key: str) -> None:
    opened.tab_to("host_other_address")
    opened.key(Qt.Key.Key_Space)
    assert opened.focused.objectName() == "host_choice"
    opened.type(server["CLOCKIFY_API_URL"])
    opened.tab_to("reports_address")
    opened.type(server["CLOCKIFY_REPORTS_URL"])
    opened.tab_to("api_key")
    opened.type(key)
    opened.key(Qt.Key.Key_Return)


def fill_in_by_mouse(opened: Any, server: Server, key: str) -> None:
    opened.click(opened.find(QPushButton, "host_other_address"))
    for name, text in (
        ("host_choice", server["CLOCKIFY_API_URL"]),
        ("reports_address", server["CLOCKIFY_REPORTS_URL"]),
        ("api_key", key),
    ):
        field = opened.find(QLineEdit, name)
        opened.click(field)
        opened.type(text)
    opened.click(opened.find(QPushButton, "test_and_continue"))


async def until_phase(opened: Any, phase: SignInPhase) -> None:
    await opened.until(lambda: opened.program._sign_in.model.state.phase is phase)


@pytest.mark.parametrize("fill_in", [fill_in_by_keyboard, fill_in_by_mouse])
@pytest.mark.parametrize(
    ("role", "words", "way_on"),
    [
        ("owner", "Owner of ", "Open last week"),
        ("manager", "Admin of Acme Studio", "Open last week"),
        ("member", "Member of Acme Studio: you can see only your own time", "own week"),
    ],
)
def test_a_key_that_is_known(
    sample_server: Server,
    under_qt: Callable[..., Any],
    fill_in: Callable[[Any, Server, str], None],
    role: str,
    words: str,
    way_on: str,
) -> None:
    async def script(opened: Any) -> None:
        await opened.until(opened.find(QLineEdit, "host_choice").isVisible)
        fill_in(opened, sample_server, sample_server[role])
        await until_phase(opened, SignInPhase.DONE)
        assert words in opened.find(QLabel, "role_in_workspace").text()
        button = opened.find(QPushButton, "open_report")
        assert way_on in button.text()
        if fill_in is fill_in_by_mouse:
            opened.click(button)
        else:
            assert opened.focused is button
            opened.key(Qt.Key.Key_Space)
        await opened.until_report()
        assert (len(opened.people) == 1) == (role == "member")
        assert opened.find(QLineEdit, "api_key").text() == ""

    under_qt(script)


def test_an_unknown_key_is_said_and_another_one_opens(
    sample_server: Server, under_qt: Callable[..., Any]
) -> None:
    async def script(opened: Any) -> None:
        await opened.until(opened.find(QLineEdit, "host_choice").isVisible)
        fill_in_by_keyboard(opened, sample_server, UNKNOWN)
        await until_phase(opened, SignInPhase.FAILED)
        strip = opened.find(QWidget, "error_strip")
        assert strip.accessibleName().startswith("The key is not known at 127.0.0.1.")
        assert opened.focused.objectName() == "api_key"
        opened.type(sample_server["owner"])
        opened.key(Qt.Key.Key_Return)
        await until_phase(opened, SignInPhase.DONE)
        opened.key(Qt.Key.Key_Space)
        await opened.until_report()

    under_qt(script)
