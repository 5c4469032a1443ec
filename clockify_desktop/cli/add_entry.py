"""``clockify-desktop add-entry``: the only thing in this program that writes."""

import argparse
import asyncio
from datetime import datetime

from clockify_desktop.cli.connection import checked_environment, opened
from clockify_desktop.cli.consent import require_somebody, require_yes
from clockify_desktop.cli.output import note, write
from clockify_desktop.domain.calendar import time_zone
from clockify_desktop.domain.durations import hours_minutes_seconds
from clockify_desktop.domain.errors import AppError, FileRefusedError, UsageError
from clockify_desktop.domain.showable import named, showable
from clockify_desktop.services.connection import Connection
from clockify_desktop.services.entry_adding import (
    Draft,
    EntryRequest,
    EntryUncertainError,
    add_entry,
    prepare_entry,
)
from clockify_desktop.translation import tr


def run(arguments: argparse.Namespace) -> int:
    """Post one time entry, after a look at it."""
    if arguments.time_zone is not None:
        time_zone(arguments.time_zone)
    request = EntryRequest(
        workspace=arguments.workspace,
        start=_moment(arguments.start),
        end=_moment(arguments.end),
        time_zone=arguments.time_zone,
        project=arguments.project,
        description=_text(arguments.description),
        billable=arguments.billable,
    )
    if not arguments.yes:
        require_somebody(tr("Add --yes to post the entry without a question."))
    asyncio.run(_post(arguments, checked_environment(arguments), request))
    return 0


async def _post(
    arguments: argparse.Namespace, connection: Connection | None, request: EntryRequest
) -> None:
    async with await opened(arguments, connection) as clockify:
        draft = await prepare_entry(clockify, request)
        if not arguments.yes:
            # Waiting for a person holds nothing up: there is nothing else to do.
            question = tr("Add {entry}?", entry=_described(draft))
            require_yes(question.encode(), tr("Nothing was added"))
        try:
            entry_id = await add_entry(clockify, draft)
        except asyncio.CancelledError:
            note(str(EntryUncertainError(tr("It was interrupted"))))
            raise
    try:
        said = tr(
            "Added {entry}. Its id is {id}.", entry=_described(draft), id=entry_id
        )
        write(f"{said}\n".encode(), None)
    except FileRefusedError:
        # Whoever reads only that something was refused adds the entry once more.
        title = tr("The entry was added, but standard output refused the words")
        raise AppError(
            title, tr("Its id is {id}; do not add it again.", id=entry_id)
        ) from None


def _described(draft: Draft) -> str:
    entry = draft.entry
    time = hours_minutes_seconds(draft.duration_s)
    start, workspace = entry.start.isoformat(), named(draft.workspace.name)
    billable = tr("billable") if entry.billable else tr("not billable")
    if draft.project is None:
        said = tr(
            "{time} from {start} on no project, {billable}, in {workspace}",
            time=time,
            start=start,
            billable=billable,
            workspace=workspace,
        )
    else:
        said = tr(
            "{time} from {start} on {project}, {billable}, in {workspace}",
            time=time,
            start=start,
            project=named(draft.project.name),
            billable=billable,
            workspace=workspace,
        )
    return showable(said)


def _text(given: str) -> str:
    # Bytes that are no text in this computer's encoding come as halves of signs.
    if any("\ud800" <= sign <= "\udfff" for sign in given):
        title = tr("The description is no readable text")
        raise UsageError(title, tr("Write it anew, in UTF-8."))
    return given


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        title = tr(
            "“{text}” is no point in time",
            text=text,
        )
        advice = tr("Write it as 2026-11-16T09:00 or 2026-11-16T09:00+01:00.")
        raise UsageError(title, advice) from None
