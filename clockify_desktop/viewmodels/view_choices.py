"""Which ways of looking go together: rows with colours, and what turning them gives."""

from dataclasses import replace
from typing import Final

from clockify_desktop.viewmodels.report_view import (
    NO_SELECTION,
    ChartSelection,
    Order,
    Rows,
    Series,
    ViewOptions,
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


def series_for(rows: Rows) -> tuple[Series, ...]:
    """Tell what the colours of a picture can stand for.

    Args:
        rows: What its bars are.

    Returns:
        The usual one first; never what the bars are already.
    """
    return _SERIES[rows]


def with_rows(view: ViewOptions, rows: Rows) -> ViewOptions:
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
    return replace(
        view, rows=rows, series=series, focus=ChartSelection(columns=columns)
    )


def with_series(view: ViewOptions, series: Series) -> ViewOptions:
    """Give the colours another meaning; a focus on colours does not stay."""
    if series is view.series:
        return view
    return replace(view, series=series, focus=ChartSelection(rows=view.focus.rows))


def swapped(view: ViewOptions) -> ViewOptions:
    """Show people by project, or projects by person where people are shown already.

    Args:
        view: Before.

    Returns:
        Without a focus: it names rows and colours of another picture.
    """
    rows = Rows.PROJECTS if view.rows is Rows.PEOPLE else Rows.PEOPLE
    return replace(view, rows=rows, series=_SERIES[rows][0], focus=NO_SELECTION)


def swap_words(view: ViewOptions) -> str:
    """Say what ``swapped`` would show.

    Args:
        view: Before.
    """
    return "Show by project" if view.rows is Rows.PEOPLE else "Show by person"
