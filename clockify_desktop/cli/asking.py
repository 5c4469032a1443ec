"""Who is asked for a report: Clockify, or files in its place."""

import argparse
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from clockify_desktop.cli.connection import opened_account
from clockify_desktop.cli.csv_output import layout_needs
from clockify_desktop.cli.output import note
from clockify_desktop.cli.progress import progress_shown
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.presets import FixedPeriod
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import Selection
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.page import Page
from clockify_desktop.pages.page_keys import GROUPED_KEY
from clockify_desktop.services.answering import Answering
from clockify_desktop.services.connection import Connection
from clockify_desktop.services.report_request import (
    ReportRequest,
    no_needs,
    request_answers,
    request_page,
)
from clockify_desktop.services.review_keeping import ReviewKeeping
from clockify_desktop.store.folders import settings_folder
from clockify_desktop.store.review_file import review_path

if TYPE_CHECKING:
    from clockify_desktop.api.client import Clockify


async def ask(
    arguments: argparse.Namespace, connection: Connection | None, page: Page | None
) -> tuple[Report, Selection, Answers]:
    """Ask for a report, what it is to be narrowed to, and what is needed beside it.

    Args:
        arguments: As ``report_arguments.check`` left them.
        connection: What ``checked_environment`` found.
        page: ``None`` where groups are written without their page.

    Raises:
        AppError: Clockify, a file or a look-up refuses.
    """
    files: Answering | None = None
    period = arguments.period
    if arguments.files:
        files, days = await _of_files(arguments)
        period = period or FixedPeriod(days)
    request = ReportRequest(
        workspace=arguments.workspace,
        period_choice=period,
        time_zone=arguments.time_zone,
        people=arguments.user or (),
        projects=arguments.project or (),
        clients=arguments.client or (),
        levels=arguments.group_by,
        counting=arguments.counting,
    )
    now = datetime.now(UTC)
    async with AsyncExitStack() as opened:
        source: Clockify | Answering
        keeping = None
        if files is not None:
            source = files
        else:
            opening, account = await opened_account(arguments, connection)
            source = await opened.enter_async_context(opening)
            keeping = await opened.enter_async_context(_kept(account))
        with progress_shown(sys.stderr) as tell:
            if page is None or page.key == GROUPED_KEY:
                needs = layout_needs(arguments.layout)
                # Ticks at what is expected of people are for pictures alone.
                ticks = page.optional_needs if page else no_needs
                return await request_answers(
                    source, request, needs, now, optional=ticks, on_progress=tell
                )
            return await request_page(
                source, request, page, now, keeping=keeping, on_progress=tell
            )


async def _of_files(arguments: argparse.Namespace) -> tuple[Answering, Period]:
    """Read the files that are named; tell their days, too."""
    # A report of Clockify need not wait for these.
    from clockify_desktop.csv_import.date_order import DateOrder  # noqa: PLC0415
    from clockify_desktop.services.export_session import ExportSession  # noqa: PLC0415
    from clockify_desktop.services.exports import read_exports  # noqa: PLC0415

    order = arguments.date_order and DateOrder(arguments.date_order)
    exports = await read_exports(arguments.files, arguments.time_zone, order)
    return ExportSession(exports), exports.period


@asynccontextmanager
async def _kept(account: str | None) -> AsyncIterator[ReviewKeeping | None]:
    """Open what the window kept of an account's reviews, if it did."""
    path = account and review_path(settings_folder(), account)
    if not path or not path.exists():
        yield None
        return
    keeping = ReviewKeeping(path, lambda error: note(str(error)))
    try:
        yield keeping
    finally:
        await keeping.close()
