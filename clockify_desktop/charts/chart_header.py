"""What stands above a chart: title, sentence, legend."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clockify_desktop.charts.chart import ChartContent, Viewport
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
    """The upper part of a chart; parts that are empty take no room.

    Args:
        title: At most one label.
        sentence: A label a line.
        legend: Swatches and names.
        bottom: Where the chart itself may begin, pixels down.
    """

    title: tuple[PlacedText, ...]
    sentence: tuple[PlacedText, ...]
    legend: Legend
    bottom: float


def chart_header(
    content: ChartContent,
    viewport: Viewport,
    series: Sequence[str],
    shown: Iterable[int],
) -> ChartHeader:
    """Set title, sentence and legend.

    Args:
        content: Its title and sentence are set where the viewport has a heading.
        viewport: Its width counts.
        series: One line of text for each.
        shown: Which of the series the legend names.
    """
    room = max(viewport.width - 2 * MARGIN_PX, 1.0)
    y = MARGIN_PX
    heading = (content.title, content.sentence) if viewport.with_heading else ("", "")
    words, said = map(one_line, heading)
    title: tuple[PlacedText, ...] = ()
    if words:
        words = elided(words, room, TITLE_PX, bold=True)
        title = (PlacedText(words, MARGIN_PX, y + TITLE_PX, TITLE_PX, bold=True),)
        y += _TITLE_LINE_PX
    lines = wrapped(said, room, SENTENCE_PX, _MOST_SENTENCE_LINES)
    sentence = tuple(
        PlacedText(
            line, MARGIN_PX, y + SENTENCE_PX + place * _SENTENCE_LINE_PX, SENTENCE_PX
        )
        for place, line in enumerate(lines)
    )
    y += len(lines) * _SENTENCE_LINE_PX
    if title or sentence:
        y += _GAP_PX
    right = viewport.width - MARGIN_PX
    names = legend(series, shown, left=MARGIN_PX, right=right, top=y)
    return ChartHeader(title, sentence, names, y + names.height + _GAP_PX)
