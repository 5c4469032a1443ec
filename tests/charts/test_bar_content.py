from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from clockify_desktop.charts.bar_content import BarContent
from clockify_desktop.charts.chart import ChartHit
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.label import Label, LabelKind
from clockify_desktop.domain.matrix import Matrix

CONTENT = BarContent(
    Matrix(
        (Label("u0", "Ann\nLee"), Label("u1", "Bob"), Label("u2", "Nobody")),
        (Label("p0", "Web"), Label("", "Other (2)", kind=LabelKind.OTHER)),
        np.array([[3720, 46_080], [9960, 0], [0, 0]]),
    ),
    "Where time went",
    "Three people.",
)


def test_a_tooltip_says_whose_time_on_what() -> None:
    assert CONTENT.tooltip(ChartHit(0, 0)) == "Ann Lee · Web · 1:02 · 7 %"
    assert CONTENT.tooltip(ChartHit(0, 1)) == "Ann Lee · Other (2) · 12:48 · 93 %"
    assert CONTENT.tooltip(ChartHit(1)) == "Bob · 2:46 · 17 %"
    # Nothing has no share.
    assert CONTENT.tooltip(ChartHit(2)) == "Nobody · 0:00 · 0 %"
    assert CONTENT.tooltip(ChartHit(2, 0)) == "Nobody · Web · 0:00"


@pytest.mark.parametrize(
    ("durations", "total"),
    [
        (DurationFormat.MINUTES, "13:50"),
        (DurationFormat.SECONDS, "13:50:00"),
        (DurationFormat.DECIMAL, "13.83"),
    ],
)
def test_totals_and_tooltips_are_in_the_format_chosen(
    durations: DurationFormat, total: str
) -> None:
    content = replace(CONTENT, durations=durations)
    assert content.total(0) == total
    assert f" · {total} · " in content.tooltip(ChartHit(0))


def test_marks_are_those_of_the_labels() -> None:
    assert CONTENT.label_marks(ChartHit(1, 1)) == ("one:u1", "other:")
    assert CONTENT.label_marks(ChartHit(1)) == ("one:u1", None)


def test_lengths_must_fit(make_matrix: Callable[..., Matrix]) -> None:
    matrix = make_matrix()
    with pytest.raises(ValueError, match="2 values for 6 rows"):
        BarContent(matrix, "", "", capacity_s=[1, 2])
    with pytest.raises(ValueError, match="1 values for 6 rows"):
        BarContent(matrix, "", "", notes=["x"])
    with pytest.raises(ValueError, match="dimmed of"):
        BarContent(matrix, "", "", dimmed=np.zeros((1, 1), bool))
