"""A late answer of another workspace is never shown."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.domain.needs import DirectoryNeed, FactsNeed, ReportNeed
from clockify_desktop.viewmodels import account

TIMES = 100


class Watcher:
    """Looks at everything that is ever shown."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def look(self, state: Any) -> None:
        report, scene = state.report, state.content
        if report is None:
            return
        # What was asked for last is what is shown, once it is said to be.
        if not state.loading:
            assert report.query.workspace.id == state.question.workspace.id
            self.seen.append(report.query.workspace.name)
        known = {one.id for one in (*report.directory.people, *report.facts.people)}
        assert {row.key for row in scene.matrix.rows} <= known
        shown = {one.id for one in report.directory.projects}
        shown |= {one.id for one in report.facts.projects}
        # What has no project has no id.
        drawn = {column.key for column in scene.matrix.columns if column.key}
        assert drawn <= shown


def turn(opened: Any) -> None:
    """Choose the next workspace in the picker, by the keyboard."""
    picker = opened.program._screen.pickers.workspace
    opened.click(opened.find(QPushButton, "workspace_picker"))
    places = picker.panel.list
    last = places.model().rowCount() - 1
    down = places.currentIndex().row() < last
    QTest.keyClick(places, Qt.Key.Key_Down if down else Qt.Key.Key_Up)
    QTest.keyClick(places, Qt.Key.Key_Return)
    assert not picker.panel.isVisible()


def forget(opened: Any) -> None:
    """Let nothing come from memory, so that every switch asks."""
    answers = opened.program._account.current.session.answers
    for kind in (ReportNeed, FactsNeed, DirectoryNeed):
        answers.forget(need for need, _ in answers.kept(kind))


def test_a_hundred_switches_in_mid_flight(
    relay: Any, under_qt: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    # The limit protects Clockify; some hundred questions would take a minute.
    quick = partial(open_clockify, rate_a_second=1000.0)
    monkeypatch.setattr(account, "open_clockify", quick)

    async def script(opened: Any) -> None:
        watcher = Watcher()
        opened.program._report.model.changed.connect(watcher.look)
        await opened.until_report()
        names = [one.name for one in opened.state.profile.workspaces]
        assert len(names) > 1
        for number in range(TIMES):
            forget(opened)
            question, sent = opened.state.question.workspace.id, relay.sent
            turn(opened)
            assert opened.state.loading
            assert opened.state.question.workspace.id != question
            if number % 5 == 4:
                # Now and then one is let through.
                await opened.until_report()
            else:
                # The question is on its way, the answer is not here.
                await opened.until_sent(relay, sent + 1 + 900 * (number % 4))
        await opened.until_report()
        assert set(watcher.seen) == set(names)
        current = opened.state.question.workspace.name
        assert opened.find(QPushButton, "workspace_picker").words.value == current

    under_qt(script)
