"""The least that a new picture needs: a class of content and one that draws it."""

from dataclasses import dataclass

from clockify_desktop.charts.box_paths import rounded_square
from clockify_desktop.charts.chart import Box, ChartHit, Viewport
from clockify_desktop.charts.marks import Shape


@dataclass(frozen=True)
class SquareContent:
    """One square a row; only the first is drawn."""

    title: str = "A square"
    sentence: str = "One square."
    rows: int = 1
    names: tuple[str, ...] = ()

    def tooltip(self, hit: ChartHit) -> str:
        return f"Square {hit.row}"

    def label_marks(self, hit: ChartHit) -> tuple[str, str | None]:
        return f"one:{hit.row}", None


class Square:
    """Draws it in the upper left corner."""

    def __init__(self, content: SquareContent, viewport: Viewport) -> None:
        del content
        self.marks = (Shape(rounded_square(0, 0, 100, 0), viewport.theme.accent),)
        self.first_row, self.rows_in_view = 0, 1

    def height_for(self, rows: int) -> int:
        return 100 * rows

    def rows_that_fit(self, height_px: float) -> int:
        return max(int(height_px // 100), 1)

    def hit(self, x: float, y: float) -> ChartHit | None:
        return ChartHit(0, 0) if x < 100 and y < 100 else None

    def box(self, hit: ChartHit) -> Box | None:
        del hit
        return 0, 0, 100, 100

    def walk(self, hit: ChartHit | None, down: int, right: int) -> ChartHit | None:
        del hit, down, right
        return ChartHit(0, 0)
