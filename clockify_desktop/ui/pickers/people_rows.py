"""The rows of the people picker: teams first, then people. No Qt."""

from collections import Counter
from collections.abc import Iterable

from clockify_desktop.domain.directory import Activity, Person, UserGroup
from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.showable import (
    LONGEST_NAME,
    named,
    showable,
    showable_name,
)
from clockify_desktop.ui.pickers.rows import Row, searchable
from clockify_desktop.viewmodels.picker_states import PeopleState

_ID_END = 6
_MARKS = {
    Activity.ACTIVE: "",
    Activity.INACTIVE: "deactivated",
    Activity.PENDING: "invited",
    Activity.DECLINED: "declined the invitation",
    Activity.UNKNOWN: "membership not known",
}


def people_rows(state: PeopleState, *, members_only: bool) -> tuple[Row, ...]:
    """List teams that have somebody in the list, and everybody by name.

    With ``members_only`` those are left out who work on none of the chosen projects.
    """
    people = state.people
    if members_only and state.members is not None:
        wanted = members_of_chosen(state)
        people = tuple(person for person in people if person.id in wanted)
    present = frozenset(person.id for person in people)
    groups = sorted(state.groups, key=_name_order)
    teams = [row for group in groups if (row := _team(group, people, present))]
    alike = _looking_alike(state.people)
    rows = [_person(one, alike) for one in sorted(people, key=_name_order)]
    if not teams:
        return tuple(rows)
    heads = (Row(showable(words), heading=True) for words in ("Teams", "People"))
    return (next(heads), *teams, next(heads), *rows)


def members_of_chosen(state: PeopleState) -> frozenset[UserId]:
    """Find who works on a chosen project; nobody where the members are not known."""
    members = state.members or {}
    chosen = (one for one in state.chosen_projects if one is not None)
    return frozenset[UserId]().union(*(members.get(one, ()) for one in chosen))


def _team(
    group: UserGroup, people: Iterable[Person], present: frozenset[UserId]
) -> Row | None:
    ids = frozenset(group.members) & present
    ids |= {person.id for person in people if group.id in person.groups}
    if not ids:
        return None
    count = "1 person" if len(ids) == 1 else f"{len(ids)} people"
    name = showable_name(group.name)
    return Row(name, ids, showable(count), searchable(group.name))


def _person(person: Person, alike: frozenset[tuple[str, str]]) -> Row:
    name = next(
        filter(None, map(showable_name, (person.name, person.email, person.id)))
    )
    remarks = [_MARKS[person.activity]]
    if (_folded(person), person.email) in alike:
        remarks.insert(0, f"id …{person.id[-_ID_END:]}")
    if (_folded(person), "") in alike and person.email:
        remarks.insert(0, named(person.email))
    remark = showable(" · ".join(one for one in remarks if one))
    words = searchable(name, person.email, remark)
    return Row(name, frozenset({person.id}), remark, words)


def _looking_alike(people: Iterable[Person]) -> frozenset[tuple[str, str]]:
    """Find names, and names with an address, that several people have.

    A folded name stands with ``""``, where the address tells them apart, and with the
    address, where not even that does.
    """
    everybody = list(people)
    names = Counter(_folded(one) for one in everybody)
    both = Counter((_folded(one), one.email) for one in everybody)
    same_names = {(name, "") for name, count in names.items() if count > 1}
    return frozenset(same_names | {pair for pair, count in both.items() if count > 1})


def _folded(person: Person) -> str:
    # As far as it is shown: names that look the same are told apart.
    return showable_name(person.name).casefold()


def _name_order(one: Person | UserGroup) -> tuple[str, str]:
    return one.name[:LONGEST_NAME].casefold(), one.id
