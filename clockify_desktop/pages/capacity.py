"""The page "Hours and capacity": who logged how much of what was expected."""

from typing import Final

from clockify_desktop.domain.needs import Need, ReportNeed
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.selection import Selection
from clockify_desktop.pages.answered_plan import PLANNED, people_shown, plan_needs
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.capacity_beside import (
    before_lacking,
    before_needs,
    people_before,
)
from clockify_desktop.pages.capacity_content import (
    TITLE,
    HoursAndCapacityContent,
    capacity_content,
)
from clockify_desktop.pages.capacity_options import (
    TOLERANCES,
    alternative_of,
    chosen,
    controls_of,
    options_of,
)
from clockify_desktop.pages.capacity_rows import PeopleHours
from clockify_desktop.pages.page import ViewOptions


class HoursAndCapacity:
    """Who logged how much of what was expected."""

    key: Final = "capacity"
    title: Final = TITLE

    def needs(self, query: ReportQuery) -> tuple[Need, ...]:
        """List what has to be known."""
        return (ReportNeed(query),)

    def optional_needs(self, query: ReportQuery) -> tuple[Need, ...]:
        """List what tells when people are expected to work, and the periods before."""
        # What is drawn first is asked first.
        return tuple(dict.fromkeys((*plan_needs(query), *before_needs(query))))

    def content(
        self,
        answers: Answers,
        query: ReportQuery,
        selection: Selection,
        view: ViewOptions,
    ) -> HoursAndCapacityContent | None:
        """Work out what is shown; what is selected and gone is dropped."""
        report: Report | None = answers.get(ReportNeed(query))
        if report is None:
            return None
        options = options_of(view.choices)
        shown = people_shown(report, selection)
        tolerance = TOLERANCES[options.tolerance]
        people = PeopleHours.of(report, PLANNED.of(answers, query), shown, tolerance)
        zones = PLANNED.zones_lacking(shown, query) if report.is_running else ()
        before = before_lacking(query, answers)
        lacking = (*PLANNED.lacking(answers, query), *before, *zones)
        loading = PLANNED.is_loading(answers, query)
        return capacity_content(
            people,
            selection,
            view,
            options,
            lacking,
            is_loading=loading,
            before=people_before(report, answers, tolerance),
        )

    controls = staticmethod(controls_of)
    choose = staticmethod(chosen)
    alternative = staticmethod(alternative_of)


CAPACITY: Final = HoursAndCapacity()
