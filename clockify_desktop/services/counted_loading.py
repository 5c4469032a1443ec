"""Loading a part of a report whose days are not counted as Clockify counts them.

Its single entries are asked for, and those of some days around it, of which some time
may count in it. What Clockify's own sum is compared with is what begins in it in the
report's time zone, before anything is rounded.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, tzinfo

import numpy as np

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.detailed_pages import DetailedReport
from clockify_desktop.api.errors import (
    ClockifyError,
    NotAllowedError,
    ResponseTooLargeError,
)
from clockify_desktop.api.report_bodies import DetailedQuery
from clockify_desktop.api.wire.reports import DetailedEntry
from clockify_desktop.domain.calendar import time_zone, weekday
from clockify_desktop.domain.counted_facts import counted
from clockify_desktop.domain.directory import Directory
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.facts import Facts, summed
from clockify_desktop.domain.needs import FactsNeed
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.planned_days import own_zone
from clockify_desktop.services.entry_facts import TimedFacts, timed_facts
from clockify_desktop.services.entry_reading import day_of
from clockify_desktop.services.fact_building import BuiltFacts
from clockify_desktop.services.gather import gather
from clockify_desktop.services.joined_facts import joined_facts
from clockify_desktop.services.period_parts import FactsPart
from clockify_desktop.translation import tr


class EntriesRefusedError(AppError):
    """The single entries cannot be had that days are counted from."""

    def __init__(self, error: ClockifyError) -> None:
        other = tr(
            "Or count days as Clockify does (View > Days): in the report's time zone,"
            " by start, unrounded. That needs no single entries."
        )
        super().__init__(error.title, f"{error.advice} {other}")


async def load_counted_part(
    clockify: Clockify, need: FactsNeed, directory: Directory
) -> FactsPart:
    """Ask for everybody's entries in a part of a period and around it.

    Raises:
        AppError: Clockify or the way to it refuses any of it.
    """

    async def asked(period: Period) -> DetailedReport:
        query = DetailedQuery(
            period=period,
            time_zone=need.time_zone,
            week_start=weekday(need.week_start),
        )
        return await clockify.detailed_report(need.workspace.id, query)

    days = (need.period, *need.counting.days_around(need.period))
    try:
        reports = await gather(map(asked, days))
    except (NotAllowedError, ResponseTooLargeError) as error:
        raise EntriesRefusedError(error) from None
    built = await asyncio.to_thread(_built, need, directory, days, reports)
    return FactsPart(need.period, built, datetime.now(UTC))


def _built(
    need: FactsNeed,
    directory: Directory,
    days: Sequence[Period],
    reports: Sequence[DetailedReport],
) -> BuiltFacts:
    zone, period = time_zone(need.time_zone), need.period

    def timed(days: Period, report: DetailedReport) -> TimedFacts:
        workspace, columns = need.workspace, need.columns
        return timed_facts(report, directory, workspace, days, zone, columns)

    once = [reports[0], *(_without(reports[0], one) for one in reports[1:])]
    told = [timed(*one) for one in zip(days, once, strict=True)]
    several = [one.built for one in told]
    facts = counted(
        joined_facts(
            [one.facts for one in several], directory, need.workspace.currency
        ),
        np.concatenate([one.start_s for one in told]),
        zone,
        need.counting,
    )
    of_part = several[0]
    losses = Counter(of_part.losses)
    touches = _touching(need, zone, directory)
    for around, report in zip(days[1:], once[1:], strict=True):
        # What could not be read at all is told of the days that it was asked with.
        entries = list(filter(touches, report.entries))
        touching = replace(report, entries=entries, unreadable=0)
        losses.update(timed(around, touching).built.losses)
    return replace(
        of_part,
        facts=facts.on(period),
        billable_withheld=any(one.billable_withheld for one in several),
        losses=losses,
        begun_s=_begun_s(of_part.facts, period),
    )


def _without(known: DetailedReport, report: DetailedReport) -> DetailedReport:
    """Leave out what came with other days: it was moved while it was asked for."""
    ids = {one.id for one in known.entries}
    entries = [one for one in report.entries if one.id not in ids]
    return replace(report, entries=entries)


def _touching(
    need: FactsNeed, zone: tzinfo, directory: Directory
) -> Callable[[DetailedEntry], bool]:
    """Tell which entries may have time in a part, by the day on which they begin."""
    zones: dict[str | None, tzinfo] = {}
    if need.counting.own_days:
        zones |= {one.id: own_zone(one) or zone for one in directory.people}
    first = need.period.start.toordinal() - need.counting.days_over_midnight
    last = need.period.end.toordinal()

    def touches(entry: DetailedEntry) -> bool:
        start = entry.time_interval.start
        return first <= day_of(start, zones.get(entry.user_id, zone)) <= last

    return touches


def _begun_s(facts: Facts, period: Period) -> tuple[int, ...]:
    """Add up what begins on each day of a period."""
    of_days = facts.on(period).once
    place = (of_days.day - period.start.toordinal()).astype(np.intp)
    return tuple(summed(place, of_days.seconds, period.days).tolist())
