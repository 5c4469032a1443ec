"""One page of paper on which texts, lines and pictures are put, in logical pixels."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from matplotlib.transforms import Affine2D

from clockify_desktop.charts.box_paths import boxes, rounded_boxes
from clockify_desktop.charts.chart import Box
from clockify_desktop.charts.fonts import NAME_PX, baseline_of_middle
from clockify_desktop.charts.marks import DrawTarget, Mark, Shape, labels
from clockify_desktop.charts.text_paths import PlacedText, text_width, wrapped
from clockify_desktop.charts.theme import LIGHT
from clockify_desktop.domain.showable import Showable

DPI: Final = 104
"""Logical pixels an inch: the smallest letters of pictures, 11 pixels, are 7.6 pt."""
SIDE_PX: Final = 62.0
"""What is left white at the left and at the right."""
TOP_PX: Final = 32.0
FOOT_PX: Final = 58.0
"""Where the foot begins, from below."""
SCALE: Final = 8.0
"""Paper has no pixels: edges lie on eighths of a logical one."""
_CORNER_PX: Final = 2.5


@dataclass(frozen=True, slots=True, eq=False)
class Moved:
    """Marks that are drawn somewhere else."""

    marks: Sequence[Mark]
    right: float
    down: float

    def draw(self, target: DrawTarget) -> None:
        """Draw them there."""
        moved = Affine2D().translate(self.right, self.down) + target.transform
        there = replace(target, transform=moved)
        for mark in self.marks:
            mark.draw(there)


class Sheet:
    """A page that is being laid out; width and height are logical pixels."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self.marks: list[Mark] = []
        self.left, self.right = SIDE_PX, width - SIDE_PX
        self.bottom = height - FOOT_PX - 10

    @property
    def room(self) -> float:
        """How wide the page is between its margins."""
        return self.right - self.left

    def put(self, marks: Iterable[Mark], right: float = 0.0, down: float = 0.0) -> None:
        """Put marks somewhere."""
        self.marks.append(Moved(tuple(marks), right, down))

    def text(
        self,
        words: Showable,
        x: float,
        middle: float,
        size: float = NAME_PX,
        *,
        bold: bool = False,
        color: str = LIGHT.text,
        ends: bool = False,
    ) -> None:
        """Write one line.

        Args:
            x: Where it begins, or where it ends.
            middle: Of its capitals, down.
        """
        if not words:
            return
        if ends:
            x -= text_width(words, size, bold=bold)
        placed = PlacedText(words, x, baseline_of_middle(middle, size), size, bold=bold)
        self.marks.append(labels([placed], color))

    def lines(
        self,
        words: Showable,
        x: float,
        top: float,
        width: float,
        size: float = NAME_PX,
        *,
        most: int,
        color: str = LIGHT.text,
    ) -> float:
        """Write a text in as many lines as it takes and may have.

        Returns:
            Where it ends, down.
        """
        step = round(size * 1.45)
        for line in wrapped(words, width, size, most):
            self.text(line, x, top + step / 2, size, color=color)
            top += step
        return top

    def rule(
        self,
        y: float,
        left: float | None = None,
        right: float | None = None,
        color: str = LIGHT.line,
        thick: float = 0.75,
    ) -> None:
        """Draw a line across, ``None`` for the margins."""
        left = self.left if left is None else left
        right = self.right if right is None else right
        self._fill((left, y, right, y + thick), color, 0.0)

    def frame(self, box: Box, color: str = LIGHT.text) -> None:
        """Draw a line around a box."""
        left, top, right, bottom = box
        self._fill(box, color, _CORNER_PX)
        inside = (left + 0.9, top + 0.9, right - 0.9, bottom - 0.9)
        self._fill(inside, LIGHT.surface, _CORNER_PX - 0.4)

    def _fill(self, box: Box, color: str, corner_px: float) -> None:
        path = rounded_boxes(boxes(*box)[None], corner_px)
        if path is not None:
            self.marks.append(Shape(path, color))
