from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.domain.needs import (
    CapacityNeed,
    MemberProfilesNeed,
    MembersNeed,
)
from clockify_desktop.viewmodels.report_answers import many_last

WORKSPACE = Workspace(WorkspaceId("w"), "Acme")
MEMBERS, CAPACITY = MembersNeed(WORKSPACE), CapacityNeed(WORKSPACE)
PROFILES = MemberProfilesNeed(WORKSPACE)


def test_a_question_a_person_waits_for_everything_else() -> None:
    tiers = ((CAPACITY, PROFILES), (MEMBERS,), (PROFILES, CAPACITY))
    assert many_last(tiers) == ((CAPACITY,), (MEMBERS,), (CAPACITY,), (PROFILES,))
    assert many_last(((CAPACITY,), (MEMBERS,))) == ((CAPACITY,), (MEMBERS,))
