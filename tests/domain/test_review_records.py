from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from clockify_desktop.domain.identity import ProjectId, TimeEntryId, UserId
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.review_records import (
    DayOff,
    EntryVerdict,
    LookedAt,
    ProjectDates,
    ReviewRecord,
    ReviewRecords,
    SetCapacity,
    Verdict,
    is_over,
    reason_off,
)

MONDAY, SUNDAY = date(2026, 11, 16), date(2026, 11, 22)
ANN, BOB = UserId("a"), UserId("b")
NOON = datetime(2026, 11, 16, 12, tzinfo=UTC)
LOOKED = LookedAt("who-logged", MONDAY, SUNDAY)
FINE = EntryVerdict("long", TimeEntryId("e"), Verdict.FINE, NOON, "a night shift")
DATES = ProjectDates(ProjectId("p"), MONDAY, None)


def test_records_are_found_by_what_they_are() -> None:
    later = SetCapacity(ANN, SUNDAY, (28800,) * 4 + (0,) * 3)
    earlier = SetCapacity(ANN, MONDAY, (28800,) * 5 + (0,) * 2)
    off = DayOff(ANN, MONDAY, MONDAY, "moving house")
    records = ReviewRecords((later, LOOKED, FINE, off, DATES, earlier))
    assert records.looked_at("who-logged", Period(MONDAY, SUNDAY))
    assert not records.looked_at("where", Period(MONDAY, SUNDAY))
    assert not records.looked_at("who-logged", Period(MONDAY, MONDAY))
    assert records.verdicts == {("long", TimeEntryId("e")): FINE}
    assert records.days_off == (off,)
    assert records.capacities == (earlier, later)
    assert records.project_dates == {ProjectId("p"): DATES}


@pytest.mark.parametrize(
    ("user", "day", "reason"),
    [
        (ANN, MONDAY, "moving house"),
        (ANN, SUNDAY, "company day"),
        (BOB, SUNDAY, "company day"),
        (BOB, MONDAY, None),
        (BOB, date(2026, 12, 1), "a freelancer"),
        (BOB, date(2027, 12, 1), "a freelancer"),
        (ANN, date(2026, 12, 1), None),
    ],
)
def test_days_off_are_of_one_or_of_everyone(
    user: UserId, day: date, reason: str | None
) -> None:
    days_off = (
        DayOff(ANN, MONDAY, MONDAY, "moving house"),
        DayOff(None, SUNDAY, SUNDAY, "company day"),
        DayOff(BOB, date(2026, 12, 1), None, "a freelancer"),
    )
    assert reason_off(days_off, user, day) == reason


@pytest.mark.parametrize(
    ("record", "today", "over"),
    [
        (FINE, date(2027, 2, 8), False),
        (FINE, date(2027, 2, 9), True),
        (LOOKED, date(2027, 2, 14), False),
        (LOOKED, date(2027, 2, 15), True),
        (DATES, date(2037, 1, 1), False),
    ],
)
def test_what_was_said_of_the_past_expires(
    record: ReviewRecord,
    today: date,
    over: bool,  # noqa: FBT001 - a case of two
) -> None:
    assert is_over(record, today) is over


@pytest.mark.parametrize(
    ("verdict", "hours_later", "settled"),
    [
        (Verdict.FINE, -1, True),
        (Verdict.FINE, 1, True),
        (Verdict.ASK, 1, False),
        # What is still there in a later fetch is not fixed.
        (Verdict.FIXED, -1, True),
        (Verdict.FIXED, 1, False),
    ],
)
def test_what_is_settled(*, verdict: Verdict, hours_later: int, settled: bool) -> None:
    said = replace(FINE, verdict=verdict)
    assert said.settles(NOON + timedelta(hours=hours_later)) is settled
