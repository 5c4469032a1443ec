import pytest

from clockify_desktop.viewmodels.report_view import NO_FOCUS, Focus, Rows, Series, View
from clockify_desktop.viewmodels.view_choices import (
    ROW_HEADS,
    ROW_WORDS,
    SERIES_HEADS,
    SERIES_WORDS,
    series_for,
    swapped,
    with_rows,
    with_series,
)

BOTH = Focus(frozenset({"one:u"}), frozenset({"one:p"}))


def test_everything_has_words() -> None:
    assert set(ROW_WORDS) == set(ROW_HEADS) == set(Rows)
    assert set(SERIES_WORDS) == set(SERIES_HEADS) == set(Series)


@pytest.mark.parametrize("rows", list(Rows))
def test_colours_never_say_what_the_rows_say(rows: Rows) -> None:
    assert rows.value not in [series.value for series in series_for(rows)]
    assert Series.BILLABLE in series_for(rows)
    for series in Series:
        view = with_rows(View(series=series, focus=BOTH), rows)
        if rows is not Rows.PEOPLE:
            assert view.series in series_for(rows)
            assert not view.focus.rows
            assert bool(view.focus.columns) == (view.series is series)


def test_the_same_rows_change_nothing() -> None:
    view = View(focus=BOTH)
    assert with_rows(view, view.rows) is view
    assert with_series(view, view.series) is view


def test_other_colours_keep_the_rows_of_a_focus() -> None:
    view = with_series(View(focus=BOTH), Series.BILLABLE)
    assert view.focus == Focus(rows=BOTH.rows)


@pytest.mark.parametrize(
    ("rows", "series"),
    [
        (Rows.PEOPLE, Series.PROJECTS),
        (Rows.PEOPLE, Series.CLIENTS),
        (Rows.PROJECTS, Series.CLIENTS),
        (Rows.CLIENTS, Series.PEOPLE),
    ],
)
def test_turning_twice_is_where_it_began(rows: Rows, series: Series) -> None:
    view = View(rows=rows, series=series, focus=BOTH)
    turned = swapped(view)
    assert (turned.rows.value, turned.series.value) == (series.value, rows.value)
    assert turned.focus == Focus(BOTH.columns, BOTH.rows)
    assert swapped(turned) == view


@pytest.mark.parametrize(
    ("view", "rows"),
    [
        (View(rows=Rows.TEAMS, focus=BOTH), Rows.PROJECTS),
        (View(series=Series.BILLABLE, focus=BOTH), Rows.PROJECTS),
        (View(rows=Rows.PROJECTS, series=Series.BILLABLE, focus=BOTH), Rows.PEOPLE),
    ],
)
def test_what_cannot_be_turned_becomes_people_and_projects(
    view: View, rows: Rows
) -> None:
    turned = swapped(view)
    assert turned.rows is rows
    assert turned.series is series_for(rows)[0]
    assert turned.focus == NO_FOCUS
