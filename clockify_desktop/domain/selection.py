"""Which time to look at: a mask over facts that are here already."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.identity import ProjectId, UserId


@dataclass(frozen=True, slots=True)
class Selection:
    """Which time to look at; a mask over facts that are here already.

    Args:
        people: Their ids, or ``None`` for everybody.
        projects: Their ids (``None`` among them is "no project"), or ``None`` for all.
        billable: Only billable time, only the other, or ``None`` for both.
        days: Which of the period, or ``None`` for all; condensed facts know none.
    """

    people: frozenset[UserId] | None = None
    projects: frozenset[ProjectId | None] | None = None
    billable: bool | None = None
    days: frozenset[date] | None = None

    @property
    def of_whole_days(self) -> bool:
        """Whether people are looked at with all their time.

        Only then does somebody without time belong there: nobody need have worked on
        some projects, or billable.
        """
        return self.projects is None and self.billable is None

    def narrow(self, facts: Facts) -> Facts:
        """Keep the chosen time: the facts themselves when nothing is narrowed."""
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
