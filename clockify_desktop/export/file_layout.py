"""What the rows of a file are, beside those of the page that it is a file of."""

from enum import StrEnum
from typing import Final

from clockify_desktop.domain.grid import Grid, grid_of
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.sentence import list_in_words
from clockify_desktop.domain.table import Table
from clockify_desktop.translation import tr

_MOST_LEVELS: Final = 3


class RowKind(StrEnum):
    """What the rows of a file are."""

    ROWS = "rows"
    GRID = "grid"
    ENTRIES = "entries"


class FileLayout(StrEnum):
    """What a row of a file stands for, as the settings spell it."""

    SHOWN = "shown"
    BY_DAY = "by-day"
    BY_CLIENT = "by-client"
    PEOPLE = "people"
    PROJECTS = "projects"
    PROJECT_GRID = "grid-of-projects"
    DAY_GRID = "grid-of-days"
    ENTRIES = "entries"

    @property
    def kind(self) -> "RowKind":
        """What its rows are, whatever they are grouped by."""
        if self is FileLayout.ENTRIES:
            return RowKind.ENTRIES
        return RowKind.GRID if self.is_grid else RowKind.ROWS

    @property
    def is_grid(self) -> bool:
        """Whether the last level stands across."""
        return self in {FileLayout.PROJECT_GRID, FileLayout.DAY_GRID}

    def levels(self, shown: tuple[Level, ...]) -> tuple[Level, ...]:
        """Tell what it is grouped by, beside a page that is grouped by ``shown``."""
        if self is FileLayout.BY_DAY:
            others = [one for one in shown if one is not Level.DAY]
            return (*others[: _MOST_LEVELS - 1], Level.DAY)
        if self in _ONE_LEVEL:
            return (_ONE_LEVEL[self],)
        if self is FileLayout.BY_CLIENT:
            return tuple(dict.fromkeys((shown[0], Level.CLIENT)))
        if self.is_grid:
            across = Level.DAY if self is FileLayout.DAY_GRID else Level.PROJECT
            return (Level.USER, across)
        return shown

    def laid_out(self, table: Table) -> Table | Grid:
        """Lay a table of its levels out."""
        return grid_of(table) if self.is_grid else table

    def what(self, levels: tuple[Level, ...]) -> str:
        """Say what it holds, such as ``people by project and day``."""
        if self is FileLayout.ENTRIES:
            return tr("entries")
        first, *others = levels
        if self.is_grid:
            across = others[0].plural
            # Translators: a grid with people at the left and projects or days on top.
            return tr(
                "grid of {people} and {projects}", people=first.plural, projects=across
            )
        if not others:
            return first.plural
        by = list_in_words([one.singular for one in others])
        # Translators: what the rows are, such as "people by project and day".
        return tr("{people} by {project}", people=first.plural, project=by)


_ONE_LEVEL: Final = {
    FileLayout.PEOPLE: Level.USER,
    FileLayout.PROJECTS: Level.PROJECT,
}
