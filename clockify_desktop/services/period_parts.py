"""Putting a period's facts together from parts that are kept.

People step and compare by weeks, so what is asked by weeks ends where weeks end. A part
that Clockify's own sum confirms serves every period inside of it, of whatever length it
is; any other one serves as a whole.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from clockify_desktop.domain.amount_check import joined_checks
from clockify_desktop.domain.calendar import DAYS_A_WEEK, first_day_of_week
from clockify_desktop.domain.directory import Directory
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.services.currency_fitting import of_one_currency
from clockify_desktop.services.fact_building import BuiltFacts, check_usable
from clockify_desktop.services.joined_facts import joined_facts

# The free plan answers no longer ranges.
_LONGEST_DAYS: Final = 31
# A month with more possible leaves a day than this is asked by weeks: it is not slower,
# as these go out together, and each is decoded sooner.
_MANY_LEAVES_A_DAY: Final = 2000
# A longer period is asked by months: each question waits for its turn. Nobody is
# expected to work on more projects a day than these, which makes ten MiB a month of
# five hundred people; more people are asked for fewer days.
_PROJECTS_A_DAY: Final = 4
_MOST_LEAVES: Final = 62_000

_A_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class FactsPart:
    """What Clockify told at once.

    Args:
        period: What it was asked for.
        built: The facts, and the server's own sum over them.
        fetched_at: When it came, aware.
        by_day: Whether its facts tell the days.
        halved: Whether it was too large to come at once.
    """

    period: Period
    built: BuiltFacts
    fetched_at: datetime
    by_day: bool = True
    halved: bool = False

    @property
    def is_confirmed(self) -> bool:
        """Whether each of its days can be trusted by itself."""
        built, facts = self.built, self.built.facts
        lacking = built.losses or built.billable_withheld or built.amounts.differences
        if not self.by_day or lacking:
            return False
        if built.server_total_s != built.compared_s:
            return False
        return not len(facts) or (
            self.period.start.toordinal() <= int(facts.day.min())
            and int(facts.day.max()) <= self.period.end.toordinal()
        )

    def still_true(self, today: date, day_fetched: date) -> "FactsPart | None":
        """Give the days on which nobody has logged time since it came, as a rule.

        Args:
            today: In the zone that its days are cut by.
            day_fetched: In the same zone.

        Returns:
            Itself; on a later day only the days that were over. ``None`` where there
            is none of these, or they cannot be trusted by themselves.
        """
        if today == day_fetched or self.period.end < day_fetched:
            return self
        if self.period.start >= day_fetched or not self.is_confirmed:
            return None
        return self.of_days(Period(self.period.start, day_fetched - _A_DAY))

    def of_days(self, days: Period) -> "FactsPart":
        """Take some of its days, which only a confirmed part can be asked for."""
        if days == self.period:
            return self
        begun_s = self.built.begun_s
        if begun_s is not None:
            first = (days.start - self.period.start).days
            begun_s = begun_s[first : first + days.days]
        facts = self.built.facts.on(days)
        built = replace(self.built, facts=facts, begun_s=begun_s)
        built = replace(built, server_total_s=built.compared_s)
        return replace(self, period=days, built=built)


def longest_part_days(query: ReportQuery, directory: Directory) -> int:
    """Tell how many days are asked for at once: 31 at most, a week at least.

    The workspace's plan may allow fewer.
    """
    people, projects = len(directory.people), len(directory.projects)
    if query.period.days > _LONGEST_DAYS:
        leaves_a_day = max(1, people * min(projects, _PROJECTS_A_DAY))
        longest = min(_LONGEST_DAYS, max(DAYS_A_WEEK, _MOST_LEAVES // leaves_a_day))
    else:
        many = people * projects > _MANY_LEAVES_A_DAY
        longest = DAYS_A_WEEK if many else _LONGEST_DAYS
    return min(longest, query.workspace.longest_range_days or longest)


def covered(
    period: Period, kept: Iterable[FactsPart]
) -> tuple[list[FactsPart], list[Period]]:
    """Find what of a period is here.

    Args:
        period: Any number of days.
        kept: Parts by the same time zone, what is preferred first.

    Returns:
        Parts without a common day, and the days in between that none of them has.
    """
    used: list[FactsPart] = []
    gaps = [period]
    for part in kept:
        rest: list[Period] = []
        for gap in gaps:
            common = gap.common(part.period)
            if common is None or not (part.is_confirmed or common == part.period):
                rest.append(gap)
                continue
            used.append(part.of_days(common))
            rest += _without(gap, common)
        gaps = rest
        if not gaps:
            break
    return used, gaps


def pieces(gap: Period, longest_days: int, week_start: int) -> tuple[Period, ...]:
    """Cut days that are to be asked for; weeks are cut where they end.

    Args:
        gap: Any number of days.
        longest_days: How many days a piece has at most, one or more.
        week_start: The weekday that a week begins with, Monday is 0.
    """
    if longest_days != DAYS_A_WEEK or gap.days <= DAYS_A_WEEK:
        return gap.parts(longest_days)
    next_week = first_day_of_week(gap.start, week_start) + timedelta(days=DAYS_A_WEEK)
    first = Period(gap.start, next_week - _A_DAY)
    return (first, *Period(next_week, gap.end).parts(DAYS_A_WEEK))


def put_together(
    query: ReportQuery, parts: Sequence[FactsPart], directory: Directory
) -> Report:
    """Make the report of a period of its parts.

    Args:
        query: What it is of.
        parts: Without a common day, one at least.
        directory: Names are taken from it, whatever they were when a part came.

    Raises:
        InvalidResponseError: Nothing of the parts can be used or added up.
    """
    parts = sorted(parts, key=lambda part: part.period.start)
    built = [part.built for part in parts]
    check_usable(built)
    totals_s = [one.server_total_s for one in built if one.server_total_s is not None]
    amounts = joined_checks(one.amounts for one in built)
    facts, left_out = of_one_currency(
        joined_facts([one.facts for one in built], directory, query.workspace.currency),
        amounts.left_out,
    )
    return Report(
        query=query,
        facts=facts,
        directory=directory,
        fetched_at=min(part.fetched_at for part in parts),
        server_total_s=sum(totals_s) if len(totals_s) == len(built) else None,
        billable_withheld=any(one.billable_withheld for one in built),
        losses=sum((Counter(one.losses) for one in built), Counter()),
        amounts=replace(amounts, left_out=left_out),
        begun_s=None
        if query.counting.is_clockifys
        else sum(one.compared_s for one in built),
    )


def _without(period: Period, middle: Period) -> list[Period]:
    rest = []
    if period.start < middle.start:
        rest.append(Period(period.start, middle.start - _A_DAY))
    if middle.end < period.end:
        rest.append(Period(middle.end + _A_DAY, period.end))
    return rest
