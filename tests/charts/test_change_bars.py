from dataclasses import replace

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from clockify_desktop.charts.bar_layout import PITCH_PX
from clockify_desktop.charts.change_bars import ChangeBars
from clockify_desktop.charts.change_content import (
    NO_CHANGES,
    ChangeContent,
    ChangeKind,
)
from clockify_desktop.charts.chart import ChartHit, Viewport
from clockify_desktop.charts.chart_figure import ChartFigure
from clockify_desktop.charts.contrast import rgb
from clockify_desktop.charts.marks import Labels, Shape
from clockify_desktop.charts.picture import PictureFormat, draw_chart
from clockify_desktop.charts.theme import DARK, LIGHT, Theme
from clockify_desktop.domain.label import Label
from clockify_desktop.domain.showable import showable, showable_name

HOUR = 3600
ROWS = (
    ("Mobile app", 7, ChangeKind.MORE, "90:15 → 97:10"),
    ("Research", -2, ChangeKind.LESS, "73:59 → 72:04"),
    ("Pitch Nordlicht", 3, ChangeKind.NEW, "new"),
    ("Intranet (old)", -4, ChangeKind.GONE, "gone, was 4:00"),
    ("Hiring", 0, ChangeKind.MORE, "2:00 → 2:00"),
)
LEGEND = ("more than the week before", "less", "new", "gone", "", "against the mean")


def content_of(rows: int = len(ROWS)) -> ChangeContent:
    chosen = [ROWS[at % len(ROWS)] for at in range(rows)]
    change_s = np.array([one[1] * HOUR for one in chosen], np.int64)
    kinds = np.array([one[2] for one in chosen], np.int64)
    return ChangeContent(
        title="What changed",
        sentence="4:00 more than the week before.",
        labels=tuple(Label(f"p{at}", one[0]) for at, one in enumerate(chosen)),
        change_s=change_s,
        against_s=-change_s,
        has_against=kinds != ChangeKind.NEW,
        kinds=kinds,
        note=lambda row: showable(chosen[row][3]),
        longest_note=showable(ROWS[0][3]),
        tip=lambda row: showable_name(chosen[row][0]),
        legend=LEGEND,
        series=(Label("p0", "Mobile app", "#6F55DD"), Label("p1", "Research")),
        swatches=tuple(at % 2 for at in range(rows)),
    )


def bars_of(
    content: ChangeContent, width: float = 900, height: float = 600, first: int = 0
) -> ChangeBars:
    return ChangeBars(content, Viewport(width, height, 1.0, LIGHT, first))


def words_of(bars: ChangeBars) -> list[str]:
    marks = bars.marks
    return [
        one.text for mark in marks if isinstance(mark, Labels) for one in mark.texts
    ]


def roles_of(bars: ChangeBars) -> list[str]:
    return [mark.role for mark in bars.marks if isinstance(mark, Shape)]


def test_more_stands_right_and_less_left_of_nothing() -> None:
    bars = bars_of(content_of())
    boxes = [bars.box(ChartHit(row, 0)) for row in range(len(ROWS))]
    more, less, new, gone, same = (box for box in boxes if box is not None)
    assert more[0] == less[2] == new[0] == gone[2]
    zero = more[0]
    widths = [right - left for left, _, right, _ in (more, less, new, gone)]
    scaled = [width / hours for width, hours in zip(widths, (7, 2, 3, 4), strict=True)]
    assert np.allclose(scaled, scaled[0])
    # What did not change can be pointed at all the same.
    assert same[0] < zero < same[2]


def test_what_is_written() -> None:
    words = words_of(bars_of(content_of()))
    for name, _, _, note in ROWS:
        assert {name, note} <= set(words)
    assert {"+7:00", "\u22122:00", "+3:00", "\u22124:00", "0:00"} <= set(words)
    assert {"0 h", "+2 h", "\u22122 h", "less", "more"} <= set(words)
    assert set(LEGEND) - {""} <= set(words)
    assert words_of(bars_of(content_of(), width=380)).count("new") == 1


def test_each_kind_is_drawn_its_own_way() -> None:
    roles = roles_of(bars_of(content_of()))
    assert {"more", "less", "new", "gone", "diamond", "heart", "grid"} <= set(roles)
    few = replace(
        content_of(2), has_against=np.zeros(2, np.bool_), legend=(*LEGEND[:-1], "")
    )
    assert {"new", "gone", "diamond"}.isdisjoint(roles_of(bars_of(few)))
    assert {"new", "gone"}.isdisjoint(words_of(bars_of(few)))


