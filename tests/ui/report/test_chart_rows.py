from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from clockify_desktop.charts.chart_figure import EMPTY_CHART
from clockify_desktop.charts.theme import LIGHT
from clockify_desktop.pages.where import WhereContent
from clockify_desktop.ui.report.chart_rows import ChartRows, ChartRowsModel
from clockify_desktop.ui.report.chart_view import ChartView

MakeContent = Callable[..., WhereContent]


@pytest.fixture
def read() -> Iterator[None]:
    """Let something read the screen."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def spoken(rows: ChartRows) -> list[str]:
    whole = QAccessible.queryAccessibleInterface(rows)
    return [
        whole.child(at).text(QAccessible.Text.Name) for at in range(whole.childCount())
    ]


@pytest.mark.usefixtures("read")
def test_every_row_is_read_with_its_values(
    home: QWidget, new_content: MakeContent
) -> None:
    chart = ChartView(LIGHT, home)
    chart.resize(900, 300)
    home.show()
    content = new_content().chart
    chart.show_state(content, LIGHT)
    chart._show_content()
    rows = chart.rows
    assert rows.isVisible()
    assert rows.parentWidget() is chart.canvas
    said = spoken(rows)
    assert len(said) == content.rows
    assert said[0].startswith(f"{content.row_names[0]} · ")
    assert said[0].endswith(" %")
    # They stand where those of the picture do.
    in_view = chart.canvas.chart.rows_in_view
    first = rows.visualRect(rows.model().index(0, 0))
    assert first.height() == chart.canvas.height() // in_view
    chart.clear()
    assert rows.isHidden()


@pytest.mark.usefixtures("read")
def test_it_takes_no_clicks_and_no_keys(
    home: QWidget, new_content: MakeContent
) -> None:
    chart = ChartView(LIGHT, home)
    chart.resize(900, 300)
    home.show()
    chart.show_state(new_content().chart, LIGHT)
    chart._show_content()
    middle = chart.canvas.rect().center()
    assert chart.canvas.childAt(middle) is None
    assert chart.rows.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_where_nobody_reads_there_is_no_list(
    home: QWidget, new_content: MakeContent
) -> None:
    chart = ChartView(LIGHT, home)
    home.show()
    chart.show_state(new_content().chart, LIGHT)
    chart._show_content()
    assert chart.rows.isHidden()
    assert chart.rows.model().rowCount() == 0


def test_the_model_holds_to_its_contract(
    qtmodeltester: Any, home: QWidget, new_content: MakeContent
) -> None:
    model = ChartRowsModel(home)
    model.show(EMPTY_CHART)
    model.show(new_content().chart)
    qtmodeltester.check(model)
    assert model.rowCount(model.index(0, 0)) == 0
    size = model.data(model.index(0, 0), Qt.ItemDataRole.SizeHintRole)
    assert size == QSize(1, model.height_px)
