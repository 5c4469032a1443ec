from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.pages.table import (
    EMPTY_TABLE,
    Alignment,
    Column,
    ColumnKind,
    TableContent,
    TableLines,
    Words,
)

TASKS = ("mail", "Calls", "MAIL")
NAME, TIME, TASK = range(3)


def name_column(names: list[str]) -> Column:
    return Column(
        "Description",
        ColumnKind.NAME,
        Alignment.LEADING,
        sort_key=lambda: Words(names),
        text=names.__getitem__,
    )


def flat(names: list[str], seconds: list[int], tasks: list[int]) -> TableContent:
    code = np.array(tasks, np.intp)
    return TableContent(
        columns=(
            name_column(names),
            Column(
                "Time",
                ColumnKind.NUMBER,
                Alignment.TRAILING,
                sort_key=lambda: np.array(seconds, np.int64),
                text=lambda at: f"-{seconds[at]}",
            ),
            Column(
                "Task",
                ColumnKind.WORDS,
                Alignment.LEADING,
                sort_key=lambda: Words(TASKS, code),
                text=lambda at: TASKS[tasks[at]],
                copy_text=lambda at: f"@{TASKS[tasks[at]]}",
            ),
        ),
        positions=np.arange(len(names)),
        total=("All", "", ""),
        mark="e{}".format,
    )


@pytest.fixture
def table() -> TableContent:
    return flat(["Zoë", "=b", "  an\tna "], [7, 9, 7], [0, 1, 2])


def test_nothing_is_worked_out_before_it_is_needed() -> None:
    def refuse(*args: object) -> str:
        raise AssertionError(args)

    columns = tuple(
        Column("", kind, Alignment.LEADING, sort_key=refuse, text=refuse)
        for kind in ColumnKind
    )
    positions = np.arange(100_000)
    made = TableContent(columns=columns, positions=positions, total=(), mark=refuse)
    assert made.arranged() is positions
    assert not made.has_parts(0)


@pytest.mark.parametrize(
    ("by", "falling", "shown"),
    [
        (None, True, [0, 1, 2]),
        (NAME, False, [1, 2, 0]),
        (NAME, True, [0, 2, 1]),
        (TIME, False, [0, 2, 1]),
        # What is equal keeps its order; so it does among equal words.
        (TIME, True, [1, 0, 2]),
        (TASK, False, [1, 0, 2]),
    ],
)
def test_each_kind_of_column_sorts(
    table: TableContent,
    by: int | None,
    falling: bool,  # noqa: FBT001 - a parameter of the test
    shown: list[int],
) -> None:
    assert table.arranged(by, falling=falling).tolist() == shown


@given(
    lines=st.lists(
        st.tuples(
            st.text("aAbB =ü", max_size=3),
            st.integers(0, 3),
            st.integers(0, len(TASKS) - 1),
            st.booleans(),
            st.booleans(),
        ),
        max_size=12,
    ),
    by=st.sampled_from([None, NAME, TIME, TASK]),
    falling=st.booleans(),
    words=st.sampled_from(["", " A", "b", "mai", "=", "2"]),
)
def test_order_and_filter_are_those_of_a_plain_sort(
    lines: list[tuple[str, int, int, bool, bool]],
    by: int | None,
    falling: bool,  # noqa: FBT001 - a parameter of the test
    words: str,
) -> None:
    names = [line[0] for line in lines]
    made = replace(
        flat(names, [line[1] for line in lines], [line[2] for line in lines]),
        positions=np.flatnonzero(np.array([line[3] for line in lines], np.bool_)),
        is_last=np.array([line[4] for line in lines], np.bool_),
    )

    def key(at: int) -> object:
        name, seconds, task, *_ = lines[at]
        folded = " ".join(name.split()).casefold()
        keys = {NAME: folded, TIME: seconds, TASK: TASKS[task].casefold(), None: 0}
        return keys[by]

    wanted = words.strip().casefold()
    shown = [
        at
        for at, (name, _, task, there, _) in enumerate(lines)
        if there
        and (
            wanted in " ".join(name.split()).casefold()
            or wanted in TASKS[task].casefold()
        )
    ]
    shown.sort(key=key)
    if falling and by in {NAME, TASK}:
        shown.reverse()
    elif falling and by == TIME:
        shown.sort(key=lambda at: -lines[at][1])
    shown.sort(key=lambda at: lines[at][4])
    assert made.arranged(by, falling=falling, words=words).tolist() == shown


def test_a_filter_finds_nothing_where_there_are_no_words(table: TableContent) -> None:
    numbers = replace(table, columns=table.columns[TIME : TIME + 1])
    assert numbers.arranged(words="7").tolist() == []


def test_numbers_are_copied_as_they_are_and_words_made_safe(
    table: TableContent,
) -> None:
    assert table.tab_separated([(1, None)]) == (
        "Description\tTime\tTask\n'=b\t-9\t'@Calls\n"
    )


def test_parts_have_a_column_of_their_own_in_what_is_copied(
    table: TableContent, days: Callable[[int], TableLines]
) -> None:
    opens = np.array([True, False, True])
    made = replace(table, opens=opens, parts=days)
    assert [made.has_parts(row) for row in (2, 1)] == [True, False]
    assert made.tab_separated([(0, None), (0, 1)]).splitlines() == [
        "Description\tDay\tTime\tTask",
        "Zoë\t\t-7\t'@mail",
        "Zoë\tTue 0\t-9\t'@Calls",
    ]
    copied = made.copy_of([(0, None), (0, 1)])
    assert copied.to_the_right == (False, False, True, False)


@pytest.fixture
def days(table: TableContent) -> Callable[[int], TableLines]:
    def parts(row: int) -> TableLines:
        name = replace(name_column([f"Mon {row}", f"Tue {row}"]), title="Day")
        return TableLines(columns=(name, *table.columns[1:]), positions=np.arange(2))

    return parts


def test_rows_are_found_by_their_marks_where_they_are_shown(
    table: TableContent,
) -> None:
    narrowed = replace(table, positions=np.array([2, 0]))
    assert narrowed.rows_of(["e2", "e1", "gone", "e0"]) == [0, 2]


def test_an_empty_table_can_be_shown() -> None:
    for by in (None, 0, 2):
        assert not EMPTY_TABLE.arranged(by, words="a").size
    with pytest.raises(LookupError):
        EMPTY_TABLE.parts(0)


@pytest.mark.parametrize("words", ["zoe\u0308 mu", "ZOË\xa0MÜ", " zoe  mu ", "oé m"])
def test_names_are_found_and_sorted_however_they_are_written(words: str) -> None:
    names = ["Zoe\u0308\xa0 Müller", "Zora", "Émile", "Emma", "zoë\u2003MU\u0308LLER"]
    made = flat(names, [0] * 5, [0] * 5)
    assert made.arranged(words=words).tolist() == [0, 4]
    assert made.arranged(NAME).tolist() == [2, 3, 0, 4, 1]
