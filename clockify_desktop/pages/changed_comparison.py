"""A report beside those before it, as far as they are here."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from clockify_desktop.domain.calendar import time_zone
from clockify_desktop.domain.changes import Changes, changes_of
from clockify_desktop.domain.compared_periods import (
    ComparedDays,
    compared_days,
    periods_before,
)
from clockify_desktop.domain.needs import ReportNeed
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.report_notes import notes_of
from clockify_desktop.domain.selection import Selection
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.changed_options import ChangedOptions
from clockify_desktop.pages.changed_words import comparison_words
from clockify_desktop.translation import tr

# A mean of one is that one.
LEAST_OF_MEAN: Final = 2


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """A report and those that it is compared with.

    Args:
        earlier: What came last first; ``None`` for one that is not here.
        awaited: Whether one of these may still come.
        lacking: What could not be had or is not whole, a sentence each.
    """

    report: Report
    before: tuple[Period, ...]
    earlier: tuple[Report | None, ...]
    awaited: bool
    lacking: tuple[str, ...]
    days: ComparedDays

    @property
    def reports(self) -> tuple[Report | None, ...]:
        """All of them, the one looked at first."""
        return (self.report, *self.earlier)

    @property
    def mean_of(self) -> int | None:
        """Of how many periods the mean is; ``None`` while that is not known."""
        if self.awaited:
            return None
        known = sum(one is not None for one in self.earlier)
        return known if known >= LEAST_OF_MEAN else 0

    def changes(self, options: ChangedOptions, selection: Selection) -> Changes:
        """Add the rows up."""
        whole = self.days.count is None
        periods = (self.days.period, *self.before)
        days = [None if whole else self.days.of(period) for period in periods]
        return changes_of(self.report, self.earlier, options.rows, selection, days)


def day_of(report: Report) -> date:
    """Tell on which day of its own zone a report was fetched."""
    zone = time_zone(report.query.time_zone)
    return report.fetched_at.astimezone(zone).date()


def earlier_needs(query: ReportQuery) -> tuple[ReportNeed, ...]:
    """Need the reports of the periods before, what came last first."""
    periods = periods_before(query.period)
    return tuple(ReportNeed(replace(query, period=period)) for period in periods)


def comparison_of(answers: Answers, query: ReportQuery) -> Comparison | None:
    """Put together what is here; ``None`` without the report or the one before."""
    report: Report | None = answers.get(ReportNeed(query))
    needs = earlier_needs(query)
    earlier: tuple[Report | None, ...] = tuple(map(answers.get, needs))
    if report is None or (needs and earlier[0] is None):
        return None
    days = compared_days(query.period, day_of(report))
    awaited = any(
        one is None and answers.refusal(need) is None
        for one, need in zip(earlier, needs, strict=True)
    )
    before = tuple(need.query.period for need in needs)
    words = comparison_words(days, before, query.week_start, 0)
    lacking = tuple(_lacking(report, earlier, needs, words.dates, answers))
    # Where the calendar begins nothing is before.
    return Comparison(report, before, earlier or (None,), awaited, lacking, days)


def _lacking(
    report: Report,
    earlier: tuple[Report | None, ...],
    needs: tuple[ReportNeed, ...],
    dates: tuple[str, ...],
    answers: Answers,
) -> Iterator[str]:
    """Say which periods are missing in the mean, and what of the others is."""
    own = notes_of(report)
    for one, need, name in zip(earlier, needs, dates, strict=True):
        refusal = answers.refusal(need)
        if refusal is not None:
            why = refusal.title
            yield (
                tr("{dates} could not be had: {reason}.", dates=name, reason=why)
                if one is None
                else tr(
                    "{dates} could not be asked anew: {reason}.", dates=name, reason=why
                )
            )
        if one is not None:
            yield from (
                f"{name}: {note.text}." for note in notes_of(one) if note not in own
            )
