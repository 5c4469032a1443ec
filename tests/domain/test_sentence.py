from dataclasses import replace

import numpy as np
import pytest

from clockify_desktop.domain.label import Label, LabelKind
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.matrix import Matrix
from clockify_desktop.domain.sentence import either_in_words, list_in_words, sentence

NONE = Label("", "(Without project)", kind=LabelKind.WITHOUT)


def matrix(names: list[str], columns: list[Label], seconds: list[list[int]]) -> Matrix:
    rows = tuple(Label(name, name) for name in names)
    shape = (len(rows), len(columns))
    return Matrix(rows, tuple(columns), np.array(seconds, np.int64).reshape(shape))


@pytest.mark.parametrize(
    ("seconds", "rows", "words"),
    [
        ([[3600, 0], [0, 1800]], Level.USER, "2 people logged 1:30 of billable time; "),
        ([[3600, 0], [0, 0]], Level.PROJECT, "1:00 of billable time in 1 project; "),
        ([[0, 0], [0, 0]], Level.USER, "No billable time was logged."),
    ],
)
def test_which_time_it_is_is_said(
    seconds: list[list[int]], rows: Level, words: str
) -> None:
    shown = matrix(["Ann", "Bob"], [Label("w", "Web"), NONE], seconds)
    assert sentence(shown, rows, billable=True).startswith(words)
    other = words.replace("billable time", "time that is not billable")
    assert sentence(shown, rows, billable=False).startswith(other)


@pytest.mark.parametrize(
    ("names", "seconds", "words"),
    [
        (
            ["Ann", "Bob"],
            [[3600, 0], [1800, 1800]],
            "2 people logged 2:00; Web took the largest share, 75 %.",
        ),
        (
            ["Ann", "Bob", "Cy"],
            [[0, 3600], [0, 0], [0, 0]],
            (
                "1 person logged 1:00; time without project took the largest share, "
                "100 %. Bob and Cy logged nothing."
            ),
        ),
        (
            ["Ann", "Bob"],
            [[3600, 0], [0, 0]],
            (
                "1 person logged 1:00; Web took the largest share, 100 %. "
                "Bob logged nothing."
            ),
        ),
        (
            ["Ann", "Bob", "Cy", "Di", "Ed"],
            [[3600, 0], [0, 0], [0, 0], [0, 0], [0, 0]],
            (
                "1 person logged 1:00; Web took the largest share, 100 %. "
                "4 people logged nothing."
            ),
        ),
        (["Ann"], [[0, 0]], "No time was logged."),
        ([], [], "No time was logged."),
    ],
)
def test_people(names: list[str], seconds: list[list[int]], words: str) -> None:
    shown = matrix(names, [Label("w", "Web"), NONE], seconds)
    assert sentence(shown, Level.USER, Level.PROJECT) == words


def test_other_rows_name_no_idle_ones() -> None:
    shown = matrix(["Web", "App"], [Label("t", "Time")], [[60], [0]])
    assert sentence(shown, Level.PROJECT) == "0:01 in 1 project."


def test_a_correction_has_no_share() -> None:
    shown = matrix(["Web"], [Label("a", "A"), Label("b", "B")], [[60, -3660]])
    assert sentence(shown, Level.PROJECT) == "-1:00 in 1 project."


def test_counting() -> None:
    assert Level.USER.counted(1) == "1 person"
    assert Level.GROUP.counted(0) == "0 teams"


@pytest.mark.parametrize("level", Level)
def test_every_level_counts_itself_in_its_own_words(level: Level) -> None:
    assert level.counted(1) == level.all_counted(1) == level.total(1)
    assert level.counted(1) == f"1 {level.singular}"
    assert level.counted(2) == f"2 {level.plural}"
    assert level.all_counted(2) == f"all 2 {level.plural}"
    assert level.total(2) == f"All 2 {level.plural}"
    assert level.title == level.plural.capitalize()


def test_names_are_listed_with_and_before_the_last() -> None:
    assert list_in_words([]) == ""
    assert list_in_words(["Ada"]) == "Ada"
    assert list_in_words(["Ada", "Bo", "Cy"]) == "Ada, Bo and Cy"
    assert either_in_words(["mdy", "dmy"]) == "mdy or dmy"


def test_people_are_never_ranked() -> None:
    columns = [Label("a", "Ann"), Label("b", "Bob")]
    shown = matrix(["Web"], columns, [[60, 3600]])
    assert sentence(shown, Level.PROJECT, Level.USER) == "1:01 in 1 project."


def test_time_without_a_project_is_no_project() -> None:
    rows = (Label("w", "Web"), NONE)
    shown = Matrix(rows, (Label("t", "Time"),), np.array([[3600], [1800]], np.int64))
    said = "1:30 in 1 project, 0:30 of it without one."
    assert sentence(shown, Level.PROJECT) == said
    said = "1:30 so far in 1 project, 0:30 of it without one."
    assert sentence(shown, Level.PROJECT, running=True) == said


def test_a_break_is_called_by_its_name() -> None:
    columns = [Label("w", "Web"), Label("BREAK", "(Break)", kind=LabelKind.WITHOUT)]
    said = sentence(matrix(["Ann"], columns, [[0, 60]]), Level.USER, Level.TASK)
    assert said == "1 person logged 0:01; (Break) took the largest share, 100 %."


def test_a_combination_of_teams_is_no_team() -> None:
    rows = (
        Label("g0", "Design"),
        Label("g0+g1", "Design + Build"),
        Label("g1+g2", "Build + Ops"),
        Label("", "(Without group)", kind=LabelKind.WITHOUT),
    )
    shown = Matrix(rows, (Label("t", "Time"),), np.full((4, 1), 3600, np.int64))
    said = "4:00 in 3 teams, 1:00 of it without one."
    assert sentence(shown, Level.GROUP) == said
    # A sign that joins the ids of groups may be part of another name.
    shown = Matrix(rows[1:2], (Label("t", "Time"),), np.full((1, 1), 3600, np.int64))
    assert sentence(shown, Level.CLIENT) == "1:00 in 1 client."


def test_of_a_running_period_nobody_is_said_to_have_done_nothing() -> None:
    columns = [Label("w", "Web"), NONE]
    shown = matrix(["Ann", "Bob"], columns, [[3600, 0], [0, 0]])
    said = "1 person logged 1:00 so far; Web took the largest share, 100 %."
    assert sentence(shown, Level.USER, running=True) == said
    assert sentence(shown, Level.PROJECT, running=True).startswith("1:00 so far in 1")
    empty = matrix([], columns, [])
    assert sentence(empty, Level.USER, running=True) == "No time was logged so far."


def test_time_under_several_tags_is_not_added_to_the_sum() -> None:
    shown = replace(matrix(["Ann"], [NONE], [[7200]]), repeated_s=1800)
    assert sentence(shown, Level.USER) == (
        "1 person logged 1:30. 0:30 of it is shown more than once."
    )


def test_names_change_nothing_of_the_sentence_around_them() -> None:
    columns = [Label("a", "Apollo \u202e"), Label("b", "אפולו 7")]
    said = sentence(
        matrix(["Ann", "חנה"], columns, [[3600, 0], [0, 0]]), Level.USER, Level.PROJECT
    )
    assert "; Apollo \ufffd took the largest share, 100 %." in said
    assert said.endswith(" \u2068חנה\u2069 logged nothing.")
    said = sentence(matrix(["Ann"], columns, [[0, 60]]), Level.USER, Level.PROJECT)
    assert "; \u2068אפולו 7\u2069 took the largest share" in said
