"""Last week and this week hold what a review must find, whatever ``now`` is."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clockify_desktop.sample.absences import expected
from clockify_desktop.sample.entries import NONE, RUNNING, Entries
from clockify_desktop.sample.moment import date_of
from clockify_desktop.sample.organisation import Organisation

BERLIN = ZoneInfo("Europe/Berlin")
NOWS = [
    datetime(2026, 11, 24, 9, 14, tzinfo=BERLIN),
    datetime(2026, 1, 1, 0, 30, tzinfo=BERLIN),  # a year begins on a Thursday
    datetime(2025, 12, 31, 23, 59, tzinfo=BERLIN),
    datetime(2024, 2, 29, 12, 0, tzinfo=BERLIN),
    datetime(2026, 3, 29, 3, 30, tzinfo=BERLIN),  # the clocks just went forward
    datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN),  # and back, the first 02:30
    datetime(2026, 4, 5, 12, 0, tzinfo=ZoneInfo("Australia/Sydney")),
    datetime(2026, 3, 9, 0, 20, tzinfo=BERLIN),  # Monday, twenty minutes old
    datetime(2026, 5, 4, 8, 0, tzinfo=BERLIN),  # a Monday after a holiday
    datetime(2026, 7, 19, 18, 0, tzinfo=BERLIN),  # a Sunday evening
    datetime(2026, 1, 2, 17, 0, tzinfo=ZoneInfo("America/New_York")),
]


class Week:
    """One week of a workspace in its owner's zone."""

    def __init__(self, made: Organisation, weeks_ago: int) -> None:
        self.space = made.workspaces[0]
        monday = made.moment.this_monday - 7 * weeks_ago
        self.days = np.arange(monday, monday + 7)
        first = datetime(1970, 1, 1, tzinfo=BERLIN) + timedelta(days=monday)
        self.start_s = int(first.timestamp())
        self.end_s = int((first + timedelta(days=7)).timestamp())
        entries = self.space.entries
        self.entries: Entries = entries.take(
            (entries.start_s >= self.start_s) & (entries.start_s < self.end_s)
        )

    def of(self, handle: str) -> Entries:
        handles = [person.handle for person in self.space.people]
        return self.entries.take(self.entries.user == handles.index(handle))

    def hours(self, handle: str) -> float:
        return float(self.of(handle).seconds().sum() / 3600)

    def overlaps(self) -> set[int]:
        found: set[int] = set()
        for number in np.unique(self.entries.user).tolist():
            mine = self.entries.take(self.entries.user == number)
            if (mine.end_s[:-1] > mine.start_s[1:]).any():
                found.add(number)
        return found

    def missing_days(self, handle: str) -> int:
        """Days on which somebody was expected and logged nothing."""
        space = self.space
        person = next(p for p in space.people if p.handle == handle)
        number = space.people.index(person)
        plan = expected(space.people, self.days, space.holidays, space.leaves)[number]
        zone = ZoneInfo(person.zone)
        logged = {
            datetime.fromtimestamp(int(start), zone).date()
            for start in space.entries.start_s[space.entries.user == number]
        }
        dates = [date_of(int(day)) for day in self.days]
        return sum(
            bool(due) and day not in logged
            for due, day in zip(plan, dates, strict=True)
        )


def check_last_week(made: Organisation) -> None:
    week = Week(made, 1)
    entries, space = week.entries, week.space
    seconds = entries.seconds()
    assert not len(week.of("priya.raman"))
    assert any(week.missing_days(h) for h in ("liam.oconnor", "nadia.rahman"))
    assert week.overlaps()
    assert (entries.project == NONE).any()
    assert (entries.description == 0).any()
    assert (seconds > 11 * 3600).any()
    assert ((seconds > 0) & (seconds < 60)).any()
    archived = [n for n, p in enumerate(space.projects) if p.archived]
    assert np.isin(entries.project, archived).any()
    currencies = {space.currency_of(int(p)) for p in week.of("chiara.lombardi").project}
    assert len(currencies) == 2
    days = {
        (
            datetime.fromtimestamp(int(a), BERLIN).date(),
            datetime.fromtimestamp(int(b), BERLIN).date(),
        )
        for a, b in zip(
            week.of("oskar.nieminen").start_s,
            week.of("oskar.nieminen").end_s,
            strict=True,
        )
    }
    assert any(first != last for first, last in days)
    assert any(leave.first_day in week.days for leave in space.leaves)
    assert any(
        holiday.first_day in week.days and not holiday.annual
        for holiday in space.holidays
    )
    assert week.hours("amara.okafor") > 40
    assert week.hours("elif.yilmaz") < 26


def check_this_week(made: Organisation) -> None:
    week = Week(made, 0)
    entries = week.entries
    assert (week.space.entries.end_s == RUNNING).sum() == 1
    assert not len(week.of("priya.raman"))
    assert week.overlaps()
    assert (entries.project == NONE).any()
    assert (entries.description == 0).any()


@pytest.mark.parametrize("now", NOWS, ids=str)
def test_a_review_finds_everything(now: datetime) -> None:
    made = Organisation.generate(now)
    check_last_week(made)
    check_this_week(made)


@settings(max_examples=25)
@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2031, 1, 1)),  # noqa: DTZ001 - the zone comes below
    st.integers(0, 1000),
)
def test_a_review_finds_everything_at_any_instant(drawn: datetime, seed: int) -> None:
    now = drawn.replace(tzinfo=UTC)
    made = Organisation.generate(now, seed)
    check_last_week(made)
    # A week that began just now holds as much as fits into it.
    if now.timestamp() - Week(made, 0).start_s > 600:
        check_this_week(made)


@pytest.mark.parametrize("now", NOWS, ids=str)
def test_nothing_is_later_than_now(now: datetime) -> None:
    for space in Organisation.generate(now).workspaces:
        assert space.entries.start_s.max() < now.timestamp()
        assert space.entries.end_s.max() <= now.timestamp()
        finished = space.entries.end_s != RUNNING
        assert (space.entries.seconds()[finished] > 0).all()
        assert (np.diff(space.entries.start_s) >= 0).all()


@pytest.mark.parametrize(
    "zone", ["Europe/Berlin", "America/New_York", "Australia/Sydney"]
)
def test_somebody_works_while_the_clocks_change(
    organisation: Organisation, zone: str
) -> None:
    space = organisation.workspaces[0]
    there = ZoneInfo(zone)
    steps = set()
    for person, start, end in zip(
        space.entries.user, space.entries.start_s, space.entries.end_s, strict=True
    ):
        if space.people[person].zone == zone and end != RUNNING:
            first = datetime.fromtimestamp(int(start), there).utcoffset()
            last = datetime.fromtimestamp(int(end), there).utcoffset()
            steps.add((last - first) // timedelta(hours=1))  # type: ignore[operator]  # aware instants have offsets
    assert steps == {-1, 0, 1}
