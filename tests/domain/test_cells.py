from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.domain.cells import Cells

rows, columns = st.sampled_from("abc"), st.sampled_from("pqr")


@given(
    st.builds(
        Cells,
        st.frozensets(rows),
        st.frozensets(columns),
        st.frozensets(st.tuples(rows, columns)),
    ),
    st.lists(rows, unique=True),
    st.lists(columns, unique=True),
)
def test_a_table_of_cells_is_what_each_of_them_says(
    chosen: Cells, down: list[str], across: list[str]
) -> None:
    table = chosen.among(down, across)
    assert table.shape == (len(down), len(across))
    assert table.tolist() == [[(row, one) in chosen for one in across] for row in down]
    if not chosen:
        assert not table.any()
