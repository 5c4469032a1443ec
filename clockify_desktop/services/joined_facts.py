"""The facts of several parts as one table, what they point into named anew."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.directory import Directory, Project, Task
from clockify_desktop.domain.facts import Facts, Further
from clockify_desktop.domain.identity import ProjectId

T = TypeVar("T")


def joined_facts(
    several: Sequence[Facts], directory: Directory, currency: str | None
) -> Facts:
    """Put facts one behind the other.

    Args:
        several: One at least.
        directory: Names are taken from it.
        currency: The workspace's own; ``None`` where amounts are hidden.
    """
    people = {one.id: one for one in directory.people}
    projects = {one.id: one for one in directory.projects}
    users = JoinedTable([facts.people for facts in several], lambda one: one.id)
    works = JoinedTable([facts.projects for facts in several], lambda one: one.id)
    named = tuple(people.get(one.id, one) for one in users.things)
    worked_on = tuple(known_project(one, projects) for one in works.things)
    more = {name: _further(name, several, projects) for name in several[0].more}
    telling = [facts for facts in several if len(facts)]
    if len(several) == 1 and telling:
        return replace(several[0], people=named, projects=worked_on, more=more)
    lengths = list(map(len, several))
    codes = JoinedTable([facts.currencies for facts in several], lambda code: code)
    # A part without time does not tell whether amounts are hidden; without any time
    # the workspace tells, as ``facts_of`` has it.
    hidden = all(facts.amount_micros is None for facts in telling) and (
        bool(telling) or currency is None
    )
    return Facts(
        people=named,
        projects=worked_on,
        currencies=tuple(codes.things),
        user=users.joined([facts.user for facts in several]),
        project=works.joined([facts.project for facts in several]),
        day=np.concatenate([facts.day for facts in several]),
        seconds=np.concatenate([facts.seconds for facts in several]),
        billable_seconds=_concatenated(
            [facts.billable_seconds for facts in several],
            withheld=any(facts.billable_seconds is None for facts in several),
            lengths=lengths,
        ),
        amount_micros=_concatenated(
            [facts.amount_micros for facts in several],
            withheld=hidden,
            lengths=lengths,
        ),
        currency=codes.joined([facts.currency for facts in several]),
        more=more,
        again=_flags([facts.again for facts in several], lengths),
        from_sums=_flags([facts.from_sums for facts in several], lengths),
    )


def known_project(
    project: Project, projects: Mapping[ProjectId | None, Project]
) -> Project:
    """Describe a project as the directory does, where it does."""
    return projects.get(project.id, project).completed(project)


def _further(
    name: str, several: Sequence[Facts], projects: Mapping[ProjectId | None, Project]
) -> tuple[Sequence[Further], NDArray[np.intp]]:
    columns = [facts.more[name] for facts in several]
    table = JoinedTable([things for things, _ in columns], lambda one: one.id)
    renamed = [
        replace(one, project=known_project(one.project, projects))
        if isinstance(one, Task) and one.project
        else one
        for one in table.things
    ]
    return renamed, table.joined([column for _, column in columns])


def _flags(
    columns: Sequence[NDArray[np.bool_] | None], lengths: Sequence[int]
) -> NDArray[np.bool_] | None:
    if all(column is None for column in columns):
        return None
    return np.concatenate(
        [
            np.zeros(length, np.bool_) if column is None else column
            for column, length in zip(columns, lengths, strict=True)
        ]
    )


def _concatenated(
    columns: Sequence[NDArray[np.int64] | None],
    *,
    withheld: bool,
    lengths: Sequence[int],
) -> NDArray[np.int64] | None:
    if withheld:
        return None
    return np.concatenate(
        [
            np.zeros(length, np.int64) if column is None else column
            for column, length in zip(columns, lengths, strict=True)
        ]
    )


class JoinedTable(Generic[T]):
    """The tables of several parts as one; what bears the same key stands there once."""

    def __init__(
        self, tables: Sequence[Sequence[T]], key: Callable[[T], Hashable]
    ) -> None:
        self.things: list[T] = []
        self._places: list[NDArray[np.intp]] = []
        numbers: dict[Hashable, int] = {}
        for table in tables:
            places = []
            for thing in table:
                number = numbers.setdefault(key(thing), len(numbers))
                if number == len(self.things):
                    self.things.append(thing)
                places.append(number)
            # A column has -1 where it points at nothing, which is the last place.
            self._places.append(np.array([*places, -1], np.intp))

    def joined(self, columns: Sequence[NDArray[np.intp]]) -> NDArray[np.intp]:
        """Put columns that point into the tables one behind the other."""
        return np.concatenate(
            [
                places[column]
                for places, column in zip(self._places, columns, strict=True)
            ]
        )
