"""``clockify-desktop report``: asks, narrows, and writes."""

import argparse
import asyncio
import sys
from collections.abc import Callable
from dataclasses import replace

from clockify_desktop.cli.asking import ask
from clockify_desktop.cli.connection import checked_environment
from clockify_desktop.cli.output import note, write
from clockify_desktop.cli.report_arguments import PICTURES, REVIEW_KEY, SPREADSHEET
from clockify_desktop.cli.written_report import Answered, Written
from clockify_desktop.domain.errors import AppError, UsageError
from clockify_desktop.domain.hidden_names import HiddenNames, Hiding
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.report_notes import remarks_of, sentences_of
from clockify_desktop.domain.selection import Selection
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.page import Page, ViewOptions
from clockify_desktop.pages.page_keys import GROUPED_KEY
from clockify_desktop.services.connection import Connection
from clockify_desktop.services.page_choices import view_of
from clockify_desktop.services.switched_off import (
    check_page,
    page_left,
    policy_of_computer,
)
from clockify_desktop.translation import tr

_LACKING = 3
# Nothing else, but the page and whether it is drawn, decides what is asked.
_DECISIVE = (
    *("account", "workspace", "period", "time_zone", "user", "project", "client"),
    *("group_by", "counting", "layout", "files", "date_order"),
)

Asked = tuple[Report, Selection, Answers]
"""What Clockify answered to a question of the command line."""


class BillableNotKnownError(AppError):
    """Clockify's own sum does not confirm which time is billable."""


def run(arguments: argparse.Namespace) -> int:
    """Write a report to the file that the arguments name, or to standard output.

    Args:
        arguments: As ``report_arguments.check`` left them.

    Returns:
        As ``write_report``.

    Raises:
        AppError: Clockify, the disk or a look-up refuses.
    """
    return write_report(arguments, lambda _: arguments.output)


def write_report(
    arguments: argparse.Namespace,
    name: Callable[[ReportQuery], str | None],
    known: dict[str, Asked] | None = None,
) -> int:
    """Write a report.

    Args:
        arguments: As ``report_arguments.check`` left them.
        name: Tells where it goes, once it is known what it is of; ``None`` for
            standard output.
        known: What was asked before, which is not asked once more; it is added to.

    Returns:
        0, or 3 where the report lacks something and ``--strict`` was given, or where
        its page finds what ``--fail-on`` names.

    Raises:
        AppError: Clockify, the disk or a look-up refuses.
    """
    connection = None if arguments.files else checked_environment(arguments)
    _refuse_a_terminal(arguments)
    policy = policy_of_computer()
    whole = None
    if arguments.page == REVIEW_KEY:
        # It imports all pages, which one alone need not wait for.
        from clockify_desktop.cli import review_report  # noqa: PLC0415

        whole = review_report.whole_review(policy)
    groups = arguments.page == GROUPED_KEY
    page: Page | None = whole
    if groups and arguments.format not in PICTURES:
        check_page(arguments.page, policy)
    elif whole is None:
        page = page_left(arguments.page, policy)
    # A person without time on a chosen project need not have had any.
    of_part = arguments.project or arguments.client or arguments.only
    as_clockify = arguments.layout == "clockify-summary"
    with_zero = not (arguments.no_zero or of_part or as_clockify)
    view = ViewOptions(people_without_time=with_zero)
    if page is not None and not groups and whole is None:
        view = view_of(page, arguments.choose, view)
    report, selection, answers = _asked(arguments, connection, page, known)
    names = HiddenNames() if arguments.hide_names or policy.hide_names else None
    descriptions = policy.descriptions and not arguments.no_descriptions
    hiding = Hiding(names, descriptions=descriptions)
    report = hiding.of(report)
    if arguments.only and report.billable_withheld:
        title = tr("It is not known what of the time is billable")
        raise BillableNotKnownError(title, tr("Leave out --only, or try again later."))
    values = {need: hiding.of(value) for need, value in answers.values.items()}
    answers = replace(answers, values=values)
    hidden = names is not None
    answered = Answered(arguments, report, selection, answers, view, hidden)
    if whole is not None:
        written = review_report.review_report(whole, answered)
    else:
        written = _written(None if groups else page, answered)
    write(written.content, name(report.query))
    lacking = (*sentences_of(report), *written.lacking)
    counted = report.query.counting.notes(report.query.time_zone)
    for sentence in (*lacking, *written.remarks, *remarks_of(report), *counted):
        note(sentence)
    if written.of_picture:
        note(written.of_picture)
    fails = (lacking and arguments.strict) or (written.found and arguments.fail_on)
    return _LACKING if fails else 0


def _written(page: Page | None, answered: Answered) -> Written:
    """Write a page, or groups, without what only the other needs."""
    if page is None:
        from clockify_desktop.cli.grouped_report import grouped_report  # noqa: PLC0415

        return grouped_report(answered)
    from clockify_desktop.cli.page_report import page_report  # noqa: PLC0415

    return page_report(page, answered)


def _refuse_a_terminal(arguments: argparse.Namespace) -> None:
    shown = arguments.output is None and sys.stdout is not None
    is_text = arguments.format not in {*PICTURES, SPREADSHEET}
    if shown and not is_text and sys.stdout.isatty():
        title = tr("A terminal cannot show a picture")
        if arguments.format == SPREADSHEET:
            title = tr("A terminal cannot show a spreadsheet")
        raise UsageError(title, tr("Name a file with --output."))


def _asked(
    arguments: argparse.Namespace,
    connection: Connection | None,
    page: Page | None,
    known: dict[str, Asked] | None,
) -> Asked:
    known = {} if known is None else known
    drawn = arguments.format in PICTURES
    decisive = [getattr(arguments, name) for name in _DECISIVE]
    question = f"{arguments.page} {drawn} {decisive}"
    if question not in known:

        async def keep() -> None:
            known[question] = await ask(arguments, connection, page)

        # What a task gives back is written out when Python takes Ctrl+C back: it looks
        # up the name of its own listener, which holds the task.
        asyncio.run(keep())
    return known[question]
