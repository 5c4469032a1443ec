from dataclasses import replace
from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.domain.directory import Tag
from clockify_desktop.domain.entries import ENTRY
from clockify_desktop.domain.selection import Selection
from tests.domain.few_entries import (
    ANN,
    BOB,
    HOME,
    MAIL,
    NO_PROJECT,
    NO_TASK,
    OPS,
    URGENT,
    WEB,
    One,
    entries_of,
)

MIXED = (
    One("2026-11-17 09:00", 60, BOB, billable=True, id="bob"),
    One("2026-11-17 14:00", 30, tags=(URGENT, HOME), task=MAIL, id="late"),
    One("2026-11-16 09:00", 90, project=NO_PROJECT, id="early"),
    One("2026-11-16 09:00", None, project=OPS, tags=(HOME,), id="running"),
    One("2026-11-18 09:00", 15, kind="BREAK", id="break"),
)


def test_they_stand_by_person_then_by_start_then_by_end() -> None:
    entries = entries_of(*MIXED)
    assert len(entries) == 5
    assert entries.ids.tolist() == ["bob", "running", "early", "late", "break"]
    assert entries.total_s == 60 * (60 + 30 + 90 + 15)
    assert entries.is_work.tolist() == [True] * 4 + [False]
    assert entries.without_project.tolist() == [False, False, True, False, False]
    assert entries.day[1] == date(2026, 11, 16).toordinal()
    some = entries.take(entries.is_work & ~entries.running)
    assert some.ids.tolist() == ["bob", "early", "late"]
    assert some.people == entries.people


def test_as_facts_they_are_the_same_time() -> None:
    entries = entries_of(*MIXED)
    facts = entries.as_facts()
    assert facts.total_s == entries.total_s
    assert facts.billable_seconds is not None
    assert facts.billable_seconds.tolist() == [3600, 0, 0, 0, 0]
    assert facts.column("task").tolist() == entries.task.tolist()
    assert facts.amount_micros is None
    sets, tags = facts.more["tags"]
    named = [tuple(tag.name for tag in sets[place].tags) for place in tags]
    assert named == [(), ("Home",), (), ("Urgent", "Home"), ()]
    narrowed = Selection(people=frozenset({ANN.id})).narrow(facts)
    assert narrowed.more[ENTRY][1].tolist() == [1, 2, 3, 4]
    only = Selection(projects=frozenset({None})).narrow(facts)
    assert entries.ids[only.more[ENTRY][1]].tolist() == ["early"]


def test_by_tag_an_entry_stands_under_each_of_its_tags_and_counts_once() -> None:
    entries = entries_of(*MIXED)
    facts = entries.as_facts(by_tag=True)
    tags, tag = facts.more["tag"]
    told = [
        (entries.ids[entry], tags[place].name)
        for entry, place in zip(facts.more[ENTRY][1], tag, strict=True)
    ]
    assert told == [
        ("bob", "(Without tag)"),
        ("running", "Home"),
        ("early", "(Without tag)"),
        ("late", "Urgent"),
        ("late", "Home"),
        ("break", "(Without tag)"),
    ]
    assert facts.again is not None
    assert facts.again.tolist() == [False] * 4 + [True, False]
    assert facts.total_s == entries.total_s
    plain = entries_of(One("2026-11-16 09:00")).as_facts(by_tag=True)
    assert plain.again is None
    assert not len(entries_of().as_facts(by_tag=True))


@given(
    st.lists(
        st.tuples(
            st.sampled_from([ANN, BOB]),
            st.sampled_from([WEB, OPS, NO_PROJECT]),
            st.sampled_from([NO_TASK, MAIL]),
            st.lists(st.sampled_from([URGENT, HOME]), unique=True).map(tuple),
            st.integers(0, 600),
        ),
        max_size=15,
    )
)
def test_by_tag_it_is_what_a_loop_makes(
    told: list[tuple[object, object, object, tuple[Tag, ...], int]],
) -> None:
    ones = [
        replace(
            One(f"2026-11-16 {at:02}:00", minutes),
            person=person,
            project=project,
            task=task,
            tags=tags,
        )
        for at, (person, project, task, tags, minutes) in enumerate(told)
    ]
    entries = entries_of(*ones)
    facts = entries.as_facts(by_tag=True)
    slowly = [
        (at, tag.name, nth > 0)
        for at in range(len(entries))
        for nth, tag in enumerate(
            entries.tag_sets[entries.tags[at]] or (Tag(None, "(Without tag)"),)
        )
    ]
    tags, tag = facts.more["tag"]
    again = facts.again if facts.again is not None else np.zeros(len(facts), np.bool_)
    entry = facts.more[ENTRY][1]
    assert slowly == [
        (int(one), tags[place].name, bool(twice))
        for one, place, twice in zip(entry, tag, again, strict=True)
    ]


def test_columns_say_how_much_memory_they_take() -> None:
    entries = entries_of(*MIXED)
    assert set(entries.columns) >= {"ids", "user", "running", "start_offset_min"}
    # Eleven of eight bytes and the ids, two of two, three of one.
    assert entries.size_bytes == 5 * (12 * 8 + 2 * 2 + 3)


NEAR = st.integers(-3, 3)
ANYWHERE = st.one_of(NEAR, st.integers(-(2**61), 2**61))


@given(st.lists(st.tuples(st.integers(0, 2), ANYWHERE, NEAR), max_size=6))
def test_entries_stand_by_person_start_and_end(
    rows: list[tuple[int, int, int]],
) -> None:
    wanted = [(user, start, start + length) for user, start, length in rows]
    user, start, end = np.array(wanted, np.int64).reshape(-1, 3).T
    every = entries_of(One("2026-11-16 09:00")).take(np.zeros(len(rows), np.intp))
    ids = np.array([str(at) for at in range(len(rows))], np.object_)
    mixed = replace(every, user=user, start_s=start, end_s=end, ids=ids)
    found = mixed.in_order().ids.tolist()
    # Those that are alike stay as they stood.
    assert found == [str(at) for at in sorted(range(len(rows)), key=wanted.__getitem__)]
