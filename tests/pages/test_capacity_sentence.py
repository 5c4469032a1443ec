from dataclasses import replace

import pytest

from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.pages.capacity_sentence import CapacityCounts, capacity_sentence
from tests.pages.plan_of_people import HOUR

# The drawing's own.
COUNTS = CapacityCounts(
    people=16,
    busy=15,
    hours_s=544 * HOUR + 240,
    expected_s=600 * HOUR,
    leave_s=16 * HOUR,
    holiday_s=0,
    short=4,
    over=0,
    unfinished=0,
    tolerance_s=5 * HOUR,
)
FIRST = "15 of 16 people logged 544:04 of 600:00."
LEAVE = "Leave took off 16:00."


ONE_SHORT = "1 is short by more than 5:00"
NOBODY = "Nobody is short or over by more than 5:00."
CASES = {
    f"{FIRST} 4 are short by more than 5:00, nobody is over by as much. {LEAVE}": {},
    f"16 people logged 544:04 of 600:00. {ONE_SHORT}, 2 are over by as much.": {
        "busy": 16, "short": 1, "over": 2, "leave_s": 0,
    },
    f"{FIRST} Nobody is short by more than 5:00, 1 is over by as much. Leave and"
    " holidays took off 24:00.": {"short": 0, "over": 1, "holiday_s": 8 * HOUR},
    f"{FIRST} {NOBODY} Holidays took off 8:00.": {
        "short": 0, "leave_s": 0, "holiday_s": 8 * HOUR,
    },
    f"{FIRST} 16 people still have workdays to come.": {
        "short": 0, "unfinished": 16, "leave_s": 0,
    },
    f"{FIRST} {ONE_SHORT}, nobody is over by as much. 1 person still has workdays to"
    " come.": {"short": 1, "unfinished": 1, "leave_s": 0},
    "15 of 16 people logged 544:04; capacity is loading.": {"is_loading": True},
    f"{FIRST} {NOBODY} No capacity is known: 8 h, Monday to Friday, is assumed. All"
    " their time counts, whichever projects are chosen.": {
        "short": 0, "leave_s": 0, "all_assumed": True, "of_some_projects": True,
    },
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "change"), CASES.items())
def test_the_sentence(sentence: str, change: dict[str, int]) -> None:
    counts = replace(COUNTS, **change)
    assert capacity_sentence(counts, DurationFormat.MINUTES) == sentence


def test_hours_are_written_as_the_view_wishes() -> None:
    said = capacity_sentence(COUNTS, DurationFormat.DECIMAL)
    assert said.startswith("15 of 16 people logged 544.07 of 600.00.")
