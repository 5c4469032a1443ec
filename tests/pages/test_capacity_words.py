from datetime import date

import pytest

from clockify_desktop.domain.capacity import ASSUMED, CapacitySource, WorkingHours
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.pages.capacity_words import (
    days_in_words,
    hours_in_words,
    source_in_words,
)
from tests.pages.plan_of_people import HOUR, hours

MINUTES = DurationFormat.MINUTES


@pytest.mark.parametrize(
    ("held", "words"),
    [
        (ASSUMED, "8 h, Mon–Fri"),
        (hours(0, 1, 2, 3, since=date(2026, 10, 5)), "8 h, Mon–Thu, from 5 Oct"),
        (hours(0, 2, 4), "8 h, Mon, Wed, Fri"),
        (hours(5, 6, day_h=7.5), "7:30, Sat–Sun"),
        (hours(0, 1, 3, 6), "8 h, Mon–Tue, Thu, Sun"),
        (hours(), "no working days"),
        (
            WorkingHours((*[8 * HOUR] * 4, 4 * HOUR, 0, 0), CapacitySource.PROFILE),
            "8 h, Mon–Thu; 4 h, Fri",
        ),
    ],
)
def test_hours_in_words(held: WorkingHours, words: str) -> None:
    assert hours_in_words(held, MINUTES) == words


def test_days_and_sources_in_words() -> None:
    assert days_in_words([date(2026, 11, 19), date(2026, 11, 20)]) == "Thu 19, Fri 20"
    assert hours_in_words(hours(0, day_h=7.5), DurationFormat.DECIMAL) == "7.50, Mon"
    assert len({source_in_words(one) for one in CapacitySource}) == 4
