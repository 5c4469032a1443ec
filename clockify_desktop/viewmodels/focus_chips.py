"""A focus as chips, of which each can be taken away."""

from dataclasses import dataclass

from clockify_desktop.viewmodels.report_view import ChartSelection
from clockify_desktop.viewmodels.scene import Scene


@dataclass(frozen=True, slots=True)
class FocusChip:
    """One focused thing.

    Args:
        name: What people read.
        without: The focus that is left when it is taken away.
    """

    name: str
    without: ChartSelection


def focus_chips(scene: Scene) -> tuple[FocusChip, ...]:
    """Name what is focused.

    Args:
        scene: The page.

    Returns:
        Rows first, then columns, in the order of the picture.
    """
    focus, matrix = scene.view.focus, scene.matrix
    if not focus:
        return ()
    rows = (
        FocusChip(label.name, ChartSelection(focus.rows - {mark}, focus.columns))
        for label in matrix.rows
        if (mark := label.mark) in focus.rows
    )
    columns = (
        FocusChip(label.name, ChartSelection(focus.rows, focus.columns - {mark}))
        for label in matrix.columns
        if (mark := label.mark) in focus.columns
    )
    return (*rows, *columns)
