import pytest

from clockify_desktop.domain.level import Level
from clockify_desktop.export.file_layout import FileLayout

USER, PROJECT, CLIENT, DAY = Level.USER, Level.PROJECT, Level.CLIENT, Level.DAY
PEOPLE = (USER, PROJECT)


@pytest.mark.parametrize(
    ("layout", "shown", "levels", "what"),
    [
        (FileLayout.SHOWN, PEOPLE, PEOPLE, "people by project"),
        (FileLayout.BY_DAY, PEOPLE, (*PEOPLE, DAY), "people by project and day"),
        (FileLayout.BY_DAY, (DAY,), (DAY,), "days"),
        (
            FileLayout.BY_DAY,
            (CLIENT, PROJECT, USER),
            (CLIENT, PROJECT, DAY),
            "clients by project and day",
        ),
        (FileLayout.BY_CLIENT, PEOPLE, (USER, CLIENT), "people by client"),
        (FileLayout.BY_CLIENT, (CLIENT, USER), (CLIENT,), "clients"),
        (
            FileLayout.PROJECT_GRID,
            (CLIENT,),
            (USER, PROJECT),
            "grid of people and projects",
        ),
        (FileLayout.DAY_GRID, PEOPLE, (USER, DAY), "grid of people and days"),
    ],
)
def test_what_a_file_is_grouped_by_and_called(
    layout: FileLayout,
    shown: tuple[Level, ...],
    levels: tuple[Level, ...],
    what: str,
) -> None:
    assert layout.levels(shown) == levels
    assert layout.what(levels) == what
