from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, cast

import numpy as np
import pytest

from clockify_desktop.charts.bar_content import BarContent
from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.domain.label import Label, LabelKind
from clockify_desktop.domain.matrix import Matrix
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.domain.selection import Selection
from clockify_desktop.pages.chart_selection import ChartSelection
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.where import WhereContent
from clockify_desktop.pages.where_options import WhereOptions, options_of
from clockify_desktop.pages.where_table import where_table

if TYPE_CHECKING:
    from clockify_desktop.domain.report import Report

WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
QUERY = ReportQuery(Workspace(WorkspaceId("w"), "Acme"), WEEK, "UTC", 0)
NAME, TIME, SHARE = range(3)
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
        fetched_at=datetime(2026, 11, 23, tzinfo=UTC),
        options=options_of(view.choices),
        report=cast("Report", None),
        matrix=matrix,
        full=Matrix(ROWS, FULL, full),
        drawn_in=np.array([0, 1, 2, 2]),
        dimmed=dimmed,
    )


def test_a_filter_looks_into_the_parts() -> None:
    table = content().table
    assert table.arranged(words="ink").tolist() == [0]
    assert table.arranged(words="other").tolist() == [0, 1]
    assert table.arranged(words="zo").tolist() == [0]
    assert table.arranged(words="elsewhere").tolist() == []
    assert table.saying("ink").tolist() == [False, False, False]


def test_texts_are_written_as_the_view_wishes() -> None:
    table = content().table
    assert table.titles == ("Person", "Time", "Share")
    assert table.total == ("All 3 people", "3:22", "100 %")
    assert table.texts(0) == ("Zoë", "2:02", "60 %")
    assert table.parts(0).texts(0) == ("Pen", "0:01", "1 %")
    assert table.texts(2) == ("Bo", "0:00", "0 %")
    assert table.opens.tolist() == [True, True, False]
    view = ViewOptions({"rows": "project"}, DurationFormat.SECONDS)
    table = content(view).table
    assert table.titles[0] == "Project"
    assert table.total == ("All 3 projects", "3:22:00", "100 %")


@pytest.mark.parametrize(
    ("by", "falling", "rows", "parts"),
    [
        (None, False, [0, 1, 2], [0, 1, 2]),
        (NAME, False, [1, 2, 0], [1, 0, 2]),
        (NAME, True, [0, 2, 1], [0, 1, 2]),
        (TIME, False, [2, 1, 0], [0, 1, 2]),
        (SHARE, True, [0, 1, 2], [1, 0, 2]),
    ],
)
def test_every_column_sorts_rows_and_parts(
    by: int | None,
    falling: bool,  # noqa: FBT001 - a parameter of the test
    rows: list[int],
    parts: list[int],
) -> None:
    table = content().table
    assert table.arranged(by, falling=falling).tolist() == rows
    assert table.parts(0).arranged(by, falling=falling).tolist() == parts


def test_other_is_the_last_row_whatever_the_order() -> None:
    before = content()
    rows = (*ROWS[:1], OTHER, *ROWS[2:])
    changed = replace(
        before, matrix=Matrix(rows, before.full.columns, before.full.seconds)
    )
    table = changed.table
    for by in (None, NAME, TIME, SHARE):
        for falling in (False, True):
            assert table.arranged(by, falling=falling)[-1] == 1


def test_the_filter_looks_into_names_whatever_their_case() -> None:
    table = content().table
    assert table.arranged(words=" AMA ").tolist() == [1]
    assert table.arranged(NAME, words="o").tolist() == [1, 2, 0]
    assert table.arranged(words="?").tolist() == []
    # Times and shares are not looked into.
    assert table.arranged(words="2:02").tolist() == []


def test_the_filter_looks_into_other_and_shows_what_it_finds() -> None:
    table = content().table
    assert table.arranged(words="small").tolist() == [1]
    assert table.arranged(words="tiny").tolist() == [0, 1]
    parts = table.parts(1)
    assert [parts.texts(at)[0] for at in parts.arranged()] == ["Pen", OTHER.name]
    found = parts.arranged(TIME, words="small").tolist()
    assert [parts.texts(at) for at in found] == [("Small", "0:10", "13 %")]
    # In the colour of the part that it belongs to.
    assert parts.swatch is not None
    assert [parts.swatch(at) for at in found] == [2]
    assert parts.arranged(words="other").tolist() == [2]
    # Zoë has no time on it.
    assert table.parts(0).arranged(words="small").tolist() == []
    assert table.tab_separated([(1, None), (1, found[0])]).endswith(
        "'=amara\tSmall\t0:10\t13 %\n"
    )


