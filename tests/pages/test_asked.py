from datetime import date

from clockify_desktop.domain.capacity import (
    ASSUMED,
    Capacity,
    CapacitySource,
    WorkingHours,
)
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.identity import ProjectId, UserId
from clockify_desktop.domain.review_records import DayOff, ProjectDates, SetCapacity
from clockify_desktop.pages.asked import (
    ProjectDatesAsked,
    Told,
    capacities_told,
    common_hours,
    days_off_told,
)
from tests.pages.plan_of_people import hours

ANN, BOB = UserId("ann"), UserId("bob")
OCTOBER, MONDAY, FRIDAY = date(2026, 10, 5), date(2026, 11, 16), date(2026, 11, 20)
BY_HAND = CapacitySource.BY_HAND
FULL = hours(*range(5))
SET = hours(*range(4), source=BY_HAND, since=OCTOBER)
UNEVEN = WorkingHours((28800,) * 4 + (14400, 0, 0), BY_HAND, MONDAY)
KNOWN = Capacity({ANN: (FULL, SET, UNEVEN), BOB: (FULL,)})


def test_what_was_set_of_a_person_is_listed_the_latest_first() -> None:
    assert capacities_told(KNOWN, ANN, DurationFormat.MINUTES) == (
        Told(
            "8 h, Mon–Thu; 4 h, Fri, from 16 Nov 2026",
            SetCapacity(ANN, MONDAY, UNEVEN.seconds),
        ),
        Told("8 h, Mon–Thu, from 5 Oct 2026", SetCapacity(ANN, OCTOBER, SET.seconds)),
    )
    # What Clockify tells is not to be taken back here.
    assert capacities_told(KNOWN, BOB, DurationFormat.MINUTES) == ()


def test_several_people_begin_with_what_they_have_in_common() -> None:
    assert common_hours(KNOWN, (ANN,), MONDAY) == UNEVEN
    assert common_hours(KNOWN, (ANN, BOB), MONDAY) == ASSUMED
    assert common_hours(KNOWN, (ANN, BOB), date(2026, 10, 4)) == FULL


def test_days_off_of_one_person_are_listed_the_latest_first() -> None:
    week = DayOff(ANN, MONDAY, FRIDAY, "training")
    gone = DayOff(ANN, date(2026, 12, 1), None)
    others = (DayOff(BOB, MONDAY, MONDAY), DayOff(None, MONDAY, MONDAY, "moving"))
    assert days_off_told((week, *others, gone), ANN) == (
        Told("from Tue 1 Dec 2026", gone),
        Told("16–20 Nov 2026: training", week),
    )


def test_the_dates_of_a_project_are_listed_as_far_as_they_are_known() -> None:
    def words(first: date | None, last: date | None) -> str:
        dates = ProjectDates(ProjectId("p"), first, last)
        asked = ProjectDatesAsked(dates.project, "Web", MONDAY, dates, 0)
        (told,) = asked.told
        assert told.record == dates
        return told.words

    assert words(MONDAY, FRIDAY) == "16–20 Nov 2026"
    assert words(MONDAY, None) == "from Mon 16 Nov 2026"
    assert words(None, FRIDAY) == "until Fri 20 Nov 2026"
    # Kept by an earlier version, perhaps.
    assert words(FRIDAY, MONDAY) == "from Fri 20 Nov 2026 until Mon 16 Nov 2026"
    nothing = ProjectDatesAsked(ProjectId("p"), "Web", MONDAY, None, 0)
    assert nothing.told == ()
