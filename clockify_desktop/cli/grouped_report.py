"""``report --page where``: any levels, in every format and layout."""

from collections.abc import Iterable
from dataclasses import replace

from clockify_desktop.cli.csv_arguments import OF_ENTRIES
from clockify_desktop.cli.output import for_reading
from clockify_desktop.cli.report_arguments import PICTURES
from clockify_desktop.cli.written_report import Answered, Written
from clockify_desktop.domain.table import Table, table_of
from clockify_desktop.export.text_table import table_lines
from clockify_desktop.pages.page_keys import GROUPED_KEY, question
from clockify_desktop.pages.where_options import Billable


def grouped_report(answered: Answered) -> Written:
    """Write a report grouped by the levels that the arguments name.

    Raises:
        AppError: As ``CsvOutput`` and ``SpreadsheetOutput``.
    """
    arguments = answered.arguments
    remarks = tuple(one.note for one in arguments.group_by if one.note)
    if arguments.format in PICTURES:
        # Rows need not wait for the page and what draws it.
        from clockify_desktop.cli.grouped_picture import (  # noqa: PLC0415
            grouped_picture,
        )

        return replace(grouped_picture(answered), remarks=remarks)
    lacking = answered.output.lacking(answered.report)
    if arguments.only:
        wanted = Billable(arguments.only).wanted
        selection = replace(answered.selection, billable=wanted)
        answered = replace(answered, selection=selection)
    return Written(_rows(answered), lacking=lacking, remarks=remarks)


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
        title = question(GROUPED_KEY).title
        return answered.sheets.of_table(title, table, report, selection)
    if arguments.format == "table":
        return map(for_reading, table_lines(table, running=report.is_running))
    return answered.of_table(table)
