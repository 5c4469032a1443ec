from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.api.hosts import GLOBAL
from clockify_desktop.app.verdict_wiring import VerdictWiring
from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.domain.selection import EVERYTHING
from clockify_desktop.pages.chart_selection import ChartSelection
from clockify_desktop.ui.report.finding_pane import FindingPane

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
DAY = NOW.date()
QUERY = ReportQuery(
    Workspace(WorkspaceId("w1"), "Acme"), Period(DAY, DAY), "Europe/Berlin", 0
)


class Reviewed:
    """What stands in for the model and for what keeps; both write down their calls."""

    def __init__(self, detail: object) -> None:
        content = SimpleNamespace(detail=detail, query=QUERY, narrowed=EVERYTHING)
        self.state = SimpleNamespace(content=content)
        self.calls: list[tuple[object, ...]] = []

    def select(self, selected: ChartSelection) -> None:
        self.calls.append(("select", *selected.rows))

    def keep(self, *records: object, forget: bool = False) -> None:
        self.calls.append(("forget" if forget else "keep", *records))


def detail(chosen: str) -> SimpleNamespace:
    return SimpleNamespace(
        chosen=chosen,
        following={"fine": "next", "ask": "next"},
        records=lambda choice, note, now: ((choice, note, now), "of another rule"),
    )


@pytest.fixture
def home(qtbot: QtBot) -> QWidget:
    home = QWidget()
    qtbot.addWidget(home)
    return home


def wired(home: QWidget, reviewed: Any, hosts: Any = None) -> FindingPane:
    page: Any = QWidget(home)
    page.finding = FindingPane(page)
    menu = QMenu(home)
    made = VerdictWiring(
        *(reviewed, reviewed, page, menu, lambda: NOW, lambda: hosts, home)
    )
    made.show_state(reviewed.state)
    (entry,) = menu.actions()
    assert entry.isVisible() == (reviewed.state.content.detail is not None)
    pane: FindingPane = page.finding
    return pane


@pytest.mark.parametrize(
    ("chosen", "said", "calls"),
    [
        ("", "fine", ["select", "keep"]),
        # The last one stays selected.
        ("", "fixed", ["keep"]),
        ("ask", "fine", ["select", "keep"]),
        # Said once more it is taken back, and nothing else comes into view.
        ("ask", "ask", ["forget"]),
    ],
)
def test_what_is_said_is_kept_and_the_next_one_comes(
    home: QWidget, chosen: str, said: str, calls: list[str]
) -> None:
    reviewed = Reviewed(detail(chosen))
    wired(home, reviewed).said.emit(said, "a note")
    assert [one[0] for one in reviewed.calls] == calls
    assert reviewed.calls[-1][1:] == ((said, "a note", NOW), "of another rule")
    if "select" in calls:
        assert reviewed.calls[0] == ("select", "next")


def test_a_note_is_kept_with_what_was_said(home: QWidget) -> None:
    reviewed = Reviewed(detail("ask"))
    wired(home, reviewed).noted.emit("by mail")
    assert reviewed.calls[0][:2] == ("keep", ("ask", "by mail", NOW))
    silent = Reviewed(detail(""))
    wired(home, silent).noted.emit("by mail")
    assert silent.calls == []


def test_nothing_is_said_of_nothing(home: QWidget) -> None:
    reviewed = Reviewed(None)
    pane = wired(home, reviewed)
    pane.said.emit("fine", "")
    pane.noted.emit("by mail")
    assert reviewed.calls == []


def test_the_web_page_is_offered_where_there_is_one(
    home: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Any] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    pane = wired(home, Reviewed(detail("")))
    assert pane.web.isHidden()
    pane.web.click()
    assert opened == []
    pane = wired(home, Reviewed(detail("")), GLOBAL)
    assert not pane.web.isHidden()
    pane.web.click()
    (address,) = opened
    assert address.toString().startswith("https://app.clockify.me/reports/detailed?")
