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
        require_somebody("Add --yes to post the entry without a question.")
    asyncio.run(_post(arguments, checked_environment(arguments), request))
    return 0


async def _post(
    arguments: argparse.Namespace, connection: Connection | None, request: EntryRequest
) -> None:
    async with await opened(arguments, connection) as clockify:
        draft = await prepare_entry(clockify, request)
        if not arguments.yes:
            # Waiting for a person holds nothing up: there is nothing else to do.
            require_yes(f"Add {_described(draft)}?".encode(), "Nothing was added")
        try:
            entry_id = await add_entry(clockify, draft)
        except asyncio.CancelledError:
            note(str(EntryUncertainError("It was interrupted")))
            raise
    try:
        write(f"Added {_described(draft)}. Its id is {entry_id}.\n".encode(), None)
    except FileRefusedError:
        # Whoever reads only that something was refused adds the entry once more.
        title = "The entry was added, but standard output refused the words"
        raise AppError(title, f"Its id is {entry_id}; do not add it again.") from None


def _described(draft: Draft) -> str:
    entry = draft.entry
    project = named(draft.project.name) if draft.project else "no project"
    duration = hours_minutes_seconds(draft.duration_s)
    kind = "billable" if entry.billable else "not billable"
    return showable(
        f"{duration} from {entry.start.isoformat()} on {project}, {kind}, "
        f"in {named(draft.workspace.name)}"
    )


def _text(given: str) -> str:
    # Bytes that are no text in this computer's encoding come as halves of signs.
    if any("\ud800" <= sign <= "\udfff" for sign in given):
        title = "The description is no readable text"
        raise UsageError(title, "Write it anew, in UTF-8.")
    return given


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        title = f"“{text}” is no point in time"
        advice = "Write it as 2026-11-16T09:00 or 2026-11-16T09:00+01:00."
        raise UsageError(title, advice) from None
