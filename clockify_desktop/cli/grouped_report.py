"""``report --page where``: any levels, in every format and layout."""

from collections.abc import Iterable
from dataclasses import replace

from clockify_desktop.cli.csv_arguments import OF_ENTRIES
from clockify_desktop.cli.output import for_reading
from clockify_desktop.cli.report_arguments import PICTURES
from clockify_desktop.cli.written_report import Answered, Written
from clockify_desktop.domain.table import Table, table_of
from clockify_desktop.export.text_table import table_lines
from clockify_desktop.pages.where import WHERE
from clockify_desktop.pages.where_beside import beside_of
from clockify_desktop.pages.where_options import Billable


def grouped_report(answered: Answered) -> Written:
    """Write a report grouped by the levels that the arguments name.

    Raises:
        AppError: As ``CsvOutput`` and ``SpreadsheetOutput``.
    """
    arguments = answered.arguments
    remarks = tuple(one.note for one in arguments.group_by if one.note)
    if arguments.format in PICTURES:
        return replace(_picture(answered), remarks=remarks)
    lacking = answered.output.lacking(answered.report)
    if arguments.only:
        wanted = Billable(arguments.only).wanted
        selection = replace(answered.selection, billable=wanted)
        answered = replace(answered, selection=selection)
    return Written(_rows(answered), lacking=lacking, remarks=remarks)


def _picture(answered: Answered) -> Written:
    arguments, report = answered.arguments, answered.report
    rows, colors = (*arguments.group_by, arguments.group_by[0])[:2]
    choices = {"rows": rows, "colors": colors, "billable": arguments.only or ""}
    view = replace(answered.view, choices=choices)
    _, beside = beside_of(report, answered.answers, (), view)
    content = WHERE.worked_out(report, answered.selection, view, beside)
    return Written(*answered.drawn(content.picture), content.lacking)


def _rows(answered: Answered) -> bytes | Iterable[bytes]:
    arguments, report = answered.arguments, answered.report
    selection = answered.selection
    if arguments.layout in OF_ENTRIES:
        of = answered.sheets if answered.is_spreadsheet else answered.output
        return of.of_entries(report, selection)
    table: Table = table_of(
        report,
        arguments.group_by,
        selection,
        people_without_time=answered.view.people_without_time,
    )
    if answered.is_spreadsheet:
        return answered.sheets.of_table(WHERE.title, table, report, selection)
    if arguments.format == "table":
        return map(for_reading, table_lines(table, running=report.is_running))
    return answered.of_table(table)
