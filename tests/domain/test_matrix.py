import numpy as np
import pytest

from clockify_desktop.domain.label import Label
from clockify_desktop.domain.matrix import Matrix

ROWS = (Label("a", "Ann"), Label("b", "Bob"))
COLUMNS = (Label("x", "X"),)


def test_totals() -> None:
    matrix = Matrix(ROWS, COLUMNS, np.array([[1], [2]], np.int64))
    assert matrix.row_totals_s.tolist() == [1, 2]
    assert matrix.column_totals_s.tolist() == [3]
    assert matrix.total_s == 3


def test_the_shape_must_fit_the_labels() -> None:
    with pytest.raises(ValueError, match="for 2 rows"):
        Matrix(ROWS, COLUMNS, np.zeros((1, 2), np.int64))
