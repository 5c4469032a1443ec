"""The table of facts: one idea that every picture, table and file is made from.

A fact says how long one person worked on one project on one day. Facts are kept as
numpy columns beside the tables they point into, so that a report of a million facts
is regrouped within milliseconds and nothing is asked twice.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.directory import Person, Project, Tag, TagSet, Task
from clockify_desktop.domain.period import Period

Further = Task | Tag | TagSet
"""What a column can point into that only some facts have."""
Thing = Person | Project | Further | date
"""What a column can point into."""

N = TypeVar("N", bound=np.generic)

# Sums of integers up to this size are exact in the floats that bincount adds.
_EXACT_IN_FLOAT = 2**53
# Sorting the facts takes as long as so many empty cells a fact.
_SPARSE = 16


@dataclass(frozen=True, eq=False)
class Facts:
    """Who spent how long on what on which day.

    All columns have one entry a fact and the same length.

    Args:
        people: What ``user`` points into.
        projects: What ``project`` points into; one of them may be "no project".
        currencies: Currency codes, what ``currency`` points into.
        user: intp, positions in ``people``.
        project: intp, positions in ``projects``.
        day: int64, proleptic Gregorian ordinals as ``date.toordinal`` counts them.
        seconds: int64, durations in whole seconds.
        billable_seconds: int64, the billable part of ``seconds``; ``None`` where it
            is withheld because it does not add up to the server's own sum.
        amount_micros: int64, millionths of the currency's major unit; ``None``
            where this key may not see amounts.
        currency: intp, positions in ``currencies``; -1 where the amount is left out.
        more: Further columns by name, such as ``task``: what each points into, and
            intp positions therein.
        again: Bool, true for a fact that tells the time of another one once more, as
            under the second tag of an entry; ``None`` where none does.
        from_sums: Bool, true where only Clockify's sums tell the currency, as the
            amounts fit them in one way alone; ``None`` where that is never so.
    """

    people: tuple[Person, ...]
    projects: tuple[Project, ...]
    currencies: tuple[str, ...]
    user: NDArray[np.intp]
    project: NDArray[np.intp]
    day: NDArray[np.int64]
    seconds: NDArray[np.int64]
    billable_seconds: NDArray[np.int64] | None
    amount_micros: NDArray[np.int64] | None
    currency: NDArray[np.intp]
    more: Mapping[str, tuple[Sequence[Further], NDArray[np.intp]]] = field(
        default_factory=dict
    )
    again: NDArray[np.bool_] | None = None
    from_sums: NDArray[np.bool_] | None = None

    def __len__(self) -> int:
        return len(self.seconds)

    @property
    def size_bytes(self) -> int:
        """How much memory the columns take, and what they are views of."""
        columns = [getattr(self, column.name) for column in fields(self)]
        columns += [column for _, column in self.more.values()]
        return held_bytes(one for one in columns if isinstance(one, np.ndarray))

    @cached_property
    def total_s(self) -> int:
        """All seconds, each counted once."""
        return int(self.once.seconds.sum(dtype=np.int64))

    @cached_property
    def once(self) -> "Facts":
        """The facts that tell each time once."""
        if self.again is None:
            return self
        return replace(self.take(~self.again), again=None)

    @cached_property
    def people_with_time(self) -> tuple[Person, ...]:
        """Those who have a fact, be it of zero seconds."""
        places = np.flatnonzero(np.bincount(self.user, minlength=len(self.people)))
        return tuple(self.people[place] for place in places)

    def has_column(self, name: str) -> bool:
        """Tell whether there is such a column."""
        return name in self.more or name in {"user", "project", "day"}

    def column(self, name: str) -> NDArray[np.integer]:
        """Give a column: ``user``, ``project``, ``day`` or one of ``more``."""
        if name in self.more:
            return self.more[name][1]
        column: NDArray[np.integer] = getattr(self, name)
        return column

    def things(self, column: str) -> tuple[Sequence[Thing], int]:
        """List what a column points into.

        Returns:
            Such as people, or all days from the first to the last; and what the
            column holds for the first of them.
        """
        if column == "user":
            return self.people, 0
        if column == "project":
            return self.projects, 0
        if column != "day":
            return self.more[column][0], 0
        if not len(self):
            return (), 0
        first, last = int(self.day.min()), int(self.day.max())
        return tuple(map(date.fromordinal, range(first, last + 1))), first

    def on(self, period: Period) -> "Facts":
        """Keep some days, and of people and projects those with time on them."""
        first, last = period.start.toordinal(), period.end.toordinal()
        facts = self.take((self.day >= first) & (self.day <= last))
        people, user = np.unique(facts.user, return_inverse=True)
        projects, project = np.unique(facts.project, return_inverse=True)
        return replace(
            facts,
            people=tuple(self.people[place] for place in people),
            projects=tuple(self.projects[place] for place in projects),
            user=user,
            project=project,
        )

    @cached_property
    def condensed(self) -> "Facts":
        """The same time as one fact a person and project, without days and money.

        Whoever adds up by neither of these regroups some thousands of facts in the
        place of all of them, as often as a person narrows the report.
        """
        if self.again is not None:
            return self.once.condensed
        across = len(self.projects)
        cells, number = numbered(
            self.user * across + self.project, len(self.people) * across
        )
        billable = self.billable_seconds
        return Facts(
            people=self.people,
            projects=self.projects,
            currencies=(),
            user=cells // max(across, 1),
            project=cells % max(across, 1),
            day=np.zeros(len(cells), np.int64),
            seconds=summed(number, self.seconds, len(cells)),
            billable_seconds=None
            if billable is None
            else summed(number, billable, len(cells)),
            amount_micros=None,
            currency=np.full(len(cells), -1, np.intp),
        )

    def of_billable(self, *, wanted: bool) -> "Facts":
        """Keep the billable time, or the other, see ``of_parts``."""
        every = np.ones(len(self), np.bool_)
        return self.of_parts(every & wanted, every & (not wanted))

    def of_parts(
        self, billable: NDArray[np.bool_], other: NDArray[np.bool_]
    ) -> "Facts":
        """Keep the billable time of some facts and the other time of some.

        Money goes with the billable time: Clockify earns nothing by the other.

        Returns:
            The facts that have some of it; the facts themselves where the billable
            figures are withheld.
        """
        if self.billable_seconds is None:
            return self
        billable_s = np.where(billable, self.billable_seconds, 0)
        other_s = np.where(other, self.seconds - self.billable_seconds, 0)
        amounts = self.amount_micros
        part = replace(
            self,
            seconds=billable_s + other_s,
            billable_seconds=billable_s,
            amount_micros=None if amounts is None else np.where(billable, amounts, 0),
        )
        return part.take(part.seconds != 0)

    def take(self, chosen: NDArray[np.bool_] | NDArray[np.intp]) -> "Facts":
        """Keep some, by a mask or by positions, with the same tables beside them."""
        return replace(
            self,
            user=self.user[chosen],
            project=self.project[chosen],
            day=self.day[chosen],
            seconds=self.seconds[chosen],
            billable_seconds=_taken(self.billable_seconds, chosen),
            amount_micros=_taken(self.amount_micros, chosen),
            currency=self.currency[chosen],
            more={
                name: (things, column[chosen])
                for name, (things, column) in self.more.items()
            },
            again=_taken(self.again, chosen),
            from_sums=_taken(self.from_sums, chosen),
        )


def numbered(
    cell: NDArray[np.intp], size: int
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Number the cells that are used from 0.

    Args:
        cell: intp, one a fact, from 0 to below ``size``.

    Returns:
        intp, the used cells, rising; intp, one a fact, the number of its cell.
    """
    if size > _SPARSE * len(cell):
        # A place for each possible cell would be nearly all of the memory.
        cells, number = np.unique(cell, return_inverse=True)
        return cells, number
    used = np.flatnonzero(np.bincount(cell, minlength=size))
    number_of = np.zeros(size, np.intp)
    number_of[used] = np.arange(len(used))
    return used, number_of[cell]


def held_bytes(columns: Iterable[NDArray[np.generic]]) -> int:
    """Count what columns keep in memory; what several are views of counts once."""
    return sum({id(one): one.nbytes for one in map(_held, columns)}.values())


def _held(column: NDArray[np.generic]) -> NDArray[np.generic]:
    """Find what a view keeps in memory, which may be more than it shows."""
    return _held(column.base) if isinstance(column.base, np.ndarray) else column


def _taken(
    column: NDArray[N] | None, chosen: NDArray[np.bool_] | NDArray[np.intp]
) -> NDArray[N] | None:
    return None if column is None else column[chosen]


def summed(
    keys: NDArray[np.intp], values: NDArray[np.int64], size: int
) -> NDArray[np.int64]:
    """Add up values by key, exactly.

    Args:
        keys: intp, one a value, from 0 to below ``size``.
        values: int64, of any sign.
    """
    if not len(values):
        return np.zeros(size, np.int64)
    largest = max(int(values.max()), -int(values.min()))
    if largest * len(values) < _EXACT_IN_FLOAT:
        return np.bincount(keys, values, size).astype(np.int64)
    sums = np.zeros(size, np.int64)
    np.add.at(sums, keys, values)
    return sums
