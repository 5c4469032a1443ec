import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication

from clockify_desktop.charts.bar_content import BarContent
from clockify_desktop.charts.picture import draw_chart
from clockify_desktop.domain.matrix import Matrix
from clockify_desktop.pages.copied_table import CopiedTable
from clockify_desktop.ui.copying import copy_picture, copy_table

pytestmark = pytest.mark.usefixtures("qtbot")


def clipboard() -> dict[str, bytes]:
    """Read all that is there; what Qt owns must not outlive a failing test."""
    data = QGuiApplication.clipboard().mimeData()
    return {kind: bytes(data.data(kind).data()) for kind in data.formats()}


@pytest.mark.parametrize("heads", [True, False])
def test_a_table_is_there_for_a_spreadsheet_and_for_a_mail(*, heads: bool) -> None:
    table = CopiedTable(("Person", "Time"), (False, True), [["Zoë & Bo", "1:30"]])
    copy_table(table, heads=heads)
    assert clipboard() == {
        "text/plain": table.tab_separated(heads=heads).encode(),
        "text/html": table.html(heads=heads).encode(),
    }


def test_a_picture_is_there_as_it_was_drawn() -> None:
    nobody = Matrix((), (), np.zeros((0, 0), np.int64))
    png = draw_chart(BarContent(nobody, "Where time went", "Nobody."))
    copy_picture(png)
    there = clipboard()
    assert there["image/png"] == png
    # A program that takes text would take that and no picture.
    assert not any(kind.startswith("text/") for kind in there)
    assert not QGuiApplication.clipboard().image().isNull()
