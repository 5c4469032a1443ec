"""From columns that replies are read into to the table of facts.

Names, clients, groups and activity are joined from the directory by id; somebody or
something that only the time still tells of keeps the name that the reply gave.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.api.endpoints import SUMMARY_REPORT
from clockify_desktop.api.errors import InvalidResponseError, RequestInfo
from clockify_desktop.domain.directory import (
    Activity,
    Client,
    Directory,
    Person,
    Project,
    Tag,
    Task,
)
from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.identity import ProjectId, TaskId, UserId
from clockify_desktop.domain.keys import WITHOUT_PROJECT, WITHOUT_TASK
from clockify_desktop.domain.rounded_columns import whole_numbers
from clockify_desktop.services.numbering import Named, Numbering
from clockify_desktop.services.summary_columns import Columns

# A minor unit is a hundredth of the major one, whatever the currency: Clockify's
# amounts are documented so.
_MICROS_A_MINOR_UNIT = 10_000
# They still add up in 64 bits, whatever is added first.
_MOST_MICROS_IN_ALL = 9e18
# Readers of JSON take whole numbers up to here exactly.
_MOST_TOTAL_S = 2**53

More = Mapping[str, tuple[Sequence[Task | Tag], NDArray[np.intp]]]
"""Further columns of facts by name, see ``Facts.more``."""


class Source(NamedTuple):
    """Which reply facts are from, and where in it one of them stands."""

    request_info: RequestInfo
    place: str


SUMMARY = Source(
    RequestInfo(SUMMARY_REPORT.method, SUMMARY_REPORT.path, ""),
    "$.groupOne[...].children[...].children[...]",
)


@dataclass(frozen=True, slots=True)
class BuiltFacts:
    """Facts, and what the server itself says about their sum.

    Args:
        facts: The table.
        server_total_s: The sum of the server's own totals, seconds; ``None`` where
            one of them is missing or impossible.
        billable_withheld: The billable replies do not add up to the server's own
            billable total, so the facts have no billable figures.
        unreadable: How many entries of the replies could not be used.
        unfinished: How many of these only lack a duration.
    """

    facts: Facts
    server_total_s: int | None
    billable_withheld: bool
    unreadable: int = 0
    unfinished: int = 0
    source: Source = SUMMARY


def check_usable(several: Sequence[BuiltFacts]) -> None:
    """Refuse what no report can be made of.

    Args:
        several: All parts of a report.

    Raises:
        InvalidResponseError: There are entries, and none of them can be used; or their
            amounts are too large to be added up.
    """
    source = several[0].source
    unreadable = sum(one.unreadable - one.unfinished for one in several)
    if unreadable and not any(len(one.facts) for one in several):
        raise InvalidResponseError(*source)
    amounts = [one.facts.amount_micros for one in several]
    in_all = sum(
        float(np.abs(one).sum(dtype=float)) for one in amounts if one is not None
    )
    if in_all > _MOST_MICROS_IN_ALL:
        raise InvalidResponseError(source.request_info, f"{source.place}.amount")


def possible_sum_s(seconds: Sequence[int | None]) -> int | None:
    """Add up sums of which each must be possible, else there is none."""
    told = [one for one in seconds if one is not None and 0 <= one <= _MOST_TOTAL_S]
    return sum(told) if len(told) == len(seconds) else None


def facts_of(
    columns: Columns,
    numbering: Numbering,
    directory: Directory,
    currency: str | None,
    *,
    day: NDArray[np.int64],
    billable_s: NDArray[np.int64] | None,
    task: NDArray[np.intp] | None = None,
) -> Facts:
    """Join columns with the directory.

    Args:
        columns: Positions among what ``numbering`` holds.
        currency: The workspace's own, for money that does not name its currency.
        day: int64, ordinals.
        billable_s: int64, seconds, or ``None`` where they are withheld.
        task: intp, positions in ``numbering.tasks``; ``None`` where none are told.
    """
    projects = _projects(numbering, directory)
    amounts, codes, currencies = _money(columns, numbering, projects, currency)
    more: More = {}
    if task is not None:
        more = {"task": (_tasks(numbering, projects, columns.project, task), task)}
    return Facts(
        people=_people(numbering, directory),
        projects=projects,
        currencies=currencies,
        user=columns.user,
        project=columns.project,
        day=day,
        seconds=columns.seconds,
        billable_seconds=billable_s,
        amount_micros=amounts,
        currency=codes,
        more=more,
    )


def _people(numbering: Numbering, directory: Directory) -> tuple[Person, ...]:
    known = {person.id: person for person in directory.people}

    def person(user_id: UserId, told: Named) -> Person:
        return known.get(user_id) or Person(
            user_id, told.name or user_id, activity=Activity.UNKNOWN
        )

    return tuple(
        person(UserId(user_id or ""), told) for user_id, told in numbering.users.items()
    )


def _projects(numbering: Numbering, directory: Directory) -> tuple[Project, ...]:
    known = {project.id: project for project in directory.projects}
    clients = {client.name: client for client in directory.clients}
    return tuple(
        known.get(_project_id(project_id))
        or _unknown_project(project_id, told, clients)
        for project_id, told in numbering.projects.items()
    )


def _project_id(text: str | None) -> ProjectId | None:
    return None if text is None else ProjectId(text)


def _unknown_project(
    text: str | None, told: Named, clients: dict[str, Client]
) -> Project:
    """Describe a project that is in no list: none at all, deleted, or hidden."""
    if text is None:
        return Project(None, WITHOUT_PROJECT)
    client = clients.get(told.client_name or "")
    return Project(
        id=ProjectId(text),
        name=told.name or text,
        client_id=client.id if client else None,
        client_name=told.client_name or "",
        color=told.color,
    )


def _tasks(
    numbering: Numbering,
    projects: Sequence[Project],
    project: NDArray[np.intp],
    task: NDArray[np.intp],
) -> tuple[Task, ...]:
    used, first = np.unique(task, return_index=True)
    of_task = dict(zip(used.tolist(), project[first].tolist(), strict=True))
    return tuple(
        Task(None, WITHOUT_TASK)
        if task_id is None
        else Task(
            TaskId(task_id),
            told.name or task_id,
            projects[of_task[number]] if number in of_task else None,
        )
        for number, (task_id, told) in enumerate(numbering.tasks.items())
    )


def _money(
    columns: Columns,
    numbering: Numbering,
    projects: tuple[Project, ...],
    workspace_currency: str | None,
) -> tuple[NDArray[np.int64] | None, NDArray[np.intp], tuple[str, ...]]:
    """Turn amounts into exact integers and currencies into codes.

    Returns:
        Millionths of the major unit or ``None`` where no leaf names an amount;
        positions among the currencies, -1 for none; the currencies.
    """
    minor_units = columns.minor_units
    # Without a single leaf, the workspace's own currency tells: it is hidden from
    # whoever may not see money.
    unsaid = workspace_currency is None or len(minor_units) > 0
    if unsaid and np.isnan(minor_units).all():
        return None, np.full(len(minor_units), -1, np.intp), ()
    amounts = np.nan_to_num(minor_units)
    micros = whole_numbers(amounts * _MICROS_A_MINOR_UNIT)
    numbers: dict[str | None, int] = {}
    own = [project.currency or workspace_currency for project in projects]
    defaults = [_code(currency, numbers) for currency in own]
    named = list(numbering.currencies)
    of_leaf = np.full(len(named), -1, np.intp)
    for place in np.unique(columns.currency):
        of_leaf[place] = _code(named[place], numbers)
    codes = of_leaf[columns.currency]
    by_project = np.array(defaults, np.intp)[columns.project]
    codes = np.where(codes < 0, by_project, codes)
    return micros, codes, tuple(code for code in numbers if code is not None)


def _code(currency: str | None, numbers: dict[str | None, int]) -> int:
    return -1 if currency is None else numbers.setdefault(currency, len(numbers))
