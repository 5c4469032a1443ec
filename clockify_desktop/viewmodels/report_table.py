"""The table beside the picture: the same numbers, sorted and filtered without Qt."""

from collections.abc import Iterable, Sequence
from enum import IntEnum
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.charts.plain_text import one_line
from clockify_desktop.domain.durations import duration_text, share_text
from clockify_desktop.domain.matrix import Label, LabelKind
from clockify_desktop.domain.spreadsheet_text import defused
from clockify_desktop.viewmodels.report_view import Rows
from clockify_desktop.viewmodels.scene import Scene
from clockify_desktop.viewmodels.table_cells import Cells, cells_of
from clockify_desktop.viewmodels.view_choices import ROW_HEADS, SERIES_HEADS

Places = NDArray[np.intp]

_TOTAL_NAMES: Final = {Rows.PEOPLE: "Team", Rows.TEAMS: "All teams"}


class Column(IntEnum):
    """The columns of the table."""

    NAME = 0
    TIME = 1
    SHARE = 2


class ReportTable:
    """One scene as rows that open, each with a time and a share.

    A focus leaves only what is not dimmed. Rows are known by their place in the
    scene's matrix, whatever the order they are shown in.

    Args:
        scene: The page.
    """

    def __init__(self, scene: Scene) -> None:
        self._view = scene.view
        self._rows = scene.matrix.rows
        self._cells: Cells = cells_of(scene)
        self._by: Column | None = None
        self._falling = False
        self._children: dict[int, Places] = {}
        self.totals_s = self._cells.seconds.sum(axis=1, dtype=np.int64)
        self.total_s = int(self.totals_s.sum(dtype=np.int64))

    @property
    def heads(self) -> tuple[str, str, str]:
        """What stands above the columns."""
        return ROW_HEADS[self._view.rows], "Time", "Share"

    @property
    def total_texts(self) -> tuple[str, str, str]:
        """The row of all rows together."""
        name = _TOTAL_NAMES.get(self._view.rows, "All")
        return name, self._written(self.total_s), share_text(self.total_s, self.total_s)

    @cached_property
    def has_parts(self) -> list[bool]:
        """Tell for each row whether it opens."""
        truths: list[bool] = (self._cells.seconds != 0).any(axis=1).tolist()
        return truths

    def label(self, row: int) -> Label:
        """Give the head of a row."""
        return self._rows[row]

    def arranged(
        self, by: Column | None = None, *, falling: bool = False, words: str = ""
    ) -> Places:
        """Sort and filter.

        Args:
            by: The column to sort by; ``None`` for the order of the picture.
            falling: The largest or last first.
            words: Part of the names to be shown, whatever their case.

        Returns:
            intp, the rows to be shown; "Other" is always last.
        """
        if (by, falling) != (self._by, self._falling):
            self._by, self._falling = by, falling
            self._children.clear()
        order = self._order(by, falling=falling)
        keep = self._cells.kept_rows.copy()
        wanted = words.strip().casefold()
        if wanted:
            keep &= np.fromiter((wanted in one for one in self._folded), np.bool_)
        return _others_last(order[keep[order]], self._is_other)

    def parts(self, row: int) -> Places:
        """Find what a row consists of, in the order of the last sort.

        Args:
            row: Its place in the matrix.

        Returns:
            intp, places for ``part_label``; what has no time is left out.
        """
        known = self._children.get(row)
        if known is None:
            seconds = self._cells.seconds[row]
            found = np.flatnonzero(seconds)
            if self._by is Column.NAME:
                names = [one_line(one.name).casefold() for one in self._cells.labels]
                found = np.array(sorted(found, key=names.__getitem__), np.intp)
                found = found[::-1] if self._falling else found
            elif self._by is not None:
                sign = -1 if self._falling else 1
                found = found[np.argsort(sign * seconds[found], kind="stable")]
            known = _others_last(found, self._cells.is_other)
            self._children[row] = known
        return known

    def part_label(self, part: int) -> Label:
        """Give the head of a part."""
        return self._cells.labels[part]

    def part_color(self, part: int) -> int:
        """Give the column of the picture whose colour a part has."""
        return self._cells.colors[part]

    def texts(self, row: int, part: int | None = None) -> tuple[str, str, str]:
        """Write a row, or a part of it with its share of the row.

        Args:
            row: Its place in the matrix.
            part: As ``parts`` gave it.

        Returns:
            Name, time, share.
        """
        row_s = int(self.totals_s[row])
        if part is None:
            name = one_line(self._rows[row].name)
            return name, self._written(row_s), share_text(row_s, self.total_s)
        part_s = int(self._cells.seconds[row, part])
        name = one_line(self._cells.labels[part].name)
        return name, self._written(part_s), share_text(part_s, row_s)

    def tab_separated(self, lines: Sequence[tuple[int, int | None]]) -> str:
        """Write lines for a spreadsheet, with the numbers as they are shown.

        Args:
            lines: Rows, and parts of rows.

        Returns:
            A head, then a line each, parted by tabs. Where there are parts, they
            have a column of their own behind that of their row.
        """
        with_parts = any(part is not None for _, part in lines)
        head, *others = self.heads
        heads = [head, SERIES_HEADS[self._view.series]] if with_parts else [head]
        written = [_line([*heads, *others])]
        for row, part in lines:
            name, *numbers = self.texts(row, part)
            names = [self.texts(row)[0]] if with_parts else [name]
            if with_parts:
                names.append(name if part is not None else "")
            written.append(_line([*map(defused, names), *numbers]))
        return "".join(written)

    def rows_of(self, marks: Iterable[str]) -> list[int]:
        """Find rows again that another scene had.

        Args:
            marks: As ``Label.mark`` gives them.

        Returns:
            Their places, of those that are still there.
        """
        wanted = set(marks)
        if not wanted:
            return []
        return [at for at, label in enumerate(self._rows) if label.mark in wanted]

    def _written(self, seconds: int) -> str:
        return duration_text(seconds, self._view.durations)

    @cached_property
    def _folded(self) -> list[str]:
        return [one_line(label.name).casefold() for label in self._rows]

    @cached_property
    def _by_name(self) -> Places:
        names = self._folded
        return np.array(sorted(range(len(names)), key=names.__getitem__), np.intp)

    @cached_property
    def _is_other(self) -> NDArray[np.bool_]:
        truths = (label.kind is LabelKind.OTHER for label in self._rows)
        return np.fromiter(truths, np.bool_, len(self._rows))

    def _order(self, by: Column | None, *, falling: bool) -> Places:
        if by is None:
            return np.arange(len(self._rows))
        if by is Column.NAME:
            return self._by_name[::-1] if falling else self._by_name
        sign = -1 if falling else 1
        return np.argsort(sign * self.totals_s, kind="stable")


def _others_last(order: Places, is_other: NDArray[np.bool_]) -> Places:
    last = is_other[order]
    if not last.any():
        return order
    return np.concatenate([order[~last], order[last]])


def _line(cells: Iterable[str]) -> str:
    return "\t".join(cells) + "\n"
