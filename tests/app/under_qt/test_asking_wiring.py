import asyncio
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.app.review_wiring import ReviewWiring
from clockify_desktop.app.row_action_wiring import RowActionWiring
from clockify_desktop.domain.capacity import ASSUMED
from clockify_desktop.domain.identity import ProjectId, UserId, WorkspaceId
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.review_records import (
    DayOff,
    ProjectDates,
    ReviewRecord,
    SetCapacity,
)
from clockify_desktop.pages.asked import (
    Asked,
    CapacityAsked,
    DaysOffAsked,
    ProjectDatesAsked,
    Told,
)
from clockify_desktop.pages.page import RowAction
from clockify_desktop.services.review_keeping import ReviewKeeping
from clockify_desktop.store.review_file import review_path
from clockify_desktop.ui.report.asking_dialog import AskingDialog
from tests.pages.plan_of_people import WORKSPACE

MONDAY, SUNDAY = date(2026, 11, 16), date(2026, 11, 22)
ANN, WEB = UserId("ann"), ProjectId("web")
WEEK = Period(MONDAY, SUNDAY)
CASES: list[tuple[Asked, ReviewRecord]] = [
    (
        CapacityAsked((ANN,), "Ann", MONDAY, ASSUMED, 0),
        SetCapacity(ANN, MONDAY, ASSUMED.seconds),
    ),
    (DaysOffAsked(ANN, "Ann", WEEK, 0), DayOff(ANN, MONDAY, SUNDAY)),
    (
        ProjectDatesAsked(WEB, "Web", MONDAY, None, 0),
        ProjectDates(WEB, MONDAY, MONDAY),
    ),
]


class Model(QObject):
    """A page whose rows ask one thing."""

    changed = Signal(object)

    def __init__(self, asked: Asked) -> None:
        super().__init__()
        self.actions: tuple[RowAction, ...] = (
            RowAction("Another", CASES[1][1], asks_why=True),
            RowAction("Ask", asks=asked),
        )
        content = SimpleNamespace(row_actions=lambda *_: self.actions)
        question = SimpleNamespace(workspace=WORKSPACE)
        self.state = SimpleNamespace(question=question, content=content)


class Session:
    """Keeps in the account's own file, as the program does."""

    def __init__(self, path: Path | None) -> None:
        self.keeping = ReviewKeeping(path, pytest.fail)

    async def keep(
        self, workspace: Any, *records: ReviewRecord, forget: bool = False
    ) -> None:
        change = self.keeping.forget if forget else self.keeping.keep
        await change(workspace.id, *records)


def kept_in(path: Path) -> tuple[ReviewRecord, ...]:
    """Read the file anew, as after a restart."""

    async def read() -> tuple[ReviewRecord, ...]:
        keeping = ReviewKeeping(path, pytest.fail)
        found = await keeping.records(WorkspaceId(WORKSPACE.id), SUNDAY)
        await keeping.close()
        return found.records

    return asyncio.run(read())


def asking(home: QWidget, model: Any, session: Any) -> tuple[ReviewWiring, Any]:
    """Choose the entry that asks, in the menu over a row."""
    review = ReviewWiring(model, home)
    review.open(session)
    menu = QMenu(home)
    RowActionWiring(model, review, home, home).offer(menu, "one:ann", None)
    entry = [one for one in menu.actions() if not one.isSeparator()][-1]
    assert entry.text() == "Ask\N{HORIZONTAL ELLIPSIS}"
    entry.trigger()
    (dialog,) = home.findChildren(AskingDialog)
    return review, dialog


@pytest.mark.parametrize(("asked", "record"), CASES)
def test_what_is_asked_is_kept_across_restarts_and_taken_back(
    qtbot: QtBot, tmp_path: Path, asked: Asked, record: ReviewRecord
) -> None:
    path = review_path(tmp_path, "mia")
    home = QWidget()
    qtbot.addWidget(home)

    async def keep() -> None:
        session = Session(path)
        review, dialog = asking(home, Model(asked), session)
        dialog.findChild(QPushButton, "keep").click()
        assert not dialog.isVisible()
        await review.close()
        await session.keeping.close()

    asyncio.run(keep())
    assert kept_in(path) == (record,)

    async def take_back() -> None:
        session = Session(path)
        review, dialog = asking(home, Model(asked), session)
        dialog.show_told((Told("said", record),))
        dialog.findChild(QPushButton, "remove_0").click()
        assert dialog.isVisible()
        dialog.close()
        await review.close()
        await session.keeping.close()

    home.findChild(AskingDialog).setParent(None)
    asyncio.run(take_back())
    assert kept_in(path) == ()


def test_the_dialog_lists_what_is_kept_meanwhile(qtbot: QtBot) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    asked, record = CASES[0]
    assert isinstance(asked, CapacityAsked)
    model = Model(asked)
    _, dialog = asking(home, model, None)
    model.changed.emit(model.state)
    assert dialog.findChild(QPushButton, "remove_0") is None
    told = Told("8 h", record)
    model.actions = (
        RowAction(
            "Ask", asks=CapacityAsked((ANN,), "Ann", MONDAY, ASSUMED, 0, (told,))
        ),
    )
    model.changed.emit(model.state)
    assert dialog.findChild(QPushButton, "remove_0").isVisible()
    model.state.content = None
    model.changed.emit(model.state)
    dialog.close()
    model.changed.emit(model.state)
