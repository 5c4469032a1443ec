"""How much memory an answer takes that is kept.

What several answers share, such as the names of people, is counted for each: a bound
that is kept so is kept in any case.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from enum import Enum
from sys import getsizeof
from typing import Any, Final

from clockify_desktop.domain.absences import Absences
from clockify_desktop.domain.approvals import Approvals
from clockify_desktop.domain.capacity import Capacity
from clockify_desktop.domain.directory import Directory
from clockify_desktop.domain.entries import Entries
from clockify_desktop.domain.entry_report import EntryReport
from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.report import Report
from clockify_desktop.services.period_parts import FactsPart

_ROWS: Final = 200


def size_of(value: object) -> int:
    """Tell the bytes of an answer; 0 of what is small.

    That is a report, a part of one, entries, a directory, its members.
    The columns of a report count twice: with it stays what it was narrowed to last.
    """
    tell = _SIZES.get(type(value))
    if tell is not None:
        return tell(value)
    if isinstance(value, Mapping):
        return getsizeof(value) + sum(map(getsizeof, value.values()))
    return 0


def _report_bytes(report: Report) -> int:
    narrowed = report.facts.size_bytes
    return narrowed + _facts_bytes(report.facts) + _directory_bytes(report.directory)


def _part_bytes(part: FactsPart) -> int:
    return _facts_bytes(part.built.facts)


def _entry_report_bytes(report: EntryReport) -> int:
    return _entries_bytes(report.entries)


def _own_bytes(value: Absences | Approvals | Capacity) -> int:
    return value.size_bytes


def _facts_bytes(facts: Facts) -> int:
    further = [things for things, _ in facts.more.values()]
    tables = (facts.people, facts.projects, *further)
    return facts.size_bytes + sum(map(_table_bytes, tables))


def _entries_bytes(entries: Entries) -> int:
    tables = (entries.people, entries.projects, entries.tasks)
    sets = sum(map(getsizeof, entries.tag_sets))
    ids = entries.ids.tolist()
    texts = sum(map(_texts_bytes, (ids, entries.descriptions)))
    return entries.size_bytes + texts + sets + sum(map(_table_bytes, tables))


def _texts_bytes(texts: Sequence[str]) -> int:
    every = len(texts) // _ROWS + 1
    return getsizeof(texts) + every * sum(map(getsizeof, texts[::every]))


def _directory_bytes(directory: Directory) -> int:
    tables = (directory.people, directory.projects, directory.clients, directory.groups)
    return sum(map(_table_bytes, tables))


def _table_bytes(things: Sequence[object]) -> int:
    """Count rows, their texts and what lists they have; not what they point into.

    Of many rows some tell of all: this is done where a person waits.
    """
    every = len(things) // _ROWS + 1
    return getsizeof(things) + every * sum(map(_row_bytes, things[::every]))


def _row_bytes(row: object) -> int:
    values = (getattr(row, field.name) for field in fields(row))  # type: ignore[arg-type]  # rows of tables are dataclasses
    return getsizeof(row) + sum(
        getsizeof(one)
        for one in values
        if one and isinstance(one, str | tuple) and not isinstance(one, Enum)
    )


_SIZES: Final[dict[type, Callable[[Any], int]]] = {
    Report: _report_bytes,
    FactsPart: _part_bytes,
    EntryReport: _entry_report_bytes,
    Directory: _directory_bytes,
    Absences: _own_bytes,
    Approvals: _own_bytes,
    Capacity: _own_bytes,
}
