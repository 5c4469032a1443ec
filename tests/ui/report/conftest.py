from collections.abc import Callable
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.domain.directory import Person, Project
from clockify_desktop.domain.identity import ProjectId, UserId
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import Selection
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.where import WhereContent, where_content

NAMES = (
    "Amara Okafor",
    "Bastian Krüger",
    "=Equals & Sons",
    "ليلى حسن",
    "Priya Raman (Customer Success and Technical Documentation, East)",
    "Zoë",
)
COLORS = ("#6F55DD", "#9A7500", "#118C74", "#C9510C")


@pytest.fixture
def new_report(make_report: Callable[..., Report]) -> Callable[..., Report]:
    """Make a report of people by projects; the last person logged nothing."""

    def new(people: int = 6, projects: int = 12, seed: int = 1) -> Report:
        team = tuple(
            Person(UserId(f"u{at:05}"), NAMES[at % 6] + (f" {at}" if at >= 6 else ""))
            for at in range(people)
        )
        work = (
            *(
                Project(ProjectId(f"p{at:02}"), f"Project {at}", color=COLORS[at % 4])
                for at in range(projects)
            ),
            Project(None, "(Without project)"),
        )
        chance = np.random.default_rng(seed)
        facts = [
            (who, what, date(2026, 11, 16), int(chance.integers(60, 9000)), 60, 0, 0)
            for who in range(people - 1)
            for what in range(projects + 1)
            if (who + what) % 3
        ]
        return make_report(facts, team, work)

    return new


@pytest.fixture
def new_content(new_report: Callable[..., Report]) -> Callable[..., WhereContent]:
    """Work a page of such a report out."""

    def new(
        people: int = 6, projects: int = 12, seed: int = 1, **changes: object
    ) -> WhereContent:
        view = replace(ViewOptions(), **changes)
        return where_content(new_report(people, projects, seed), Selection(), view)

    return new


@pytest.fixture
def home(qtbot: QtBot) -> QWidget:
    home = QWidget()
    qtbot.addWidget(home)
    home.resize(1300, 700)
    return home
