"""Adding one time entry: looked up first, shown, then posted."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.directory_mapping import project_of
from clockify_desktop.api.errors import (
    ClockifyError,
    NotClockifyError,
    RedirectedError,
    ResponseError,
    ServerError,
)
from clockify_desktop.api.network_errors import (
    ConnectionLostError,
    DeadlineError,
    EncryptionError,
    OfflineError,
)
from clockify_desktop.api.wire.time_entries import NewTimeEntry
from clockify_desktop.domain.calendar import time_zone, unknown_zone_in_words
from clockify_desktop.domain.directory import Project, Workspace
from clockify_desktop.domain.errors import AppError, LookUpError, UsageError
from clockify_desktop.domain.identity import TimeEntryId
from clockify_desktop.domain.look_up import Candidate, Kind, look_up
from clockify_desktop.services.profile import (
    Profile,
    ask_profile,
    choose_workspace,
    profile_of,
)
from clockify_desktop.translation import tr

_LOOK = tr("Look in Clockify before you add it again.")
_REFUSALS = range(400, 500)
# What can come after Clockify has added the entry. Any other refusal of its own says
# that it did not, and so does trouble before anything was sent.
_UNCERTAIN = (
    ResponseError,
    ServerError,
    RedirectedError,
    ConnectionLostError,
    DeadlineError,
    # Both also of a connection that stood, and over which the entry went.
    EncryptionError,
    OfflineError,
)


class EntryUncertainError(AppError):
    """An entry that was sent, and no answer that tells what became of it."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            tr("It is not known whether the entry was added"),
            f"{reason}. {_LOOK}",
        )


@dataclass(frozen=True, slots=True)
class EntryRequest:
    """What somebody wants to add, in their own words.

    Args:
        workspace: An id or a name; the profile's workspace if ``None``.
        start: Aware, or a wall clock in ``time_zone``.
        end: Likewise, later.
        time_zone: An IANA name; the profile's if ``None``.
        project: An id or a name, ``None`` for none.
        billable: As the project says if ``None``.
    """

    workspace: str | None
    start: datetime
    end: datetime
    time_zone: str | None
    project: str | None
    description: str
    billable: bool | None


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry that is ready to be posted.

    Args:
        entry: With aware instants in the person's zone.
    """

    workspace: Workspace
    project: Project | None
    entry: NewTimeEntry
    duration_s: int


async def prepare_entry(clockify: Clockify, request: EntryRequest) -> Draft:
    """Find what the words of a request mean; nothing is changed.

    Raises:
        AppError: Clockify refuses, a name matches nothing or several, a wall clock
            does not exist or is of no known zone, or the end does not come later.
    """
    profile = profile_of(*await ask_profile(clockify))
    workspace = choose_workspace(request.workspace, profile)
    moments = request.start, request.end
    if request.time_zone is None and not all(one.tzinfo for one in moments):
        _check_zone(profile)
    zone = time_zone(request.time_zone or profile.time_zone)
    start, end = (in_zone(one, zone) for one in moments)
    duration = end - start
    if duration.total_seconds() <= 0:
        title = tr("The entry does not end after it starts")
        raise UsageError(title, tr("Give the earlier time first."))
    project = None
    if request.project is not None:
        sent = await clockify.projects(workspace.id, archived=False)
        known = [project_of(one) for one in sent]
        candidates = [
            Candidate(one, one.id or "", one.name, one.client_name) for one in known
        ]
        project = look_up(request.project, candidates, Kind.PROJECT)
    default = project.billable if project else False
    billable = default if request.billable is None else request.billable
    entry = NewTimeEntry(
        start=start,
        end=end,
        billable=billable,
        description=request.description,
        project_id=project.id if project else None,
    )
    return Draft(workspace, project, entry, int(duration.total_seconds()))


def _check_zone(profile: Profile) -> None:
    """Refuse to guess what a wall clock means: what is written stays."""
    if profile.unknown_zone is None:
        return
    title = unknown_zone_in_words(profile.unknown_zone)
    raise LookUpError(
        title, tr("Name one with --time-zone, or add offsets to the times.")
    )


async def add_entry(clockify: Clockify, draft: Draft) -> TimeEntryId:
    """Post an entry; it is never repeated, whatever happens to the answer.

    Raises:
        EntryUncertainError: It may be there or not.
        AppError: Clockify or the way to it refuses, and it is not there.
    """
    try:
        return (await clockify.add_time_entry(draft.workspace.id, draft.entry)).id
    except ClockifyError as error:
        if not _may_be_added(error):
            raise
        reason = error.title
    raise EntryUncertainError(reason)


def _may_be_added(error: ClockifyError) -> bool:
    # A page, or bytes that are no HTTP at all and so have no status.
    status = error.request_info.status
    odd = isinstance(error, NotClockifyError) and status not in _REFUSALS
    return odd or isinstance(error, _UNCERTAIN)


def in_zone(moment: datetime, zone: ZoneInfo) -> datetime:
    """Take a moment as an instant in a zone.

    Args:
        moment: Aware, or a wall clock of the zone.

    Raises:
        UsageError: The clocks skip this wall clock, or show it twice; or it is at the
            end of all time.
    """
    try:
        # Sent in UTC, shown in the zone: it must be there in both.
        moment.replace(tzinfo=moment.tzinfo or zone).astimezone(UTC).astimezone(zone)
    except OverflowError:
        title = tr("{day} is no day of a time entry", day=moment.date())
        raise UsageError(title, tr("Check the year.")) from None
    if moment.tzinfo is not None:
        return moment.astimezone(zone)
    first, second = (moment.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    if first.utcoffset() != second.utcoffset():
        title = tr(
            "{time} is no clear time in {zone}",
            time=f"{moment:%Y-%m-%d %H:%M}",
            zone=zone.key,
        )
        advice = tr("The clocks change there. Add the offset, such as +01:00.")
        raise UsageError(title, advice)
    return first
