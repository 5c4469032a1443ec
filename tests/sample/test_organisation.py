import re
from dataclasses import fields
from datetime import UTC, datetime

import numpy as np
import pytest

from clockify_desktop.sample.entries import RUNNING, Entries
from clockify_desktop.sample.organisation import Organisation
from clockify_desktop.sample.people import LONG_NAME, Membership, people
from clockify_desktop.sample.projects import projects

NOW = datetime(2026, 11, 24, 8, 14, tzinfo=UTC)
COLUMNS = [column.name for column in fields(Entries)]


def test_the_same_arguments_give_the_same_organisation() -> None:
    one, other = Organisation.generate(NOW, 7), Organisation.generate(NOW, 7)
    for mine, theirs in zip(one.workspaces, other.workspaces, strict=True):
        assert mine.id == theirs.id
        for column in COLUMNS:
            first, second = (
                getattr(mine.entries, column),
                getattr(theirs.entries, column),
            )
            assert np.array_equal(first, second), column


def test_another_seed_gives_other_time() -> None:
    one, other = Organisation.generate(NOW, 1), Organisation.generate(NOW, 2)
    first, second = one.workspaces[0].entries, other.workspaces[0].entries
    assert len(first) != len(second) or not np.array_equal(first.end_s, second.end_s)


def test_it_is_as_large_as_the_program_promises(organisation: Organisation) -> None:
    acme, labs = organisation.workspaces
    assert len(organisation.people) == 24
    assert {person.zone for person in organisation.people} == {
        "Europe/Berlin",
        "America/New_York",
        "Asia/Kolkata",
        "Australia/Sydney",
    }
    assert (len(acme.clients), len(acme.projects), len(acme.groups)) == (5, 14, 3)
    assert acme.currency != labs.currency
    first = datetime.fromtimestamp(int(acme.entries.start_s[0]), UTC)
    assert (NOW - first).days >= 390
    assert acme.entries.start_s[-1] < NOW.timestamp()
    assert acme.entries.end_s.max() <= NOW.timestamp()


def test_a_week_looks_like_a_week(organisation: Organisation) -> None:
    acme = organisation.workspaces[0]
    monday_s = datetime(2026, 11, 15, 23, tzinfo=UTC).timestamp()
    entries = acme.entries
    inside = (entries.start_s >= monday_s) & (entries.start_s < monday_s + 7 * 86_400)
    for number, person in enumerate(acme.people):
        if person.handle in {"amara.okafor", "chiara.lombardi", "ines.carvalho"}:
            hours = entries.seconds()[inside & (entries.user == number)].sum() / 3600
            assert 36 < hours < 46, person.name


@pytest.mark.parametrize("users", [1, 2, 3, 5, 16, 24, 40])
@pytest.mark.parametrize(("project_count", "days"), [(1, 1), (2, 30), (14, 396)])
def test_any_size_is_possible(users: int, project_count: int, days: int) -> None:
    made = Organisation.generate(NOW, users=users, projects=project_count, days=days)
    acme = made.workspaces[0]
    assert len(made.people) == users
    assert len(acme.projects) == project_count
    assert acme.entries.project.max() < project_count
    assert acme.entries.user.max() < len(acme.people)


@pytest.mark.parametrize("wrong", [{"users": 0}, {"projects": 0}, {"days": 0}])
def test_a_size_below_one_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="at least 1"):
        Organisation.generate(NOW, **wrong)


def test_a_naive_instant_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        Organisation.generate(datetime(2026, 1, 1))  # noqa: DTZ001 - that is the test


def test_everything_has_an_id_of_its_own(organisation: Organisation) -> None:
    ids = [person.id for person in organisation.people]
    for space in organisation.workspaces:
        ids += [space.id, *space.project_ids, *space.client_ids, *space.task_ids]
        ids += [*space.tag_ids, *space.group_ids]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch("[0-9a-f]{24}", one) for one in ids)


def test_further_people_and_projects_have_names_of_their_own() -> None:
    everybody, work = people(2500), projects(900)
    assert len({person.email for person in everybody}) == 2500
    # Only the two of the roster share a name, and only the invited have none.
    assert len({person.name for person in everybody}) == 2499
    assert len({project.name for project in work}) == 900


def test_names_are_as_awkward_as_life(organisation: Organisation) -> None:
    names = [person.name for person in organisation.people]
    assert names.count("Sam Taylor") == 2
    assert len(LONG_NAME) == 60
    assert LONG_NAME in names
    written = [name for name in names if name]
    assert any("," in name and '"' in name for name in written)
    assert any(name.startswith("=") for name in written)
    assert any("\u0600" <= name[0] <= "\u06ff" for name in written)
    work = organisation.workspaces[0].projects
    assert any(project.name.startswith("=") for project in work)
    assert any("," in project.name for project in work)


def test_accounts_and_memberships_differ(organisation: Organisation) -> None:
    people_here = organisation.workspaces[0].people
    gone = [p for p in people_here if p.membership is Membership.INACTIVE]
    invited = [p for p in people_here if p.membership is Membership.PENDING]
    assert [person.account_status for person in gone] == ["ACTIVE"]
    assert [person.name for person in invited] == [None]
    assert any(len(person.groups) == 2 for person in people_here)


def test_only_placed_findings_overlap(organisation: Organisation) -> None:
    entries = organisation.workspaces[0].entries
    for number in np.unique(entries.user):
        mine = entries.take(entries.user == number)
        ended = mine.end_s[:-1] != RUNNING
        clash = (mine.end_s[:-1] > mine.start_s[1:]) & ended
        handle = organisation.workspaces[0].people[number].handle
        assert clash.sum() == (2 if handle == "bastian.krueger" else 0), handle
