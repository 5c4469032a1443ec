from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.charts.bar_layout import ticks


@pytest.mark.parametrize(
    ("end_s", "pixels", "names"),
    [
        (50 * 3600, 600, ["0 h", "10 h", "20 h", "30 h", "40 h", "50 h"]),
        (
            3600,
            500,
            ["0 min", "10 min", "20 min", "30 min", "40 min", "50 min", "60 min"],
        ),
        (50 * 60, 300, ["0 min", "15 min", "30 min", "45 min"]),
        (500 * 3600, 600, ["0 h", "100 h", "200 h", "300 h", "400 h", "500 h"]),
        (9_000 * 3600, 300, ["0 h", "5000 h"]),
        (59, 300, ["0 min"]),
        (0, 300, ["0 h"]),
        (3600, 0, ["0 h"]),
    ],
)
def test_round_steps(end_s: int, pixels: float, names: list[str]) -> None:
    assert [tick.name for tick in ticks(end_s, pixels)] == names


@given(st.integers(1, 10**9), st.floats(1, 5000))
def test_never_crowded_and_never_beyond_the_end(end_s: int, pixels: float) -> None:
    found = ticks(end_s, pixels)
    assert found[0].seconds == 0
    assert found[-1].seconds <= end_s
    for one, other in pairwise(found):
        assert (other.seconds - one.seconds) * pixels / end_s >= 80 * (1 - 1e-9)
    for tick in found:
        number, unit = tick.name.split()
        assert int(number) * {"h": 3600, "min": 60}[unit] == tick.seconds
