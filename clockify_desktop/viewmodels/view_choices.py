"""Which ways of looking go together: rows with colours, and what turning them gives."""

from dataclasses import replace
from typing import Final

from clockify_desktop.viewmodels.report_view import (
    NO_FOCUS,
    Focus,
    Order,
    Rows,
    Series,
    View,
)

ROW_WORDS: Final = {
    Rows.PEOPLE: "People",
    Rows.TEAMS: "Teams",
    Rows.PROJECTS: "Projects",
    Rows.CLIENTS: "Clients",
}
ROW_HEADS: Final = {
    Rows.PEOPLE: "Person",
    Rows.TEAMS: "Team",
    Rows.PROJECTS: "Project",
    Rows.CLIENTS: "Client",
}
SERIES_WORDS: Final = {
    Series.PROJECTS: "Projects",
    Series.CLIENTS: "Clients",
    Series.PEOPLE: "People",
    Series.BILLABLE: "Billable or not",
}
SERIES_HEADS: Final = {
    Series.PROJECTS: "Project",
    Series.CLIENTS: "Client",
    Series.PEOPLE: "Person",
    Series.BILLABLE: "Billable",
}
ORDER_WORDS: Final = {Order.NAME: "by name", Order.TIME: "by time"}

_SERIES: Final = {
    Rows.PEOPLE: (Series.PROJECTS, Series.CLIENTS, Series.BILLABLE),
    Rows.TEAMS: (Series.PROJECTS, Series.CLIENTS, Series.BILLABLE),
    Rows.PROJECTS: (Series.PEOPLE, Series.CLIENTS, Series.BILLABLE),
    Rows.CLIENTS: (Series.PROJECTS, Series.PEOPLE, Series.BILLABLE),
}
_SWAPPED: Final = {
    Rows.PEOPLE: Series.PEOPLE,
    Rows.PROJECTS: Series.PROJECTS,
    Rows.CLIENTS: Series.CLIENTS,
}


def series_for(rows: Rows) -> tuple[Series, ...]:
    """Tell what the colours of a picture can stand for.

    Args:
        rows: What its bars are.

    Returns:
        The usual one first; never what the bars are already.
    """
    return _SERIES[rows]


def with_rows(view: View, rows: Rows) -> View:
    """Look at other rows.

    Args:
        view: Before.
        rows: What the bars are to be.

    Returns:
        The colours stay where they go with the rows. A focus on rows does not stay:
        it names things of another kind.
    """
    if rows is view.rows:
        return view
    series = view.series if view.series in _SERIES[rows] else _SERIES[rows][0]
    columns = view.focus.columns if series is view.series else frozenset()
    return replace(view, rows=rows, series=series, focus=Focus(columns=columns))


def with_series(view: View, series: Series) -> View:
    """Give the colours another meaning; a focus on colours does not stay."""
    if series is view.series:
        return view
    return replace(view, series=series, focus=Focus(rows=view.focus.rows))


def swapped(view: View) -> View:
    """Turn bars and colours: people by project become projects by person.

    Args:
        view: Before.

    Returns:
        With the focus turned too. Where the colours cannot be bars, projects and
        people are shown.
    """
    series = _SWAPPED.get(view.rows)
    if series is not None and view.series is not Series.BILLABLE:
        # What can be a colour and is no yes or no can be a bar.
        rows = Rows(view.series.value)
        focus = Focus(view.focus.columns, view.focus.rows)
        return replace(view, rows=rows, series=series, focus=focus)
    rows = Rows.PEOPLE if view.rows is Rows.PROJECTS else Rows.PROJECTS
    return replace(view, rows=rows, series=_SERIES[rows][0], focus=NO_FOCUS)
