"""Maps people and projects of the wire to the domain's directory."""

from collections.abc import Iterable

from clockify_desktop.api.wire.people import SentUserGroup, User
from clockify_desktop.api.wire.projects import SentClient, SentProject
from clockify_desktop.api.wire.workspaces import SentWorkspace, WorkspaceSettings
from clockify_desktop.domain.directory import (
    Activity,
    Client,
    Directory,
    Members,
    Person,
    Project,
    UserGroup,
    Workspace,
    groups_by_member,
)
from clockify_desktop.domain.identity import (
    ClientId,
    GroupId,
    ProjectId,
    UserId,
    WorkspaceId,
)
from clockify_desktop.domain.showable import NO_NAME

# Clockify's free plan: "reports up to 31 days".
FREE_PLAN_DAYS = 31
_FREE_PLAN = "FREE"
_PENDING_ACCOUNT = "PENDING"


def workspace_of(sent: SentWorkspace) -> Workspace:
    """Map a workspace; its currency is the default one, else the hourly rate's."""
    codes = [one.code for one in sent.currencies or () if one.is_default]
    rate = sent.hourly_rate
    free = sent.feature_subscription_type == _FREE_PLAN
    settings = sent.workspace_settings or WorkspaceSettings()
    return Workspace(
        id=sent.id,
        name=sent.name or NO_NAME,
        currency=next(iter(codes), None) or (rate.currency if rate else None) or None,
        currencies=tuple(one.code for one in sent.currencies or () if one.code),
        longest_range_days=FREE_PLAN_DAYS if free else None,
        hides_time=settings.only_admins_see_all_time_entries or False,
        hides_amounts=settings.only_admins_see_billable_rates or False,
    )


def directory_of(
    workspace: WorkspaceId,
    users: list[User],
    projects: list[SentProject],
    clients: list[SentClient],
    groups: list[SentUserGroup],
) -> Directory:
    """Map the lists of a workspace, in their order.

    The users come with their WORKSPACE memberships, projects and clients with archived
    ones.
    """
    user_groups = tuple(
        UserGroup(group.id, group.name or NO_NAME, group.user_ids or ())
        for group in groups
    )
    groups_of = groups_by_member(user_groups)
    by_id = {client.id: client for client in clients}
    return Directory(
        people=tuple(
            person_of(workspace, user, groups_of.get(user.id, ())) for user in users
        ),
        projects=tuple(
            project_of(project, by_id.get(project.client_id or ClientId("")))
            for project in projects
        ),
        clients=tuple(
            Client(
                client.id,
                client.name or NO_NAME,
                client.archived or False,
                client.currency_code or None,
            )
            for client in clients
        ),
        groups=user_groups,
    )


def person_of(
    workspace: WorkspaceId, sent: User, groups: tuple[GroupId, ...] = ()
) -> Person:
    """Map a person, called by their e-mail address while the name is missing.

    The membership of ``workspace`` tells the activity.
    """
    return Person(
        id=sent.id,
        name=sent.name or sent.email or NO_NAME,
        email=sent.email or "",
        activity=_activity_in(workspace, sent),
        groups=groups,
        time_zone=profile_zone_name(sent),
    )


def project_of(sent: SentProject, client: SentClient | None = None) -> Project:
    """Map a project; its currency is its own if hydrated, else its client's.

    Where neither is told, the hourly rate's is taken. ``client`` is as the list of
    clients has it.
    """
    rate = sent.hourly_rate
    own = sent.currency.code if sent.currency else None
    own = own or (client.currency_code if client else None)
    return Project(
        id=sent.id,
        name=sent.name or NO_NAME,
        client_id=sent.client_id or None,
        client_name=sent.client_name or (client.name if client else None) or "",
        color=sent.color or None,
        archived=sent.archived or False,
        billable=sent.billable or False,
        currency=own or (rate.currency if rate else None) or None,
    )


def members_of(projects: Iterable[SentProject], directory: Directory) -> Members:
    """Find the ids of each project's members; the projects are ``hydrated``.

    A user group that is a member stands for its people. A public project that names
    nobody is everybody's: all may log time there [off].
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


def profile_zone_name(user: User) -> str:
    """Find the zone of a profile, by which Clockify reads its owner's dates.

    Returns:
        An IANA name as a rule, empty where the profile names none.
    """
    return ((user.settings.time_zone if user.settings else None) or "").strip()


def profile_week_start(user: User) -> str:
    """Find the first weekday of the key owner's weeks, such as ``SUNDAY``.

    Returns:
        A name that may be none of the seven, empty where the profile names none.
    """
    return ((user.settings.week_start if user.settings else None) or "").strip()


def _activity_in(workspace: WorkspaceId, sent: User) -> Activity:
    """Read the membership; the account's own status says ACTIVE of deactivated ones."""
    for one in sent.memberships or ():
        if one.membership_type == "WORKSPACE" and one.target_id == workspace:
            status = one.membership_status or ""
            return Activity.__members__.get(status, Activity.UNKNOWN)
    # An account that was never confirmed cannot be active anywhere. Of any other
    # nothing is known without the membership.
    pending = (sent.status or "").startswith(_PENDING_ACCOUNT)
    return Activity.PENDING if pending else Activity.UNKNOWN
