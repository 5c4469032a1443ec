import numpy as np

from clockify_desktop.charts.bar_content import BarContent
from clockify_desktop.charts.chart import Viewport
from clockify_desktop.charts.contrast import contrast
from clockify_desktop.charts.lettered_bars import LetteredBars
from clockify_desktop.charts.marks import Labels
from clockify_desktop.charts.series_colors import series_colors
from clockify_desktop.charts.theme import LIGHT
from clockify_desktop.domain.label import Label, LabelKind
from clockify_desktop.domain.matrix import Matrix

HOUR = 3600
COLUMNS = (
    *(Label(f"p{at}", f"Project {at}") for at in range(4)),
    Label("", "Other", kind=LabelKind.OTHER),
)


def letters_of(*seconds: int) -> dict[str, str]:
    """Give the letters that are drawn in one bar, with their colours."""
    matrix = Matrix((Label("u", "Ann"),), COLUMNS, np.array([seconds], np.int64))
    content = BarContent(matrix, "", "")
    chart = LetteredBars(content, Viewport(600, 300, 8.0, LIGHT, on_paper=True))
    return {
        text.text: mark.color
        for mark in chart.marks
        if isinstance(mark, Labels)
        for text in mark.texts
        if text.bold
    }


def test_wide_segments_have_letters_in_order_and_hatched_ones_none() -> None:
    assert [*sorted(letters_of(HOUR, HOUR, HOUR, HOUR, HOUR))] == ["A", "B", "C", "D"]


def test_a_segment_too_narrow_for_its_letter_has_none() -> None:
    assert [*sorted(letters_of(40 * HOUR, 60, 0, HOUR * 9, HOUR))] == ["A", "D"]


def test_a_letter_can_be_read_on_its_colour() -> None:
    drawn = letters_of(HOUR, HOUR, HOUR, HOUR, HOUR)
    colors = series_colors(COLUMNS, LIGHT)
    for letter, ink in drawn.items():
        assert contrast(ink, colors["ABCD".index(letter)]) >= 4.5
