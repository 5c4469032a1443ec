"""JSON for other programs: what was asked, and the rows of the CSV."""

import msgspec

from clockify_desktop.domain.report import Report
from clockify_desktop.domain.report_notes import sentences_of
from clockify_desktop.domain.table import Table
from clockify_desktop.export.rows import Cell, Number, cells


def json_bytes(table: Table, report: Report) -> bytes:
    """Write a table as JSON, UTF-8, indented by two, ending with a line feed.

    Decimals are strings so that nothing is rounded; what is hidden or not there is
    ``null``. ``total_seconds`` counts all time of the rows once,
    ``server_total_seconds`` is Clockify's own sum over everybody, ``null`` where it
    gave none that can be used. ``notes`` are sentences that say what the report lacks
    and how its levels count.
    """
    query = report.query
    document = {
        "workspace": {"id": query.workspace.id, "name": query.workspace.name},
        "period": {
            "start": query.period.start.isoformat(),
            "end": query.period.end.isoformat(),
        },
        "time_zone": query.time_zone,
        "fetched_at": report.fetched_at.isoformat(timespec="seconds"),
        "total_seconds": table.total_s,
        "server_total_seconds": report.server_total_s,
        **({"unreadable_entries": report.unreadable} if report.unreadable else {}),
        "notes": (*sentences_of(report), *table.notes),
        "rows": [
            {column: _value(cell) for column, cell in record.items()}
            for record in cells(table, query)
        ],
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def _value(cell: Cell) -> str | int | None:
    if isinstance(cell, Number):
        return cell.text
    return cell if isinstance(cell, str | int) else None