def test_what_several_rows_share_has_a_number_and_no_bar() -> None:
    content = content_of()
    change_s = np.append(content.change_s[:-1], 500 * HOUR)
    kinds = np.append(content.kinds[:-1], ChangeKind.TOGETHER)
    shared = replace(content, change_s=change_s, kinds=kinds)
    bars = bars_of(shared)
    assert "+500:00" in words_of(bars)
    assert shared.furthest_s == 7 * HOUR
    box = bars.box(ChartHit(4, 0))
    assert box is not None
    assert box[2] - box[0] < 10


def test_what_is_outside_of_the_focus_is_paler() -> None:
    dimmed = np.array([True, False, False, False, False])
    bars = bars_of(replace(content_of(), dimmed=dimmed))
    shapes = [mark for mark in bars.marks if isinstance(mark, Shape)]
    # The legend's is drawn first, in the full colour.
    legend, bar = [shape.color for shape in shapes if shape.role == "more"]
    assert legend == LIGHT.accent
    assert bar != LIGHT.accent


def test_every_row_in_view_is_where_it_is_found() -> None:
    content = content_of(50)
    bars = bars_of(content, height=400, first=10)
    assert bars.first_row == 10
    assert 3 < bars.rows_in_view < 12
    for row in range(10, 10 + bars.rows_in_view):
        for column in (None, 0):
            box = bars.box(ChartHit(row, column))
            assert box is not None
            middle = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
            assert bars.hit(*middle) == ChartHit(row, column)
    assert bars.box(ChartHit(9, 0)) is None
    assert bars.box(ChartHit(9)) is None
    assert bars.hit(300, 399) is None
    last = bars_of(content, height=400, first=49)
    assert last.first_row == 50 - last.rows_in_view
    more = bars.height_for(20) - bars.height_for(19)
    assert more == PITCH_PX


@pytest.mark.parametrize(
    ("start", "down", "right", "end"),
    [
        (None, 1, 0, ChartHit(0)),
        (ChartHit(0), 0, 1, ChartHit(0, 0)),
        (ChartHit(0, 0), 0, 1, ChartHit(0, 0)),
        (ChartHit(0, 0), 0, -1, ChartHit(0)),
        (ChartHit(0, 0), 1, 0, ChartHit(1, 0)),
        (ChartHit(4), 1, 0, ChartHit(4)),
        (ChartHit(0), -1, 0, ChartHit(0)),
    ],
)
def test_arrows_walk_over_names_and_bars(
    start: ChartHit | None, down: int, right: int, end: ChartHit
) -> None:
    assert bars_of(content_of()).walk(start, down, right) == end


def test_nothing_to_compare_is_a_sentence() -> None:
    empty = replace(NO_CHANGES, title="What changed", sentence="Nothing.")
    bars = bars_of(empty)
    assert words_of(bars) == ["Nothing.", "What changed"]
    assert bars.walk(None, 1, 0) is None
    assert bars.hit(100, 100) is None


def test_no_change_at_all_has_an_axis() -> None:
    still = replace(content_of(1), change_s=np.zeros(1, np.int64))
    still = replace(still, against_s=np.zeros(1, np.int64))
    assert {"0 h", "less", "more"} <= set(words_of(bars_of(still)))


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_middle_of_a_bar_has_its_colour(theme: Theme) -> None:
    content = replace(content_of(), has_against=np.zeros(len(ROWS), np.bool_))
    figure = Figure(figsize=(9, 6), dpi=100)
    canvas = FigureCanvasAgg(figure)
    drawing = ChartFigure(figure, theme)
    drawing.show(content)
    canvas.draw()
    pixels = np.asarray(canvas.buffer_rgba())
    for row, color in ((0, theme.accent), (1, theme.quiet), (2, theme.chosen)):
        box = drawing.chart.box(ChartHit(row, 0))
        assert box is not None
        x, y = int((box[0] + box[2]) / 2), int((box[1] + box[3]) / 2)
        assert pixels[y, x, :3].tolist() == [round(part * 255) for part in rgb(color)]


def test_files_are_drawn() -> None:
    for kind in PictureFormat:
        assert len(draw_chart(content_of(), kind)) > 1000
