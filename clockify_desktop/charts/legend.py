"""The legend: a swatch and a name for each series, in lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clockify_desktop.charts.fonts import REMARK_PX, baseline_of_middle
from clockify_desktop.charts.text_elision import elided
from clockify_desktop.charts.text_paths import PlacedText, text_width

SWATCH_PX = 10.0
LINE_PX = 18.0
_TO_NAME_PX = 6.0
_TO_NEXT_PX = 14.0
_LONGEST_NAME_PX = 220.0
_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Swatch:
    """The coloured square of one series, at pixels to the right and down."""

    column: int
    left: float
    top: float


@dataclass(frozen=True, slots=True)
class Legend:
    """Squares, the names behind them, and how many more there are; height in pixels."""

    swatches: tuple[Swatch, ...]
    names: tuple[PlacedText, ...]
    height: float


def legend(
    names: Sequence[str],
    columns: Iterable[int],
    *,
    left: float,
    right: float,
    top: float,
) -> Legend:
    """Set swatches and names in as many lines as they need, at most three.

    Args:
        names: One line of text for every series.
        columns: Which of them to show, in this order; what does not fit is counted
            at the end.
        left: Where lines begin, pixels.
        right: Where they end at the latest.
        top: Upper end of the first line.
    """
    swatches: list[Swatch] = []
    texts: list[PlacedText] = []
    shown = list(columns)
    x, line = left, 0
    for place, column in enumerate(shown):
        name = elided(names[column], _LONGEST_NAME_PX, REMARK_PX)
        width = SWATCH_PX + _TO_NAME_PX + text_width(name, REMARK_PX)
        more = f"and {len(shown) - place} more"
        room = right
        if line == _MOST_LINES - 1 and place < len(shown) - 1:
            room -= _TO_NEXT_PX + text_width(more, REMARK_PX)
        if x > left and x + width > room:
            if line == _MOST_LINES - 1:
                texts.append(_text(more, x, _middle(top, line)))
                break
            x, line = left, line + 1
        middle = _middle(top, line)
        swatches.append(Swatch(column, round(x), middle - SWATCH_PX / 2))
        texts.append(_text(name, round(x) + SWATCH_PX + _TO_NAME_PX, middle))
        x += width + _TO_NEXT_PX
    height = (line + 1) * LINE_PX if shown else 0.0
    return Legend(tuple(swatches), tuple(texts), height)


def _middle(top: float, line: int) -> float:
    return round(top) + (line + 0.5) * LINE_PX


def _text(text: str, x: float, middle: float) -> PlacedText:
    return PlacedText(text, x, baseline_of_middle(middle, REMARK_PX), REMARK_PX)
