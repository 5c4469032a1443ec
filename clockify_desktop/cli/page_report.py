"""A page of the review on the command line, as text and in every other format."""

from clockify_desktop.cli.output import for_reading
from clockify_desktop.cli.report_arguments import PICTURES
from clockify_desktop.cli.written_report import Answered, Written
from clockify_desktop.export.text_table import aligned_text
from clockify_desktop.pages.page import Page, PageContent
from clockify_desktop.pages.table import Alignment


def page_report(page: Page, answered: Answered) -> Written:
    """Write what a page shows.

    Raises:
        AppError: As ``CsvOutput`` and ``SpreadsheetOutput``.
    """
    report = answered.report
    shown = page.content(
        answered.answers, report.query, answered.selection, answered.view
    )
    if shown is None:
        message = f"{page.key} has what it needs, and shows nothing"
        raise RuntimeError(message)
    lacking, found = shown.lacking, shown.count or 0
    if answered.arguments.format in PICTURES:
        return Written(*answered.drawn(shown.picture), lacking, found=found)
    if answered.is_spreadsheet:
        content = answered.sheets.of_page(shown, report)
        return Written(content, lacking=lacking, found=found)
    if answered.arguments.format == "table":
        return Written(for_reading(page_text(shown)), lacking=lacking, found=found)
    return Written(answered.of_table(shown.file), lacking=lacking, found=found)


def page_text(content: PageContent) -> str:
    """Write a page for people: what it is, its sentence, its table."""
    table, chart = content.table, content.picture
    texts = [table.texts(row) for row in table.arranged().tolist()]
    totals = [table.total] if texts and any(table.total) else []
    lines = [table.titles, *texts, *totals]
    leading = {
        place
        for place, column in enumerate(table.columns)
        if column.alignment is Alignment.LEADING
    }
    told = aligned_text(lines, len(totals), leading, table.remark)
    said = f"{chart.title}\n{chart.sentence}\n"
    if content.answered:
        said += "\n" + "".join(f"{line}\n" for line in content.answered)
    return f"{said}\n{told}"
