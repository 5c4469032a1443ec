"""What stands above a chart: title, sentence, legend."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from clockify_desktop.charts.chart import Box, ChartContent, Viewport
from clockify_desktop.charts.fonts import (
    NAME_PX,
    REMARK_PX,
    SENTENCE_PX,
    TITLE_PX,
    baseline_of_middle,
)
from clockify_desktop.charts.text_paths import PlacedText, elided, text_width, wrapped
from clockify_desktop.domain.label import Label
from clockify_desktop.domain.showable import Showable, showable
from clockify_desktop.translation import tr_plural

MARGIN_PX = 16.0
SWATCH_PX = 10.0
LINE_PX = 18.0
_TO_NAME_PX = 6.0
_TO_NEXT_PX = 14.0
_LONGEST_NAME_PX = 220.0
_LINES_IN_FILE = 3
# Below what a window writes above its picture.
_TOP_IN_WINDOW_PX = 4.0
_TITLE_LINE_PX = 24.0
_SENTENCE_LINE_PX = 19.0
_MOST_SENTENCE_LINES = 3
_GAP_PX = 8.0


@dataclass(frozen=True, slots=True)
class Swatch:
    """The coloured square of one series, at pixels to the right and down."""

    column: int
    left: float
    top: float


@dataclass(frozen=True, slots=True)
class Legend:
    """Squares, the names behind them, and how many more there are; height in pixels.

    Args:
        more: Where a window says how many there are, ``None`` where all are there.
    """

    swatches: tuple[Swatch, ...]
    names: tuple[PlacedText, ...]
    height: float
    more: Box | None = None


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """What a legend says of one series; the colour is ``#RRGGBB``."""

    label: Label
    name: Showable
    color: str


@runtime_checkable
class WithLegend(Protocol):
    """A chart whose legend is one line in a window, where the rest is asked for.

    ``legend_entries`` is the whole of it.
    """

    legend: Legend
    legend_entries: tuple[LegendEntry, ...]


@dataclass(frozen=True, slots=True)
class ChartHeader:
    """The upper part of a chart; parts that are empty take no room.

    Args:
        title: At most one label.
        sentence: A label a line.
        bottom: Where the chart itself may begin, pixels down.
    """

    title: tuple[PlacedText, ...]
    sentence: tuple[PlacedText, ...]
    legend: Legend
    bottom: float


def chart_header(
    content: ChartContent,
    viewport: Viewport,
    series: Sequence[Showable],
    shown: Sequence[int],
    *,
    whole: bool = False,
) -> ChartHeader:
    """Set title and sentence, where the viewport has a heading, and the legend.

    Args:
        whole: Nothing of the legend is cut or left out: its words are the program's.
    """
    room = max(viewport.width - 2 * MARGIN_PX, 1.0)
    in_file = viewport.with_heading
    y = MARGIN_PX if in_file else _TOP_IN_WINDOW_PX
    heading = (content.title, content.sentence) if in_file else ("", "")
    words, said = map(showable, heading)
    title: tuple[PlacedText, ...] = ()
    if words:
        words = elided(words, room, TITLE_PX, bold=True)
        title = (PlacedText(words, MARGIN_PX, y + TITLE_PX, TITLE_PX, bold=True),)
        y += _TITLE_LINE_PX
    said_lines = wrapped(said, room, SENTENCE_PX, _MOST_SENTENCE_LINES)
    sentence = tuple(
        PlacedText(
            line, MARGIN_PX, y + SENTENCE_PX + place * _SENTENCE_LINE_PX, SENTENCE_PX
        )
        for place, line in enumerate(said_lines)
    )
    y += len(said_lines) * _SENTENCE_LINE_PX
    if title or sentence:
        y += _GAP_PX
    right = viewport.width - MARGIN_PX
    lines = _LINES_IN_FILE if in_file or whole else 1
    longest_px = room - SWATCH_PX - _TO_NAME_PX if whole else _LONGEST_NAME_PX
    names = legend(
        series,
        shown,
        left=MARGIN_PX,
        right=right,
        top=y,
        most_lines=lines,
        longest_px=longest_px,
    )
    return ChartHeader(title, sentence, names, y + names.height + _GAP_PX)


def legend(
    names: Sequence[Showable],
    columns: Sequence[int],
    *,
    left: float,
    right: float,
    top: float,
    most_lines: int = _LINES_IN_FILE,
    longest_px: float = _LONGEST_NAME_PX,
) -> Legend:
    """Set swatches and names in as many lines as they need and may have.

    Args:
        names: One line of text for every series.
        columns: Which of them to show, in this order; what does not fit is counted
            at the end, in a single line by a button.
    """
    swatches: list[Swatch] = []
    texts: list[PlacedText] = []
    by_button = most_lines == 1
    more: Box | None = None
    x, line = left, 0
    for place, column in enumerate(columns):
        name = elided(names[column], longest_px, REMARK_PX)
        width = SWATCH_PX + _TO_NAME_PX + text_width(name, REMARK_PX)
        rest = len(columns) - place
        words = showable(tr_plural("and {count} more", "and {count} more", rest))
        words_px = text_width(words, NAME_PX if by_button else REMARK_PX)
        room, is_last_line = right, line == most_lines - 1
        if is_last_line and place < len(columns) - 1:
            room -= _TO_NEXT_PX + words_px
        if x > left and x + width > room:
            if is_last_line and by_button:
                more = x, round(top), x + words_px, round(top) + LINE_PX
                break
            if is_last_line:
                texts.append(_text(words, x, _middle(top, line)))
                break
            x, line = left, line + 1
        middle = _middle(top, line)
        swatches.append(Swatch(column, round(x), middle - SWATCH_PX / 2))
        texts.append(_text(name, round(x) + SWATCH_PX + _TO_NAME_PX, middle))
        x += width + _TO_NEXT_PX
    height = (line + 1) * LINE_PX if columns else 0.0
    return Legend(tuple(swatches), tuple(texts), height, more)


def _middle(top: float, line: int) -> float:
    return round(top) + (line + 0.5) * LINE_PX


def _text(text: Showable, x: float, middle: float) -> PlacedText:
    return PlacedText(text, x, baseline_of_middle(middle, REMARK_PX), REMARK_PX)
