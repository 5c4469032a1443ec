"""Text as outlines from a cache, which makes a redraw cheap, and cut to a width.

matplotlib's ``Text`` rasterises each glyph anew at every draw: 80 labels take about
100 ms. Here each word is laid out once, with kerning and the shaping and the order
that right-to-left scripts need, and kept as the outline of its glyphs; figures are
put together from ten digits, so that new totals cost nothing but additions. All
labels of one colour are then a single path.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from math import inf
from typing import Final

import numpy as np
from matplotlib.ft2font import LoadFlags
from matplotlib.path import Path
from matplotlib.textpath import text_to_path
from numpy.typing import NDArray

from clockify_desktop.charts.fonts import choose, font_chain
from clockify_desktop.domain.showable import (
    ELLIPSIS,
    Showable,
    beginning,
    is_combining,
    is_right_to_left,
)

Points = NDArray[np.float64]
Codes = NDArray[np.uint8]

_RUNS = re.compile(r" |[0-9:.,+\-\u2212\u2013]+|[^ 0-9:.,+\-\u2212\u2013]+")
_CACHED_RUNS: Final = 8192
# No letter that words are made of is narrower, as a share of the size.
_NARROWEST: Final = 0.25
# Kerning never makes a line narrower by as much.
_KERNED: Final = 1.1
_SUBPIXELS: Final = 64
_GLYPHS: Final[dict[str, tuple[NDArray[np.float64], NDArray[np.uint8]]]] = {}
# Figures of equal width, where a font has both kinds.
_FEATURES: Final = ("tnum",)
_FIGURES: Final = frozenset("0123456789")


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """A piece of text, one unit high from baseline to baseline.

    Args:
        points: x to the right and y **up** from the start of the baseline, n x 2.
        codes: matplotlib's path codes, n.
        width: How far the text that follows it is moved on.
    """

    points: Points
    codes: Codes
    width: float


@dataclass(frozen=True, slots=True)
class PlacedText:
    """One label, a single line, in its place, all in pixels.

    Args:
        x: Left end, to the right.
        y: Baseline, **down**.
        size: Height of the type.
    """

    text: Showable
    x: float
    y: float
    size: float
    bold: bool = False


def write_in(family: str) -> None:
    """Write all pictures in a family from now on, or else as if there were none.

    What was laid out before has no place in the same picture any more.
    """
    if choose(family):
        for known in (rough_width, elided, wrapped, compound_path):
            known.cache_clear()
        for kept in (_unit_width, _outline, _figure_width):
            kept.cache_clear()


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Measure one line, in pixels to where the next text would begin."""
    return _unit_width(text, bold=bold) * size


@lru_cache(maxsize=_CACHED_RUNS)
def rough_width(
    text: Showable, size: float, widest: float = inf, *, bold: bool = False
) -> float:
    """Measure one line of many, character by character where that is enough.

    Kerning makes the real width a little smaller. What is wider than ``widest``
    pixels is not measured to its end.
    """
    text = _begun(text, widest, size)
    if is_right_to_left(text):
        # Arabic letters may grow when they are joined.
        return text_width(text, size, bold=bold)
    width = 0.0
    for character in text:
        width += _outline(character, bold=bold).width * size
        if width > widest:
            break
    return width


@lru_cache(maxsize=4096)
def elided(
    text: Showable, width: float, size: float, *, bold: bool = False
) -> Showable:
    """Cut a text that is too long for a width in pixels and end it with ``…``."""
    text = _begun(text, width, size)
    most = width * _KERNED
    may_fit = rough_width(text, size, most, bold=bold) <= most
    if may_fit and text_width(text, size, bold=bold) <= width:
        return text
    room = width - text_width(ELLIPSIS, size, bold=bold)
    fits = 0
    for character in text:
        room -= text_width(character, size, bold=bold)
        if room < 0:
            break
        fits += 1
    # Joined letters are rarely wider than single ones; then a little more is cut.
    while fits and text_width(text[:fits] + ELLIPSIS, size, bold=bold) > width:
        fits -= 1
    while 0 < fits < len(text) and is_combining(text[fits]):
        fits -= 1
    return Showable(text[:fits].rstrip() + ELLIPSIS)


