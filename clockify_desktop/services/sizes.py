"""How much memory an answer takes that is kept.

What several answers share, such as the names of people, is counted for each: a bound
that is kept so is kept in any case.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from enum import Enum
from sys import getsizeof
from typing import Final

from clockify_desktop.domain.directory import Directory
from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.report import Report
from clockify_desktop.services.period_parts import FactsPart

_ROWS: Final = 200


def size_of(value: object) -> int:
    """Tell the bytes of a report, a part, a directory or its members; 0 of others.

    The columns of a report count twice: with it stays what it was narrowed to last.
    """
    if isinstance(value, Report):
        narrowed = value.facts.size_bytes
        return narrowed + _facts_bytes(value.facts) + _directory_bytes(value.directory)
    if isinstance(value, FactsPart):
        return _facts_bytes(value.built.facts)
    if isinstance(value, Directory):
        return _directory_bytes(value)
    if isinstance(value, Mapping):
        return getsizeof(value) + sum(map(getsizeof, value.values()))
    return 0


def _facts_bytes(facts: Facts) -> int:
    further = [things for things, _ in facts.more.values()]
    tables = (facts.people, facts.projects, *further)
    return facts.size_bytes + sum(map(_table_bytes, tables))


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
