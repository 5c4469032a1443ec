"""What "Projects" says: sentence, words in and behind the bars, what is lacking."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.completeness import Visibility
from clockify_desktop.domain.durations import DurationFormat, duration_text
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.needs import (
    MembersNeed,
    Need,
    ProjectTotalsNeed,
    RecordsNeed,
    TermTotalsNeed,
)
from clockify_desktop.domain.period_words import days_in_words
from clockify_desktop.domain.project_totals import ResetInterval
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.domain.showable import Showable, named, showable
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.project_rows import (
    ProjectHours,
    ProjectMembers,
    Truths,
    Use,
)
from clockify_desktop.translation import tr, tr_plural

_MOST_NAMED: Final = 3
_HIDDEN: Final = tr(
    "Other people's time may be hidden from this key: who logged none is not named."
)


def totals_need(query: ReportQuery) -> ProjectTotalsNeed:
    """Need what Clockify knows of each project."""
    return ProjectTotalsNeed(query.workspace)


def terms_need(query: ReportQuery) -> TermTotalsNeed:
    """Need the time of the terms that hold at the end of a period."""
    return TermTotalsNeed(query.workspace, query.period.end, query.time_zone)


def sentence_of(hours: ProjectHours, shown: Truths, durations: DurationFormat) -> str:
    """Say what is over its estimate, then what runs ahead of time.

    Args:
        shown: Bool, a project each: of which it is to speak.
    """
    if hours.answers.loading:
        total = duration_text(int(hours.hours_s[shown].sum()), durations)
        count = Level.PROJECT.counted(int((shown & (hours.hours_s > 0)).sum()))
        return tr(
            "{time} in {projects}; time to date is loading.", time=total, projects=count
        )
    if hours.answers.totals is None:
        return tr("Estimates are not known here.")
    estimated = [row for row in hours.uses if shown[row]]
    if not estimated:
        return tr("No project has an estimate of hours.")
    parts = [
        *_over(hours, np.flatnonzero(shown & hours.is_over), durations),
        *_ahead(hours, np.flatnonzero(shown & hours.is_ahead)),
    ]
    return " ".join(parts) or tr("No project is over its estimate.")


def _over(
    hours: ProjectHours, rows: NDArray[np.intp], durations: DurationFormat
) -> Iterator[str]:
    for row in rows[:_MOST_NAMED].tolist():
        use = hours.uses[row]
        over = duration_text(use.over_s, durations)
        yield _over_one(named(hours.labels[row].name), over, _reset(use))
    more = len(rows) - _MOST_NAMED
    if more > 0:
        yield tr_plural(
            "{count} more is over its estimate.",
            "{count} more are over their estimates.",
            more,
        )


def _ahead(hours: ProjectHours, rows: NDArray[np.intp]) -> Iterator[str]:
    for row in rows[:_MOST_NAMED].tolist():
        use = hours.uses[row]
        yield _ahead_one(named(hours.labels[row].name), use)
    more = len(rows) - _MOST_NAMED
    if more > 0:
        yield tr_plural(
            "{count} more runs ahead of its time.",
            "{count} more run ahead of their time.",
            more,
        )


def _reset(use: Use) -> ResetInterval | None:
    reset = use.estimate.reset
    return None if use.term is None or reset is None else reset.interval


def _over_one(project: str, time: str, reset: ResetInterval | None) -> str:
    match reset:
        case None:
            return tr(
                "{project} is {time} over its estimate.", project=project, time=time
            )
        case ResetInterval.WEEKLY:
            return tr(
                "{project} is {time} over the week's estimate.",
                project=project,
                time=time,
            )
        case ResetInterval.MONTHLY:
            return tr(
                "{project} is {time} over the month's estimate.",
                project=project,
                time=time,
            )
        case ResetInterval.YEARLY:
            return tr(
                "{project} is {time} over the year's estimate.",
                project=project,
                time=time,
            )


def _ahead_one(project: str, use: Use) -> str:
    used, passed = use.used_percent, use.passed_percent
    match _reset(use):
        case None:
            return tr(
                "{project} has used {used} % with {passed} % of its time passed.",
                project=project,
                used=used,
                passed=passed,
            )
        case ResetInterval.WEEKLY:
            return tr(
                "{project} has used {used} % with {passed} % of the week passed.",
                project=project,
                used=used,
                passed=passed,
            )
        case ResetInterval.MONTHLY:
            return tr(
                "{project} has used {used} % with {passed} % of the month passed.",
                project=project,
                used=used,
                passed=passed,
            )
        case ResetInterval.YEARLY:
            return tr(
                "{project} has used {used} % with {passed} % of the year passed.",
                project=project,
                used=used,
                passed=passed,
            )


def words_in_place_of_bar(
    hours: ProjectHours, row: int, durations: DurationFormat
) -> str:
    """Say what is known of a project without a bar; nothing of one that has one."""
    in_period = duration_text(int(hours.hours_s[row]), durations)
    total, use = hours.total(row), hours.uses.get(row)
    if use is not None and use.used_s is not None:
        return ""
    if hours.projects[row].id is None:
        return tr("{time} in this period", time=in_period)
    if hours.answers.loading:
        return tr("{time}, to date loading", time=in_period)
    told = tr("{time} in this period", time=in_period)
    if total.to_date_s is not None:
        told = tr("{time} to date", time=duration_text(total.to_date_s, durations))
    if use is not None:
        estimate = duration_text(use.estimate.seconds, durations)
        return f"{_estimate(estimate, _reset(use))}, {told}"
    if total.in_money:
        return tr("estimate in money, {told}", told=told)
    known = row_is_told(hours, row)
    return tr("no estimate, {told}", told=told) if known else told


def _estimate(time: str, reset: ResetInterval | None) -> str:
    match reset:
        case None:
            return tr("estimate {time}", time=time)
        case ResetInterval.WEEKLY:
            return tr("estimate {time} each week", time=time)
        case ResetInterval.MONTHLY:
            return tr("estimate {time} each month", time=time)
        case ResetInterval.YEARLY:
            return tr("estimate {time} each year", time=time)


def row_is_told(hours: ProjectHours, row: int) -> bool:
    """Tell whether Clockify said anything of a project."""
    totals, project = hours.answers.totals, hours.projects[row].id
    return totals is not None and project is not None and project in totals


def words_behind_bar(hours: ProjectHours, row: int, durations: DurationFormat) -> str:
    """Say how far an estimate is used up, or how much of its time passed."""
    use = hours.uses[row]
    if use.over_s > 0:
        over = duration_text(use.over_s, durations)
        return _over_estimate(over, _reset(use))
    if use.passed_percent is not None:
        return _passed(use.passed_percent, _reset(use))
    dates = hours.dates(row)
    if dates is not None and dates.last is not None:
        return tr("no start date")
    return tr("no end date")


def _over_estimate(time: str, reset: ResetInterval | None) -> str:
    match reset:
        case None:
            return tr("{time} over the estimate", time=time)
        case ResetInterval.WEEKLY:
            return tr("{time} over the week's estimate", time=time)
        case ResetInterval.MONTHLY:
            return tr("{time} over the month's estimate", time=time)
        case ResetInterval.YEARLY:
            return tr("{time} over the year's estimate", time=time)


def _passed(percent: int, reset: ResetInterval | None) -> str:
    match reset:
        case None:
            return tr("{percent} % of its time passed", percent=percent)
        case ResetInterval.WEEKLY:
            return tr("{percent} % of the week passed", percent=percent)
        case ResetInterval.MONTHLY:
            return tr("{percent} % of the month passed", percent=percent)
        case ResetInterval.YEARLY:
            return tr("{percent} % of the year passed", percent=percent)


def members_in_words(
    members: ProjectMembers, seconds: int, durations: DurationFormat
) -> Showable:
    """Say how many logged time, such as ``6 of 9 members logged time: 9:00``."""
    total = duration_text(seconds, durations)
    if members.members is None:
        said = tr_plural(
            "{count} person logged time: {time}",
            "{count} people logged time: {time}",
            len(members.logged),
            time=total,
        )
        return showable(said)
    others = len(members.logged) - members.of_members
    everybody = tr_plural("{count} member", "{count} members", members.members)
    if not others:
        said = tr(
            "{count} of {members} logged time: {time}",
            count=members.of_members,
            members=everybody,
            time=total,
        )
        return showable(said)
    said = tr_plural(
        "{here} of {members} and {count} other logged time: {time}",
        "{here} of {members} and {count} others logged time: {time}",
        others,
        here=members.of_members,
        members=everybody,
        time=total,
    )
    return showable(said)


def period_in_legend(hours: ProjectHours) -> str:
    """Name the period, such as ``16-22 Nov`` with an en dash."""
    return days_in_words(hours.report.query.period, hours.today.year)


def rest_in_legend(hours: ProjectHours) -> str:
    """Name what is not of the period: nobody tells what of it came afterwards."""
    if hours.selection.people is not None:
        return tr("all other time")
    if hours.report.query.period.end < hours.today:
        return tr("logged before or since")
    return tr("logged before")


def lacking_of(answers: Answers, hours: ProjectHours) -> Iterator[str]:
    """Say what could not be had and why, a line each."""
    query = hours.report.query
    needs: list[Need] = [totals_need(query)]
    if any(one.term is not None for one in hours.uses.values()):
        needs.append(terms_need(query))
    needs += [MembersNeed(query.workspace), RecordsNeed(query.workspace)]
    for need in needs:
        refusal = answers.refusal(need)
        if refusal is not None:
            yield f"{refusal.title}. {refusal.advice}"
    totals = [hours.total(row) for row in range(len(hours.projects))]
    unreadable = sum(one.unreadable for one in totals)
    if unreadable:
        whose = Level.PROJECT.counted(unreadable)
        yield tr(
            "Time to date or estimates of {projects} could not be read.", projects=whose
        )
    billable_only = sum(one.estimate.billable_only for one in hours.uses.values())
    if billable_only:
        whose = Level.PROJECT.counted(billable_only)
        yield tr(
            "Estimates of {projects} are of billable time; all time counts here.",
            projects=whose,
        )
    less = sum(
        one.used_s is not None and one.used_s < one.in_period_s
        for one in hours.uses.values()
    )
    if less:
        whose = Level.PROJECT.counted(less)
        yield tr(
            "Of {projects} Clockify tells less time to date than in this period.",
            projects=whose,
        )
    if hours.report.directory.visibility is not Visibility.EVERYBODY:
        yield _HIDDEN
