"""``report --page where`` as a picture: one or two levels."""

from dataclasses import replace

from clockify_desktop.cli.written_report import Answered, Written
from clockify_desktop.pages.where import WHERE
from clockify_desktop.pages.where_beside import beside_of


def grouped_picture(answered: Answered) -> Written:
    """Draw the levels that the arguments name: rows, then colours."""
    arguments, report = answered.arguments, answered.report
    rows, colors = (*arguments.group_by, arguments.group_by[0])[:2]
    choices = {"rows": rows, "colors": colors, "billable": arguments.only or ""}
    view = replace(answered.view, choices=choices)
    _, beside = beside_of(report, answered.answers, (), view)
    content = WHERE.worked_out(report, answered.selection, view, beside)
    return Written(*answered.drawn(content.picture), content.lacking)
