"""Which time to look at: a mask over facts that are here already."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.cells import Cells
from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.identity import ProjectId, UserId
from clockify_desktop.domain.level import Level

_CONDENSED: Final = {"user", "project"}


@dataclass(frozen=True, slots=True)
class LevelCells:
    """Some cells of a projection by two levels.

    Args:
        columns: ``None`` for billable or not, by the marks of their labels too.
    """

    rows: Level
    columns: Level | None
    cells: Cells

    @property
    def columns_of_facts(self) -> set[str]:
        """Which columns of the facts tell what is in them."""
        return {level.column for level in (self.rows, self.columns) if level}


@dataclass(frozen=True, slots=True)
class Selection:
    """Which time to look at; a mask over facts that are here already.

    Args:
        people: Their ids, or ``None`` for everybody.
        projects: Their ids (``None`` among them is "no project"), or ``None`` for all.
        billable: Only billable time, only the other, or ``None`` for both.
        days: Which of the period, or ``None`` for all; condensed facts know none.
        cells: Some cells of a projection, or ``None`` for all. Only a report knows
            what is in them, see ``Report.narrowed``.
    """

    people: frozenset[UserId] | None = None
    projects: frozenset[ProjectId | None] | None = None
    billable: bool | None = None
    days: frozenset[date] | None = None
    cells: "LevelCells | None" = None

    @property
    def of_whole_days(self) -> bool:
        """Whether people are looked at with all their time.

        Only then does somebody without time belong there: nobody need have worked on
        some projects, or billable.
        """
        whole = self.projects is None and self.billable is None
        return whole and self.cells is None

    @property
    def of_days(self) -> bool:
        """Whether it depends on days, which condensed facts do not know."""
        cells = self.cells
        return self.days is not None or (
            cells is not None and not cells.columns_of_facts <= _CONDENSED
        )

    def narrow(self, facts: Facts) -> Facts:
        """Keep the chosen time: the facts themselves when nothing is narrowed.

        What is in cells is left to the report.
        """
        mask: NDArray[np.bool_] | None = None
        if self.people is not None:
            ids = self.people
            mask = _chosen(person.id in ids for person in facts.people)[facts.user]
        if self.projects is not None:
            wanted = self.projects
            of_project = _chosen(one.id in wanted for one in facts.projects)
            by_project = of_project[facts.project]
            mask = by_project if mask is None else mask & by_project
        if self.days is not None:
            by_day = np.isin(facts.day, [day.toordinal() for day in self.days])
            mask = by_day if mask is None else mask & by_day
        kept = facts if mask is None else facts.take(mask)
        return kept if self.billable is None else kept.of_billable(wanted=self.billable)


EVERYTHING = Selection()


def _chosen(truths: Iterable[bool]) -> NDArray[np.bool_]:
    return np.fromiter(truths, np.bool_)
