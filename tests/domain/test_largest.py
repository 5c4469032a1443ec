import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.domain.label import Label, LabelKind
from clockify_desktop.domain.largest import largest_and_other
from clockify_desktop.domain.matrix import Matrix


def matrix_of(seconds: list[list[int]]) -> Matrix:
    table = np.array(seconds, np.int64)
    return Matrix(
        tuple(Label(f"r{row}", f"Row {row}") for row in range(table.shape[0])),
        tuple(Label(f"c{column}", f"{column}") for column in range(table.shape[1])),
        table,
    )


@given(
    st.integers(1, 14).flatmap(
        lambda width: st.lists(
            st.lists(st.integers(0, 9999), min_size=width, max_size=width), min_size=1
        )
    ),
    st.integers(1, 8),
)
def test_nothing_is_lost(seconds: list[list[int]], count: int) -> None:
    matrix = matrix_of(seconds)
    few = largest_and_other(matrix, "projects", count)
    assert few.row_totals_s.tolist() == matrix.row_totals_s.tolist()
    assert few.rows == matrix.rows
    assert len(few.columns) <= count + 1
    kept = [
        int(total)
        for total, label in zip(few.column_totals_s, few.columns, strict=True)
        if label.kind is LabelKind.ONE
    ]
    assert kept == sorted(matrix.column_totals_s.tolist(), reverse=True)[: len(kept)]


def test_the_others_are_counted() -> None:
    few = largest_and_other(matrix_of([[1, 5, 2, 4, 3]]), "projects", 2)
    assert [label.name for label in few.columns] == ["1", "3", "Other (3 projects)"]
    assert few.seconds.tolist() == [[5, 4, 6]]


def test_a_single_other_keeps_its_name() -> None:
    few = largest_and_other(matrix_of([[1, 5, 2]]), "projects", 2)
    assert [label.name for label in few.columns] == ["1", "2", "0"]


def test_time_without_a_project_is_no_project() -> None:
    plain = matrix_of([[9, 5, 2, 4, 3]])
    columns = (Label("", "(Without project)", kind=LabelKind.WITHOUT), *plain.columns)
    few = largest_and_other(
        Matrix(plain.rows, columns[:5], plain.seconds), "projects", 2
    )
    assert [label.name for label in few.columns] == [
        "0",
        "2",
        "(Without project)",
        "Other (2 projects)",
    ]
    assert few.seconds.tolist() == [[5, 4, 9, 5]]


def test_the_others_are_named_as_nothing_else_is() -> None:
    plain = matrix_of([[9, 5, 2, 4, 3]])
    columns = (Label("p", "other (3 projects)"), *plain.columns[1:])
    few = largest_and_other(Matrix(plain.rows, columns, plain.seconds), "projects", 2)
    assert [label.name for label in few.columns] == [
        "other (3 projects)",
        "1",
        "Other (3 projects) · 2",
    ]
