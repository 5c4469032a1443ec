"""Turns people and projects as they are sent into the directory of the facts."""

from collections.abc import Iterable

from clockify_desktop.api.wire import people as wire_people
from clockify_desktop.api.wire import projects as wire_projects
from clockify_desktop.api.wire import workspaces as wire_workspaces
from clockify_desktop.domain.calendar import weekday_number
from clockify_desktop.domain.directory import (
    Activity,
    Client,
    Directory,
    Members,
    Person,
    Project,
    UserGroup,
    Workspace,
)
from clockify_desktop.domain.identity import (
    GroupId,
    ProjectId,
    UserId,
    WorkspaceId,
)

# Clockify's free plan: "reports up to 31 days".
FREE_PLAN_DAYS = 31
_FREE_PLAN = "FREE"
_PENDING_ACCOUNT = "PENDING"
_WITHOUT_NAME = "(Without name)"
_FALLBACK_ZONE = "UTC"


def workspace_of(sent: wire_workspaces.Workspace) -> Workspace:
    """Turn a workspace over.

    Args:
        sent: As Clockify sends it.

    Returns:
        With the default currency's code, else that of the hourly rate, with the
        plan's limit and with what the settings hide.
    """
    codes = [one.code for one in sent.currencies or () if one.is_default]
    rate = sent.hourly_rate
    free = sent.feature_subscription_type == _FREE_PLAN
    settings = sent.workspace_settings or wire_workspaces.WorkspaceSettings()
    return Workspace(
        id=sent.id,
        name=sent.name or _WITHOUT_NAME,
        currency=next(iter(codes), None) or (rate.currency if rate else None) or None,
        longest_range_days=FREE_PLAN_DAYS if free else None,
        hides_time=settings.only_admins_see_all_time_entries or False,
        hides_amounts=settings.only_admins_see_billable_rates or False,
    )


def directory_of(
    workspace: WorkspaceId,
    users: list[wire_people.User],
    projects: list[wire_projects.Project],
    clients: list[wire_projects.Client],
    groups: list[wire_people.UserGroup],
) -> Directory:
    """Turn everybody and everything of a workspace over.

    Args:
        workspace: Which.
        users: Fetched with their WORKSPACE memberships.
        projects: Archived ones too.
        clients: Archived ones too.
        groups: With their members.

    Returns:
        The directory, in the order of the lists.
    """
    groups_of: dict[UserId, list[GroupId]] = {}
    for group in groups:
        for member in group.user_ids or ():
            groups_of.setdefault(member, []).append(group.id)
    client_names = {client.id: client.name for client in clients}
    return Directory(
        people=tuple(
            person_of(workspace, user, tuple(groups_of.get(user.id, ())))
            for user in users
        ),
        projects=tuple(
            project_of(
                project,
                client_names.get(project.client_id) if project.client_id else None,
            )
            for project in projects
        ),
        clients=tuple(
            Client(client.id, client.name or _WITHOUT_NAME, client.archived or False)
            for client in clients
        ),
        groups=tuple(
            UserGroup(group.id, group.name or _WITHOUT_NAME, group.user_ids or ())
            for group in groups
        ),
    )


def person_of(
    workspace: WorkspaceId,
    sent: wire_people.User,
    groups: tuple[GroupId, ...] = (),
) -> Person:
    """Turn a person over.

    Args:
        workspace: Whose membership tells the activity.
        sent: As Clockify sends it.
        groups: The user groups of this person.

    Returns:
        With the e-mail address as name while the name is missing.
    """
    return Person(
        id=sent.id,
        name=sent.name or sent.email or _WITHOUT_NAME,
        email=sent.email or "",
        activity=_activity_in(workspace, sent),
        groups=groups,
    )


def project_of(sent: wire_projects.Project, client_name: str | None = None) -> Project:
    """Turn a project over.

    Args:
        sent: As Clockify sends it.
        client_name: Its client's name by the list of clients, where that is known.

    Returns:
        With its own currency where it came hydrated, else that of its hourly rate.
    """
    rate = sent.hourly_rate
    own = sent.currency.code if sent.currency else None
    return Project(
        id=sent.id,
        name=sent.name or _WITHOUT_NAME,
        client_id=sent.client_id or None,
        client_name=sent.client_name or client_name or "",
        color=sent.color or None,
        archived=sent.archived or False,
        billable=sent.billable or False,
        currency=own or (rate.currency if rate else None) or None,
    )


def members_of(
    projects: Iterable[wire_projects.Project], directory: Directory
) -> Members:
    """Find out who is a member of which project.

    Args:
        projects: Fetched ``hydrated``, for their memberships.
        directory: Who there is. A user group that is a member stands for its people.

    Returns:
        Ids of people. A public project that names nobody is everybody's: all may log
        time there [off].
    """
    everybody = frozenset(person.id for person in directory.people)
    groups = {group.id: frozenset(group.members) for group in directory.groups}
    found: dict[ProjectId, frozenset[UserId]] = {}
    for project in projects:
        members = set[UserId]()
        for one in project.memberships or ():
            if one.user_id is not None:
                members.update(groups.get(GroupId(one.user_id), (one.user_id,)))
        named = frozenset(members)
        found[project.id] = named or (everybody if project.public else named)
    return found


def profile_zone_name(user: wire_people.User) -> str:
    """Find the zone that Clockify reads this person's dates by.

    Args:
        user: The key's owner.

    Returns:
        An IANA name; ``UTC`` for a profile without settings.
    """
    return (user.settings.time_zone if user.settings else None) or _FALLBACK_ZONE


def profile_week_start(user: wire_people.User) -> int:
    """Find the weekday that this person's weeks begin with.

    Args:
        user: The key's owner.

    Returns:
        0 for Monday to 6 for Sunday.
    """
    return weekday_number(user.settings.week_start if user.settings else None)


def _activity_in(workspace: WorkspaceId, sent: wire_people.User) -> Activity:
    """Read the membership; the account's own status says ACTIVE of deactivated ones."""
    for membership in sent.memberships or ():
        if (
            membership.membership_type == "WORKSPACE"
            and membership.target_id == workspace
        ):
            return _known_activity(membership.membership_status)
    account = sent.status or ""
    # An account that was never confirmed cannot be active anywhere. Of any other
    # nothing is known without the membership.
    pending = account.startswith(_PENDING_ACCOUNT)
    return Activity.PENDING if pending else Activity.UNKNOWN


def _known_activity(status: str | None) -> Activity:
    try:
        return Activity(status or "")
    except ValueError:
        return Activity.UNKNOWN
