from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.domain.period import Period
from clockify_desktop.domain.period_steps import stepped
from clockify_desktop.domain.presets import Preset


def _period(text: str) -> Period:
    start, end = text.split("..")
    return Period(date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    ("preset", "before", "by", "after"),
    [
        (Preset.TODAY, "2026-11-01..2026-11-01", -1, "2026-10-31..2026-10-31"),
        (Preset.LAST_WEEK, "2026-11-16..2026-11-22", 1, "2026-11-23..2026-11-29"),
        (None, "2026-11-16..2026-11-22", -1, "2026-11-09..2026-11-15"),
        (Preset.PAST_TWO_WEEKS, "2026-11-09..2026-11-22", -1, "2026-10-26..2026-11-08"),
        (Preset.THIS_MONTH, "2026-11-01..2026-11-30", -1, "2026-10-01..2026-10-31"),
        (Preset.LAST_MONTH, "2026-01-01..2026-01-31", 1, "2026-02-01..2026-02-28"),
        (Preset.LAST_MONTH, "2024-03-01..2024-03-31", -1, "2024-02-01..2024-02-29"),
        (Preset.LAST_QUARTER, "2026-07-01..2026-09-30", 1, "2026-10-01..2026-12-31"),
        (Preset.LAST_QUARTER, "2026-01-01..2026-03-31", -1, "2025-10-01..2025-12-31"),
        (Preset.THIS_YEAR, "2024-01-01..2024-12-31", 1, "2025-01-01..2025-12-31"),
        # Two whole months as a range stay two whole months.
        (None, "2026-09-01..2026-10-31", 1, "2026-11-01..2026-12-31"),
        # This February is four whole weeks as well.
        (None, "2027-02-01..2027-02-28", 1, "2027-03-01..2027-03-31"),
        (Preset.LAST_4_WEEKS, "2027-02-01..2027-02-28", 1, "2027-03-01..2027-03-28"),
        # The calendar has ends.
        (Preset.THIS_WEEK, "0001-01-01..0001-01-07", -1, "0001-01-01..0001-01-07"),
        (Preset.THIS_YEAR, "9999-01-01..9999-12-31", 1, "9999-01-01..9999-12-31"),
        (Preset.THIS_YEAR, "0001-01-01..0001-12-31", -1, "0001-01-01..0001-12-31"),
    ],
)
def test_a_step(preset: Preset | None, before: str, by: int, after: str) -> None:
    assert stepped(_period(before), preset, by) == _period(after)


_DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))


@given(st.sampled_from(Preset), _DAYS, st.integers(0, 6), st.integers(-9, 9))
def test_steps_of_a_preset_follow_each_other_without_a_gap(
    preset: Preset, today: date, week_start: int, by: int
) -> None:
    period = preset.resolve(today, week_start)
    here = stepped(period, preset, by)
    following = stepped(here, preset, 1)
    assert following.start == here.end + timedelta(days=1)
    assert following == stepped(period, preset, by + 1)
    assert stepped(following, preset, -by - 1) == period


@given(_DAYS, st.integers(0, 400), st.integers(-9, 9))
def test_steps_of_a_range_touch(start: date, length: int, by: int) -> None:
    here = Period(start, start + timedelta(days=length))
    for _ in range(abs(by)):
        following = stepped(here, None, 1)
        assert following.start == here.end + timedelta(days=1)
        assert stepped(following, None, -1) == here or _became_months(here, following)
        here = following


def _became_months(before: Period, after: Period) -> bool:
    # 31 days from 1 December on are a month, those before them were 31 days.
    next_day = after.end + timedelta(days=1)
    return before.start.day != 1 and after.start.day == next_day.day == 1
