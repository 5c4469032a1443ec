"""The file of "To check": a row a finding, with everything that shows it."""

from typing import Final, TypeVar

from clockify_desktop.domain.file_table import FileTable, Value
from clockify_desktop.domain.showable import without_isolates
from clockify_desktop.pages.entry_file import ENTRY_COLUMNS, entry_cells
from clockify_desktop.pages.to_check_words import CheckWords

T = TypeVar("T")

_COLUMNS: Final = ("rule", "evidence", *ENTRY_COLUMNS, "other_entry_id", "decided")
_DESCRIPTION: Final = _COLUMNS.index("description")


def check_file(words: CheckWords) -> FileTable:
    """Write the rows that are listed; notes are never among it."""
    rows = words.rows
    columns = _without_description(words, _COLUMNS)
    lines = [
        _without_description(words, _row(words, row, finding))
        for row in range(len(rows))
        for finding in rows.findings(row)
    ]
    total_s = int(rows.entries.seconds[rows.entry].sum())
    return FileTable(columns, lines, total_s)


def _without_description(words: CheckWords, cells: tuple[T, ...]) -> tuple[T, ...]:
    """Leave the column out where a policy hides what would stand in it."""
    if words.rows.entries.described:
        return cells
    return cells[:_DESCRIPTION] + cells[_DESCRIPTION + 1 :]


def _row(words: CheckWords, row: int, finding: int) -> tuple[Value, ...]:
    rows, entries = words.rows, words.rows.entries
    at, other = int(rows.entry[row]), int(rows.found.other[finding])
    said = rows.said.get(finding)
    return (
        words.rule(finding),
        without_isolates(words.evidence_of(finding)),
        *entry_cells(entries, at),
        str(entries.ids[other]) if other >= 0 else None,
        said.verdict.value if said else None,
    )
