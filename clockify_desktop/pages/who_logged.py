"""The page "Who logged": people by days, and which workdays have no time."""

from collections.abc import Mapping
from typing import Final, Protocol

from clockify_desktop.domain.completeness import Visibility
from clockify_desktop.domain.day_states import DayGrid
from clockify_desktop.domain.directory import Activity, Person
from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.needs import Need, ReportNeed
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.review_records import DayOff
from clockify_desktop.domain.selection import Selection
from clockify_desktop.pages.answered_plan import PLANNED
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.page import Alternative, Control, ViewOptions
from clockify_desktop.pages.who_logged_content import (
    TITLE,
    WhoLoggedContent,
    who_logged_content,
)
from clockify_desktop.pages.who_logged_options import chosen, controls_of
from clockify_desktop.translation import tr

_HIDDEN: Final = tr(
    "Other people's time may be hidden from this key: who has none here is left out."
)


class DaySource(Protocol):
    """Where it is known what is expected of people on which day."""

    def needs(self, query: ReportQuery) -> tuple[Need, ...]:
        """List what is used where it can be had."""

    def grid(
        self, report: Report, answers: Answers, people: tuple[Person, ...]
    ) -> DayGrid:
        """Tell what each day of the report is for some people, in their order."""

    def days_off(self, answers: Answers, query: ReportQuery) -> tuple[DayOff, ...]:
        """List what the manager said of days."""

    def is_loading(self, answers: Answers, query: ReportQuery) -> bool:
        """Tell whether some of it may still come."""

    def is_assumed(self, answers: Answers, query: ReportQuery) -> bool:
        """Tell whether workdays are assumed."""

    def lacking(self, answers: Answers, query: ReportQuery) -> tuple[str, ...]:
        """Say what could not be had and why, a line each."""

    def approvals(
        self, answers: Answers, query: ReportQuery
    ) -> Mapping[UserId, str] | None:
        """Tell what became of people's time; ``None`` where that is not known."""


class WhoLogged:
    """Who logged on which day, and who should have.

    Args:
        planned: Tells what was expected.
    """

    key: Final = "who-logged"
    title: Final = TITLE

    def __init__(self, planned: DaySource) -> None:
        self._planned = planned

    def needs(self, query: ReportQuery) -> tuple[Need, ...]:
        """List what has to be known."""
        return (ReportNeed(query),)

    def optional_needs(self, query: ReportQuery) -> tuple[Need, ...]:
        """List what tells which days are workdays."""
        return self._planned.needs(query)

    def content(
        self,
        answers: Answers,
        query: ReportQuery,
        selection: Selection,
        view: ViewOptions,
    ) -> WhoLoggedContent | None:
        """Work out what is shown; what is selected and gone is dropped."""
        report: Report | None = answers.get(ReportNeed(query))
        if report is None:
            return None
        sees_all = report.directory.visibility is Visibility.EVERYBODY
        people = _people_of(report, selection, with_idle=sees_all)
        planned = self._planned
        grid = planned.grid(report, answers, people)
        lacking = planned.lacking(answers, query)
        return who_logged_content(
            report,
            grid,
            selection,
            view,
            lacking if sees_all else (*lacking, _HIDDEN),
            planned.approvals(answers, query),
            planned.days_off(answers, query),
            is_assumed=planned.is_assumed(answers, query),
            is_loading=planned.is_loading(answers, query),
        )

    def controls(self, view: ViewOptions) -> tuple[Control, ...]:
        """List what its head offers."""
        return controls_of(view)

    choose = staticmethod(chosen)

    def alternative(self, view: ViewOptions) -> Alternative | None:  # noqa: ARG002 - as a page has it
        """Have one way only."""
        return None


def _people_of(
    report: Report, selection: Selection, *, with_idle: bool
) -> tuple[Person, ...]:
    """List the chosen people by name who are active or have time."""
    with_time = {one.id for one in report.facts.condensed.people_with_time}
    return tuple(
        one
        for one in report.everybody
        if (one.id in with_time or (with_idle and one.activity is Activity.ACTIVE))
        and (selection.people is None or one.id in selection.people)
    )


WHO_LOGGED: Final = WhoLogged(PLANNED)
