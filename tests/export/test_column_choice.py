import pytest

from clockify_desktop.domain.errors import UsageError
from clockify_desktop.export.column_choice import EVERY_COLUMN, ColumnChoice

NAMES = ("user", "project", "amount", "Duration (h)")


@pytest.mark.parametrize(
    ("choice", "places"),
    [
        (EVERY_COLUMN, (0, 1, 2, 3)),
        (ColumnChoice(("project", "user")), (1, 0)),
        (ColumnChoice(("Duration (h)",)), (3,)),
        (ColumnChoice(without=frozenset({"amount", "other"})), (0, 1, 3)),
    ],
)
def test_columns_stand_as_they_were_chosen(
    choice: ColumnChoice, places: tuple[int, ...]
) -> None:
    assert choice.places(NAMES) == places


@pytest.mark.parametrize(
    ("wanted", "near"), [("projct", "project"), ("duration", "Duration (h)")]
)
def test_one_that_there_is_not_is_refused_with_the_nearest(
    wanted: str, near: str
) -> None:
    with pytest.raises(UsageError, match=f"“{wanted}”") as refused:
        ColumnChoice(("user", wanted)).places(NAMES)
    assert refused.value.advice.startswith(f"The nearest is {near};")


def test_one_that_is_left_out_is_not_there() -> None:
    choice = ColumnChoice(("amount",), frozenset({"amount"}))
    with pytest.raises(UsageError, match="no column “amount”"):
        choice.places(NAMES)
