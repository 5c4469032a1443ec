import asyncio
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.app.review_wiring import ReviewWiring
from clockify_desktop.app.row_action_wiring import RowActionWiring
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.review_records import DayOff
from clockify_desktop.pages.page import RowAction
from clockify_desktop.ui.report.reason_dialog import ReasonDialog

MONDAY = date(2026, 11, 16)
OFF = DayOff(None, MONDAY, MONDAY)
ACTIONS = (
    RowAction("Not a working day for A & B", OFF, asks_why=True),
    RowAction("A working day again", OFF, forgets=True),
)
CHANGED = SimpleNamespace(connect=lambda _: None)
MODEL: Any = SimpleNamespace(
    changed=CHANGED,
    state=SimpleNamespace(
        question=SimpleNamespace(workspace="w1"),
        content=SimpleNamespace(row_actions=lambda *_: ACTIONS),
    ),
)


class Kept:
    """A session that writes down what it is to keep; the disk may be full."""

    def __init__(self, error: AppError | None = None) -> None:
        self.said: list[tuple[object, ...]] = []
        self._error = error

    async def keep(self, workspace: object, record: object, *, forget: bool) -> None:
        # What is kept first takes longest.
        for _ in range(1 if forget else 9):
            await asyncio.sleep(0)
        if self._error is not None:
            raise self._error
        self.said.append((workspace, record, forget))


def test_menus_keep_with_a_reason_and_forget_without_one(qtbot: QtBot) -> None:
    home, session = QWidget(), Kept()
    qtbot.addWidget(home)

    async def scene() -> None:
        review = ReviewWiring(MODEL, home)
        review.open(session)  # type: ignore[arg-type]  # all that it asks of one
        menu = QMenu(home)
        RowActionWiring(MODEL, review, home, home).offer(menu, "one:u0", None)
        keep, undo = (one for one in menu.actions() if not one.isSeparator())
        assert keep.text() == "Not a working day for A && B\N{HORIZONTAL ELLIPSIS}"
        keep.trigger()
        dialog = home.findChild(ReasonDialog)
        dialog.reason.setText("moving")
        dialog.findChild(QObject, "keep_reason").click()
        undo.trigger()
        # Neither is dropped for the other, and the end waits for both.
        await review.close()

    asyncio.run(scene())
    assert session.said == [
        ("w1", OFF, True),
        ("w1", DayOff(None, MONDAY, MONDAY, "moving"), False),
    ]


def test_what_cannot_be_kept_is_told(qtbot: QtBot) -> None:
    home, full = QWidget(), AppError("The disk is full", "Make room.")
    qtbot.addWidget(home)
    told: list[AppError] = []

    async def scene() -> None:
        review = ReviewWiring(MODEL, home)
        review.failed.connect(told.append)
        # Nothing is open yet.
        review.keep(OFF)
        review.open(Kept(full))  # type: ignore[arg-type]  # all that it asks of one
        review.keep(OFF)
        await review.close()
        await asyncio.sleep(0)

    asyncio.run(scene())
    assert told == [full]


@pytest.mark.parametrize("content", [None, SimpleNamespace(row_actions=lambda *_: ())])
def test_a_menu_without_anything_to_say_has_no_line_more(
    qtbot: QtBot, content: object
) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    state = SimpleNamespace(content=content)
    model: Any = SimpleNamespace(state=state, changed=CHANGED)
    menu = QMenu(home)
    wiring = RowActionWiring(model, ReviewWiring(model, home), home, home)
    wiring.offer(menu, "one:u0", None)
    assert not menu.actions()
