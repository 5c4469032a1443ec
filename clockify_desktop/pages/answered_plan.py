"""What pages know of when people are expected to work, from whatever answers are here.

Clockify tells it in several places, each of which may be refused by itself. Nothing of
it is needed to show a page: without it eight hours from Monday to Friday are assumed.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from clockify_desktop.domain.absences import Absences
from clockify_desktop.domain.capacity import Capacity, joined_capacity, set_by_hand
from clockify_desktop.domain.completeness import Visibility
from clockify_desktop.domain.day_states import DayGrid
from clockify_desktop.domain.directory import Activity, Person
from clockify_desktop.domain.errors import KeptBackError
from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.needs import (
    AbsencesNeed,
    ApprovalsNeed,
    CapacityNeed,
    MemberProfilesNeed,
    Need,
    RecordsNeed,
    ReportNeed,
)
from clockify_desktop.domain.planned_days import own_zone
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.review_records import DayOff, ReviewRecords
from clockify_desktop.domain.selection import Selection
from clockify_desktop.domain.showable import named
from clockify_desktop.domain.work_plan import WorkPlan, day_grid
from clockify_desktop.pages.answers import Answers
from clockify_desktop.translation import tr, tr_plural

if TYPE_CHECKING:
    from clockify_desktop.domain.approvals import Approvals


class AnsweredPlan:
    """The work plan that answers tell, as far as they do."""

    def needs(self, query: ReportQuery) -> tuple[Need, ...]:
        """List what is used where it can be had."""
        approvals = ApprovalsNeed(query.workspace, query.period)
        return (*plan_needs(query), approvals)

    def of(self, answers: Answers, query: ReportQuery) -> WorkPlan:
        """Put the plan together."""
        records = _records(answers, query)
        told: list[Capacity | None] = [
            set_by_hand(records.capacities),
            *(answers.get(need) for need in _capacity_needs(query)),
        ]
        absences = answers.get(AbsencesNeed(query.workspace, query.period))
        capacity = joined_capacity(*(one for one in told if one is not None))
        return WorkPlan(capacity, absences or Absences(), days_off=records.days_off)

    def grid(
        self, report: Report, answers: Answers, people: Iterable[Person]
    ) -> DayGrid:
        """Tell what each day of a report is for some people, in their order."""
        return day_grid(report, self.of(answers, report.query), people)

    def days_off(self, answers: Answers, query: ReportQuery) -> tuple[DayOff, ...]:
        """List what the manager said of days."""
        return _records(answers, query).days_off

    def is_loading(self, answers: Answers, query: ReportQuery) -> bool:
        """Tell whether something may still come that much depends on.

        Of whom the one question for all tells nothing, hours are assumed until their
        own profiles come, which may be late.
        """

        def awaited(need: Need) -> bool:
            return answers.get(need) is None and answers.refusal(need) is None

        at_once, one_by_one = _capacity_needs(query)
        told: Capacity | None = answers.get(at_once)
        nothing_told = told is None or not told.hours
        return (
            awaited(AbsencesNeed(query.workspace, query.period))
            or awaited(at_once)
            or (nothing_told and awaited(one_by_one))
        )

    def is_assumed(self, answers: Answers, query: ReportQuery) -> bool:
        """Tell whether nobody's hours are known."""
        return not self.of(answers, query).capacity.hours

    def lacking(self, answers: Answers, query: ReportQuery) -> tuple[str, ...]:
        """Say what could not be had and why, a line each."""
        absences = AbsencesNeed(query.workspace, query.period)
        said: tuple[Need, ...] = (RecordsNeed(query.workspace), absences)
        refusals = [answers.refusal(need) for need in said]
        lines = [f"{why.title}. {why.advice}" for why in refusals if why is not None]
        told: Absences = answers.get(absences) or Absences()
        lines += [f"{why.title}. {why.advice}" for why in told.refused.values()]
        if told.unreadable:
            lines.append(
                tr_plural(
                    "{count} of leave and holidays could not be read.",
                    "{count} of leave and holidays could not be read.",
                    told.unreadable,
                )
            )
        if told.changed:
            lines.append(tr("Leave changed while it was read: some may be missing."))
        # Where one of the two is refused the other one may tell all.
        refusals = [answers.refusal(need) for need in _capacity_needs(query)]
        if all(refusals) and refusals[0] is not None:
            lines.append(f"{refusals[0].title}. {refusals[0].advice}")
        unreadable = self.of(answers, query).capacity.unreadable
        if unreadable:
            lines.append(
                tr_plural(
                    "{count} answer about capacity could not be read.",
                    "{count} answers about capacity could not be read.",
                    unreadable,
                )
            )
        return (*lines, *_approvals_lacking(answers, query))

    def zones_lacking(
        self, people: Iterable[Person], query: ReportQuery
    ) -> tuple[str, ...]:
        """Say of how many people the own time zone is not known, if of any."""
        count = sum(own_zone(one) is None for one in people)
        if not count:
            return ()
        who = Level.USER.counted(count)
        return (
            tr(
                "Days of {people}, whose own time zone is not known, are those of"
                " {zone}.",
                people=who,
                zone=named(query.time_zone),
            ),
        )

    def approvals(
        self, answers: Answers, query: ReportQuery
    ) -> Mapping[UserId, str] | None:
        """Tell what became of people's time; ``None`` where that is not known."""
        told: Approvals | None = answers.get(
            ApprovalsNeed(query.workspace, query.period)
        )
        report: Report | None = answers.get(ReportNeed(query))
        if told is None or report is None:
            return None
        return {one.id: told.of(one.id, query.period) for one in report.everybody}


PLANNED: Final = AnsweredPlan()


def plan_needs(query: ReportQuery) -> tuple[Need, ...]:
    """List what a plan is made from."""
    return (
        RecordsNeed(query.workspace),
        *_capacity_needs(query),
        AbsencesNeed(query.workspace, query.period),
    )


def people_shown(report: Report, selection: Selection) -> tuple[Person, ...]:
    """List the chosen people by name who have time, or are active.

    Of whom the key may not see all time only those with time are known.
    """
    with_time = {one.id for one in report.facts.condensed.people_with_time}
    sees_all = report.directory.visibility is Visibility.EVERYBODY
    return tuple(
        one
        for one in report.everybody
        if (one.id in with_time or (sees_all and one.activity is Activity.ACTIVE))
        and (selection.people is None or one.id in selection.people)
    )


def _approvals_lacking(answers: Answers, query: ReportQuery) -> Iterator[str]:
    need = ApprovalsNeed(query.workspace, query.period)
    refusal = answers.refusal(need)
    # Where there are no approvals, nothing of them is missing.
    if refusal is not None and not isinstance(refusal, KeptBackError):
        yield f"{refusal.title}. {refusal.advice}"
    told: Approvals | None = answers.get(need)
    if told is not None and told.unreadable:
        yield tr_plural(
            "{count} of the timesheets handed in could not be read.",
            "{count} of the timesheets handed in could not be read.",
            told.unreadable,
        )
    if told is not None and told.changed:
        yield tr("Timesheets changed while they were read: some may be missing.")


def _records(answers: Answers, query: ReportQuery) -> ReviewRecords:
    return answers.get(RecordsNeed(query.workspace)) or ReviewRecords()


def _capacity_needs(query: ReportQuery) -> tuple[CapacityNeed, MemberProfilesNeed]:
    return CapacityNeed(query.workspace), MemberProfilesNeed(query.workspace)
