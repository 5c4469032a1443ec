from dataclasses import replace

import numpy as np
import pytest

from clockify_desktop.charts.chart import ChartHit, Fold, FoldingContent
from clockify_desktop.charts.heat_content import HeatContent
from clockify_desktop.domain.day_states import DayState
from clockify_desktop.domain.durations import DurationFormat
from tests.charts.heat import content, with_state


@pytest.mark.parametrize(
    ("hit", "words"),
    [
        (ChartHit(0), "Person 0 · 0:00 · 5 missing"),
        (ChartHit(1), "Person 1 · 40:05"),
        (ChartHit(0, 4), "Person 0 · Fri 5 Nov 2026 · missing"),
        (ChartHit(1, 4), "Person 1 · Fri 5 Nov 2026 · 8:01"),
        (ChartHit(1, 5), "Person 1 · Sat 6 Nov 2026 · off"),
        (ChartHit(5), "All 5 people · 160:50 · 5 missing"),
        (ChartHit(5, 0), "All 5 people · Mon 1 Nov 2026 · 32:10 · 1 missing"),
        (ChartHit(5, 6), "All 5 people · Sun 7 Nov 2026 · 0:00"),
    ],
)
def test_each_part_says_what_it_is(hit: ChartHit, words: str) -> None:
    assert content().tooltip(hit) == words


@pytest.mark.parametrize(
    ("hit", "words"),
    [
        (ChartHit(0), "Design · 5 people · 160:50 · 5 missing"),
        (ChartHit(0, 0), "Design · 5 people · Mon 1 Nov 2026 · 32:10 · 1 missing"),
        (ChartHit(0, 5), "Design · 5 people · Sat 6 Nov 2026 · off"),
    ],
)
def test_a_team_says_of_how_many_people_it_is(hit: ChartHit, words: str) -> None:
    assert content(team=True).tooltip(hit) == words


@pytest.mark.parametrize(
    ("state", "word"),
    [
        (DayState.MISSING, "missing"),
        (DayState.OPEN, "today"),
        (DayState.OFF, "off"),
        (DayState.HOLIDAY, "holiday"),
        (DayState.LEAVE, "leave"),
        (DayState.NOT_YET_HERE, "not yet here"),
        (DayState.LEFT, "left"),
        (DayState.NOT_EXPECTED, "not expected"),
    ],
)
def test_every_state_has_a_word(state: DayState, word: str) -> None:
    one = with_state(content(), 1, 2, state)
    assert one.state_word(1, 2) == word
    assert one.tooltip(ChartHit(1, 2)) == f"Person 1 · Wed 3 Nov 2026 · {word}"


def test_a_holiday_has_its_name_and_half_a_day_of_leave_stands_beside_the_time() -> (
    None
):
    one = with_state(content(), 1, 2, DayState.HOLIDAY)
    one = replace(
        one, words={(1, 2): "Buß-\nund Bettag", (1, 3): "half a day of leave"}
    )
    assert one.state_word(1, 2) == "Buß- und Bettag"
    assert one.tooltip(ChartHit(1, 2)) == "Person 1 · Wed 3 Nov 2026 · Buß- und Bettag"
    said = "Person 1 · Thu 4 Nov 2026 · 8:01 · half a day of leave"
    assert one.tooltip(ChartHit(1, 3)) == said


def test_time_on_a_day_that_nobody_expects_says_so() -> None:
    one = content()
    seconds = one.seconds.copy()
    seconds[1, 5] = 12_840
    one = replace(one, seconds=seconds)
    assert one.tooltip(ChartHit(1, 5)) == "Person 1 · Sat 6 Nov 2026 · 3:34 · off"


def test_hours_are_written_as_the_settings_say() -> None:
    one = replace(content(), durations=DurationFormat.DECIMAL)
    assert one.tooltip(ChartHit(1, 0)) == "Person 1 · Mon 1 Nov 2026 · 8.02"


def test_marks_are_those_of_rows_and_columns() -> None:
    one = content()
    assert one.label_marks(ChartHit(1)) == ("one:u1", None)
    assert one.label_marks(ChartHit(1, 3)) == ("one:u1", "one:3")
    # The totals are no row that could be selected.
    assert one.label_marks(ChartHit(5, 3)) == ("", "one:3")


TEAM, PERSON, CELL = ChartHit(0), ChartHit(1), ChartHit(0, 2)


@pytest.mark.parametrize(
    ("hit", "fold", "is_open", "choice"),
    [
        (TEAM, Fold.CLOSE, True, "week -g"),
        (TEAM, Fold.CLOSE, False, None),
        (TEAM, Fold.OPEN, False, "week +g"),
        (TEAM, Fold.OPEN, True, None),
        (TEAM, Fold.TURN, True, "week -g"),
        (TEAM, Fold.TURN, False, "week +g"),
        (TEAM, Fold.CLOSE_ALL, True, "week -*"),
        (None, Fold.OPEN_ALL, True, "week +*"),
        (PERSON, Fold.TURN, True, None),
        (PERSON, Fold.CLOSE, True, None),
        (CELL, Fold.CLOSE, True, None),
        (ChartHit(6), Fold.TURN, True, None),
        (None, Fold.TURN, True, None),
    ],
)
def test_teams_fold_by_their_names(
    hit: ChartHit | None, fold: Fold, *, is_open: bool, choice: str | None
) -> None:
    one = content(team=True)
    head = replace(one.heat_rows[0], is_open=is_open)
    one = replace(one, heat_rows=(head, *one.heat_rows[1:]))
    assert isinstance(one, FoldingContent)
    assert one.folded(hit, fold) == choice


def test_without_teams_nothing_folds() -> None:
    assert content().folded(None, Fold.CLOSE_ALL) is None


def test_a_row_is_found_by_its_mark() -> None:
    assert content(team=True).row_of("one:u3") == 4
    assert content().row_of("team:g") is None


def test_names_from_outside_are_listed() -> None:
    assert content(people=2, team=True).names == ("Design", "Person 0", "Person 1")


def test_cells_of_another_shape_are_refused() -> None:
    one = content()
    with pytest.raises(ValueError, match="cells of"):
        replace(one, missing=np.zeros((1, 7), np.int64))
    with pytest.raises(ValueError, match="cells of"):
        HeatContent(**{**vars(one), "dimmed": np.zeros((1, 1), np.bool_)})
