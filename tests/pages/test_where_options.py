import pytest

from clockify_desktop.domain.level import Level
from clockify_desktop.pages.chart_selection import NO_SELECTION, ChartSelection
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.where import WHERE
from clockify_desktop.pages.where_options import (
    COLORS,
    ROWS,
    Billable,
    Order,
    WhereOptions,
    options_of,
)

BOTH = ChartSelection(frozenset({"one:u"}), frozenset({"one:p"}))
EVERY_COLOR = (*Level, None)


@pytest.mark.parametrize("rows", Level)
@pytest.mark.parametrize("colors", EVERY_COLOR)
@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("billable", Billable)
def test_choices_come_back_from_their_texts(
    rows: Level, colors: Level | None, order: Order, billable: Billable
) -> None:
    options = WhereOptions(rows, colors, order, billable)
    assert options_of(options.choices) == options


@pytest.mark.parametrize(
    "kept", [{}, {"rows": "tea", "colors": "", "order": "size"}, {"more": "user"}]
)
def test_what_means_nothing_is_as_usual(kept: dict[str, str]) -> None:
    assert options_of(kept) == WhereOptions()


def test_what_is_grouped_by_what() -> None:
    assert WhereOptions(Level.GROUP, Level.USER).what == "teams by person"
    assert WhereOptions(Level.USER, None).what == "people by billable"
    assert WhereOptions(Level.USER, Level.USER).what == "people"


@pytest.mark.parametrize(
    ("columns", "chosen", "known"),
    [
        ("task", (Level.TASK, Level.PROJECT), (Level.TASK, Level.PROJECT)),
        ("", (Level.TASK, Level.PROJECT), (Level.PROJECT, Level.USER)),
        ("", (Level.TASK, Level.USER), (Level.PROJECT, Level.USER)),
        ("", (Level.TASK, None), (Level.PROJECT, None)),
        ("", (Level.TAGS, Level.PROJECT), (Level.USER, Level.PROJECT)),
        ("", (Level.TAGS, Level.USER), (Level.USER, Level.PROJECT)),
        ("", (Level.CLIENT, Level.TAGS), (Level.CLIENT, Level.PROJECT)),
        ("tags", (Level.CLIENT, Level.TAGS), (Level.CLIENT, Level.TAGS)),
        ("", (Level.DAY, Level.TAGS), (Level.DAY, Level.DAY)),
        ("", (Level.USER, Level.USER), (Level.USER, Level.USER)),
    ],
)
def test_what_facts_do_not_tell_is_shown_by_what_is_nearest(
    columns: str,
    chosen: tuple[Level, Level | None],
    known: tuple[Level, Level | None],
) -> None:
    told = {"user", "project", "day", columns}
    options = WhereOptions(*chosen, Order.TIME, Billable.ONLY)
    after = WhereOptions(*known, Order.TIME, Billable.ONLY)
    assert options.known_of(told.__contains__) == after


@pytest.mark.parametrize("rows", ROWS)
def test_colours_never_say_what_the_rows_say(rows: Level) -> None:
    assert rows not in COLORS[rows]
    assert None in COLORS[rows]
    for colors in EVERY_COLOR:
        before = WhereOptions(Level.USER, colors)
        view = WHERE.choose(
            ViewOptions(before.choices, selected=BOTH), "rows", rows.value
        )
        if rows is not Level.USER:
            after = options_of(view.choices)
            assert after.colors in COLORS[rows]
            assert not view.selected.rows
            assert bool(view.selected.columns) == (after.colors is colors)


def test_the_same_choice_changes_nothing() -> None:
    view = ViewOptions(selected=BOTH)
    for control in WHERE.controls(view):
        assert WHERE.choose(view, control.key, control.chosen) is view


def test_other_colours_keep_the_selected_rows() -> None:
    view = WHERE.choose(ViewOptions(selected=BOTH), "colors", "billable")
    assert view.selected == ChartSelection(rows=BOTH.rows)


@pytest.mark.parametrize(
    ("control", "choice"), [("order", "time"), ("billable", "not-billable")]
)
def test_another_order_or_time_keeps_all_that_is_selected(
    control: str, choice: str
) -> None:
    view = WHERE.choose(ViewOptions(selected=BOTH), control, choice)
    assert (view.choices[control], view.selected) == (choice, BOTH)


def test_controls_offer_colours_that_only_arguments_name_too() -> None:
    _, colors, *_ = WHERE.controls(ViewOptions({"rows": "day", "colors": "client"}))
    assert colors.chosen == "client"
    _, colors, *_ = WHERE.controls(ViewOptions({"rows": "user", "colors": "group"}))
    assert ("group", "Teams") in colors.choices


@pytest.mark.parametrize("rows", ROWS)
def test_turning_shows_people_or_projects_as_the_button_says(rows: Level) -> None:
    options = WhereOptions(rows, None, Order.TIME)
    turned = WHERE.alternative(ViewOptions(options.choices, selected=BOTH))
    by_project = rows is Level.USER
    assert turned.words == ("Show by project" if by_project else "Show by person")
    assert turned.view.selected == NO_SELECTION
    assert options_of(turned.view.choices) == WhereOptions(
        Level.PROJECT if by_project else Level.USER,
        Level.USER if by_project else Level.PROJECT,
        Order.TIME,
    )
