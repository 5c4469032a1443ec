import pytest

from clockify_desktop.domain.durations import SECONDS_AN_HOUR, DurationFormat
from clockify_desktop.pages.capacity_options import (
    TOLERANCES,
    CapacityOptions,
    Order,
    Rows,
    Tolerance,
    alternative_of,
    chosen,
    controls_of,
    options_of,
)
from clockify_desktop.pages.chart_selection import ChartSelection
from clockify_desktop.pages.page import ViewOptions

SELECTED = ChartSelection(frozenset({"one:ann"}))


@pytest.mark.parametrize(
    "options",
    [
        CapacityOptions(),
        CapacityOptions(Rows.TEAMS, "1-day", Order.TIME),
        CapacityOptions(Rows.PEOPLE, "10-week"),
    ],
)
def test_choices_come_back_from_their_texts(options: CapacityOptions) -> None:
    assert options_of(options.choices) == options


def test_what_means_nothing_is_as_usual() -> None:
    kept = {"rows": "projects", "tolerance": "7-week", "order": "rank"}
    assert options_of(kept) == CapacityOptions()


@pytest.mark.parametrize(
    ("tolerance", "days", "hours"),
    [
        (TOLERANCES["5-week"], 7, 5),
        (TOLERANCES["5-week"], 14, 10),
        (TOLERANCES["5-week"], 5, 5),
        (TOLERANCES["5-week"], 6, 5),
        (TOLERANCES["5-week"], 1, 1),
        (TOLERANCES["10-week"], 7, 10),
        (TOLERANCES["1-day"], 7, 5),
        (TOLERANCES["1-day"], 1, 1),
        (TOLERANCES["2-day"], 28, 40),
    ],
)
def test_a_tolerance_goes_with_the_days(
    tolerance: Tolerance, days: int, hours: int
) -> None:
    assert tolerance.of_days(days) == hours * SECONDS_AN_HOUR


def test_the_controls_say_what_is_chosen() -> None:
    rows, tolerance, order = controls_of(ViewOptions({"tolerance": "1-day"}))
    assert rows.choices == (("people", "People"), ("teams", "Teams"))
    assert rows.side_by_side
    assert (rows.chosen, tolerance.chosen, order.chosen) == ("people", "1-day", "name")
    assert dict(tolerance.choices)["1-day"] == "1:00 a day"
    assert dict(tolerance.choices)["5-week"] == "5:00 a week"
    decimal = controls_of(ViewOptions(durations=DurationFormat.DECIMAL))[1]
    assert dict(decimal.choices)["5-week"] == "5.00 a week"


def test_other_rows_lose_what_was_selected() -> None:
    view = ViewOptions(selected=SELECTED)
    assert chosen(view, "order", "name") == view
    ordered = chosen(view, "order", "time")
    assert ordered.selected == SELECTED
    assert options_of(ordered.choices).order is Order.TIME
    teams = chosen(ordered, "rows", "teams")
    assert not teams.selected
    assert options_of(teams.choices) == CapacityOptions(Rows.TEAMS, order=Order.TIME)


def test_turning_shows_teams_or_people() -> None:
    there = alternative_of(ViewOptions())
    back = alternative_of(there.view)
    assert (there.words, back.words) == ("Show by team", "Show by person")
    assert options_of(back.view.choices).rows is Rows.PEOPLE