def _begun(text: Showable, width: float, size: float) -> Showable:
    """Take of a text what may fit into a width: the rest need not be measured."""
    if len(text) * _NARROWEST * size <= width:
        return text
    return beginning(text, int(width / (_NARROWEST * size)) + 1)


@lru_cache(maxsize=64)
def wrapped(
    text: Showable, width: float, size: float, most: int
) -> tuple[Showable, ...]:
    """Break a text into lines at its blanks, the last of at most so many cut.

    Width and size are pixels; an empty text is no line.
    """
    lines: list[Showable] = []
    line = ""
    words = text.split()
    for at, word in enumerate(words):
        longer = f"{line} {word}" if line else word
        # Each longer line would be laid out anew for what its letters tell already.
        may_fit = rough_width(Showable(longer), size, width) <= width
        if line and not may_fit and text_width(longer, size) > width:
            if len(lines) == most - 1:
                line = " ".join([line, *words[at:]])
                break
            lines.append(elided(Showable(line), width, size))
            line = word
        else:
            line = longer
    return (*lines, elided(Showable(line), width, size)) if line else ()


@lru_cache(maxsize=64)
def compound_path(texts: tuple[PlacedText, ...]) -> Path | None:
    """Put labels together as one path, y **down**; ``None`` where there is no ink."""
    outlines: list[Outline] = []
    places: list[tuple[float, float, float, float]] = []
    for label in texts:
        x = label.x
        for run in _runs(label.text):
            outline = _outline(run, bold=label.bold)
            if len(outline.codes):
                outlines.append(outline)
                places.append((x, label.y, label.size, -label.size))
            x += outline.width * label.size
    if not outlines:
        return None
    # Moved all at once: a label a cell makes some hundreds of runs.
    lengths = [len(outline.codes) for outline in outlines]
    each = np.repeat(np.array(places), lengths, axis=0)
    points = np.concatenate([outline.points for outline in outlines])
    codes = np.concatenate([outline.codes for outline in outlines])
    return Path(points * each[:, 2:] + each[:, :2], codes)


@lru_cache(maxsize=_CACHED_RUNS)
def _unit_width(text: str, *, bold: bool) -> float:
    return sum(_outline(run, bold=bold).width for run in _runs(text))


@lru_cache(maxsize=_CACHED_RUNS)
def _runs(text: str) -> tuple[str, ...]:
    """Split text into words and figures, each figure on its own: all equally wide.

    Few words are new in a new sentence, and each is laid out once.
    """
    if is_right_to_left(text):
        # There the places of words and figures depend on the whole of it.
        return (text,)
    runs: list[str] = []
    for run in _RUNS.findall(text):
        runs.extend(run if any(character.isdigit() for character in run) else (run,))
    return tuple(runs)


@lru_cache(maxsize=_CACHED_RUNS)
def _outline(run: str, *, bold: bool) -> Outline:
    outline = _laid_out(run, bold=bold)
    room = _figure_width(bold=bold) - outline.width if run in _FIGURES else 0.0
    if not room:
        return outline
    middle = outline.points + np.array((room / 2, 0.0))
    return Outline(middle, outline.codes, outline.width + room)


@lru_cache
def _figure_width(*, bold: bool) -> float:
    return max(_laid_out(figure, bold=bold).width for figure in _FIGURES)


def _laid_out(run: str, *, bold: bool) -> Outline:
    chain = font_chain(bold=bold)
    text = chain.writable(run)
    unit = text_to_path.FONT_SCALE
    # matplotlib shares its fonts: others may have left another size.
    chain.font.set_size(unit, text_to_path.DPI)
    chain.font.set_text(text, 0.0, flags=LoadFlags.NO_HINTING, features=_FEATURES)
    width = chain.font.get_width_height()[0] / _SUBPIXELS
    placed, glyphs, _ = text_to_path.get_glyphs_with_font(
        chain.font, text, _GLYPHS, features=_FEATURES
    )
    inked = [
        (glyphs[name][0] + (x, y), glyphs[name][1])
        for name, x, y, _ in placed
        if len(glyphs[name][1])
    ]
    if not inked:
        return Outline(np.empty((0, 2)), np.empty(0, np.uint8), width / unit)
    return Outline(
        np.concatenate([points for points, _ in inked]) / unit,
        np.concatenate([codes for _, codes in inked]).astype(np.uint8),
        width / unit,
    )
