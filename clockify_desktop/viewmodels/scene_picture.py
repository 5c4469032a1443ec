"""What the pointer is on, in words."""

from clockify_desktop.charts.plain_text import one_line
from clockify_desktop.domain.durations import duration_text, share_text
from clockify_desktop.pages.page import PageContent


def segment_words(content: PageContent, row: int, column: int | None) -> str:
    """Name what the pointer is on.

    Args:
        content: What the page shows.
        row: A row of its matrix.
        column: A column; ``None`` for the row itself.

    Returns:
        Person, project, time and share of the person's time, or person, time and
        share of all time.
    """
    matrix, durations = content.chart.matrix, content.view.durations
    row_s = int(matrix.seconds[row].sum())
    names = [one_line(matrix.rows[row].name)]
    part_s, whole_s = row_s, matrix.total_s
    if column is not None:
        names.append(one_line(matrix.columns[column].name))
        part_s, whole_s = int(matrix.seconds[row, column]), row_s
    words = [*names, duration_text(part_s, durations), share_text(part_s, whole_s)]
    return " · ".join(word for word in words if word)
