"""A scene as what the charts draw, in the window and in files."""

from dataclasses import dataclass

from clockify_desktop.charts.bar_content import BarContent
from clockify_desktop.charts.plain_text import one_line
from clockify_desktop.domain.durations import DurationFormat, duration_text, share_text
from clockify_desktop.viewmodels.scene import Scene


@dataclass(frozen=True, eq=False)
class SceneBars(BarContent):
    """Bars whose totals are written in the format that a person chose.

    Args:
        durations: The format.
    """

    durations: DurationFormat = DurationFormat.MINUTES

    def total(self, row: int) -> str:
        """Write the total of a row."""
        return duration_text(int(self.totals_s[row]), self.durations)


def bars_of(scene: Scene, title: str = "", *, with_sentence: bool = False) -> SceneBars:
    """Give a scene to the charts.

    Args:
        scene: The page.
        title: Empty where the window writes it itself.
        with_sentence: Whether the picture says itself what it shows.

    Returns:
        What is drawn.
    """
    return SceneBars(
        scene.matrix,
        title,
        scene.sentence if with_sentence else "",
        dimmed=scene.dimmed,
        durations=scene.view.durations,
    )


def segment_words(scene: Scene, row: int, column: int | None) -> str:
    """Name what the pointer is on.

    Args:
        scene: The page.
        row: A row of its matrix.
        column: A column; ``None`` for the row itself.

    Returns:
        Person, project, time and share of the person's time, or person, time and
        share of all time.
    """
    matrix, durations = scene.matrix, scene.view.durations
    row_s = int(matrix.seconds[row].sum())
    names = [one_line(matrix.rows[row].name)]
    part_s, whole_s = row_s, matrix.total_s
    if column is not None:
        names.append(one_line(matrix.columns[column].name))
        part_s, whole_s = int(matrix.seconds[row, column]), row_s
    words = [*names, duration_text(part_s, durations), share_text(part_s, whole_s)]
    return " · ".join(word for word in words if word)
