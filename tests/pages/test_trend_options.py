import pytest

from clockify_desktop.domain.level import Level
from clockify_desktop.pages.chart_selection import NO_SELECTION, ChartSelection
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.trend import TREND
from clockify_desktop.pages.trend_options import Order, TrendOptions, options_of

SELECTED = ChartSelection(frozenset({"one:u0"}))


def test_choices_are_read_back() -> None:
    options = TrendOptions(Level.CLIENT, 8, Order.TIME)
    assert options_of(options.choices) == options
    assert options_of(TrendOptions().choices) == TrendOptions()


@pytest.mark.parametrize(
    "choices",
    [{}, {"rows": "day"}, {"periods": "1000000000"}, {"periods": "x", "order": "?"}],
)
def test_what_means_nothing_is_as_usual(choices: dict[str, str]) -> None:
    assert options_of(choices) == TrendOptions()


@pytest.mark.parametrize(
    ("rows", "people", "has_teams", "shown"),
    [
        (None, 29, True, Level.USER),
        (None, 30, True, Level.GROUP),
        (None, 30, False, Level.USER),
        (Level.USER, 300, True, Level.USER),
        (Level.GROUP, 3, True, Level.GROUP),
        (Level.GROUP, 3, False, Level.USER),
    ],
)
def test_many_people_are_shown_by_team(
    rows: Level | None, people: int, has_teams: object, shown: Level
) -> None:
    found = TrendOptions(rows).shown(people, has_teams=bool(has_teams))
    assert found is shown


def test_controls() -> None:
    rows, periods, order = TREND.controls(ViewOptions({"periods": "8"}))
    assert [words for _, words in rows.choices] == [
        "People",
        "Teams",
        "Projects",
        "Clients",
    ]
    assert rows.chosen == "user"
    assert dict(periods.choices) == {"12": "12 periods", "8": "8 periods"}
    assert (periods.chosen, order.chosen) == ("8", "name")


def test_other_rows_lose_what_was_selected() -> None:
    view = ViewOptions(selected=SELECTED)
    assert TREND.choose(view, "rows", "project").selected == NO_SELECTION
    assert TREND.choose(view, "periods", "8").selected == SELECTED
    assert TREND.choose(view, "periods", "12") is view


def test_one_key_turns_between_people_and_projects() -> None:
    there = TREND.alternative(ViewOptions())
    assert there.words == "Show by project"
    back = TREND.alternative(there.view)
    assert back.words == "Show by person"
    assert options_of(back.view.choices).rows is Level.USER
