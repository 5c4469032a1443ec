"""Asking what Clockify knows of projects: time to date, estimates, time in a month."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final, TypeVar

import msgspec

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.report_bodies import SummaryQuery
from clockify_desktop.api.wire.projects import Estimate, SentProject, SentReset
from clockify_desktop.api.wire.reports import SummaryReport, plain_id
from clockify_desktop.domain.calendar import MONDAY, weekday_number
from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.durations import SECONDS_AN_HOUR
from clockify_desktop.domain.identity import ProjectId
from clockify_desktop.domain.needs import TermTotalsNeed
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.project_totals import (
    EstimateReset,
    ProjectEstimate,
    ProjectTotal,
    ProjectTotals,
    ResetInterval,
    TermTotals,
    terms_of,
)
from clockify_desktop.services.gather import gather
from clockify_desktop.services.not_offered import KEPT_BACK, NotOfferedError
from clockify_desktop.translation import tr

S = TypeVar("S", bound=msgspec.Struct)

NOT_HERE: Final = tr("Projects' time to date cannot be had here")
TERMS_NOT_HERE: Final = tr("The time of estimates that start anew cannot be had here")
_MILLISECONDS: Final = 1000
_LONGEST_DAY: Final = 31
_LONGEST_S: Final = 10**8 * SECONDS_AN_HOUR
"""Ten thousand years of a thousand people: no project takes longer."""
# fmt: off
_MONTHS: Final = (
    "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST",
    "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER",
)
# fmt: on


class UnreadableError(Exception):
    """A value that was told and means nothing."""


async def load_project_totals(
    clockify: Clockify, workspace: Workspace
) -> ProjectTotals:
    """Ask for the sums and estimates of all projects.

    Raises:
        NotOfferedError: The key's role does not see them.
        AppError: Clockify or the way to it refuses for any other reason.
    """
    try:
        projects = await clockify.projects(workspace.id)
    except KEPT_BACK as error:
        refusal = NotOfferedError(NOT_HERE, error)
    else:
        return {one.id: total_of(one) for one in projects}
    raise refusal


async def load_term_totals(
    clockify: Clockify, need: TermTotalsNeed, totals: ProjectTotals
) -> TermTotals:
    """Ask for the time in the terms of estimates that start anew, one question each.

    Raises:
        NotOfferedError: The plan or the key's role does not hold it.
        AppError: Clockify or the way to it refuses for any other reason.
    """
    terms = sorted(terms_of(totals, need.day), key=lambda one: (one.start, one.end))
    try:
        found = await gather(_term(clockify, need, term) for term in terms)
    except KEPT_BACK as error:
        refusal = NotOfferedError(TERMS_NOT_HERE, error)
    else:
        return dict(zip(terms, found, strict=True))
    raise refusal


async def _term(
    clockify: Clockify, need: TermTotalsNeed, term: Period
) -> dict[ProjectId, int | None]:
    query = SummaryQuery(period=term, time_zone=need.time_zone, groups=("PROJECT",))
    return await clockify.summary_report(need.workspace.id, query, _by_project)


def _by_project(report: SummaryReport) -> dict[ProjectId, int | None]:
    found: dict[ProjectId, int | None] = {}
    for node in report.group_one or ():
        project = plain_id(node.id)
        if project is None:
            # Time without a project has no estimate.
            continue
        told = node.duration
        known = told is not None and 0 <= told <= _LONGEST_S
        found[ProjectId(project)] = told if known else None
    return found


def total_of(sent: SentProject) -> ProjectTotal:
    """Read what a project tells of its sum and its estimates."""
    total = ProjectTotal()
    for take in (_with_sum, _with_estimate, _with_money):
        try:
            total = take(total, sent)
        except UnreadableError:
            total = replace(total, unreadable=True)
    return total


def _with_sum(total: ProjectTotal, sent: SentProject) -> ProjectTotal:
    return replace(total, to_date_s=_seconds(sent.duration))


def _with_estimate(total: ProjectTotal, sent: SentProject) -> ProjectTotal:
    told = _read(sent.time_estimate, Estimate)
    # Older answers have the plain estimate alone.
    told = told or _read(sent.estimate, Estimate)
    if told is None or told.active is False:
        return total
    seconds = _seconds(told.estimate)
    if not seconds:
        return total
    return replace(
        total,
        estimate=ProjectEstimate(
            seconds,
            _reset(told.reset_option, sent.estimate_reset),
            told.include_non_billable is False,
        ),
    )


def _with_money(total: ProjectTotal, sent: SentProject) -> ProjectTotal:
    told = _read(sent.budget_estimate, Estimate)
    has_one = told is not None and bool(told.active) and bool(told.estimate)
    return replace(total, in_money=has_one)


def _reset(option: str | None, sent: Any) -> EstimateReset | None:  # noqa: ANN401 - any JSON
    if not option:
        return None
    interval = ResetInterval.__members__.get(option)
    if interval is None:
        # An estimate of the whole is another one.
        raise UnreadableError
    told = _read(sent, SentReset) or SentReset()
    day, month = told.day_of_month or 1, told.month or _MONTHS[0]
    if not 1 <= day <= _LONGEST_DAY or month not in _MONTHS:
        raise UnreadableError
    weekday = weekday_number(told.day_of_week or "")
    return EstimateReset(
        interval,
        MONDAY if weekday is None else weekday,
        day,
        _MONTHS.index(month) + 1,
    )


def _read(sent: Any, kind: type[S]) -> S | None:  # noqa: ANN401 - any JSON
    if sent is None:
        return None
    try:
        return msgspec.convert(sent, kind)
    except (msgspec.ValidationError, OverflowError):
        pass
    raise UnreadableError


def _seconds(sent: Any) -> int | None:  # noqa: ANN401 - any JSON
    """Read a duration such as ``PT88H36M``, or of milliseconds."""
    if sent is None:
        return None
    told = str(sent) if isinstance(sent, str | int) else ""
    seconds = -1
    if told.isascii() and told.isdigit():
        with suppress(ValueError):
            seconds = int(told) // _MILLISECONDS
    else:
        with suppress(msgspec.ValidationError, OverflowError):
            seconds = msgspec.convert(told, timedelta) // timedelta(seconds=1)
    if not 0 <= seconds <= _LONGEST_S:
        raise UnreadableError
    return seconds
