"""People: the key's owner, the members of a workspace, the user groups.

A user's ``status`` is that of the account: somebody deactivated here still says
ACTIVE, and the list's ``status`` filter goes by membership [off][live]. ``name``
and ``settings`` are null while an invitation is open [live]. ``memberships`` is
empty unless asked for [seed] and then tells of every workspace [rec]. Without
``status`` the list holds everybody [?].
"""

from clockify_desktop.sample.organisation import Organisation
from clockify_desktop.sample.people import Membership, Person
from clockify_desktop.sample.server import paging
from clockify_desktop.sample.server.calls import Call, Desk, Reply
from clockify_desktop.sample.server.memberships import memberships_of, project_members
from clockify_desktop.sample.server.wire import Json, iso_duration

WEEKDAYS = (
    "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY",
)  # fmt: skip
_NO_ORDER = (3, 0, 4, 2, 1, 5, 6)


def week_start(person: Person) -> str:
    """Tell the first day of somebody's week: Sunday in America, else Monday."""
    return "SUNDAY" if person.zone.startswith("America/") else "MONDAY"


def settings_of(person: Person) -> Json:
    """Write the settings of a profile, with all keys that were recorded [rec]."""
    return {
        "weekStart": week_start(person),
        "timeZone": person.zone,
        "timeFormat": "HOUR12" if week_start(person) == "SUNDAY" else "HOUR24",
        "dateFormat": "DD/MM/YYYY",
        "sendNewsletter": False,
        "weeklyUpdates": False,
        "longRunning": False,
        "scheduledReports": True,
        "approval": False,
        "pto": True,
        "alerts": True,
        "reminders": True,
        "timeTrackingManual": not person.to_the_second,
        "summaryReportSettings": {"group": "Project", "subgroup": "Time Entry"},
        "isCompactViewOn": False,
        "dashboardSelection": "ME",
        "dashboardViewType": "PROJECT",
        "dashboardPinToTop": False,
        "projectListCollapse": 50,
        "collapseAllProjectLists": False,
        "groupSimilarEntriesDisabled": False,
        "myStartOfDay": "09:00",
        "projectPickerTaskFilter": False,
        "lang": "EN",
        "multiFactorEnabled": False,
        "theme": "DEFAULT",
        "scheduling": True,
        "onboarding": False,
        "showOnlyWorkingDays": False,
    }


def user(organisation: Organisation, person: Person, kinds: str = "NONE") -> Json:
    """Write one user [rec].

    Args:
        organisation: Where the memberships are.
        person: Who it is.
        kinds: Which memberships: ALL, NONE, WORKSPACE, PROJECT or USERGROUP.
    """
    pending = person.membership is Membership.PENDING
    home = organisation.workspaces[0].id
    return {
        "id": person.id,
        "email": person.email,
        "name": person.name,
        "memberships": memberships_of(organisation, person, kinds),
        "profilePicture": "",
        "activeWorkspace": home,
        "defaultWorkspace": home,
        "settings": None if pending else settings_of(person),
        "status": person.account_status,
        "customFields": [],
    }


def _asked_kinds(call: Call) -> str:
    everything = call.flag("include-memberships")
    return call.query.get("memberships", "ALL" if everything else "NONE").upper()


def get_user(call: Call) -> Reply:
    """Answer ``GET /user``."""
    return Reply(user(call.organisation, call.viewer, _asked_kinds(call)))


def _matching(call: Call, desk: Desk) -> list[int]:
    workspace, query = desk.workspace, call.query
    status = query.get("status", "ALL").upper()
    name, email = query.get("name", "").casefold(), query.get("email", "").casefold()
    access = None
    if "project-id" in query:
        ids = workspace.project_ids
        project = desk.number_of(ids, query["project-id"], "Project")
        private = workspace.projects[project].only is not None
        access = set(project_members(workspace, project)) if private else None
    return [
        number
        for number, person in enumerate(workspace.people)
        if workspace.membership_of(number) is not Membership.DELETED
        and (desk.sees_everybody or number == desk.viewer)
        and status in {"ALL", workspace.membership_of(number)}
        and name in (person.name or "").casefold()
        and email in person.email.casefold()
        and (access is None or number in access)
    ]


def get_users(call: Call) -> Reply:
    """Answer ``GET /workspaces/{w}/users``, sorted by e-mail unless said [off]."""
    desk = call.workspace()
    workspace, kinds = desk.workspace, _asked_kinds(call)
    keys = {
        "ID": lambda n: workspace.people[n].id,
        "NAME": lambda n: workspace.people[n].name or "",
        "NAME_LOWERCASE": lambda n: (workspace.people[n].name or "").lower(),
    }
    column = keys.get(call.query.get("sort-column", "EMAIL"))
    numbers = sorted(
        _matching(call, desk), key=column or (lambda n: workspace.people[n].email)
    )
    if call.query.get("sort-order") == "DESCENDING":
        numbers.reverse()
    page = paging.bounds(call.query)
    written = []
    for number in numbers[page]:
        row = user(call.organisation, workspace.people[number], kinds)
        if call.flag("include-roles"):
            role = workspace.role_of(number)
            row["roles"] = [
                {"role": role, "userId": row["id"], "workspaceId": workspace.id}
            ]
        written.append(row)
    return Reply(written, headers=paging.last_page(page, len(numbers)))


def get_groups(call: Call) -> Reply:
    """Answer ``GET /workspaces/{w}/user-groups``."""
    workspace = call.workspace().workspace
    name = call.query.get("name", "").casefold()
    rows: list[Json] = [
        {
            "id": workspace.group_ids[group],
            "name": label,
            "workspaceId": workspace.id,
            "userIds": [p.id for p in workspace.people if group in p.groups],
            "teamManagers": [],
        }
        for group, label in enumerate(workspace.groups)
        if name in label.casefold()
    ]
    rows.sort(key=lambda row: str(row["name"]).casefold())
    return paging.paged(call.query, rows)


def get_member_profile(call: Call) -> Reply:
    """Answer ``GET /workspaces/{w}/member-profile/{u}``: capacity and working days.

    ``workCapacity`` is that of one day, an ISO duration; days are names in no order
    [rec]. Both are null where nobody set them [?].
    """
    desk = call.workspace()
    number = desk.person(call.ids["user"])
    person = desk.workspace.people[number]
    homes = [
        w
        for w in call.organisation.workspaces
        if any(member.handle == person.handle for member in w.people)
    ]
    pending = any(
        approval.person == number and approval.state == "PENDING"
        for approval in desk.workspace.approvals
    )
    return Reply(
        {
            "email": person.email,
            "hasPassword": True,
            "hasPendingApprovalRequest": pending,
            "imageUrl": "",
            "name": person.name,
            "userCustomFieldValues": [],
            "weekStart": week_start(person),
            "workCapacity": (
                iso_duration(person.day_s) if person.capacity_told else None
            ),
            "workingDays": [
                WEEKDAYS[day] for day in _NO_ORDER if day in person.working_days
            ]
            if person.capacity_told
            else None,
            "workspaceNumber": len(homes),
        }
    )
