from collections.abc import Callable
from datetime import date

from clockify_desktop.domain.directory import Person, Project
from clockify_desktop.domain.grid import grid_of
from clockify_desktop.domain.identity import ProjectId, UserId
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.table import table_of

MONDAY, TUESDAY = date(2026, 11, 16), date(2026, 11, 17)
PEOPLE = tuple(Person(UserId(one), one.title()) for one in ("zoe", "ann", "idle"))
PROJECTS = (Project(ProjectId("p1"), "Web"), Project(None, ""))
FACTS = [
    (0, 0, TUESDAY, 60, 0, 0, 0),
    (0, 0, TUESDAY, 30, 0, 0, 1),
    (0, 1, MONDAY, 5, 0, 0, 0),
    (1, 0, MONDAY, 3600, 0, 0, 0),
]


def test_the_last_level_stands_across(make_report: Callable[..., Report]) -> None:
    report = make_report(FACTS, PEOPLE, PROJECTS)
    levels = (Level.USER, Level.PROJECT)
    grid = grid_of(table_of(report, levels, people_without_time=True))
    assert grid.down == (Level.USER,)
    assert [keys[0].label.name for keys in grid.rows] == ["Ann", "Idle", "Zoe"]
    assert [key.label.name for key in grid.columns] == ["(Without project)", "Web"]
    # Of both currencies together, and nothing for who has no time.
    assert grid.seconds.tolist() == [[0, 3600], [0, 0], [5, 90]]
    first = grid.first(1)
    assert (len(first.rows), first.seconds.tolist()) == (1, [[0, 3600]])
    assert first.columns == grid.columns


def test_two_levels_may_stand_down(make_report: Callable[..., Report]) -> None:
    report = make_report(FACTS, PEOPLE, PROJECTS)
    levels = (Level.USER, Level.PROJECT, Level.DAY)
    grid = grid_of(table_of(report, levels, people_without_time=True))
    rows = [tuple(key.label.name for key in keys) for keys in grid.rows]
    assert rows == [
        ("Ann", "Web"),
        ("Idle",),
        ("Zoe", "(Without project)"),
        ("Zoe", "Web"),
    ]
    assert [key.label.key for key in grid.columns] == ["2026-11-16", "2026-11-17"]
    assert grid.seconds.tolist() == [[3600, 0], [0, 0], [5, 0], [0, 90]]


def test_of_nothing_there_is_nothing(make_report: Callable[..., Report]) -> None:
    table = table_of(make_report([], PEOPLE, PROJECTS), (Level.USER, Level.DAY))
    grid = grid_of(table)
    assert (grid.rows, grid.columns, grid.seconds.shape) == ((), (), (0, 0))
