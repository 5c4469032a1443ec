"""Workspaces: what ``GET /workspaces`` tells, plan and settings included.

Which features belong to which plan is [?] beyond their names; the free one names
``ONE_MONTH_RANGE_REPORTS``, the other ``UNLIMITED_REPORTS`` [off].
"""

from clockify_desktop.sample.ids import Kind, sample_id
from clockify_desktop.sample.people import Membership
from clockify_desktop.sample.server.calls import Call, Desk, Reply
from clockify_desktop.sample.server.memberships import membership
from clockify_desktop.sample.server.users import WEEKDAYS
from clockify_desktop.sample.server.wire import Json, money
from clockify_desktop.sample.workspace import SampleWorkspace

DEFAULT_RATE = 8500
"""What an hour earns where neither project nor person says so, minor units."""
_FREE_FEATURES = ["BILLABLE_HOURS", "CSV_EXPORT", "ONE_MONTH_RANGE_REPORTS"]
_PAID_FEATURES = [
    "APPROVAL",
    "BILLABLE_HOURS",
    "CLIENT_CURRENCY",
    "CSV_EXPORT",
    "LABOR_COST",
    "PROJECT_ESTIMATE",
    "TIME_OFF",
    "UNLIMITED_REPORTS",
    "WHO_CAN_SEE_ALL_TIME_ENTRIES",
    "WORKSPACE_TIME_ROUNDING",
    "XLSX_EXPORT",
]


def currencies(workspace: SampleWorkspace) -> list[str]:
    """List the codes of a workspace's currencies, its own first."""
    named = {client.currency for client in workspace.clients if client.currency}
    return [workspace.currency, *sorted(named - {workspace.currency})]


def currency_id(workspace: SampleWorkspace, code: str) -> str:
    """Make the id of a currency of a workspace."""
    return sample_id(Kind.CURRENCY, workspace.number, code)


def _settings() -> Json:
    return {
        "timeRoundingInReports": False,
        "onlyAdminsSeeBillableRates": True,
        "onlyAdminsCreateProject": True,
        "onlyAdminsSeeDashboard": False,
        "defaultBillableProjects": True,
        "lockTimeEntries": None,
        "lockTimeZone": None,
        "round": {"round": "Round to nearest", "minutes": "15"},
        "projectFavorites": True,
        "canSeeTimeSheet": False,
        "canSeeTracker": True,
        "projectPickerSpecialFilter": False,
        "forceProjects": False,
        "forceTasks": False,
        "forceTags": False,
        "forceDescription": False,
        "onlyAdminsSeeAllTimeEntries": True,
        "onlyAdminsSeePublicProjectsEntries": False,
        "trackTimeDownToSecond": True,
        "projectGroupingLabel": "client",
        "projectLabel": "project",
        "taskLabel": "task",
        "adminOnlyPages": [],
        "automaticLock": None,
        "onlyAdminsCreateTag": False,
        "onlyAdminsCreateTask": True,
        "timeTrackingMode": "DEFAULT",
        "isProjectPublicByDefault": True,
        "workingDays": WEEKDAYS[:5],
        "durationFormat": "FULL",
        "currencyFormat": "CURRENCY_SPACE_VALUE",
        "numberFormat": "COMMA_PERIOD",
        "activeBillableHours": True,
        "multiFactorEnabled": False,
    }


def _workspace(desk: Desk) -> Json:
    workspace = desk.workspace
    rate = money(DEFAULT_RATE, workspace.currency)
    return {
        "id": workspace.id,
        "name": workspace.name,
        "hourlyRate": rate if desk.sees_everybody else None,
        "costRate": None,
        "memberships": [
            membership(person, workspace.id, "WORKSPACE", workspace.membership_of(n))
            for n, person in enumerate(workspace.people)
            if workspace.membership_of(n) is not Membership.DELETED
            and (desk.sees_everybody or n == desk.viewer)
        ],
        "workspaceSettings": _settings(),
        "imageUrl": "",
        "featureSubscriptionType": workspace.plan,
        "features": _FREE_FEATURES if workspace.free else _PAID_FEATURES,
        "currencies": [
            {
                "code": code,
                "id": currency_id(workspace, code),
                "isDefault": code == workspace.currency,
            }
            for code in currencies(workspace)
        ],
        "subdomain": {"enabled": False, "name": None},
    }


def get_workspaces(call: Call) -> Reply:
    """Answer ``GET /workspaces``: a bare list that ignores paging [live].

    ``roles`` narrows it to those where the key's owner has one of them [off].
    """
    roles = call.query.getlist("roles")
    return Reply(
        [
            _workspace(Desk(workspace, number))
            for workspace in call.organisation.workspaces
            for number, person in enumerate(workspace.people)
            if person.handle == call.viewer.handle
            and (not roles or workspace.role_of(number) in roles)
        ]
    )


def get_workspace(call: Call) -> Reply:
    """Answer ``GET /workspaces/{w}``."""
    return Reply(_workspace(call.workspace()))
