"""What stands beside the bars of "Hours and capacity": the periods before."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from clockify_desktop.charts.capacity_content import BesideLines
from clockify_desktop.charts.trend_content import TrendLines
from clockify_desktop.domain.directory import Person
from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.label import Label
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.needs import Need
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.selection import EVERYTHING
from clockify_desktop.pages.answered_plan import plan_needs
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.capacity_options import Tolerance
from clockify_desktop.pages.capacity_rows import TeamRows
from clockify_desktop.pages.trend_periods import MOST_PERIODS, trend_need
from clockify_desktop.pages.trend_rows import (
    Named,
    TrendSources,
    added_up,
    noted,
    put_together,
    taken,
    trend_rows,
)
from clockify_desktop.pages.trend_words import TrendWords
from clockify_desktop.translation import tr

_MOST_DAYS: Final = 31
"""Of longer periods there are too few to be compared, and too many days to ask for."""


@dataclass(frozen=True, eq=False)
class PeopleBefore:
    """The last periods of some people.

    Args:
        base: A line each of everybody with time, or expected, in any of them, and an
            empty one at the end.
        row_of: The places in it by the people's ids.
    """

    base: TrendLines
    row_of: dict[UserId, int]
    named: Named
    chosen: int | None
    head: str

    def of_people(self, people: Sequence[Person]) -> BesideLines:
        """Give the line of each."""
        at = np.array([self.row_of.get(one.id, -1) for one in people], np.intp)
        return BesideLines(taken(self.base, at), self.head, self.chosen)

    def of_teams(self, people: Sequence[Person], teams: TeamRows) -> BesideLines:
        """Add the lines of people up by teams, whose members are places in them."""
        each = self.of_people(people).lines
        lines = added_up(each, teams.labels, teams.members)
        return BesideLines(noted(lines, self.named), self.head, self.chosen)


def before_needs(query: ReportQuery) -> tuple[Need, ...]:
    """List what tells the last periods; nothing where none are shown."""
    if query.period.days > _MOST_DAYS:
        return ()
    wide = trend_need(query)
    return (wide, *plan_needs(wide.query))


def people_before(
    report: Report, answers: Answers, tolerance: Tolerance
) -> PeopleBefore | None:
    """Work the last periods of everybody out, as far as they are here.

    Returns:
        ``None`` where they are not shown, or cannot be had.
    """
    query = report.query
    if not before_needs(query):
        return None
    sources = TrendSources.of(report, answers, MOST_PERIODS, tolerance)
    count, is_missing = len(sources.periods.whole), None in sources.of_periods
    if not count or (is_missing and answers.refusal(trend_need(query)) is not None):
        return None
    words = TrendWords(sources.periods, query.period, query.week_start)
    rows = trend_rows(sources, Level.USER, EVERYTHING, words.named)
    row_of = {one.id: row for row, one in enumerate(rows.people)}
    several = words.several(count)
    # Translators: {periods} is such as "8 weeks"; it stands above a column.
    head = tr("last {periods}", periods=several)
    if is_missing:
        head = tr("last {periods} loading", periods=several)
    nobody = added_up(rows.base, (Label("", ""),), (np.zeros(0, np.intp),))
    base = put_together(rows.base, nobody)
    return PeopleBefore(base, row_of, words.named, sources.chosen, head)


def before_lacking(query: ReportQuery, answers: Answers) -> tuple[str, ...]:
    """Say why the last periods cannot be had, if they cannot."""
    refusal = answers.refusal(trend_need(query)) if before_needs(query) else None
    if refusal is None:
        return ()
    return (tr("Earlier periods could not be had: {reason}.", reason=refusal.title),)
