"""Walking through a picture with the arrow keys."""

from clockify_desktop.charts.bar_layout import BarLayout
from clockify_desktop.domain.matrix import Matrix
from clockify_desktop.ui.report.chart_hit import ChartHit


def step_from(
    spot: ChartHit | None, down: int, right: int, matrix: Matrix, layout: BarLayout
) -> ChartHit | None:
    """Find the next thing that can be clicked.

    Before the first segment of a bar stands its name. Going up or down keeps to the
    column where the next bar has time in it, else to what is drawn before it.

    Args:
        spot: Where the walk is; ``None`` before its first step.
        down: Rows to go, -1, 0 or 1.
        right: Segments to go, -1, 0 or 1.
        matrix: What is drawn.
        layout: What of it is in view; there the walk begins.

    Returns:
        The next spot, or the same at an end; ``None`` where there is nothing.
    """
    rows = len(matrix.rows)
    if not rows:
        return None
    if spot is None:
        return ChartHit(layout.first_row)
    row = min(max(spot.row + down, 0), rows - 1)
    drawn = [at for at, part in enumerate(matrix.seconds[row].tolist()) if part > 0]
    if down:
        before = [at for at in drawn if spot.column is not None and at <= spot.column]
        return ChartHit(row, before[-1] if before else None)
    stops: list[int | None] = [None, *drawn]
    place = stops.index(spot.column) if spot.column in stops else 0
    return ChartHit(row, stops[min(max(place + right, 0), len(stops) - 1)])
