"""The rows of the people picker: teams first, then people. No Qt."""

from collections.abc import Iterable

from clockify_desktop.domain.directory import Activity, Person, UserGroup
from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.normal_form import searchable, sorting_key
from clockify_desktop.domain.showable import showable, showable_name
from clockify_desktop.domain.telling_apart import Named, called, distinctions, joined
from clockify_desktop.translation import tr
from clockify_desktop.ui.pickers.rows import Row
from clockify_desktop.viewmodels.picker_states import PeopleState

_MARKS = {
    Activity.ACTIVE: "",
    Activity.INACTIVE: tr("deactivated"),
    Activity.PENDING: tr("invited"),
    Activity.DECLINED: tr("declined the invitation"),
    Activity.UNKNOWN: tr("membership not known"),
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
    told = distinctions([Named(group.name, group.id) for group in groups])
    teams = [
        row
        for group, apart in zip(groups, told, strict=True)
        if (row := _team(group, apart, people, present))
    ]
    things = [Named(_name(one), one.id, (one.email,)) for one in state.people]
    apart_by_id = dict(zip((t.id for t in things), distinctions(things), strict=True))
    rows = [
        _person(one, apart_by_id[one.id]) for one in sorted(people, key=_name_order)
    ]
    if not teams:
        return tuple(rows)
    heads = (
        Row(showable(words), heading=True) for words in (tr("Teams"), tr("People"))
    )
    return (next(heads), *teams, next(heads), *rows)


def members_of_chosen(state: PeopleState) -> frozenset[UserId]:
    """Find who works on a chosen project; nobody where the members are not known."""
    members = state.members or {}
    chosen = (one for one in state.chosen_projects if one is not None)
    return frozenset[UserId]().union(*(members.get(one, ()) for one in chosen))


def _team(
    group: UserGroup, apart: str, people: Iterable[Person], present: frozenset[UserId]
) -> Row | None:
    ids = frozenset(group.members) & present
    ids |= {person.id for person in people if group.id in person.groups}
    if not ids:
        return None
    count = Level.USER.counted(len(ids))
    name, remark = showable_name(group.name), showable(joined(apart, count))
    return Row(name, ids, remark, searchable(name, apart))


def _person(person: Person, apart: str) -> Row:
    name = showable_name(_name(person))
    remark = showable(joined(apart, _MARKS[person.activity]))
    words = searchable(name, person.email, remark)
    return Row(name, frozenset({person.id}), remark, words)


def _name(person: Person) -> str:
    return called(person.name, person.email or person.id)


def _name_order(one: Person | UserGroup) -> tuple[str, str]:
    return sorting_key(one.name), one.id
