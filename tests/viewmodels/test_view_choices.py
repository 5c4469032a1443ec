import pytest

from clockify_desktop.viewmodels.report_view import (
    NO_SELECTION,
    ChartSelection,
    Order,
    Rows,
    Series,
    ViewOptions,
)
from clockify_desktop.viewmodels.view_choices import (
    ROW_HEADS,
    ROW_WORDS,
    SERIES_HEADS,
    SERIES_WORDS,
    series_for,
    swap_words,
    swapped,
    with_rows,
    with_series,
)

BOTH = ChartSelection(frozenset({"one:u"}), frozenset({"one:p"}))


def test_everything_has_words() -> None:
    assert set(ROW_WORDS) == set(ROW_HEADS) == set(Rows)
    assert set(SERIES_WORDS) == set(SERIES_HEADS) == set(Series)


@pytest.mark.parametrize("rows", list(Rows))
def test_colours_never_say_what_the_rows_say(rows: Rows) -> None:
    assert rows.value not in [series.value for series in series_for(rows)]
    assert Series.BILLABLE in series_for(rows)
    for series in Series:
        view = with_rows(ViewOptions(series=series, focus=BOTH), rows)
        if rows is not Rows.PEOPLE:
            assert view.series in series_for(rows)
            assert not view.focus.rows
            assert bool(view.focus.columns) == (view.series is series)


def test_the_same_rows_change_nothing() -> None:
    view = ViewOptions(focus=BOTH)
    assert with_rows(view, view.rows) is view
    assert with_series(view, view.series) is view


def test_other_colours_keep_the_rows_of_a_focus() -> None:
    view = with_series(ViewOptions(focus=BOTH), Series.BILLABLE)
    assert view.focus == ChartSelection(rows=BOTH.rows)


@pytest.mark.parametrize("rows", list(Rows))
def test_turning_shows_people_or_projects_as_the_button_says(rows: Rows) -> None:
    view = ViewOptions(rows=rows, series=Series.BILLABLE, order=Order.TIME, focus=BOTH)
    turned = swapped(view)
    by_project = rows is Rows.PEOPLE
    assert swap_words(view) == ("Show by project" if by_project else "Show by person")
    assert turned == ViewOptions(
        rows=Rows.PROJECTS if by_project else Rows.PEOPLE,
        series=Series.PEOPLE if by_project else Series.PROJECTS,
        order=Order.TIME,
        focus=NO_SELECTION,
    )
