"""Who belongs to what: memberships of workspaces, projects and user groups."""

from clockify_desktop.sample.organisation import Organisation
from clockify_desktop.sample.people import Membership, Person
from clockify_desktop.sample.server.wire import Json, money
from clockify_desktop.sample.workspace import SampleWorkspace

_KINDS = frozenset({"WORKSPACE", "PROJECT", "USERGROUP"})
# Of every five pairs of person and project, so many are memberships.
_MEMBERS_OF_FIVE = 3


def membership(
    person: Person, target: str, kind: str, status: str, rate: Json | None = None
) -> Json:
    """Write one membership [rec].

    Args:
        person: Who belongs.
        target: The id of what they belong to.
        kind: WORKSPACE, PROJECT or USERGROUP.
        status: Where they stand.
        rate: What an hour earns there, where it is set.
    """
    return {
        "userId": person.id,
        "hourlyRate": rate,
        "costRate": None,
        "targetId": target,
        "membershipType": kind,
        "membershipStatus": status,
    }


def is_project_member(workspace: SampleWorkspace, project: int, number: int) -> bool:
    """Tell whether somebody is a member of a project.

    Projects but the private one are public: everybody may log time there.

    Args:
        workspace: Where both are.
        project: The number of the project.
        number: The number of the person.
    """
    if workspace.membership_of(number) is not Membership.ACTIVE:
        return False
    only = workspace.projects[project].only
    if only is not None:
        return workspace.people[number].handle == only
    return (number * 7 + project * 3) % 5 < _MEMBERS_OF_FIVE


def project_members(workspace: SampleWorkspace, project: int) -> list[int]:
    """List the numbers of a project's members."""
    everybody = range(len(workspace.people))
    return [n for n in everybody if is_project_member(workspace, project, n)]


def memberships_of(
    organisation: Organisation, person: Person, kinds: str
) -> list[Json]:
    """Write somebody's memberships in all workspaces [rec].

    Args:
        organisation: Where the workspaces are.
        person: Who it is.
        kinds: ALL, NONE, WORKSPACE, PROJECT or USERGROUP.
    """
    wanted = _KINDS if kinds == "ALL" else {kinds}
    found: list[Json] = []
    for workspace in organisation.workspaces:
        for number, member in enumerate(workspace.people):
            if member.handle == person.handle:
                found += _here(workspace, number, wanted)
    return found


def _here(
    workspace: SampleWorkspace, number: int, wanted: set[str] | frozenset[str]
) -> list[Json]:
    person = workspace.people[number]
    found: list[Json] = []
    if "WORKSPACE" in wanted:
        status = workspace.membership_of(number)
        rate = money(person.rate, workspace.currency)
        found.append(membership(person, workspace.id, "WORKSPACE", status, rate))
    if "PROJECT" in wanted:
        found += [
            membership(person, identity, "PROJECT", "ACTIVE")
            for project, identity in enumerate(workspace.project_ids)
            if is_project_member(workspace, project, number)
        ]
    if "USERGROUP" in wanted:
        found += [
            membership(person, workspace.group_ids[group], "USERGROUP", "ACTIVE")
            for group in workspace.groups_of(number)
        ]
    return found
