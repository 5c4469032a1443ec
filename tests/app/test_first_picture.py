from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from clockify_desktop.app.first_picture import FirstPicture
from clockify_desktop.domain.directory import Person, Project
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.identity import ProjectId, UserId
from clockify_desktop.domain.needs import ReportNeed
from clockify_desktop.domain.report import Report
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.where import WHERE
from clockify_desktop.viewmodels.kept_contents import KeptContents
from clockify_desktop.viewmodels.page_state import EmptyWords, PageState
from clockify_desktop.viewmodels.report_state import ReportState

NOTHING = ReportState()
REFUSED = AppError("Nobody answers", "Try again.")


@pytest.fixture
def picture(qapp: QApplication) -> FirstPicture:
    return FirstPicture(qapp)


@pytest.fixture
def told(picture: FirstPicture) -> list[bool]:
    times: list[bool] = []
    picture.passed.connect(lambda: times.append(True))
    return times


@pytest.fixture
def shown(make_report: Callable[..., Report]) -> ReportState:
    people = (Person(UserId("a"), "Ann"),)
    projects = (Project(ProjectId("p"), "Web"),)
    fact = (0, 0, date(2026, 11, 16), 3600, 0, 0, 0)
    report = make_report([fact], people, projects)
    answers = Answers({ReportNeed(report.query): report})
    state = ReportState(report=report, answers=answers, page_key=WHERE.key)
    return state.with_content(ReportState(), KeptContents())


def test_it_is_told_once_when_a_picture_with_a_report_is_drawn(
    picture: FirstPicture, shown: ReportState, told: list[bool]
) -> None:
    # An empty picture, while Clockify is asked.
    picture.look(NOTHING, PageState(empty=EmptyWords("Asking Clockify")))
    picture.drawn()
    QCoreApplication.processEvents()
    assert told == []
    picture.look(shown, PageState(content=shown.content))
    QCoreApplication.processEvents()
    assert told == []
    picture.drawn()
    # Not before whoever drew it has ended.
    assert told == []
    picture.drawn()
    QCoreApplication.processEvents()
    picture.drawn()
    QCoreApplication.processEvents()
    assert told == [True]


@pytest.mark.parametrize("why", ["empty", "error", "more is needed"])
def test_nothing_waits_for_a_picture_that_does_not_come(
    picture: FirstPicture, shown: ReportState, told: list[bool], why: str
) -> None:
    if why == "empty":
        page = PageState(content=shown.content, empty=EmptyWords("Nobody logged time"))
        picture.look(shown, page)
    elif why == "error":
        picture.look(NOTHING, PageState(error=REFUSED))
    else:
        picture.look(replace(shown, content=None), PageState())
    QCoreApplication.processEvents()
    assert told == [True]
