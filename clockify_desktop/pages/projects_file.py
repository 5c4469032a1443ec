"""The file of "Projects": a row a project and currency, with all its numbers."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.facts import summed
from clockify_desktop.domain.file_table import FileTable, Value, hours_of
from clockify_desktop.domain.keys import project_key
from clockify_desktop.domain.level import Level
from clockify_desktop.pages.project_rows import ProjectHours, Seconds
from clockify_desktop.pages.projects_table import MICROS

_OF_TIME: Final = ("duration_seconds", "duration_hours", "billable_seconds")
_OF_MONEY: Final = ("amount", "currency")
_TO_DATE: Final = (
    *("to_date_seconds", "to_date_hours", "estimate_seconds", "estimate_hours"),
    *("estimate_of", "term_start", "term_end", "used_seconds", "used_percent"),
    *("project_start", "project_end", "time_passed_percent"),
    *("members", "members_with_time", "others_with_time"),
)


def projects_file(
    hours: ProjectHours, rows: NDArray[np.intp], notes: tuple[str, ...]
) -> FileTable:
    """Write some projects by name.

    Where a project has several currencies, what does not depend on them stands in its
    first row alone, so that nothing is added up twice.
    """
    has_money = hours.amounts_micros is not None
    columns = (
        *Level.PROJECT.columns,
        *_OF_TIME,
        *(_OF_MONEY if has_money else ()),
        *_TO_DATE,
    )
    parts = _by_currency(hours)
    written: list[tuple[Value, ...]] = []
    for row in np.sort(rows).tolist():
        cells = project_key(hours.projects[row], hours.report.grouping).cells
        about = tuple(text or None for text in cells)
        once = tuple(_to_date(hours, row))
        for seconds, billable, amount, code in _parts(parts, row):
            money = (amount, code) if has_money else ()
            time = (seconds, hours_of(seconds), billable)
            written.append((*about, *time, *money, *once))
            once = (None,) * len(_TO_DATE)
    return FileTable(columns, written, int(hours.hours_s[rows].sum()), notes)


_Parts = list[tuple[str | None, Seconds, Seconds | None, Seconds | None]]


def _by_currency(hours: ProjectHours) -> _Parts:
    """Add up time, billable time and amounts by currency, that without one first."""
    facts, count = hours.facts, len(hours.projects)
    found: _Parts = []
    for place in range(-1, len(facts.currencies)):
        mask = facts.currency == place
        if not mask.any():
            continue
        row = hours.row[mask]
        billable, micros = facts.billable_seconds, facts.amount_micros
        found.append(
            (
                None if place < 0 else facts.currencies[place],
                summed(row, facts.seconds[mask], count),
                None if billable is None else summed(row, billable[mask], count),
                None if micros is None else summed(row, micros[mask], count),
            )
        )
    return found


def _parts(
    parts: _Parts, row: int
) -> list[tuple[int, int | None, Decimal | None, str | None]]:
    found: list[tuple[int, int | None, Decimal | None, str | None]] = []
    for code, seconds, billable, micros in parts:
        if not seconds[row] and (micros is None or not micros[row]):
            continue
        of_code = None
        if code is not None and micros is not None:
            of_code = Decimal(int(micros[row])) / MICROS
        billable_s = None if billable is None else int(billable[row])
        found.append((int(seconds[row]), billable_s, of_code, code))
    return found or [(0, None, None, None)]


def _to_date(hours: ProjectHours, row: int) -> Iterator[Value]:
    total, use, dates = hours.total(row), hours.uses.get(row), hours.dates(row)
    for seconds in (
        total.to_date_s,
        None if use is None else use.estimate.seconds,
    ):
        yield seconds
        yield None if seconds is None else hours_of(seconds)
    term = None if use is None else use.term
    if use is None:
        yield "money" if total.in_money else None
    else:
        reset = use.estimate.reset
        yield "project" if reset is None else reset.interval.value
    yield None if term is None else term.start
    yield None if term is None else term.end
    yield None if use is None else use.used_s
    yield None if use is None else use.used_percent
    yield None if dates is None else dates.first
    yield None if dates is None else dates.last
    yield None if use is None else use.passed_percent
    members = hours.members(row)
    yield members.members
    known = members.members is not None
    yield members.of_members if known else None
    yield len(members.logged) - members.of_members if known else len(members.logged)
