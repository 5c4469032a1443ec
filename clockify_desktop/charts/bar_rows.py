"""The segments of all bars in view: as pixels on a screen, as outlines in a file.

Sixty projects of forty people are 2,400 segments. As outlines their cost grows with
their number; as rows of pixels it does not, because a row of segments is one line of
colours, repeated downwards.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

import numpy as np
from matplotlib.path import Path
from numpy.typing import NDArray

from clockify_desktop.charts.box_paths import boxes, rounded_boxes
from clockify_desktop.charts.contrast import rgb
from clockify_desktop.charts.marks import DrawTarget

Whole = NDArray[np.int64]
Buffer = NDArray[np.uint8]

CORNER_PX = 1.2
"""How much of a segment's corners is cut, logical pixels."""


@dataclass(frozen=True, slots=True, eq=False)
class BarRows:
    """Flat segments that follow one another in rows.

    Args:
        edges: Rows x (segments + 1) **device** pixels to the right, rising.
        gaps: Rows x segments; device pixels at a segment's end that stay empty.
        top: First device pixel down of each row.
        thickness: Device pixels.
        color: Rows x segments; the place in ``colors``.
        colors: ``#RRGGBB``.
        surface: ``#RRGGBB`` behind and between the segments.
        scale: Device pixels a logical one.
    """

    edges: Whole
    gaps: Whole
    top: Whole
    thickness: int
    color: Whole
    colors: Sequence[str]
    surface: str
    scale: float

    def draw(self, target: DrawTarget) -> None:
        """Write pixels where the backend has them, else outlines."""
        if target.is_pixels:
            agg: Any = target.renderer  # its type leaves the method out
            self.paint(np.asarray(agg.buffer_rgba()))
            return
        for color, path in self.paths():
            target.fill(path, color)

    def paint(self, pixels: Buffer) -> None:
        """Write the segments into an opaque picture.

        Args:
            pixels: Height x width x 4, from the upper left; changed.
        """
        filled = np.diff(self.edges, axis=1) - self.gaps
        lengths = np.stack([filled, self.gaps], axis=-1).ravel()
        gap = np.full_like(self.color, len(self.colors))
        line = np.repeat(np.stack([self.color, gap], axis=-1).ravel(), lengths)
        lines = list(self._lines(line, filled))
        widths = self.edges[:, -1] - self.edges[:, 0]
        ends = np.cumsum(widths)
        starts = ends - widths
        corners = len(lines) - 1
        for row, (start, end) in enumerate(
            zip(starts.tolist(), ends.tolist(), strict=True)
        ):
            top, left = int(self.top[row]), int(self.edges[row, 0])
            box = pixels[top : top + self.thickness, left : left + end - start]
            part = slice(start, start + box.shape[1])
            box[corners : self.thickness - corners] = lines[0][part]
            for inwards in range(corners):
                for down in (inwards, self.thickness - 1 - inwards):
                    box[down : down + 1] = lines[1 + inwards][part]

    def paths(self) -> Iterator[tuple[str, Path]]:
        """Give the segments of each colour as one outline, logical pixels."""
        ends, top = self.edges[:, 1:] - self.gaps, self.top[:, None]
        sides = boxes(self.edges[:, :-1], top, ends, top + self.thickness)
        wide = self.edges[:, 1:] > self.edges[:, :-1]
        for place, color in enumerate(self.colors):
            shown = sides[(self.color == place) & wide] / self.scale
            path = rounded_boxes(shown, CORNER_PX)
            if path is not None:
                yield color, path

    def _lines(self, line: Whole, filled: Whole) -> Iterator[Buffer]:
        """Give the lines of pixels that occur in all rows, one row behind the other.

        First the one in the middle of the bars, then the uppermost ones, which are the
        lowest too, with the corners of the segments cut.
        """
        palette = _rgba([*self.colors, self.surface])
        whole = _packed(palette)[line]
        yield _unpacked(whole)
        cut = CORNER_PX * self.scale
        widths = np.diff(self.edges, axis=1).ravel()
        wide = filled.ravel() >= 3 * cut
        firsts = (np.cumsum(widths) - widths)[wide]
        lasts = firsts + filled.ravel()[wide] - 1
        for down in range(min(ceil(cut), self.thickness // 2)):
            cornered = whole.copy()
            for inwards in range(ceil(cut) - down):
                # How much of a pixel lies inside of a corner cut at 45 degrees.
                share = min(max(inwards + down + 1.5 - cut, 0.0), 1.0)
                if share < 1:
                    mixed = palette * share + palette[-1] * (1 - share)
                    faded = _packed(np.round(mixed).astype(np.uint8))
                    for places in (firsts + inwards, lasts - inwards):
                        cornered[places] = faded[line[places]]
            yield _unpacked(cornered)


def _rgba(colors: Sequence[str]) -> Buffer:
    parts = np.array([(*rgb(color), 1.0) for color in colors])
    return np.round(parts * 255).astype(np.uint8)


def _packed(colors: Buffer) -> NDArray[np.uint32]:
    # Four bytes move faster as one number.
    return colors.view(np.uint32).ravel()


def _unpacked(numbers: NDArray[np.uint32]) -> Buffer:
    return numbers.view(np.uint8).reshape(-1, 4)
