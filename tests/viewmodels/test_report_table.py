from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, cast

import numpy as np
import pytest

from clockify_desktop.charts.bar_content import BarContent
from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.facts import Selection
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.domain.label import Label, LabelKind
from clockify_desktop.domain.matrix import Matrix
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.pages.chart_selection import ChartSelection
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.where import WhereContent
from clockify_desktop.pages.where_options import options_of
from clockify_desktop.viewmodels.report_table import Column, ReportTable

if TYPE_CHECKING:
    from clockify_desktop.domain.report import Report

WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
QUERY = ReportQuery(Workspace(WorkspaceId("w"), "Acme"), WEEK, "UTC", 0)
ROWS = (Label("z", "Zoë"), Label("a", "=amara"), Label("o", "Bo"))
OTHER = Label("", "Other (2 projects)", kind=LabelKind.OTHER)
FULL = (Label("p", "Pen"), Label("b", "Ink"), Label("x", "Small"), Label("y", "Tiny"))


def content(
    view: ViewOptions | None = None, dimmed: np.ndarray | None = None
) -> WhereContent:
    full = np.array([[60, 7200, 0, 60], [3600, 0, 600, 600], [0, 0, 0, 0]])
    drawn = np.column_stack([full[:, :2], full[:, 2:].sum(axis=1)])
    view = view or ViewOptions()
    matrix = Matrix(ROWS, (*FULL[:2], OTHER), drawn)
    return WhereContent(
        title="",
        query=QUERY,
        view=view,
        sentence="",
        chart=BarContent(matrix, "", ""),
        what="",
        narrowed=Selection(),
        options=options_of(view.choices),
        report=cast("Report", None),
        matrix=matrix,
        full=Matrix(ROWS, FULL, full),
        dimmed=dimmed,
    )


def test_texts_are_written_as_the_view_wishes() -> None:
    table = ReportTable(content())
    assert table.heads == ("Person", "Time", "Share")
    assert table.total_texts == ("All 3 people", "3:22", "100 %")
    assert table.texts(0) == ("Zoë", "2:02", "60 %")
    assert table.texts(0, 0) == ("Pen", "0:01", "1 %")
    assert table.texts(2) == ("Bo", "0:00", "0 %")
    assert table.has_parts == [True, True, False]
    view = ViewOptions({"rows": "project"}, durations=DurationFormat.SECONDS)
    table = ReportTable(content(view))
    assert table.heads[0] == "Project"
    assert table.total_texts == ("All 3 projects", "3:22:00", "100 %")


@pytest.mark.parametrize(
    ("by", "falling", "rows", "parts"),
    [
        (None, False, [0, 1, 2], [0, 1, 2]),
        (Column.NAME, False, [1, 2, 0], [1, 0, 2]),
        (Column.NAME, True, [0, 2, 1], [0, 1, 2]),
        (Column.TIME, False, [2, 1, 0], [0, 1, 2]),
        (Column.SHARE, True, [0, 1, 2], [1, 0, 2]),
    ],
)
def test_every_column_sorts_rows_and_parts(
    by: Column | None,
    falling: bool,  # noqa: FBT001 - a parameter of the test
    rows: list[int],
    parts: list[int],
) -> None:
    table = ReportTable(content())
    table.parts(0)
    assert table.arranged(by, falling=falling).tolist() == rows
    assert table.parts(0).tolist() == parts


def test_other_is_the_last_row_whatever_the_order() -> None:
    before = content()
    rows = (*ROWS[:1], OTHER, *ROWS[2:])
    table = ReportTable(
        replace(before, matrix=Matrix(rows, before.full.columns, before.full.seconds))
    )
    for by in (None, *Column):
        for falling in (False, True):
            assert table.arranged(by, falling=falling)[-1] == 1


def test_the_filter_looks_into_names_whatever_their_case() -> None:
    table = ReportTable(content())
    assert table.arranged(words=" AMA ").tolist() == [1]
    assert table.arranged(Column.NAME, words="o").tolist() == [2, 0]
    assert table.arranged(words="?").tolist() == []


def test_a_focus_leaves_only_what_is_not_dimmed() -> None:
    only_rows = ChartSelection(rows=frozenset({"one:a", "one:o"}))
    dimmed = np.array([[True] * 3, [False] * 3, [False] * 3])
    table = ReportTable(content(ViewOptions(selected=only_rows), dimmed))
    assert table.arranged().tolist() == [1, 2]
    assert table.total_texts[1] == "1:20"
    one = ChartSelection(columns=frozenset({"one:b"}))
    dimmed = np.array([[True, False, True]] * 3)
    table = ReportTable(content(ViewOptions(selected=one), dimmed))
    assert table.arranged().tolist() == [0]
    assert table.parts(0).tolist() == [1]
    assert table.total_texts[1] == "2:00"


def test_a_focus_on_the_others_opens_them() -> None:
    focus = ChartSelection(columns=frozenset({"other:"}))
    dimmed = np.array([[True, True, False]] * 3)
    table = ReportTable(content(ViewOptions(selected=focus), dimmed))
    assert table.total_s == 1260
    names = [table.part_label(part).name for part in table.parts(1).tolist()]
    # The larger of them first; both wear the hatch of the column they come from.
    assert names == ["Tiny", "Small"]
    assert {table.part_color(part) for part in table.parts(1).tolist()} == {2}


def test_what_is_copied_is_what_is_shown_and_no_formula() -> None:
    table = ReportTable(content())
    assert table.tab_separated([(0, None), (1, None)]) == (
        "Person\tTime\tShare\nZoë\t2:02\t60 %\n'=amara\t1:20\t40 %\n"
    )
    assert table.tab_separated([(0, None), (0, 1)]) == (
        "Person\tProject\tTime\tShare\nZoë\t\t2:02\t60 %\nZoë\tInk\t2:00\t98 %\n"
    )
    billable = ReportTable(content(ViewOptions({"colors": "billable"})))
    assert billable.tab_separated([(0, 0)]).startswith("Person\tBillable\t")


def test_rows_are_found_again() -> None:
    table = ReportTable(content())
    assert table.rows_of(["one:o", "one:gone"]) == [2]
    assert table.rows_of([]) == []
    assert table.label(2) is ROWS[2]