def test_the_filter_finds_in_other_only_what_is_in_focus() -> None:
    one = ChartSelection(cells=frozenset({("one:z", OTHER.mark)}))
    dimmed = np.array([[True, True, False], [True] * 3, [True] * 3])
    table = content(ViewOptions(selected=one), dimmed).table
    assert table.arranged(words="tiny").tolist() == [0]
    only_row = ChartSelection(rows=frozenset({"one:z"}))
    dimmed = np.array([[False] * 3, [True] * 3, [True] * 3])
    table = content(ViewOptions(selected=only_row), dimmed).table
    assert table.arranged(words="tiny").tolist() == [0]
    assert not table.holding("small").any()


def test_one_row_is_not_called_all() -> None:
    only_row = ChartSelection(rows=frozenset({"one:z"}))
    dimmed = np.array([[False] * 3, [True] * 3, [True] * 3])
    assert content(ViewOptions(selected=only_row), dimmed).table.total[0] == "1 person"


def test_a_focus_leaves_only_what_is_not_dimmed() -> None:
    only_rows = ChartSelection(rows=frozenset({"one:a", "one:o"}))
    dimmed = np.array([[True] * 3, [False] * 3, [False] * 3])
    table = content(ViewOptions(selected=only_rows), dimmed).table
    assert table.arranged().tolist() == [1, 2]
    assert table.total[TIME] == "1:20"
    one = ChartSelection(columns=frozenset({"one:b"}))
    dimmed = np.array([[True, False, True]] * 3)
    table = content(ViewOptions(selected=one), dimmed).table
    assert table.arranged().tolist() == [0]
    assert table.parts(0).arranged().tolist() == [1]
    assert table.total[TIME] == "2:00"


def test_a_focus_on_the_others_opens_them() -> None:
    focus = ChartSelection(columns=frozenset({"other:"}))
    dimmed = np.array([[True, True, False]] * 3)
    table = content(ViewOptions(selected=focus), dimmed).table
    assert table.columns[TIME].sort_key().sum() == 1260
    parts = table.parts(1)
    shown = parts.arranged().tolist()
    # The larger of them first; both wear the hatch of the column they come from.
    assert [parts.texts(part)[NAME] for part in shown] == ["Tiny", "Small"]
    assert {table.series[parts.swatch(part)] for part in shown} == {OTHER}


def test_what_is_copied_is_what_is_shown_and_no_formula() -> None:
    table = content().table
    assert table.tab_separated([(0, None), (1, None)]) == (
        "Person\tTime\tShare\nZoë\t2:02\t60 %\n'=amara\t1:20\t40 %\n"
    )
    assert table.tab_separated([(0, None), (0, 1)]) == (
        "Person\tProject\tTime\tShare\nZoë\t\t2:02\t60 %\nZoë\tInk\t2:00\t98 %\n"
    )
    billable = content(ViewOptions({"colors": "billable"})).table
    assert billable.tab_separated([(0, 0)]).startswith("Person\tBillable\t")


def test_rows_are_found_again() -> None:
    table = content().table
    assert table.rows_of(["one:o", "one:gone"]) == [2]
    assert table.rows_of([]) == []
    assert table.mark(2) == ROWS[2].mark


@pytest.mark.parametrize(
    ("seconds", "rounded"),
    [
        # Halves of an hour are even in all; thirds are not, of rows or of their parts.
        ([[1800, 0], [1800, 0]], False),
        ([[1800, 0], [1800, 3600]], False),
        ([[1220, 0], [1220, 0], [1220, 0]], True),
        ([[3600, 0], [3600, 0], [3600, 0]], True),
        ([[1810, 1790], [1800, 1800]], False),
        ([[1770, 1770, 60], [3600, 0, 0]], True),
    ],
)
def test_where_figures_do_not_add_up_the_table_says_so(
    seconds: list[list[int]],
    rounded: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    labels = tuple(Label(f"p{at}", f"P{at}") for at in range(3))
    shown = np.array(seconds, np.int64)
    rows, columns = shown.shape
    matrix = Matrix(labels[:rows], labels[:columns], shown)
    table = where_table(
        matrix, matrix, np.arange(columns), None, WhereOptions(), ViewOptions()
    )
    assert table.total[0] == f"All {len(seconds)} people"
    assert table.remark == ("Shown figures are rounded." if rounded else "")
    assert table.without_lines().remark == ""
