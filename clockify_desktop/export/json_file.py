"""JSON for other programs: what was asked, and the rows of the CSV."""

from collections.abc import Iterator
from typing import Any, Final

import msgspec

from clockify_desktop.domain.file_table import FileTable
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.report_notes import remarks_of, sentences_of
from clockify_desktop.domain.table import Table
from clockify_desktop.export.rows import Cell, Number, cells

# What stands around the rows where they are the last member of an object.
_BEFORE: Final = b'{\n  "rows": [\n'
_AFTER: Final = b"\n  ]\n}"
_NO_ROWS: Final = b"[]\n}"


def json_lines(table: Table | FileTable, report: Report) -> Iterator[bytes]:
    """Write a table as JSON, UTF-8, indented by two, ending with a line feed.

    Decimals are strings so that nothing is rounded; what is hidden or not there is
    ``null``. ``total_seconds`` counts all time of the rows once, ``null`` where they
    tell none, ``server_total_seconds`` is Clockify's own sum over everybody, ``null``
    where it gave none that can be used. Where days are not counted as Clockify counts
    them, ``counting`` says how, and ``compared_seconds`` is what Clockify's sum is of.
    ``notes`` are sentences that say what the report lacks and how its levels count.
    A row is written when its lines are drawn.
    """
    query = report.query
    counts = not query.counting.is_clockifys
    notes = query.counting.notes(query.time_zone)
    document = {
        "workspace": {"id": query.workspace.id, "name": query.workspace.name},
        "period": {
            "start": query.period.start.isoformat(),
            "end": query.period.end.isoformat(),
        },
        "time_zone": query.time_zone,
        **({"counting": query.counting.as_dict()} if counts else {}),
        "fetched_at": report.fetched_at.isoformat(timespec="seconds"),
        "total_seconds": table.total_s,
        "server_total_seconds": report.server_total_s,
        **({"compared_seconds": report.compared_s} if counts else {}),
        **({"unreadable_entries": report.unreadable} if report.unreadable else {}),
        "notes": (
            *(*sentences_of(report), *remarks_of(report)),
            *(*notes, *table.notes),
        ),
        "rows": (),
    }
    yield _written(document).removesuffix(_NO_ROWS)
    between = b"[\n"
    for record in cells(table, query):
        row = {column: _value(cell) for column, cell in record.items()}
        alone = _written({"rows": (row,)})
        yield between + alone[len(_BEFORE) : -len(_AFTER)]
        between = b",\n"
    yield (_AFTER if len(table.rows) else _NO_ROWS) + b"\n"


def _written(document: Any) -> bytes:  # noqa: ANN401 - any JSON
    return msgspec.json.format(msgspec.json.encode(document), indent=2)


def _value(cell: Cell) -> str | int | None:
    if isinstance(cell, Number):
        return cell.text
    return cell if isinstance(cell, str | int) else None
