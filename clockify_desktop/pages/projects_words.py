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
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.domain.showable import Showable, named, showable
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.project_rows import (
    ProjectHours,
    ProjectMembers,
    Truths,
    Use,
)
from clockify_desktop.translation import tr

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
            "{total} in {count}; time to date is loading.", total=total, count=count
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
        yield tr(
            "{labels} is {over} over {whose}.",
            labels=named(hours.labels[row].name),
            over=over,
            whose=_whose(use),
        )
    yield from _more(
        len(rows), tr("are over their estimates"), tr("is over its estimate")
    )


def _ahead(hours: ProjectHours, rows: NDArray[np.intp]) -> Iterator[str]:
    for row in rows[:_MOST_NAMED].tolist():
        use = hours.uses[row]
        passed = (
            tr("its time") if use.term is None else tr("the {term}", term=_term(use))
        )
        yield (
            tr(
                "{labels} has used {used_percent} % with {passed_percent} % of "
                "{passed} passed.",
                labels=named(hours.labels[row].name),
                used_percent=use.used_percent,
                passed_percent=use.passed_percent,
                passed=passed,
            )
        )
    yield from _more(
        len(rows), tr("run ahead of their time"), tr("runs ahead of its time")
    )


def _more(count: int, several: str, one: str) -> Iterator[str]:
    left = count - _MOST_NAMED
    if left > 0:
        yield tr("{left} more {one}.", left=left, one=one if left == 1 else several)


def _whose(use: Use) -> str:
    return (
        tr("its estimate")
        if use.term is None
        else tr("the {term}'s estimate", term=_term(use))
    )


def _term(use: Use) -> str:
    reset = use.estimate.reset
    return reset.interval.value if reset is not None else ""


def words_in_place_of_bar(
    hours: ProjectHours, row: int, durations: DurationFormat
) -> str:
    """Say what is known of a project without a bar; nothing of one that has one."""
    in_period = duration_text(int(hours.hours_s[row]), durations)
    total, use = hours.total(row), hours.uses.get(row)
    if use is not None and use.used_s is not None:
        return ""
    if hours.projects[row].id is None:
        return tr("{in_period} in this period", in_period=in_period)
    if hours.answers.loading:
        return tr("{in_period}, to date loading", in_period=in_period)
    told = tr("{in_period} in this period", in_period=in_period)
    if total.to_date_s is not None:
        told = tr(
            "{duration} to date", duration=duration_text(total.to_date_s, durations)
        )
    if use is not None:
        estimate = duration_text(use.estimate.seconds, durations)
        each = "" if use.term is None else tr(" each {term}", term=_term(use))
        return tr(
            "estimate {estimate}{each}, {told}", estimate=estimate, each=each, told=told
        )
    if total.in_money:
        return tr("estimate in money, {told}", told=told)
    known = row_is_told(hours, row)
    return tr("no estimate, {told}", told=told) if known else told


def row_is_told(hours: ProjectHours, row: int) -> bool:
    """Tell whether Clockify said anything of a project."""
    totals, project = hours.answers.totals, hours.projects[row].id
    return totals is not None and project is not None and project in totals


def words_behind_bar(hours: ProjectHours, row: int, durations: DurationFormat) -> str:
    """Say how far an estimate is used up, or how much of its time passed."""
    use = hours.uses[row]
    if use.over_s > 0:
        over = duration_text(use.over_s, durations)
        return tr(
            "{over} over {replace}",
            over=over,
            replace=_whose(use).replace("its", "the", 1),
        )
    if use.passed_percent is not None:
        of = tr("its time") if use.term is None else tr("the {term}", term=_term(use))
        return tr(
            "{passed_percent} % of {of} passed",
            passed_percent=use.passed_percent,
            of=of,
        )
    dates = hours.dates(row)
    if dates is not None and dates.last is not None:
        return tr("no start date")
    return tr("no end date")


def members_in_words(
    members: ProjectMembers, seconds: int, durations: DurationFormat
) -> Showable:
    """Say how many logged time, such as ``6 of 9 members logged time: 9:00``."""
    total = duration_text(seconds, durations)
    if members.members is None:
        who = Level.USER.counted(len(members.logged))
        return showable(tr("{who} logged time: {total}", who=who, total=total))
    others = len(members.logged) - members.of_members
    who = tr(
        "{of_members} of {counted}",
        of_members=members.of_members,
        counted=_counted(members.members, "member"),
    )
    if others:
        who += tr(" and {counted}", counted=_counted(others, "other"))
    return showable(tr("{who} logged time: {total}", who=who, total=total))


def _counted(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


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
        yield tr("Time to date or estimates of {whose} could not be read.", whose=whose)
    billable_only = sum(one.estimate.billable_only for one in hours.uses.values())
    if billable_only:
        whose = Level.PROJECT.counted(billable_only)
        yield tr(
            "Estimates of {whose} are of billable time; all time counts here.",
            whose=whose,
        )
    less = sum(
        one.used_s is not None and one.used_s < one.in_period_s
        for one in hours.uses.values()
    )
    if less:
        whose = Level.PROJECT.counted(less)
        yield tr(
            "Of {whose} Clockify tells less time to date than in this period.",
            whose=whose,
        )
    if hours.report.directory.visibility is not Visibility.EVERYBODY:
        yield _HIDDEN
