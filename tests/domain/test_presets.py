from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.domain.errors import UsageError
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.presets import FixedPeriod, Preset, parse_period

todays = st.dates(date(1990, 1, 1), date(2100, 1, 1))
week_starts = st.integers(0, 6)


@pytest.mark.parametrize(
    ("preset", "start", "end"),
    [
        ("today", "2026-11-25", "2026-11-25"),
        ("yesterday", "2026-11-24", "2026-11-24"),
        ("this-week", "2026-11-23", "2026-11-29"),
        ("last-week", "2026-11-16", "2026-11-22"),
        ("past-two-weeks", "2026-11-09", "2026-11-22"),
        ("last-4-weeks", "2026-10-26", "2026-11-22"),
        ("last-8-weeks", "2026-09-28", "2026-11-22"),
        ("last-12-weeks", "2026-08-31", "2026-11-22"),
        ("this-month", "2026-11-01", "2026-11-30"),
        ("last-month", "2026-10-01", "2026-10-31"),
        ("this-quarter", "2026-10-01", "2026-12-31"),
        ("last-quarter", "2026-07-01", "2026-09-30"),
        ("this-year", "2026-01-01", "2026-12-31"),
        ("last-year", "2025-01-01", "2025-12-31"),
    ],
)
def test_every_preset_on_a_wednesday(preset: str, start: str, end: str) -> None:
    period_choice = parse_period(preset)
    found = period_choice.resolve(date(2026, 11, 25), 0)
    assert found == Period(date.fromisoformat(start), date.fromisoformat(end))


def test_every_preset_is_named_above() -> None:
    assert len(Preset) == 14


@given(todays, week_starts)
def test_weeks_are_whole_and_end_before_this_one(today: date, week_start: int) -> None:
    this_week = Preset.THIS_WEEK.resolve(today, week_start)
    assert this_week.start.weekday() == week_start
    assert this_week.days == 7
    assert today in this_week
    for preset, weeks in (
        (Preset.LAST_WEEK, 1),
        (Preset.PAST_TWO_WEEKS, 2),
        (Preset.LAST_4_WEEKS, 4),
        (Preset.LAST_8_WEEKS, 8),
        (Preset.LAST_12_WEEKS, 12),
    ):
        found = preset.resolve(today, week_start)
        assert found.days == weeks * 7
        assert found.end == this_week.start - timedelta(days=1)


@given(todays, week_starts)
def test_longer_presets_meet_without_a_gap(today: date, week_start: int) -> None:
    for this, last in (
        (Preset.THIS_MONTH, Preset.LAST_MONTH),
        (Preset.THIS_QUARTER, Preset.LAST_QUARTER),
        (Preset.THIS_YEAR, Preset.LAST_YEAR),
    ):
        now = this.resolve(today, week_start)
        before = last.resolve(today, week_start)
        assert today in now
        assert before.end == now.start - timedelta(days=1)
        assert now.start.day == before.start.day == 1


def test_an_iso_week_goes_from_monday_to_sunday_however_the_week_starts() -> None:
    period_choice = parse_period("2026-W47")
    week = Period(date(2026, 11, 16), date(2026, 11, 22))
    assert period_choice == FixedPeriod(week)
    assert period_choice.resolve(date(2000, 1, 1), 6) == week


def test_a_range_and_a_day() -> None:
    week = Period(date(2026, 11, 16), date(2026, 11, 22))
    assert parse_period("2026-11-16..2026-11-22") == FixedPeriod(week)
    day = Period(date(2026, 11, 16), date(2026, 11, 16))
    assert parse_period("2026-11-16") == FixedPeriod(day)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("", "is no period"),
        ("next-week", "is no period"),
        ("Last-Week", "is no period"),
        ("2026-W7", "is no period"),
        ("2026-11-16...2026-11-22", "is no period"),
        ("2026-11-16..", "is no period"),
        ("16.11.2026", "is no period"),
        ("2026-W54", "no such day or week"),
        ("2026-W00", "no such day or week"),
        ("0000-W01", "no such day or week"),
        ("9999-W52", "no such day or week"),
        ("2026-02-29", "no such day or week"),
        ("2026-11-16..2026-11-31", "no such day or week"),
        ("2026-11-22..2026-11-16", "ends before it starts"),
        ("2016-11-22..2026-12-31", "too long"),
    ],
)
def test_what_is_no_period_is_refused(text: str, title: str) -> None:
    with pytest.raises(UsageError, match=title):
        parse_period(text)


def test_the_advice_lists_what_can_be_said() -> None:
    with pytest.raises(UsageError) as refused:
        parse_period("fortnight")
    assert all(preset in refused.value.advice for preset in Preset)
