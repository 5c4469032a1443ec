"""What stands above the bars: title, sentence, legend."""

from dataclasses import dataclass

import numpy as np

from clockify_desktop.charts.bar_content import BarContent
from clockify_desktop.charts.fonts import SENTENCE_PX, TITLE_PX
from clockify_desktop.charts.legend import Legend, legend
from clockify_desktop.charts.plain_text import one_line
from clockify_desktop.charts.text_elision import elided, wrapped
from clockify_desktop.charts.text_paths import PlacedText

MARGIN_PX = 16.0
_TITLE_LINE_PX = 24.0
_SENTENCE_LINE_PX = 19.0
_MOST_SENTENCE_LINES = 3
_GAP_PX = 8.0


@dataclass(frozen=True, slots=True)
class ChartHeader:
    """The upper part of the picture.

    Args:
        title: At most one label.
        sentence: A label a line.
        legend: Swatches and names.
        bottom: Where the bars may begin, pixels down.
    """

    title: tuple[PlacedText, ...]
    sentence: tuple[PlacedText, ...]
    legend: Legend
    bottom: float


def chart_header(content: BarContent, width: float) -> ChartHeader:
    """Set title, sentence and legend.

    Args:
        content: What is shown.
        width: Of the whole picture, logical pixels.

    Returns:
        Parts that are empty take no room.
    """
    room = max(width - 2 * MARGIN_PX, 1.0)
    y = MARGIN_PX
    title: tuple[PlacedText, ...] = ()
    words = one_line(content.title)
    if words:
        words = elided(words, room, TITLE_PX, bold=True)
        title = (PlacedText(words, MARGIN_PX, y + TITLE_PX, TITLE_PX, bold=True),)
        y += _TITLE_LINE_PX
    lines = wrapped(one_line(content.sentence), room, SENTENCE_PX, _MOST_SENTENCE_LINES)
    sentence = tuple(
        PlacedText(
            line, MARGIN_PX, y + SENTENCE_PX + place * _SENTENCE_LINE_PX, SENTENCE_PX
        )
        for place, line in enumerate(lines)
    )
    y += len(lines) * _SENTENCE_LINE_PX
    if title or sentence:
        y += _GAP_PX
    seen = np.flatnonzero((content.matrix.seconds != 0).any(axis=0))
    names = legend(
        content.column_names,
        seen.tolist(),
        left=MARGIN_PX,
        right=width - MARGIN_PX,
        top=y,
    )
    y += names.height
    return ChartHeader(title, sentence, names, y + _GAP_PX)
