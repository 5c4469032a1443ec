"""The page "Projects": time in the period and to date, against estimates."""

from typing import Final

from clockify_desktop.domain.needs import MembersNeed, Need, RecordsNeed, ReportNeed
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.review_records import ReviewRecords
from clockify_desktop.domain.selection import Selection
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.page import Alternative, ViewOptions
from clockify_desktop.pages.project_rows import ProjectAnswers, ProjectHours
from clockify_desktop.pages.projects_content import (
    TITLE,
    ProjectsPageContent,
    projects_content,
)
from clockify_desktop.pages.projects_options import chosen, controls_of
from clockify_desktop.pages.projects_words import lacking_of, terms_need, totals_need


class Projects:
    """What projects took in a period and to date, against their estimates."""

    key: Final = "projects"
    title: Final = TITLE

    def needs(self, query: ReportQuery) -> tuple[Need, ...]:
        """List what has to be known."""
        return (ReportNeed(query),)

    def optional_needs(self, query: ReportQuery) -> tuple[Need, ...]:
        """List what tells time to date, estimates, dates and members."""
        here = query.workspace
        return (
            *(totals_need(query), RecordsNeed(here)),
            *(terms_need(query), MembersNeed(here)),
        )

    def content(
        self,
        answers: Answers,
        query: ReportQuery,
        selection: Selection,
        view: ViewOptions,
    ) -> ProjectsPageContent | None:
        """Work out what is shown; what is selected and gone is dropped."""
        report: Report | None = answers.get(ReportNeed(query))
        if report is None:
            return None
        hours = ProjectHours.of(report, _told(answers, query), selection)
        lacking = tuple(dict.fromkeys(lacking_of(answers, hours)))
        return projects_content(hours, selection, view, lacking)

    controls = staticmethod(controls_of)
    choose = staticmethod(chosen)

    def alternative(self, view: ViewOptions) -> Alternative | None:  # noqa: ARG002 - as a page has it
        """Have one way only."""
        return None


def _told(answers: Answers, query: ReportQuery) -> ProjectAnswers:
    totals_of, here = totals_need(query), query.workspace
    totals = answers.get(totals_of)
    records: ReviewRecords = answers.get(RecordsNeed(here)) or ReviewRecords()
    return ProjectAnswers(
        totals=totals,
        terms=answers.get(terms_need(query)),
        members=answers.get(MembersNeed(here)),
        dates=records.project_dates,
        loading=totals is None and answers.refusal(totals_of) is None,
    )


PROJECTS: Final = Projects()
